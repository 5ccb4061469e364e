#if canImport(FormModel)
  internal import FormModel
#endif

extension CompiledForm {
  /// The text that stands on paper for a field's answer (UTF-8).
  func shownValue(of field: Int, in answers: Answers) -> [UInt8] {
    switch fields[field].kind {
    case .text, .integer: return [UInt8](answers.text(field))
    case .date: return date([UInt8](answers.text(field)))
    case .choice, .choices:
      let bits = answers.options(field)
      var shown: [UInt8] = []
      for (index, option) in fields[field].options.enumerated() where bits & (1 << UInt64(index)) != 0 {
        if !shown.isEmpty { shown += [0xEF, 0xBC, 0x9B] }  // ；
        shown += option.label
      }
      return shown
    }
  }

  /// The value of a single choice's option, as a choice list's `/V` names it.
  func optionValue(of field: Int, in answers: Answers) -> [UInt8] {
    let bits = answers.options(field)
    for (index, option) in fields[field].options.enumerated() where bits & (1 << UInt64(index)) != 0 {
      return option.value
    }
    return []
  }

  /// `2026-11-22` in the form's way of writing dates, months and days without a leading zero; anything else as it is.
  private func date(_ iso: [UInt8]) -> [UInt8] {
    guard !dateFormat.isEmpty, iso.count == 10, iso[4] == 45, iso[7] == 45 else { return iso }
    func plain(_ part: ArraySlice<UInt8>) -> ArraySlice<UInt8> { part.first == 48 ? part.dropFirst() : part }
    var shown: [UInt8] = []
    var rest = dateFormat[...]
    while let first = rest.first {
      if let (length, part) =
        ([
          ("{year}", iso[0..<4]), ("{month}", plain(iso[5..<7])), ("{day}", plain(iso[8..<10])),
        ] as [(StaticString, ArraySlice<UInt8>)]).lazy.compactMap({ (name, part) in
          rest.starts(with: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
            ? (name.utf8CodeUnitCount, part) : nil
        }).first
      {
        shown += part
        rest = rest.dropFirst(length)
      } else {
        shown.append(first)
        rest = rest.dropFirst()
      }
    }
    return shown
  }
}

/// UTF-8 as Unicode scalar values, and as PDF text strings.
enum TextCoding {
  /// Scalar values of well-formed UTF-8; anything else becomes U+FFFD.
  static func scalars(_ text: some Sequence<UInt8>) -> [UInt32] {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(text.underestimatedCount)
    var decoder = UTF8()
    var bytes = text.makeIterator()
    while true {
      switch decoder.decode(&bytes) {
      case .scalarValue(let scalar): scalars.append(scalar.value)
      case .emptyInput: return scalars
      case .error: scalars.append(0xFFFD)
      }
    }
  }

  /// A PDF text string (PDF 32000-1 §7.9.2.2): ASCII in brackets as it is, anything else as UTF-16BE in hexadecimal
  /// digits with the byte order mark.
  static func appendText(_ text: [UInt8], to out: inout [UInt8]) {
    if text.allSatisfy({ (0x20...0x7E).contains($0) }) {
      out.append(0x28)
      for byte in text {
        if byte == 0x28 || byte == 0x29 || byte == 0x5C { out.append(0x5C) }
        out.append(byte)
      }
      out.append(0x29)
      return
    }
    out.append(0x3C)
    appendHexadecimal(0xFEFF, to: &out)
    for unit in scalars(text) {
      if unit > 0xFFFF {
        let rest = unit - 0x10000
        appendHexadecimal(UInt16(0xD800 + rest >> 10), to: &out)
        appendHexadecimal(UInt16(0xDC00 + rest & 0x3FF), to: &out)
      } else {
        appendHexadecimal(UInt16(unit), to: &out)
      }
    }
    out.append(0x3E)
  }

  /// Four upper-case hexadecimal digits.
  static func appendHexadecimal(_ unit: UInt16, to out: inout [UInt8]) {
    for shift in [12, 8, 4, 0] as [UInt16] {
      let digit = UInt8(unit >> shift & 15)
      out.append(digit < 10 ? 48 + digit : 55 + digit)
    }
  }
}

#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(FormModel)
  package import FormModel
#endif

extension CompiledForm {
  /// The text that stands on paper for a field's answer (UTF-8).
  package func shownValue(of field: Int, in answers: Answers) -> [UInt8] {
    switch fields[field].kind {
    case .text, .integer, .decimal, .time: return [UInt8](answers.text(field))
    case .yearMonth: return month([UInt8](answers.text(field)))
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

  /// `2026-11` in the form's way of writing dates up to the day; as it is where that does not begin with year and month.
  private func month(_ iso: [UInt8]) -> [UInt8] {
    let day: StaticString = "{day}"
    guard iso.count == 7, let end = dateFormat.indices.first(where: { dateFormat[$0...].starts(with: day.bytes) })
    else {
      return iso
    }
    var format = dateFormat[..<end]
    while let last = format.last, [0x20, 0x2C, 0x2D, 0x2E, 0x2F].contains(last) { format.removeLast() }
    guard format.split(separator: 0x7B).count >= 2, format.last != 0x7B else { return iso }
    return written(iso + [0x2D, 0x30, 0x31], format)
  }

  /// `2026-11-22` in the form's way of writing dates, months and days without a leading zero; anything else as it is.
  private func date(_ iso: [UInt8]) -> [UInt8] {
    guard !dateFormat.isEmpty else { return iso }
    return written(iso, dateFormat[...])
  }

  private func written(_ iso: [UInt8], _ format: ArraySlice<UInt8>) -> [UInt8] {
    guard iso.count == 10, iso[4] == 45, iso[7] == 45 else { return iso }
    func plain(_ part: ArraySlice<UInt8>) -> ArraySlice<UInt8> { part.first == 48 ? part.dropFirst() : part }
    var shown: [UInt8] = []
    var rest = format
    while let first = rest.first {
      if let (length, part) =
        ([
          ("{year}", iso[0..<4]), ("{month}", plain(iso[5..<7])), ("{day}", plain(iso[8..<10])),
        ] as [(StaticString, ArraySlice<UInt8>)]).lazy.compactMap({ (name, part) in
          rest.starts(with: name.bytes)
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

extension [UInt8] {
  /// A PDF text string (PDF 32000-1 §7.9.2.2): ASCII in brackets as it is, anything else as UTF-16BE in hexadecimal
  /// digits with the byte order mark.
  mutating func appendTextString(_ text: [UInt8]) {
    if text.allSatisfy({ (0x20...0x7E).contains($0) }) {
      append(0x28)
      for byte in text {
        if byte == 0x28 || byte == 0x29 || byte == 0x5C { append(0x5C) }
        append(byte)
      }
      append(0x29)
      return
    }
    append(0x3C)
    appendUTF16Hexadecimal(0xFEFF)
    for scalar in UnicodeText.scalars(text) { appendUTF16Hexadecimal(scalar) }
    append(0x3E)
  }
}

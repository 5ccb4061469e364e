#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(FormModel)
  package import FormModel
#endif

/// The name of a row's PDF: `0000012-3f9ac41b07de.pdf`, the row and the first 12 hexadecimal digits of a SHA-256 over
/// the checked record, the form and the program. It holds nothing of the record that could be read, but for one answer
/// where that is asked for, between the two.
package struct RecordName: Sendable, Equatable {
  /// From 1.
  package let row: Int
  /// Six bytes.
  package let hash: [UInt8]
  /// An answer that was asked to stand in the name (UTF-8); empty for none.
  package let label: [UInt8]

  /// The name that a row's PDF had.
  package init(row: Int, hash: [UInt8], label: [UInt8] = []) {
    self.row = row
    self.hash = hash
    self.label = label
  }

  /// The name that a record's PDF gets.
  ///
  /// - Parameters:
  ///   - identity: of the filling, ``identity(of:options:filler:)``.
  ///   - labelled: index of the field whose answer stands in the name.
  package init(
    row: Int, _ record: CheckedRecord, of form: CompiledForm, identity: [UInt8], labelledBy labelled: Int? = nil
  ) {
    // Another label is another name of the same record.
    var content = identity + (labelled.map { form.fields[$0].key } ?? [])
    let answers = record.answers
    for count in answers.itemCounts { content.append(UInt8(truncatingIfNeeded: count)) }
    for index in form.fields.indices where answers.isPresent(index) {
      content.append(UInt8(truncatingIfNeeded: index))
      content.append(UInt8(truncatingIfNeeded: index >> 8))
      content.append(littleEndian: answers.options(index), count: 8)
      let text = answers.text(index)
      content.append(littleEndian: UInt64(text.count), count: 4)
      content += text
    }
    let label = labelled.map { FileLabel.text(answers.cell($0, of: form)) } ?? []
    self.init(row: row, hash: Array(SHA256.digest(of: content).prefix(6)), label: label)
  }

  /// SHA-256 over everything besides the record that decides what a filled PDF's bytes are.
  ///
  /// - Parameter filler: name and version of the program, because another one may fill otherwise, and what tells its
  ///   fonts from others.
  package static func identity(of form: CompiledForm, options: FillOptions, filler: [UInt8]) -> [UInt8] {
    SHA256.digest(of: form.encoded() + options.bytes + filler)
  }

  /// The file's name (UTF-8).
  package var file: [UInt8] {
    var digits: [UInt8] = []
    digits.appendDecimal(Int64(row))
    var name = [UInt8](repeating: 0x30, count: max(0, 7 - digits.count)) + digits + [0x2D]
    if !label.isEmpty { name += label + [0x2D] }
    name.appendLowerHexadecimal(hash)
    name.appendASCII(".pdf")
    return name
  }
}

/// An answer as a part of a file's name.
package enum FileLabel {
  /// Bytes of a label at most.
  package static let longest = 90

  /// The answer (UTF-8) without what no system, or not every one, has in names, cut to ``longest`` bytes.
  package static func text(_ answer: [UInt8]) -> [UInt8] {
    var label: [UInt8] = []
    for scalar in UnicodeText.scalars(answer) where isAllowed(scalar) {
      // A name that begins so is hidden, or an option of a command.
      if label.isEmpty, scalar == 0x2E || scalar == 0x2D { continue }
      let length = label.count
      label.appendUTF8(scalar)
      if label.count > longest { return Array(label[..<length]) }
    }
    return label
  }

  private static func isAllowed(_ scalar: UInt32) -> Bool {
    switch scalar {
    // / \ : * ? " < > |
    case 0x2F, 0x5C, 0x3A, 0x2A, 0x3F, 0x22, 0x3C, 0x3E, 0x7C: false
    // Spaces.
    case 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: false
    default: !UnicodeText.isInvisible(scalar)
    }
  }
}

extension [UInt8] {
  /// Appends the lowest bytes of a number, the lowest first.
  fileprivate mutating func append(littleEndian number: UInt64, count: Int) {
    for index in 0..<count { append(UInt8(truncatingIfNeeded: number >> UInt64(8 * index))) }
  }
}

/// What stands between the cells of a record: a comma, a tab or a semicolon, in UTF-8 and GB 18030 alike a byte that is
/// part of no longer character.
package struct CellSeparator: Sendable, Equatable {
  /// RFC 4180.
  package static let comma = CellSeparator(byte: 0x2C)
  /// What spreadsheets put on the clipboard.
  package static let tab = CellSeparator(byte: 0x09)
  /// What spreadsheets write where a comma stands in decimals.
  package static let semicolon = CellSeparator(byte: 0x3B)
  /// In this order the first is taken of those that are as many.
  package static let all = [comma, tab, semicolon]

  /// The sign.
  package let byte: UInt8

  /// What is known of a text from its first lines.
  package enum Finding: Sendable, Equatable {
    /// A first line `sep=;` of so many bytes, with its line break, which is no record.
    case written(CellSeparator, length: Int)
    /// Such a line with a sign that is none of the three.
    case unknown
    /// The sign of which the first record that has any has most.
    case counted(CellSeparator)
  }

  /// Finds the separator of a text that begins so; a comma where there is none.
  package static func find(in text: ArraySlice<UInt8>) -> Finding {
    let line = text.prefix { $0 != 0x0A }
    let length = min(line.count + 1, text.count)
    let words = line.filter { $0 != 0x22 && $0 != 0x0D }
    if words.count > 4, isMark(words) {
      let rest = words.dropFirst(4).drop { $0 == 0x20 }
      // Spaces and separators of the line itself may stand behind the sign.
      guard let sign = rest.first, let found = all.first(where: { $0.byte == sign }),
        rest.dropFirst().allSatisfy({ byte in byte == 0x20 || all.contains { $0.byte == byte } })
      else { return .unknown }
      return .written(found, length: length)
    }
    return .counted(mostUsed(in: text))
  }

  /// `SEP=` with any capitals; `=` has no other case.
  private static func isMark(_ words: [UInt8]) -> Bool {
    zip(words, [0x73, 0x65, 0x70]).allSatisfy { $0 | 0x20 == $1 } && words[3] == 0x3D
  }

  private static func mostUsed(in text: ArraySlice<UInt8>) -> CellSeparator {
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in text {
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A, counts != [0, 0, 0] { break }
      for (index, separator) in all.enumerated() where separator.byte == byte { counts[index] += 1 }
    }
    var best = 0
    for index in 1..<all.count where counts[index] > counts[best] { best = index }
    return all[best]
  }

  /// Whether a record has nothing but separators, spaces, those of Chinese texts too, line breaks and quotation marks.
  package func hasNothingBeside(_ record: [UInt8]) -> Bool {
    var rest = record[...]
    while let first = rest.first {
      if first == byte || first == 0x20 || first == 0x09 || first == 0x0D || first == 0x0A || first == 0x22 {
        rest = rest.dropFirst()
      } else if let space = Self.wideSpaces.first(where: { rest.starts(with: $0) }) {
        rest = rest.dropFirst(space.count)
      } else {
        return false
      }
    }
    return true
  }

  /// U+3000 and U+00A0 in UTF-8, and U+3000 in GB 18030, whose bytes begin no character of UTF-8.
  private static let wideSpaces: [[UInt8]] = [[0xE3, 0x80, 0x80], [0xC2, 0xA0], [0xA1, 0xA1]]
}

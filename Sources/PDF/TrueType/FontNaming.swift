/// Names of fonts in PDF.
enum FontNaming {
  /// Name id 6 of the `name` table in ASCII, of at most 63 characters and fit for a PDF name without escapes;
  /// `Unnamed` when there is none.
  static func postScriptName(_ source: FontBytes, table: Range<Int>?) -> [UInt8] {
    let unnamed: [UInt8] = [0x55, 0x6E, 0x6E, 0x61, 0x6D, 0x65, 0x64]
    guard let table else { return unnamed }
    let strings = table.lowerBound + Int(source.u16(table.lowerBound + 4))
    for index in 0..<Int(source.u16(table.lowerBound + 2)) {
      let record = table.lowerBound + 6 + index * 12
      guard source.u16(record + 6) == 6 else { continue }
      let start = strings + Int(source.u16(record + 10))
      let length = Int(source.u16(record + 8))
      guard start + length <= table.upperBound else { continue }
      let isASCIIAlready = source.u16(record) == 1  // Macintosh; the others are UTF-16BE
      var name: [UInt8] = []
      for byte in source[start..<start + length] {
        if byte == 0, !isASCIIAlready { continue }
        if name.count < 63, isRegular(byte) { name.append(byte) }
      }
      if !name.isEmpty { return name }
    }
    return unnamed
  }

  /// PDF's regular characters (§7.2.2) without `#`, which starts an escape in names.
  private static func isRegular(_ byte: UInt8) -> Bool {
    guard byte > 0x20, byte < 0x7F else { return false }
    switch byte {
    case 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x2F, 0x25, 0x23: return false
    default: return true
    }
  }
}

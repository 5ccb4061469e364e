#if canImport(Bytes)
  internal import Bytes
#endif

/// Numbers as spreadsheets show them.
enum SpoiltNumber {
  /// Whether a text is a number in powers of ten, a formula, an error, or the signs of a column that is too narrow.
  static func isSpoilt(_ text: UnsafeBufferPointer<UInt8>, isNumber: Bool) -> Bool {
    var folded: [UInt8] = []
    Folding.fold(text, .full, into: &folded)
    return folded.withUnsafeBufferPointer { text in
      (isNumber && isScientific(text)) || isErrorOrFormula(text)
    }
  }

  /// `2.10302E+17`, `2.10302e17`.
  private static func isScientific(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    func digits() -> Int {
      let start = place
      while place < text.count, text[place].isDigit { place += 1 }
      return place - start
    }
    guard digits() > 0 else { return false }
    let hasFraction = place < text.count && text[place] == 0x2E
    if hasFraction {
      place += 1
      _ = digits()
    }
    guard place + 1 < text.count, text[place] | 0x20 == 0x65 else { return false }
    place += 1
    let hasSign = text[place] == 0x2B || text[place] == 0x2D
    guard hasSign || hasFraction else { return false }
    if hasSign { place += 1 }
    let exponent = digits()
    return exponent > 0 && exponent <= 3 && place == text.count
  }

  /// `#N/A`, `#VALUE!`, `####`, `=A1`.
  private static func isErrorOrFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if text.count >= 3, text[0] == 0x3D { return text[1].isLetter || text[1] == 0x24 || text[1] == 0x28 }
    return SpreadsheetError.isWord(text)
  }

  /// `13,800,000,001` without its commas, `138.0000.0001` without its dots; `nil` when it is nothing of the kind.
  static func withoutGrouping(_ text: UnsafeBufferPointer<UInt8>, _ rule: Rule) -> [UInt8]? {
    var folded: [UInt8] = []
    Folding.fold(text, .full, into: &folded)
    switch rule {
    case .mobile where isDotted(folded), .phone where isDotted(folded):
      folded.replaceBytes { $0 == 0x2E ? nil : $0 }
      return folded
    case .landline, .phone, .phoneList, .date: return nil
    default: break
    }
    guard let first = folded.firstIndex(of: 0x2C), first > 0, first <= 3, (folded.count - first) % 4 == 0 else {
      return nil
    }
    for place in folded.indices {
      let isComma = place >= first && (place - first) % 4 == 0
      guard isComma ? folded[place] == 0x2C : folded[place].isDigit else { return nil }
    }
    folded.replaceBytes { $0 == 0x2C ? nil : $0 }
    return folded
  }

  /// `138.0000.0001`.
  private static func isDotted(_ text: [UInt8]) -> Bool {
    guard text.count == 13 else { return false }
    return text.indices.allSatisfy { $0 == 3 || $0 == 8 ? text[$0] == 0x2E : text[$0].isDigit }
  }
}

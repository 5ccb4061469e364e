#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(ZhinanValidation)
  internal import ZhinanValidation
#endif

/// What spreadsheets and databases write where they have no value: `#N/A`, `#VALUE!`, `NULL`, `nan`, `=A1`, `#####`,
/// `\N`.
enum NoValueWords {
  /// Whether an answer is such a word, or a formula.
  static func contains(_ text: ArraySlice<UInt8>) -> Bool {
    // Nearly every answer ends here: # = \ N n U u < ( and the letters of None.
    switch text.first {
    case 0x3D: return text.count > 1
    case 0x23: return SpreadsheetError.isWord(text)
    case 0x5C: return text.elementsEqual([0x5C, 0x4E])
    case 0x4E, 0x6E, 0x55, 0x75, 0x3C, 0x28: return isWord(text)
    default: return false
    }
  }

  private static let words: [StaticString] = [
    "null", "nil", "nan", "none", "n/a", "na", "undefined", "<na>", "<null>", "(null)", "nat", "<nan>",
  ]

  private static func isWord(_ text: ArraySlice<UInt8>) -> Bool {
    words.contains { word in
      word.utf8CodeUnitCount == text.count
        && text.elementsEqual(word.bytes) { (0x41...0x5A).contains($0) ? $0 + 0x20 == $1 : $0 == $1 }
    }
  }
}

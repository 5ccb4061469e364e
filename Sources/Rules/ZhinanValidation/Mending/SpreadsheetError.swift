#if canImport(Bytes)
  internal import Bytes
#endif

/// What spreadsheets show in place of a value: `#N/A`, `#VALUE!`, `#NAME?`, `#DIV/0!`, `#GETTING_DATA`, and the signs of a
/// column that is too narrow.
package enum SpreadsheetError {
  /// Whether an ASCII text is such a word.
  package static func isWord(_ text: some BidirectionalCollection<UInt8>) -> Bool {
    guard text.count >= 3, text.first == 0x23 else { return false }
    if text.allSatisfy({ $0 == 0x23 }) { return true }
    let ends: [StaticString] = ["/A", "!", "?", "DATA"]
    guard ends.contains(where: { text.suffix($0.utf8CodeUnitCount).elementsEqual($0.bytes) }) else { return false }
    return text.dropFirst().allSatisfy { byte in
      byte.isCapital || byte.isDigit || byte == 0x2F || byte == 0x5F || byte == 0x21 || byte == 0x3F
    }
  }
}

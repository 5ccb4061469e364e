#if canImport(Bytes)
  internal import Bytes
#endif

/// The end of a PDF (PDF 32000-1 §7.5.5).
package enum PDFEnd {
  private static let mark: StaticString = "startxref"

  /// Where the last `startxref` stands, which must be within the last 1054 bytes; `nil` where there is none.
  package static func pointer(in bytes: [UInt8]) -> Int? {
    var place = bytes.count - 9
    let last = max(0, bytes.count - 1054)
    while place >= last, !mark.equals(bytes[place..<(place + 9)]) { place -= 1 }
    return place >= last ? place : nil
  }

  /// Whether an update begins behind the last `startxref` and does not end: the file was cut, and what it says is older
  /// than what it was meant to say.
  package static func isCut(_ bytes: [UInt8]) -> Bool {
    guard let pointer = pointer(in: bytes) else { return false }
    var lexer = PDFLexer(bytes: bytes, position: pointer + 9, room: 0)
    // Behind the pointer's number, and the comment `%%EOF`, stands the number of an object.
    return lexer.takeNumber() != nil && lexer.takeNumber() != nil
  }
}

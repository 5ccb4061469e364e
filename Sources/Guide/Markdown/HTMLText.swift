/// Text as HTML writes it.
package enum HTMLText {
  /// The text with `&`, `<`, `>` and `"` escaped: fit for an element's content and for an attribute in quotes; with
  /// `apostrophes`, `'` too, so that the quotes may be single ones. Signs are found as bytes: one with a combining mark
  /// behind it is another character to Swift, but not to a browser.
  package static func escaped(_ text: String, apostrophes: Bool = false) -> String {
    guard text.utf8.contains(where: { isSpecial($0) || apostrophes && $0 == UInt8(ascii: "'") }) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'") where apostrophes: bytes += "&#39;".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same, written behind what stands in `bytes`.
  package static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { source in
      var start = 0
      for place in source.indices where isSpecial(source[place]) {
        bytes += source[start..<place]
        switch source[place] {
        case UInt8(ascii: "&"): bytes += "&amp;".utf8
        case UInt8(ascii: "<"): bytes += "&lt;".utf8
        case UInt8(ascii: ">"): bytes += "&gt;".utf8
        default: bytes += "&quot;".utf8
        }
        start = place + 1
      }
      bytes += source[start...]
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\"")
  }
}

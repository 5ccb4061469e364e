/// What stands before the first element of a part: a declaration and comments, and nothing that `XMLParser` would follow
/// elsewhere or decode by other means than UTF-8. An instruction without a word behind its name ends it in a trap, and no
/// workbook has any.
enum PartProlog {
  /// Programs that write workbooks need a hundred bytes or so.
  private static let longest = 4096

  /// What is wrong with the beginning of a part; `nil` where its first element is near.
  static func flaw(_ part: UnsafeBufferPointer<UInt8>) -> String? {
    var rest = part.prefix(longest)
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    var isFirst = true
    while true {
      defer { isFirst = false }
      rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
      if isFirst, rest.starts(with: "<?xml".utf8), rest.dropFirst(5).first.map({ $0 <= 0x20 }) ?? false {
        guard let end = rest.firstRange(of: Array("?>".utf8)) else { return "XML" }
        if namesOtherEncoding(rest[..<end.lowerBound]) { return "UTF-8" }
        rest = rest[end.upperBound...]
      } else if rest.starts(with: "<?".utf8) {
        return "XML"
      } else if rest.starts(with: "<!--".utf8) {
        guard let end = rest.dropFirst(4).firstRange(of: Array("-->".utf8)) else { return "XML" }
        rest = rest[end.upperBound...]
      } else if rest.starts(with: "<!".utf8) {
        return "DOCTYPE"
      } else {
        return rest.first == UInt8(ascii: "<") ? nil : "XML"
      }
    }
  }

  /// Whether a declaration says that a text is in another encoding than UTF-8, or a part of it.
  private static func namesOtherEncoding(_ declaration: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let word = declaration.firstRange(of: Array("encoding".utf8)) else { return false }
    let name = declaration[word.upperBound...].drop { !(0x41...0x5A).contains($0 & 0xDF) }.prefix {
      $0 != 0x22 && $0 != 0x27
    }
    return !["utf-8", "utf8", "us-ascii"].contains(String(decoding: name, as: UTF8.self).lowercased())
  }

  /// Whether an instruction begins in these bytes, which come behind `before`.
  static func hasInstruction(_ bytes: UnsafeBufferPointer<UInt8>, after before: UInt8) -> Bool {
    var before = before
    for byte in bytes {
      if before == UInt8(ascii: "<"), byte == UInt8(ascii: "?") { return true }
      before = byte
    }
    return false
  }
}

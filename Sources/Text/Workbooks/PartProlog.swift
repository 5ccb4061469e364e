/// What stands before the first element of a part: a declaration, instructions and comments, and nothing that `XMLParser`
/// would follow elsewhere or decode by other means than UTF-8.
enum PartProlog {
  /// Programs that write workbooks need a hundred bytes or so.
  private static let longest = 4096

  /// What is wrong with the beginning of a part; `nil` where its first element is near.
  static func flaw(_ part: UnsafeBufferPointer<UInt8>) -> String? {
    var rest = part.prefix(longest)
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    while true {
      rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
      if rest.starts(with: "<?".utf8) {
        guard let end = rest.firstRange(of: Array("?>".utf8)) else { return "XML" }
        let declaration = rest[..<end.lowerBound]
        if declaration.starts(with: "<?xml".utf8), namesOtherEncoding(declaration) { return "UTF-8" }
        rest = rest[end.upperBound...]
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
}

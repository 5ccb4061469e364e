/// Documents of marked-up text by their beginning: HTML, SVG, and XML of other kinds.
enum MarkupHead {
  /// What a text is by its document type or the name of its first element; `nil` when it begins with neither, nor with an
  /// XML declaration. A byte order mark and white space may stand in front.
  static func kind(of head: UnsafeBufferPointer<UInt8>) -> FileKind? {
    var place = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    skipSpace(head, &place)
    let isXML = begins("<?xml", at: place, head)
    while place < head.count {
      if begins("<svg", at: place, head) { return .svg }
      if begins("<html", at: place, head) { return .html }
      if begins("<!doctype", at: place, head) {
        place += 9
        skipSpace(head, &place)
        if begins("svg", at: place, head) { return .svg }
        return isXML && !begins("html", at: place, head) ? .xml : .html
      }
      // A declaration, a comment or a processing instruction may come before them.
      guard begins("<?", at: place, head) || begins("<!--", at: place, head) else { return isXML ? .xml : nil }
      let end: StaticString = begins("<?", at: place, head) ? "?>" : "-->"
      while place < head.count, !begins(end, at: place, head) { place += 1 }
      place += end.utf8CodeUnitCount
      skipSpace(head, &place)
    }
    return isXML ? .xml : nil
  }

  private static func skipSpace(_ head: UnsafeBufferPointer<UInt8>, _ place: inout Int) {
    while place < head.count, head[place] == 0x20 || (head[place] >= 0x09 && head[place] <= 0x0D) { place += 1 }
  }

  /// Whether a word in small letters stands at a place, whatever the case of the text.
  private static func begins(_ word: StaticString, at place: Int, _ head: UnsafeBufferPointer<UInt8>) -> Bool {
    guard place <= head.count - word.utf8CodeUnitCount else { return false }
    for offset in 0..<word.utf8CodeUnitCount {
      let byte = head[place + offset]
      guard word.utf8Start[offset] == (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) else { return false }
    }
    return true
  }
}

/// Objects that stand in one stream (PDF 32000-1 §7.5.7).
final class ObjectStream {
  /// Most objects of one stream; writers put some hundred into each.
  private static let mostObjects = 20_000

  /// The number of the stream.
  let number: Int
  let content: [UInt8]
  /// Numbers of the objects and where each begins, in turn.
  private var index: [Int] = []

  /// `nil` when its index is damaged.
  init?(_ number: Int, _ content: [UInt8], count: Int, first: Int) {
    self.number = number
    self.content = content
    guard count >= 0, count <= Self.mostObjects, first >= 0, first <= content.count else { return nil }
    var lexer = PDFLexer(bytes: content, position: 0, room: 0)
    for _ in 0..<count {
      guard let number = lexer.takeNumber(), let offset = lexer.takeNumber(), offset < content.count - first else {
        return nil
      }
      index.append(number)
      index.append(first + offset)
    }
  }

  /// Where the object with this number begins.
  func position(of number: Int) -> Int? {
    var place = index.count
    while place > 0 {
      place -= 2
      if index[place] == number { return index[place + 1] }
    }
    return nil
  }
}

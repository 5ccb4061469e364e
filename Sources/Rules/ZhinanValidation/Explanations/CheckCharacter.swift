/// A check character as it is written, and as the other characters ask for it.
public struct CheckCharacter: Sendable, Equatable {
  /// The written character, ASCII.
  public let found: UInt8
  /// The right character, ASCII.
  public let expected: UInt8

  /// Whether the written character is the right one.
  public var isRight: Bool { found == expected }
}

extension Folding {
  /// The characters of a number as rules read them; empty for a text that is longer than any number.
  static func identifier(_ text: some Sequence<UInt8>) -> [UInt8] {
    let bytes = [UInt8](text)
    var folded: [UInt8] = []
    if bytes.count <= Rule.mostBytes { bytes.withUnsafeBufferPointer { fold($0, .identifier, into: &folded) } }
    return folded
  }
}

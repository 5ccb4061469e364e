/// Two characters that stand side by side in a folded text, as a number that sorts like them.
struct Bigram: Hashable, Comparable {
  let key: UInt64

  /// What stands behind the last character before a space or a block's end.
  static let end: UInt32 = 0x20
  /// A digit behind marks that divide a number, such as the 6 of 0123-6787, is this and its value: a noncharacter.
  private static let dividedDigit: UInt32 = 0xFDD0

  init(_ first: UInt32, _ second: UInt32) { key = UInt64(first) << 21 | UInt64(second) }

  var first: UInt32 { UInt32(key >> 21) }
  var second: UInt32 { UInt32(key & 0x1F_FFFF) }

  static func < (left: Self, right: Self) -> Bool { left.key < right.key }

  /// Calls `found` with all bigrams of a folded text, repeated ones too. Each character that is no space begins one.
  static func forEach(in text: [UInt32], _ found: (Bigram) -> Void) {
    for (place, first) in text.enumerated() where first != end {
      let second = place + 1 < text.count ? text[place + 1] : end
      found(Bigram(first, second))
      guard isDigit(first), isDivider(second) else { continue }
      // A space and a bracket may stand together.
      for next in place + 2...place + 3 where next < text.count {
        if isDigit(text[next]) {
          found(Bigram(first, dividedDigit + text[next] - 0x30))
          break
        }
        if !isDivider(text[next]) { break }
      }
    }
  }

  private static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

  /// What may stand between the parts of a telephone number: a space, hyphens and dashes, brackets.
  private static func isDivider(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || scalar == 0x28 || scalar == 0x29 || scalar == 0x2D || (0x2010...0x2014).contains(scalar)
  }
}

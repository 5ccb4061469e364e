import Bytes
import Testing

@Suite struct Characters {
  /// The table beside the standard library's, for every scalar that both editions of Unicode know.
  @Test func invisibleOnesAreThoseOfUnicode() {
    let categories: [Unicode.GeneralCategory] = [.control, .format, .lineSeparator, .paragraphSeparator, .privateUse]
    for value in 0...0x10FFFF as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let category = scalar.properties.generalCategory
      if category == .unassigned { continue }
      if UnicodeText.isInvisible(value) != categories.contains(category) {
        Issue.record("U+\(String(value, radix: 16)) is \(category)")
      }
    }
  }

  @Test(arguments: [
    (0x4E, 4, "U+004E"), (0x4E, 1, "U+4E"), (0x2CB4E, 4, "U+2CB4E"), (0, 1, "U+0"), (0x10FFFF, 8, "U+0010FFFF"),
  ])
  func codePointsHaveNames(scalar: Int, digits: Int, name: String) {
    #expect(Hexadecimal.codePoint(UInt32(scalar), digits: digits) == name)
  }

  @Test func scalarsAreWrittenInUTF8() {
    for text in ["a", "é", "鞍", "𬭎", "\u{10FFFF}"] {
      var written: [UInt8] = []
      for scalar in text.unicodeScalars { written.appendUTF8(scalar.value) }
      #expect(written == Array(text.utf8))
    }
    var written: [UInt8] = []
    written.appendUTF8(0xD800)
    #expect(written == [0xEF, 0xBF, 0xBD])
  }
}

@Suite struct NearWords {
  @Test(
    arguments: [
      ("uscx", "uscc"), ("agentNmae", "agentName"), ("单位名", "单位名称"), ("orgname", "orgName"), ("xyz", nil), ("", nil),
      ("orgNxyz", nil),
      // Equally near: the first in the order of their bytes.
      ("agentX", "agentA"),
    ] as [(String, String?)])
  func isTheOneThatWasMeant(word: String, near: String?) {
    let known = ["uscc", "orgName", "agentName", "agentB", "agentA", "单位名称", "单位地址"]
    #expect(NearWord.nearest(to: word, in: known) == near)
  }

  @Test func twoThatChangedPlacesCountOnce() {
    #expect(NearWord.nearest(to: "ba", in: ["ab"]) == "ab")
    #expect(NearWord.nearest(to: "bac", in: ["abd"]) == nil)
  }

  /// What is found agrees with the whole table of distances (optimal string alignment), worked out for every word.
  @Test func nothingNearerIsPassedOver() {
    func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
      var table = left.indices.map { _ in [Int]() } + [[]]
      for row in 0...left.count {
        for column in 0...right.count {
          var least = max(row, column)
          if row > 0, column > 0 {
            let (a, b) = (left[row - 1], right[column - 1])
            least = min(
              table[row - 1][column] + 1, table[row][column - 1] + 1, table[row - 1][column - 1] + (a == b ? 0 : 1))
            if row > 1, column > 1, a == right[column - 2], left[row - 2] == b {
              least = min(least, table[row - 2][column - 2] + 1)
            }
          }
          table[row].append(least)
        }
      }
      return table[left.count][right.count]
    }
    var random = SystemRandomNumberGenerator()
    func word() -> [UInt8] { (0..<Int.random(in: 1...9, using: &random)).map { _ in UInt8.random(in: 0x61...0x64) } }
    for _ in 0..<2_000 {
      let meant = word()
      let words = (0..<6).map { _ in word() }
      let allowed = max(1, meant.count / 3)
      let near = words.map { (distance(meant, $0), $0) }.filter { $0.0 <= allowed }
      let nearest = near.min { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1.lexicographicallyPrecedes($1.1) }?.1
      #expect(NearWord.nearest(to: meant, in: words) == nearest, "\(meant) \(words)")
    }
  }

  @Test func aVeryLongWordIsNearNothing() {
    let long = String(repeating: "a", count: 401)
    #expect(NearWord.nearest(to: long, in: [long]) == nil)
  }
}

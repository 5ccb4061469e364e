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

  @Test func aVeryLongWordIsNearNothing() {
    let long = String(repeating: "a", count: 401)
    #expect(NearWord.nearest(to: long, in: [long]) == nil)
  }
}

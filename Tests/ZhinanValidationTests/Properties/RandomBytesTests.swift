import Testing
import ZhinanValidation

/// A small generator with a fixed start, so that a failure comes again (splitmix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Texts that come near what rules look at: pieces of real values, odd characters, broken UTF-8.
enum RandomText {
  static let pieces: [[UInt8]] =
    [
      "91210302WWG7LCMK6D", "21030219850615", "9970", "X", "x", "+86", "0086", "0412", "024", "400", "-", "—", "/", "、",
      "转", "@", "example.com", ".", "·", "•", "(", "）", "张", "三", "〇", "𠮷", "豈", "省", "市", "区", "路", "1", "９", "　",
      " ", "\u{200B}", "\u{202D}", "\n", "\0", "<", "*", "2026", "年", "11", "月", "22", "日", "长期", "①", "²", "𝟏",
      "\u{E000}",
      "\u{336}", "\u{FE0F}",
    ].map { Array($0.utf8) } + [[0x80], [0xC2], [0xE4, 0xBD], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF]]

  static func make(_ random: inout SeededGenerator, upTo length: Int) -> [UInt8] {
    var text: [UInt8] = []
    let wanted = Int.random(in: 0...length, using: &random)
    let isNoise = Int.random(in: 0..<4, using: &random) == 0
    while text.count < wanted {
      if isNoise {
        text.append(UInt8.random(in: 0...255, using: &random))
      } else {
        text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }
    }
    return text
  }
}

@Suite("Any bytes at all")
struct RandomBytesTests {
  static let textRules = Rule.allCases.filter { $0.takesText }

  @Test("never crash a rule; what passes is UTF-8, canonical and passes again", arguments: textRules)
  func anyBytes(_ rule: Rule) throws {
    let today = try #require(vectorDay)
    var random = SeededGenerator(state: UInt64(rule.rawValue))
    var canonical: [UInt8] = []
    for round in 0..<1000 {
      let text = RandomText.make(&random, upTo: round % 100 == 0 ? 65_536 : 60)
      let verdict = text.withUnsafeBufferPointer { rule.check($0, today: today, canonical: &canonical) }
      guard verdict.isValid else {
        #expect(canonical.isEmpty)
        continue
      }
      #expect(String(validating: canonical, as: UTF8.self) != nil)
      let again = rule.check(canonical, today: today)
      #expect(again.value == canonical, "\(rule.name) \(text)")
      #expect(again.verdict.warnings.isSubset(of: verdict.warnings))
    }
  }

  @Test("Folding a folded text changes nothing")
  func foldingTwice() throws {
    let today = try #require(vectorDay)
    var random = SeededGenerator(state: 7)
    for _ in 0..<5000 {
      let text = RandomText.make(&random, upTo: 80)
      let once = try #require(Rule.fullwidthFold.check(text, today: today).value)
      #expect(Rule.fullwidthFold.check(once, today: today).value == once)
    }
  }

  @Test("Every scalar folds to ASCII only from the full-width block, spaces and dashes")
  func foldingIsNotNFKC() throws {
    let today = try #require(vectorDay)
    for value in UInt32(0x80)...0x1_FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let folded = try #require(Rule.fullwidthFold.check("a\(Character(scalar))b", today: today).value)
      let inner = folded.unicodeScalars.dropFirst().dropLast()
      guard let result = inner.first, result != scalar else { continue }
      #expect(inner.count == 1)
      if (0xFF01...0xFF5E).contains(value) {
        #expect(result.value == value - 0xFEE0)
      } else {
        #expect(result == " " || result == "-")
      }
    }
  }

  @Test("never crash the reader of images", arguments: ["a.jpg", "a.png", "a.bmp"])
  func anyImage(_ name: String) {
    let limits = UploadLimits(smallest: 0, largest: 1 << 40, safeSmallest: 0, safeLargest: 1 << 40)
    var random = SeededGenerator(state: 99)
    for round in 0..<4000 {
      var image = [ImageSamples.jpeg, ImageSamples.png, ImageSamples.bmp][round % 3]
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        image[Int.random(in: 0..<image.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      image = Array(image.prefix(Int.random(in: 0...image.count, using: &random)))
      let size = round % 2 == 0 ? Int64(image.count) : Int64.random(in: 0...(1 << 40), using: &random)
      _ = name.withBytes { name in
        image.withUnsafeBufferPointer { UploadedFile.check(name: name, size: size, head: $0, limits: limits) }
      }
    }
  }
}

extension CodeSet {
  func isSubset(of other: CodeSet) -> Bool { allSatisfy { other.contains($0) } }
}

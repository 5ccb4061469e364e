import Testing
import ZhinanValidation

/// Texts of as many bytes as a rule reads at most, made of what rules fold, take off or pair.
@Suite("Long texts of signs", .serialized)
struct CostTests {
  static let signs = [
    "'", "’", "‘", "`", "\"", "“", "”", "＂", "=", "。", ";", ".", ",", ":", "：", "(", ")", "（", "[", " ", "　",
    "\u{200B}", "·",
    "•", "-", "—", "~", "/", "、", "@", "\u{301}", "a\u{301}\u{323}", "a: ", "电话：", "地址: ", "1", "0", "甲", "⼀",
    "\u{FE0F}", "*", "先",
    "''甲", "1~",
  ]

  static func filled(_ unit: String) -> [UInt8] {
    let unit = Array(unit.utf8)
    return Array(Array(repeating: unit, count: Rule.mostBytes / unit.count).joined())
  }

  /// Every sign alone, and all of them in turn.
  static var texts: [[UInt8]] {
    var texts = signs.map(filled)
    texts.append(Array("甲".utf8) + filled(" ").dropLast(40) + Array("（a）".utf8))
    texts.append(filled(signs.joined()))
    texts.append(filled(signs.reversed().joined()))
    // The marks in the wrong order, and a name of another language with many of them.
    texts.append(
      Array(("a" + String(repeating: "\u{301}\u{327}", count: 900) + String(repeating: ".", count: 400)).utf8))
    return texts
  }

  @Test("are judged in a time that grows with their length only")
  func linear() throws {
    let today = try #require(vectorDay)
    var canonical: [UInt8] = []
    let start = ContinuousClock.now
    for rule in RandomBytesTests.textRules {
      for text in Self.texts {
        let verdict = text.withUnsafeBufferPointer { rule.check($0, today: today, canonical: &canonical) }
        guard let code = verdict.errors.first(where: { _ in true }) else { continue }
        _ = rule.unexpectedScalar(in: text, for: code)
        _ = rule.lengthReading(of: text)
      }
    }
    // Work that grows with a power of the length takes minutes.
    #expect(ContinuousClock.now - start < .seconds(60))
  }
}

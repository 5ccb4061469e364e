import Foundation
import Search
import Testing

/// How every character is folded, and some texts: Tests/Fixtures/search/folding.json, which Tests/Browser/search.py compares
/// with what a page's script does. `RECORD=1 swift test --filter FoldingDocument` writes it anew.
private struct Folding: Codable, Equatable {
  /// Runs of characters of one kind: the first one's number, `space`, `invisible`, `square` or `plain`, and by how much the
  /// folded number differs. `square` ones take no space beside them.
  struct Run: Codable, Equatable {
    var first: UInt32
    var kind: String
    var shift: Int
  }

  var runs: [Run] = []
  var texts: [[String]] = []

  private static func kind(_ scalar: Unicode.Scalar) -> String {
    if FoldedText.isSpace(scalar.value) { return "space" }
    if FoldedText.isInvisible(scalar.value) { return "invisible" }
    var text = Array("a ".utf8)
    text += Array(String(scalar).utf8)
    return FoldedText(text).scalars.count == 2 ? "square" : "plain"
  }

  private static let texts = [
    "UKey 续期", "ＵＫｅｙ（６７８７） ，a", "a \n\t b 中\n文 c", " a ", "中\u{200B} \u{AD}文a\u{FE0F} b",
    "ÀÉ×ß ÑΩΣς ЯЁ İı Ǆ",
    "𬭎 、a 𠮷b", "0412-6787 1177（0412）67871177", "\u{3000}\u{3000}", "한 글 テ ス", "\u{0}a\u{85}b\u{2028}c",
    "e\u{301} é ﬁ ① ㎏ ￥",
    "“引号” 与 —— 破折号…… x", "👩‍👩‍👧 家", "",
  ]

  init() {
    for value in 0...UInt32(0x10FFFF) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let run = Run(first: value, kind: Self.kind(scalar), shift: Int(FoldedText.folded(value)) - Int(value))
      if let last = runs.last, last.kind == run.kind, last.shift == run.shift { continue }
      runs.append(run)
    }
    texts = Self.texts.map { text in
      [text, FoldedText(text.utf8).scalars.compactMap(Unicode.Scalar.init).map(String.init).joined()]
    }
  }
}

@Suite struct FoldingDocumentTests {
  @Test func isWhatTextsAreFoldedBy() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/search/folding.json")
    let folding = Folding()
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      try encoder.encode(folding).write(to: file)
      Issue.record("recorded; run again without RECORD")
    }
    #expect(try JSONDecoder().decode(Folding.self, from: Data(contentsOf: file)) == folding)
  }
}

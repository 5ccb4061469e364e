import Diagnostics
import Foundation
import SourceText
import Testing

/// Limits of what is read, and the places of their problems in parts of files.
@Suite struct ReadingLimits {
  private func problems(_ text: String, inFrontMatter: Bool = false) -> [String] {
    var diagnostics: [Diagnostic] = []
    let file = SourceFile(path: "a", text: inFrontMatter ? "---\n\(text)---\nBody.\n" : text)
    if inFrontMatter {
      _ = FrontMatter.read(file, diagnostics: &diagnostics)
    } else {
      _ = YAMLReader.read(file, diagnostics: &diagnostics)
    }
    return diagnostics.map { "\($0.place.map { "\($0)" } ?? "") \($0.id)" }
  }

  private func aliases(_ count: Int) -> String {
    "a: &a 1\n" + (0..<count).map { "b\($0): *a\n" }.joined()
  }

  @Test func at32AliasesTheyEnd() {
    #expect(problems(aliases(32)) == [])
    #expect(problems(aliases(33)) == ["a:34 yaml.alias"])
    #expect(problems(aliases(33), inFrontMatter: true) == ["a:35 yaml.alias"])
  }

  @Test func nestingHasTwoLimits() {
    func nested(_ depth: Int) -> String {
      "x: 1\ny: " + String(repeating: "[", count: depth) + "\n " + String(repeating: "]", count: depth) + "\n"
    }
    #expect(problems(nested(99)) == [])
    #expect(problems(nested(110)).map { $0.hasSuffix("yaml.size") } == [true])
    #expect(problems(nested(500)).map { $0.hasSuffix("yaml.size") } == [true])
    #expect(problems(nested(501)) == ["a:2 yaml.depth"])
    #expect(problems(nested(501), inFrontMatter: true) == ["a:3 yaml.depth"])
  }

  @Test func aKeyThatIsNoTextIsToldWithItsPlace() {
    #expect(problems("? [x]\n: y\n", inFrontMatter: true) == ["a:2:3 yaml.key"])
    #expect(problems("a: b: c\n", inFrontMatter: true) == ["a:2:5 yaml.syntax"])
  }

  @Test func aFileOfExactlyItsLimitIsRead() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "zhinan-\(UUID().uuidString)")
    try Data(repeating: 0x61, count: 100).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    var diagnostics: [Diagnostic] = []
    #expect(SourceFile.read(url, as: "f", limit: 100, diagnostics: &diagnostics)?.text.count == 100)
    #expect(SourceFile.read(url, as: "f", limit: 99, diagnostics: &diagnostics) == nil)
    #expect(diagnostics.map(\.id) == ["file.too-large"])
  }

  @Test func lineSeparatorsAreEscapedInJSON() {
    let line = DiagnosticFormat.json.lines(for: .error("x", at: nil, "a\u{2028}b\u{2029}c\u{1F}d"))
    #expect(line.contains("a\\u2028b\\u2029c\\u001fd"))
  }
}

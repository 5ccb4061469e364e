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
    #expect(problems("a: &a 1\nb: '" + String(repeating: "*a ", count: 33) + "'\n") == [])
  }

  @Test("A key is a plain text: no list, map or alias, by which a few lines would take for ever")
  func keys() {
    func doubled(_ levels: Int, _ element: (Int) -> String) -> String {
      "- &b0 [x]\n" + (1..<levels).map { "- &b\($0) \(element($0 - 1))\n" }.joined()
    }
    #expect(problems(doubled(40) { "[*b\($0):, *b\($0):]" }) == ["a:2:8 yaml.key"])
    #expect(problems(doubled(40) { "{? *b\($0) : 1, ? [*b\($0)] : 1}" }) == ["a:2:10 yaml.key"])
    #expect(problems(doubled(15) { "[*b\($0), *b\($0)]" } + "- {? [*b14] : 1}\n") == ["a:16:6 yaml.key"])
    #expect(problems("- &a x\n- *a : 1\n") == ["a:2:3 yaml.key"])
    #expect(problems("- {x: [1]}: 2\n", inFrontMatter: true) == ["a:2:3 yaml.key"])
    // Before what is no YAML.
    #expect(problems("- &a [x]\n- [*a :]\n- ]\n") == ["a:2:4 yaml.key"])
    // Keys in keys would be compared once for each of them.
    let nested = String(repeating: "? ", count: 450) + "[" + String(repeating: "x,", count: 100_000) + "]\n"
    #expect(problems(nested) == ["a:1:3 yaml.key"])
    #expect(problems("? x\n: &x y\n'z': *x\n\"*x\": 1\n&k k: 2\n") == [])
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

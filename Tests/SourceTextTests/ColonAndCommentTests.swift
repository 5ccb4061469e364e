import Diagnostics
import SourceText
import Testing

/// Problems of a YAML text as `line:column id`.
private func problems(_ text: String) -> [String] {
  var diagnostics: [Diagnostic] = []
  _ = YAMLReader.read(SourceFile(path: "a", text: text), diagnostics: &diagnostics)
  return diagnostics.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.id)" }
}

@Suite("Misplaced colons") struct FullWidthColonTests {
  @Test(arguments: [
    ("name：x\nother: y\n", ["1:5 yaml.fullwidth-colon"]), ("other: y\nname：x\n", ["2:5 yaml.fullwidth-colon"]),
    ("a: 1\n名称：x\n# note\n\nb: 2\n", ["2:3 yaml.fullwidth-colon"]),
    ("a：1\nb：2\n", ["1:2 yaml.fullwidth-colon", "2:2 yaml.fullwidth-colon"]),
    ("seals：\n  - name: x\n", ["1:6 yaml.fullwidth-colon"]), ("only：\n", ["1:5 yaml.fullwidth-colon"]),
    ("a: 1\nname:x\nb: 2\n", ["2:5 yaml.colon-space"]), ("name:x\nb: 2\n", ["1:5 yaml.colon-space"]),
    ("名称:x\n", ["1:3 yaml.colon-space"]), ("a:1\nb：2\n", ["1:2 yaml.colon-space", "2:2 yaml.fullwidth-colon"]),
  ])
  func areToldWhereTheyStand(text: String, expected: [String]) { #expect(problems(text) == expected) }

  /// In a value they are what they are, and another mistake is told as itself.
  @Test(arguments: [
    ("note: 说明：abc\n", []), ("note: |\n  电话：1\nb: 2\n", []), ("note: |\n  电话：1\nb: c: d\n", ["3:5 yaml.syntax"]),
    ("- 电话：1\n- b\n", []), ("a: [1\nb: 2\n", ["2:2 yaml.syntax"]), ("just a text\n", []),
    ("a: http://x\n", []), ("http://x.cn\n", []), ("8:30\n", []), ("a: 8:30\n", []), ("a: b:c\n", []),
  ])
  func areNotBlamedForAnythingElse(text: String, expected: [String]) { #expect(problems(text) == expected) }
}

@Suite("Full-width signs in brackets") struct FullWidthSignTests {
  @Test(arguments: [
    ("a: {x: 1，y: 2}\n", ["1:9 yaml.fullwidth-comma"]), ("a:\n  - {x: 一，y: 2}\n", ["2:10 yaml.fullwidth-comma"]),
    ("a: [1，2]\n", ["1:5 yaml.fullwidth-comma"]), ("- [甲，乙]\n- [1, 2]\n", ["1:4 yaml.fullwidth-comma"]),
    ("a: {x：1, y: 2}\n", ["1:5 yaml.fullwidth-colon"]), ("a: {x：1}\n", ["1:5 yaml.fullwidth-colon"]),
  ])
  func areTold(text: String, expected: [String]) { #expect(problems(text) == expected) }

  @Test(arguments: [
    "a: [\"甲，乙\"]\n", "a: [甲，乙, 丙]\n", "a: 甲，乙\n", "- 甲，乙\n", "a: {x: 甲，乙}\n", "a: {\"x：1\": }\n", "a: [甲：乙]\n",
  ])
  func areWordsElsewhere(text: String) { #expect(problems(text) == []) }
}

@Suite("Comments in values") struct CommentTests {
  private func warnings(_ text: String) -> [String] {
    YAMLComments.warnings(in: SourceFile(path: "a", text: text)).map {
      "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.id)"
    }
  }

  @Test(arguments: [
    ("a: road #5\n", ["1:9 yaml.comment-in-value"]), ("a: 示例路 # 5号\nb: 1\n", ["1:8 yaml.comment-in-value"]),
    ("a:\n  - x\t#1\n", ["2:7 yaml.comment-in-value"]), ("a: #501\n", ["1:4 yaml.comment-in-value"]),
    ("a: {b: c #d\n  }\n", ["1:10 yaml.comment-in-value"]),
  ])
  func areToldBehindPlainValues(text: String, expected: [String]) { #expect(warnings(text) == expected) }

  @Test(arguments: [
    "a: \"road #5\"\n", "a: \"road\" # a note\n", "# a note\na: b\n", "a: b#5\n", "a: # what follows\n  - x\n",
    "a: b\n# end\n",
    "a: |\n  text #5\n",
  ])
  func areFineElsewhere(text: String) { #expect(warnings(text).isEmpty) }
}

@Suite("What libyaml says") struct LibyamlPhraseTests {
  @Test(arguments: [
    "a: b: c", "a: [b", "a: {b", "a: \"b", "a: 'b", "\ta: b", "a: b\n c", "a: @b", "a: %b", "- a\nb: c", "a: *b c: d",
    "a: \"\\q\"",
    "a: >x\n b", "a: &", "? [", "a:\n\t- b", "a: !!", "a: \"\\uD800\"", "---\na\n--- b\n... c",
    "%YAML 1.1\n%YAML 1.1\n---\na", "a\n}",
  ])
  func isSaidInChinese(text: String) throws {
    var diagnostics: [Diagnostic] = []
    _ = YAMLReader.read(SourceFile(path: "a", text: text), diagnostics: &diagnostics)
    for problem in diagnostics {
      let summary = problem.summary(in: .chinese)
      #expect(summary.firstMatch(of: /[a-z]{3,}/) == nil, "\(summary)")
    }
  }
}

import Foundation
import Testing
import ZhinanValidation

@Suite("Codes and rules")
struct DocumentedCodesTests {
  static let root = VectorFile.folder.deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  @Test("stand in docs/codes.md, and nothing else does")
  func documented() throws {
    let table = try Self.text("docs/codes.md")
    let first = table.split(separator: "\n").compactMap { line -> String? in
      guard line.hasPrefix("| `") else { return nil }
      return line.dropFirst(3).split(separator: "`").first.map(String.init)
    }
    let names = Rule.allCases.map { "\($0.name)" } + Code.allCases.map { "\($0.name)" }
    #expect(first.sorted() == names.sorted())
  }

  @Test("have a sentence and a hint in every language", arguments: ["zh-CN", "en"])
  func sentences(_ language: String) throws {
    let messages = try Self.text("templates/messages/\(language).yml")
    for code in Code.allCases {
      let line = messages.split(separator: "\n").first { $0.hasPrefix("  \(code.name): {say: \"") }
      #expect(line?.contains(", hint: \"") == true, "\(code.name)")
    }
  }

  @Test("have names of their own, and rules are found by them")
  func names() {
    #expect(Set(Code.allCases.map { "\($0.name)" }).count == Code.allCases.count)
    #expect(Code.allCases.count <= 128)
    for rule in Rule.allCases {
      #expect(Rule(name: "\(rule.name)".utf8) == rule)
      #expect(rule.standard.utf8CodeUnitCount > 0)
    }
    #expect(Rule(name: "usc".utf8) == nil)
    #expect(Rule(name: "uscc ".utf8) == nil)
  }

  @Test("A set of codes iterates in their order")
  func order() {
    var all = CodeSet()
    for code in Code.allCases.reversed() { all.insert(code) }
    #expect(Array(all) == Code.allCases && all.count == Code.allCases.count)
    #expect(Code.allCases.allSatisfy { Array(CodeSet($0)) == [$0] && CodeSet($0).contains($0) })
    var set = CodeSet(.wVague)
    set.insert(.eEmpty)
    set.insert(.eCheck)
    #expect(Array(set) == [.eEmpty, .eCheck, .wVague])
    #expect(set.count == 3)
    #expect(set.union(CodeSet(.eDot)).contains(.eDot))
    #expect(CodeSet().isEmpty)
  }

  @Test("A rule for several inputs rejects one text")
  func severalInputs() throws {
    let today = try #require(vectorDay)
    for rule in Rule.allCases where !rule.takesText {
      #expect(rule.check("x", today: today).verdict.errorNames == ["E_TYPE"])
    }
  }
}

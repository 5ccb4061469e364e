import Diagnostics
import Foundation
import SourceText
import Testing

/// Reads a text and gives the node and the printed problems.
private func read(_ text: String, json: Bool = false) -> (node: SourceNode?, printed: [String]) {
  var diagnostics: [Diagnostic] = []
  let file = SourceFile(path: "a", text: text)
  let node =
    json ? JSONReader.read(file, diagnostics: &diagnostics) : YAMLReader.read(file, diagnostics: &diagnostics)
  return (node, diagnostics.map { DiagnosticFormat.text.lines(for: $0) })
}

@Suite struct YAMLReading {
  @Test func everyValueHasItsPlace() throws {
    let node = try #require(read("名称: 张三\nlist:\n  - x: 1\n  - 二\n").node)
    #expect(node["名称"]?.place == SourcePlace("a", line: 1, column: 5))
    #expect(node["list"]?.list?[0]["x"]?.place == SourcePlace("a", line: 3, column: 8))
    #expect(node["list"]?.list?[1].place == SourcePlace("a", line: 4, column: 5))
  }

  @Test func scalarsKeepTheirCharacters() throws {
    let node = try #require(read("a: 007\nb: no\nc: 2019-09\nd: ~\ne: '~'\n").node)
    #expect(["a", "b", "c", "e"].map { node[$0]?.text } == ["007", "no", "2019-09", "~"])
    #expect(node["d"]?.isNull == true)
  }

  @Test(arguments: [
    ("a: [1, 2", "a:2:1: error:"), ("a: b: c", "a:1:5: error:"),
    ("a: 1\na: 2", "error: A key is given twice in this map"),
    ("? [x]\n: y", "A key must be a plain text"),
  ])
  func wrongTextsAreReportedWithTheirPlace(text: String, expected: String) {
    let (node, printed) = read(text)
    #expect(node == nil)
    #expect(printed.count == 1 && printed[0].replacing("\n", with: " ").contains(expected), "\(printed)")
  }

  @Test(arguments: [false, true])
  func deepNestingIsRefused(inLines: Bool) {
    let text =
      inLines
      ? "a:\n" + (0..<2000).map { String(repeating: " ", count: $0) + "b:\n" }.joined()
      : String(repeating: "[", count: 100_000)
    let (node, printed) = read(text)
    #expect(node == nil && printed.count == 1 && printed[0].contains("nested too deeply"))
  }

  @Test func aliasesCannotGrowWithoutBound() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<12 {
      text += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
    }
    let (node, printed) = read(text)
    #expect(node == nil && printed.count == 1 && printed[0].contains("[yaml.alias]"))
  }
}

@Suite struct JSONReading {
  @Test func everyValueHasItsPlace() throws {
    let node = try #require(read("{\n  \"名\": [1, \"\\ud842\\udf9f\\n\"]\n}", json: true).node)
    #expect(node["名"]?.list?[1].text == "\u{20B9F}\n")
    #expect(node["名"]?.list?[1].place == SourcePlace("a", line: 2, column: 12))
  }

  @Test(arguments: [
    ("", "a:1:1"), ("{\"a\":1,}", "a:1:8"), ("{\"a\":1 \"b\":2}", "a:1:8"), ("[01]", "a:1:2"), ("[1] x", "a:1:5"),
    ("{\"a\":1,\"a\":2}", "a:1:8"), ("[\"\\ud842\"]", "a:1:9"), ("[\"\t\"]", "a:1:3"), ("[\"a", "a:1:4"),
    ("[tru]", "a:1:2"), ("[1,\n 2e]", "a:2:2"), (String(repeating: "[", count: 200), "a:1:102"),
  ])
  func wrongTextsAreReportedWithTheirPlace(text: String, place: String) {
    let (node, printed) = read(text, json: true)
    #expect(node == nil)
    #expect(printed.count == 1 && printed[0].hasPrefix("\(place): error: This is not JSON"), "\(printed)")
  }
}

@Suite struct FileReading {
  @Test(
    arguments: [
      ([0xD5, 0xC5, 0xC8, 0xFD], "f:1:1: error: The file is not UTF-8."),
      ([0x61, 0x0A, 0x62, 0xFF], "f:2:2: error: The file is not UTF-8."),
      ([0x61, 0x00], "f:1:2: error: The file holds a NUL character."),
    ] as [([UInt8], String)])
  func otherEncodingsAreRefusedWithThePlace(bytes: [UInt8], expected: String) {
    var diagnostics: [Diagnostic] = []
    #expect(SourceFile.decode(bytes, as: "f", diagnostics: &diagnostics) == nil)
    #expect(DiagnosticFormat.text.lines(for: diagnostics[0]).hasPrefix(expected))
  }

  @Test func aByteOrderMarkAndWindowsLineEndsAreTakenAway() {
    var diagnostics: [Diagnostic] = []
    let file = SourceFile.decode([0xEF, 0xBB, 0xBF, 0x61, 13, 10, 0x62], as: "f", diagnostics: &diagnostics)
    #expect(file?.text == "a\nb" && diagnostics.isEmpty)
  }

  @Test func aMissingFileSaysSo() {
    var diagnostics: [Diagnostic] = []
    #expect(SourceFile.read(URL(fileURLWithPath: "/nowhere/x"), as: "x", diagnostics: &diagnostics) == nil)
    #expect(DiagnosticFormat.text.lines(for: diagnostics[0]).contains("no such file"))
  }
}

@Suite struct SchemaReading {
  @Test func unknownKeysAreReportedWithTheNearestKnownOne() throws {
    var reader = MapReader(try #require(read("titel: x\norder: y").node), what: .verbatim("The page"), id: "page")
    #expect(reader.requiredText("title") == nil)
    #expect(reader.integer("order") == nil)
    var diagnostics: [Diagnostic] = []
    reader.finish(into: &diagnostics)
    #expect(
      diagnostics.inOrder().map { DiagnosticFormat.text.lines(for: $0) } == [
        "a:1:1: error: The page lacks the key “title”. [page.missing-key]",
        "a:1:1: error: The page has no key “titel”. [page.unknown-key]\n  hint: Did you mean “title”?",
        "a:2:8: error: “order” should be a whole number. [page.type]",
      ])
  }

  @Test func controlCharactersInMessagesAreMadeVisible() {
    let diagnostic = Diagnostic.error("x", at: nil, "a\u{1B}[31mb")
    #expect(DiagnosticFormat.text.lines(for: diagnostic) == "error: a␛[31mb [x]")
    #expect(DiagnosticFormat.json.lines(for: diagnostic).contains("a\\u001b[31mb"))
  }
}

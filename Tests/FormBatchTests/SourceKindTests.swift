import Diagnostics
import FormDefinition
import FormMessages
import FormModel
import RecordStreams
import SourceText
import Testing

@testable import FormBatch

@Suite struct KindsOfSource {
  /// What is told of a record, without places.
  private func told(_ node: SourceNode?) throws -> [String] {
    let form = try #require(sampleForm())
    var diagnostics: [Diagnostic] = []
    let node = try #require(node)
    let record = try #require(RecordReader.read(node, form: form.compiled, diagnostics: &diagnostics))
    var violations: [Violation] = []
    _ = form.checker.check(record.answers, today: form.today, violations: &violations)
    diagnostics += violations.filter { !record.isConsequence($0) }.map {
      record.diagnostic(
        for: $0, form: form.compiled, sentences: RecordSentences(form: form.compiled, messages: form.messages.table))
    }
    return diagnostics.map { "\($0.id) \($0.summary)" }.sorted()
  }

  @Test(arguments: [
    ("kind: green", #"{"kind":"green"}"#, "kind,address\ngreen,\n"),
    (
      "{公章: 有, 通讯地址: x}", #"{"公章":"有","通讯地址":"x"}"#,
      "公章,通讯地址\n有,x\n"
    ),
    ("{form: pickup, address: x}", #"{"form":"pickup","address":"x"}"#, "form,address\npickup,x\n"),
    (
      "{address: x, extras: [red, 绿], seals: [{name: 一, size: 12}, {size: 3}]}",
      #"{"address":"x","extras":["red","绿"],"seals":[{"name":"一","size":12},{"size":3}]}"#,
      "address,extras,seals[0].name,seals[0].size,seals[1].name,seals[1].size\nx,red；绿,一,12,,3\n"
    ),
    ("{地址: x, address: x, 通讯地址: y}", #"{"地址":"x","address":"x","通讯地址":"y"}"#, nil),
    ("{address: [x], kind: {a: 1}, seals: [x]}", #"{"address":["x"],"kind":{"a":1},"seals":["x"]}"#, nil),
  ])
  func tellTheSame(yaml: String, json: String, csv: String?) throws {
    var diagnostics: [Diagnostic] = []
    let fromYAML = try told(
      YAMLReader.read(SourceFile(path: "r", text: yaml), diagnostics: &diagnostics))
    #expect(!fromYAML.isEmpty && diagnostics.isEmpty)
    #expect(try told(JSONReader.read(SourceFile(path: "r", text: json), diagnostics: &diagnostics)) == fromYAML)
    let lines = try Rows(json + "\n", .jsonl).problems
    #expect(lines.compactMap(summary).sorted() == fromYAML)
    if let csv { #expect(try Rows(csv).problems.compactMap(summary).sorted() == fromYAML) }
  }

  /// `id summary` of a printed problem.
  private func summary(_ printed: String) -> String? {
    guard let match = printed.firstMatch(of: /(?:error|warning): (.*) \[(.*)\]/) else { return nil }
    return "\(match.2) \(match.1)"
  }
}

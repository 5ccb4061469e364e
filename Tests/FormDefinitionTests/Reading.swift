import Diagnostics
import FormDefinition
import FormModel
import Foundation
import SourceText

/// The project's folder.
let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// Problems as they are printed, in order.
func printed(_ diagnostics: [Diagnostic]) -> [String] {
  diagnostics.inOrder().map { DiagnosticFormat.text.lines(for: $0) }
}

/// A data file named `colours`, as forms refer to it.
func sampleData(_ name: String) -> SourceNode? {
  guard name == "colours" else { return nil }
  var diagnostics: [Diagnostic] = []
  let text = "options:\n  - {value: red, label: 红}\n  - {value: blue, label: 蓝}\n"
  return YAMLReader.read(SourceFile(path: "colours.yml", text: text), diagnostics: &diagnostics)
}

/// A form read from YAML and compiled, with the problems of both stages.
struct ReadForm {
  var definition: FormDefinition?
  var compiled: CompiledForm?
  var problems: [String]

  init(_ text: String) {
    var diagnostics: [Diagnostic] = []
    definition = FormDefinition.read(
      SourceFile(path: "form.yml", text: text), id: "sample", guideVersion: "v1", data: sampleData,
      diagnostics: &diagnostics)
    compiled = definition?.compiled(diagnostics: &diagnostics)
    problems = printed(diagnostics)
  }

  /// A form of one section whose fields are given one a line.
  init(fields: [String], checks: [String] = []) {
    var lines = ["title: Sample", "version: 1.0.0", "sections:", "  - title: Part", "    fields:"]
    lines += fields.map { "      - " + $0 }
    if !checks.isEmpty { lines += ["checks:"] + checks.map { "  - " + $0 } }
    self.init(lines.joined(separator: "\n") + "\n")
  }

  /// The compiled field with this key.
  subscript(_ key: String) -> CompiledField? {
    compiled.flatMap { form in form.field(Array(key.utf8)).map { form.fields[$0] } }
  }
}

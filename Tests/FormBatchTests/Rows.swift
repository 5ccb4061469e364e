import Diagnostics
import FormDefinition
import FormMessages
import FormModel
import FormTables
import Foundation
import RecordStreams
import SourceText
import ZhinanValidation

@testable import FormBatch

/// The project's folder.
let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

private let definition = """
  title: T
  version: 1
  sections:
    - title: A
      fields:
        - {key: kind, label: 类型, type: choice, options: [{value: red, label: 红}, {value: blue, label: 蓝}]}
        - {key: extras, label: 事项, type: choices, options: [{value: red, label: 红}, {value: blue, label: 蓝}]}
        - {key: bossName, label: 负责人姓名, short-label: 姓名, mask: name}
        - {key: agentName, label: 经办人姓名, short-label: 姓名, mask: name}
        - {key: address, label: 通讯地址, short-label: 地址, required: true}
        - {key: stamp, label: 公章, type: blank}
    - title: B
      repeat: {key: seals, min: 0, max: 2, item: "第{n}枚·"}
      fields:
        - {key: name, label: 印章名称, short-label: 名称, required: true}
        - {key: size, label: 大小, type: integer, min: 1, max: 9}
  """

/// A small form, without paper.
func sampleForm(_ messages: MessageCatalog = MessageCatalog()) -> BatchForm? {
  var diagnostics: [Diagnostic] = []
  guard
    let definition = FormDefinition.read(
      SourceFile(path: "form.yml", text: definition), id: "sample", guideVersion: "v1", data: { _ in nil },
      diagnostics: &diagnostics),
    let compiled = definition.compiled(diagnostics: &diagnostics),
    let today = CalendarDate(year: 2026, month: 11, day: 22)
  else { return nil }
  return BatchForm(
    compiled: compiled, blank: VerifiedBlank(drawn: []), messages: messages, today: today, filler: "test 1")
}

/// Rows of a CSV file (or, without a header, of JSON Lines) as they are read: `line key=text …`, and all problems.
struct Rows {
  var answers: [String] = []
  var problems: [String] = []

  init(
    _ text: String, _ format: RecordFormat = .csv, messages: MessageCatalog = MessageCatalog(),
    options: HeaderOptions = HeaderOptions()
  ) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "zhinan-\(UUID().uuidString)")
    try Data(text.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    var diagnostics: [Diagnostic] = []
    defer { problems = diagnostics.map { DiagnosticFormat.text.lines(for: $0) } }
    guard let form = sampleForm(messages),
      let stream = RecordStream.open(url.path, as: "r", format, encoding: nil, diagnostics: &diagnostics)
    else { return }
    var source = RecordSource(stream)
    var header: TableHeader?
    if format == .csv {
      header = HeaderRow.take(from: &source, forms: [form], options: options, diagnostics: &diagnostics)?.first
      if header == nil { return }
    }
    var reader = RowReader(form: form, header: header, path: "r")
    while let raw = source.next() {
      var problems: [RowProblem] = []
      let record = reader.read(raw, problems: &problems)
      diagnostics += problems.map(\.diagnostic)
      if let record {
        answers.append("\(raw.line)" + Self.text(record.answers, form.compiled))
        var violations: [Violation] = []
        _ = form.checker.check(record.answers, today: form.today, violations: &violations)
        diagnostics += violations.filter { !record.isConsequence($0) }.map {
          record.diagnostic(for: $0, form: form.compiled, sentences: form.sentences)
        }
      }
    }
    diagnostics += [source.failure].compactMap { $0 } + source.takeRemarks()
  }

  private static func text(_ answers: Answers, _ form: CompiledForm) -> String {
    form.fields.indices.filter { answers.isPresent($0) }.map { index in
      let field = form.fields[index]
      let text =
        field.options.isEmpty ? String(decoding: answers.text(index), as: UTF8.self) : "\(answers.options(index))"
      return " " + String(decoding: field.key, as: UTF8.self) + "=" + text
    }.joined()
  }
}

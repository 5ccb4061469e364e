internal import Diagnostics
internal import FormDefinition
internal import FormFilling
internal import FormModel
internal import Foundation
internal import Publishing
internal import SourceText
internal import Validation

/// One form made ready for the commands that work on records.
struct FormSession {
  let console: Console
  let form: CompiledForm
  let blank: [UInt8]
  /// The blank's path, or that of the form's YAML where it was drawn.
  let blankName: String
  var fonts: FontLibrary
  let messages: MessageCatalog
  let today: CalendarDate
  /// The guide's folder.
  let root: URL

  /// Reads and checks the record at `path`; every problem is appended.
  func check(_ path: String, diagnostics: inout [Diagnostic]) -> (FormRecord, CheckedRecord)? {
    guard let record = read(path, diagnostics: &diagnostics) else { return nil }
    let checked = check(record, diagnostics: &diagnostics)
    return record.isWhole ? checked.map { (record, $0) } : nil
  }

  /// Reads the record at `path` without checking its answers.
  func read(_ path: String, diagnostics: inout [Diagnostic]) -> FormRecord? {
    // A record may lie anywhere, but one of the guide's own is no link that leads out of the guide.
    let url = URL(fileURLWithPath: path)
    let isOfGuide = url.standardizedFileURL.path.hasPrefix(root.standardizedFileURL.path + "/content/")
    guard let file = SourceFile.read(url, as: path, within: isOfGuide ? root : nil, diagnostics: &diagnostics) else {
      return nil
    }
    let isJSON = path.hasSuffix(".json")
    guard
      let node = isJSON
        ? JSONReader.read(file, diagnostics: &diagnostics) : YAMLReader.read(file, diagnostics: &diagnostics)
    else { return nil }
    return RecordReader.read(node, form: form, messages: messages, diagnostics: &diagnostics)
  }

  /// Checks a record's answers; every problem that does not only follow from another is appended.
  func check(_ record: FormRecord, diagnostics: inout [Diagnostic]) -> CheckedRecord? {
    var violations: [Violation] = []
    let checked = form.check(record.answers, today: today, violations: &violations)
    diagnostics += violations.filter { !record.isConsequence($0) }.map { diagnostic(for: $0, in: record) }
    return checked
  }

  /// Where everything stands on paper and the filled PDF; texts that do not fit and characters that no font has are
  /// appended as problems.
  mutating func fill(
    _ record: FormRecord, _ checked: CheckedRecord, options: FillOptions = FillOptions(),
    diagnostics: inout [Diagnostic]
  ) throws -> [UInt8]? {
    let fields = form.fields
    let texts = fields.indices.flatMap { index in
      Array(String(decoding: checked.answers.text(index), as: UTF8.self).unicodeScalars)
        + fields[index].options.flatMap { Array(String(decoding: $0.label, as: UTF8.self).unicodeScalars) }
    }
    guard let fonts = fonts.fonts(for: texts.lazy.map(\.value), diagnostics: &diagnostics) else { return nil }
    var filler = try FormFiller(form: form, blank: blank, fonts: fonts)
    var violations: [Violation] = []
    let placed = filler.place(checked, violations: &violations)
    diagnostics += violations.map { diagnostic(for: $0, in: record) }
    return try placed.map { try filler.fill(checked, $0, options: options) }
  }

  private func diagnostic(for violation: Violation, in record: FormRecord) -> Diagnostic {
    record.diagnostic(for: violation, form: form, messages: messages)
  }
}

internal import Bytes
internal import Diagnostics
internal import Files
internal import FormDefinition
internal import FormFilling
internal import FormModel
internal import Foundation
internal import RecordStreams

/// Takes rows through reading, checking and filling to PDFs in the output folder of one form. One belongs to one thread.
final class RowFiller {
  private let form: BatchForm
  private let fonts: BatchFonts
  private let folder: OutputFolder
  private let label: Int?
  private let reported: [Int?]
  private var reader: RowReader
  private var filler: FormFiller
  /// With all fonts, made for the first record that needs them.
  private var rareFiller: FormFiller?

  init(_ task: BatchTask, path: String) throws(CompiledFormError) {
    form = task.form
    fonts = task.fonts
    folder = task.folder
    label = task.label
    reported = task.reported
    reader = RowReader(form: form, header: task.header, path: path)
    filler = try FormFiller(form: form.compiled, blank: form.blank, fonts: fonts.first)
  }

  /// What became of a row; only a folder that cannot be written to is thrown.
  func fill(_ raw: RawRecord, _ cells: RowCells? = nil) throws(OutputFailure) -> BatchRow {
    var row = BatchRow(row: raw.row, line: raw.line)
    let record = reader.read(raw, cells, problems: &row.problems)
    let checked = record.flatMap { check($0, &row) }
    row.shown = reported.map { field in field.map { shown($0, record, checked) } ?? "" }
    if let record, let checked {
      let name = RecordName(
        row: raw.row, checked, of: form.compiled, identity: form.identity, labelledBy: label)
      row.recordHash = name.hash.reduce(0) { $0 << 8 | UInt64($1) }
      if let file = try folder.done(name) {
        row.state = .unchanged
        row.file = file
      } else if let pdf = pdf(record, checked, &row) {
        row.state = .filled
        row.file = try folder.write(pdf, digest: digest(of: pdf), as: name)
      }
    }
    if row.state == .failed {
      row.recordHash = nil
      try folder.remove(raw.row)
    }
    return row
  }

  /// An answer as reports may show it: one that is right whole, any other as messages show it.
  private func shown(_ field: Int, _ record: FormRecord?, _ checked: CheckedRecord?) -> String {
    let asked = form.compiled.fields[field]
    if let checked { return String(decoding: checked.answers.cell(field, of: form.compiled), as: UTF8.self) }
    return record.map { String(decoding: ShownAnswer.text(Array($0.answers.text(field)), in: asked), as: UTF8.self) }
      ?? ""
  }

  /// Whether a row has an answer to every question that needs one, right or wrong.
  func isAnswered(by raw: RawRecord, _ cells: RowCells) -> Bool {
    var problems: [RowProblem] = []
    guard let record = reader.read(raw, cells, problems: &problems) else { return false }
    var violations: [Violation] = []
    _ = form.checker.check(record.answers, today: form.today, violations: &violations)
    return !violations.contains { violation in
      // A cell that could not be read is an answer too.
      !record.isConsequence(violation)
        && (violation.problem == .form(.eRequired) || violation.problem == .form(.eItems))
    }
  }

  /// A row that does not answer this form: a PDF that it had before goes.
  func leaveOut(_ raw: RawRecord) throws(OutputFailure) -> BatchRow {
    try folder.remove(raw.row)
    var row = BatchRow(row: raw.row, line: raw.line)
    row.state = .notAsked
    return row
  }

  private func check(_ record: FormRecord, _ row: inout BatchRow) -> CheckedRecord? {
    var violations: [Violation] = []
    let checked = form.checker.check(record.answers, today: form.today, violations: &violations)
    for violation in violations where !record.isConsequence(violation) { report(violation, of: record, &row) }
    return row.problems.contains { $0.diagnostic.severity == .error } ? nil : checked
  }

  private func report(_ violation: Violation, of record: FormRecord, _ row: inout BatchRow) {
    let diagnostic = record.diagnostic(for: violation, form: form.compiled, sentences: form.sentences)
    let key =
      switch violation.subject {
      case .field(let index): form.compiled.fields[index].key
      case .group(let index): form.compiled.groups[index].key
      }
    row.problems.append(RowProblem(diagnostic, field: String(decoding: key, as: UTF8.self)))
  }

  private func pdf(_ record: FormRecord, _ checked: CheckedRecord, _ row: inout BatchRow) -> [UInt8]? {
    var violations: [Violation] = []
    do {
      if let placed = filler.place(checked, violations: &violations) {
        return try filler.fill(checked, placed, options: form.options)
      }
      if violations.contains(where: { $0.problem == .form(.eNoGlyph) }) {
        if rareFiller == nil {
          rareFiller = try FormFiller(form: form.compiled, blank: form.blank, fonts: fonts.all().get())
        }
        violations = []
        if let placed = rareFiller?.place(checked, violations: &violations) {
          return try rareFiller?.fill(checked, placed, options: form.options)
        }
      }
      for violation in violations { report(violation, of: record, &row) }
    } catch let error as BatchFonts.FontProblems {
      row.problems += error.diagnostics.map { RowProblem($0) }
    } catch {
      row.problems.append(
        RowProblem(
          .error("records.font", at: record.places.first, ["reason": .message(.phrase("\(error)"))])))
    }
    return nil
  }

  private func digest(of pdf: [UInt8]) -> [UInt8] {
    let blank = form.blank.bytes
    let isUpdate =
      pdf.count >= blank.count
      && pdf.withUnsafeBytes { pdf in
        blank.withUnsafeBytes { blank in
          blank.baseAddress.map { memcmp(pdf.baseAddress ?? $0, $0, blank.count) == 0 } ?? true
        }
      }
    return isUpdate ? form.blank.digest(followedBy: pdf[blank.count...]) : SHA256.digest(of: pdf)
  }
}

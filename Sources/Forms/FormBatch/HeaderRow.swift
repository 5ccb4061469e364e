package import Diagnostics
internal import FormDefinition
internal import FormMessages
internal import FormModel
package import RecordStreams

/// The first row of a CSV file: which field each column answers.
package struct HeaderRow: Sendable {
  /// A column's field as its cells are read.
  enum Column: Sendable {
    case text(field: Int)
    case choice(field: Int)
    case form
    case byHand(label: String)
  }

  let columns: [Column]

  /// Reads the header; `nil` when anything is wrong with it, all of it told with line and column.
  package static func read(
    _ raw: RawRecord?, path: String, form: BatchForm, diagnostics: inout [Diagnostic]
  ) -> HeaderRow? {
    guard let raw else {
      diagnostics.append(noHeader(in: path, line: 1, form))
      return nil
    }
    var rows = RowReader(form: form, header: nil, path: path)
    var problems: [RowProblem] = []
    guard let bytes = rows.text(of: raw, problems: &problems) else {
      diagnostics += problems.map(\.diagnostic)
      return nil
    }
    var reading = HeaderReading(form: form, names: HeaderNames(form.compiled), path: path)
    let cells = CSVCells(bytes, line: raw.line)
    let names = cells.cells.map { String(decoding: cells.text($0), as: UTF8.self).trimmed }
    // A row that names no field may be somebody's record, so nothing of it is quoted; one that names few still may, one
    // of whose answers happens to be a field's name.
    let known = names.count { !reading.names.targets(of: $0).isEmpty }
    guard known > 0 else {
      diagnostics.append(noHeader(in: path, line: raw.line, form))
      return nil
    }
    reading.mayHaveKeys = known * 2 > names.count { !$0.isEmpty }
    for (name, cell) in zip(names, cells.cells) {
      reading.add(name, at: SourcePlace(path, line: cell.line, column: cell.column))
    }
    diagnostics += reading.diagnostics
    return reading.diagnostics.isEmpty ? HeaderRow(columns: reading.columns) : nil
  }

  private static func noHeader(in path: String, line: Int, _ form: BatchForm) -> Diagnostic {
    form.messages.diagnostic(
      .noHeader, at: SourcePlace(path, line: line, column: 1))
  }
}

private struct HeaderReading {
  let form: BatchForm
  let names: HeaderNames
  let path: String
  /// Whether more than half of the names are the form's, so that the others are names too.
  var mayHaveKeys = false
  var columns: [HeaderRow.Column] = []
  var diagnostics: [Diagnostic] = []
  private var taken: Set<HeaderNames.Target> = []
  private var count = 0

  init(form: BatchForm, names: HeaderNames, path: String) {
    self.form = form
    self.names = names
    self.path = path
  }

  mutating func add(_ name: String, at place: SourcePlace) {
    count += 1
    guard !name.isEmpty else {
      diagnostics.append(
        form.messages.diagnostic(
          .unnamedColumn, at: place, [("column", "\(count)")]))
      return
    }
    let targets = names.targets(of: name)
    guard let target = targets.first else {
      let known = names.labels.flatMap { [Array($0.key.utf8), Array($0.label.utf8)] }
      let sentence = form.messages.table.unknownField(
        Array(name.utf8), known: known, mayBeKey: mayHaveKeys)
      diagnostics.append(.error("record.unknown-field", at: place, sentence))
      return
    }
    guard targets.count == 1 else {
      let near = targets.map { names.label(of: $0) }.joined(separator: form.messages.separator)
      diagnostics.append(
        form.messages.diagnostic(
          .ambiguousColumn, at: place, [("key", name), ("near", near)]))
      return
    }
    guard taken.insert(target).inserted else {
      let label = names.label(of: target)
      diagnostics.append(
        form.messages.diagnostic(
          .duplicateField, at: place, [("label", label)], english: "“{label}” is answered twice."))
      return
    }
    columns.append(column(target))
  }

  private func column(_ target: HeaderNames.Target) -> HeaderRow.Column {
    switch target {
    case .form: return .form
    case .byHand(let label): return .byHand(label: label)
    case .field(let index):
      let field = form.compiled.fields[index]
      return field.options.isEmpty ? .text(field: index) : .choice(field: index)
    }
  }
}

extension StringProtocol {
  /// Without spaces, those of Chinese text too, at both ends.
  var trimmed: String {
    let scalars = unicodeScalars.drop { $0.properties.isWhitespace }
    guard let last = scalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
    return String(String.UnicodeScalarView(scalars[...last]))
  }
}

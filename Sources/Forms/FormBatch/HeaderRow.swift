package import Diagnostics
internal import FormDefinition
internal import FormMessages
internal import FormModel
package import FormTables
internal import RecordStreams

/// Which row names a table's columns, and which columns are left out.
package struct HeaderOptions: Sendable {
  /// The line that the row begins on, from 1; `nil` for the first row with anything in it.
  package var line: Int?
  /// Names of columns that are left out.
  package var leftOut: [String] = []

  /// The first row, all columns.
  package init() {}
}

/// Finds the row of a table that names its columns.
package enum HeaderRow {
  /// Rows that are looked at for the names where the first has none.
  private static let titleRows = 20

  /// Takes the header from a source whose rows have cells: what each column answers in each form. `nil` when anything is
  /// wrong with it, all of it told with line and column.
  package static func take(
    from source: inout RecordSource, forms: [BatchForm], options: HeaderOptions = HeaderOptions(),
    diagnostics: inout [Diagnostic]
  ) -> [TableHeader]? {
    guard let messages = forms.first?.messages else { return nil }
    let names = forms.map { ($0.compiled, ColumnNames($0.compiled)) }
    var raw = source.next()
    while let line = options.line, let record = raw, record.line < line { raw = source.next() }
    if let failure = source.failure {
      diagnostics.append(failure)
      return nil
    }
    let path = source.path
    let start = options.line ?? 1
    guard let raw, options.line.map({ raw.line == $0 }) ?? true else {
      diagnostics.append(messages.diagnostic(.noHeader, at: SourcePlace(path, line: start, column: 1)))
      return nil
    }
    var reader = RowCellsReader(messages: messages, path: path)
    var problems: [RowProblem] = []
    guard let cells = reader.cells(of: raw, problems: &problems) else {
      diagnostics += problems.map(\.diagnostic)
      return nil
    }
    let (headers, wrong) = TableHeader.read(
      cells.texts, of: names, leavingOut: options.leftOut.map { Array($0.utf8) })
    for problem in wrong {
      let place = cells.place(problem.column, in: path)
      if case .noHeader = problem.kind, let line = headerLine(after: &source, &reader, names.map { $0.1 }) {
        diagnostics.append(messages.diagnostic(.titleRow, at: place, [("line", "\(line)")]))
      } else {
        diagnostics.append(diagnostic(problem, at: place, names.flatMap { $0.1.known }, messages))
      }
    }
    guard wrong.isEmpty else { return nil }
    source.beginRows(
      columns: headers.first?.columns.count ?? 0, leavingOutRemarks: headers.contains(where: \.hasRemarks))
    return headers
  }

  /// The line of the first of the next rows most of whose cells are names.
  private static func headerLine(
    after source: inout RecordSource, _ reader: inout RowCellsReader, _ names: [ColumnNames]
  ) -> Int? {
    for _ in 0..<titleRows {
      guard let raw = source.next() else { return nil }
      var problems: [RowProblem] = []
      guard let cells = reader.cells(of: raw, problems: &problems) else { continue }
      let known = TableHeader.known(cells.texts, of: names)
      if known.areMost, known.count > 0 { return raw.line }
    }
    return nil
  }

  private static func diagnostic(
    _ problem: HeaderProblem, at place: SourcePlace, _ known: [[UInt8]], _ messages: MessageCatalog
  ) -> Diagnostic {
    func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    switch problem.kind {
    case .noHeader: return messages.diagnostic(.noHeader, at: place)
    case .wideSeparator(let sign): return messages.diagnostic(.wideSeparator, at: place, [("sign", text(sign))])
    case .unknown(let name, let mayBeKey):
      return .error(
        "record.unknown-field", at: place,
        messages.table.unknownField(name, known: known, mayBeKey: mayBeKey, isColumn: true))
    case .ambiguous(let name, let labels):
      let near = labels.map(text).joined(separator: messages.separator)
      return messages.diagnostic(.ambiguousColumn, at: place, [("key", text(name)), ("near", near)])
    case .twice(let label):
      return messages.diagnostic(
        .duplicateField, at: place, [("label", text(label))], english: "“{label}” is answered twice.")
    case .notThere(let name): return messages.diagnostic(.notThere, at: place, [("key", text(name))])
    }
  }
}

internal import Bytes
internal import Diagnostics
internal import FormDefinition
internal import FormMessages
internal import FormModel
internal import FormRecords
internal import FormTables
internal import RecordStreams
internal import SourceText
internal import Tables

/// Reads rows as records. One belongs to one thread.
struct RowReader: ~Copyable {
  private let form: BatchForm
  /// `nil` where rows are JSON objects.
  private let header: TableHeader?
  private let path: String
  private var reader: RowCellsReader
  private var isOfSeveral = false

  init(form: BatchForm, header: TableHeader?, path: String) {
    self.form = form
    self.header = header
    self.path = path
    reader = RowCellsReader(messages: form.messages, path: path)
  }

  /// The row's record; what is wrong with it is appended, and `nil` is returned when nothing more can be said.
  ///
  /// - Parameter cells: the row's, where they are parted already; its column `form` was looked at then.
  mutating func read(_ raw: RawRecord, _ cells: RowCells? = nil, problems: inout [RowProblem]) -> FormRecord? {
    guard let header else {
      return reader.text(of: raw, problems: &problems).flatMap { object($0, line: raw.line, problems: &problems) }
    }
    isOfSeveral = cells != nil
    return (cells ?? reader.cells(of: raw, problems: &problems)).flatMap {
      record($0, under: header, line: raw.line, problems: &problems)
    }
  }

  private func object(_ bytes: [UInt8], line: Int, problems: inout [RowProblem]) -> FormRecord? {
    let tree: AnswerTree
    do {
      tree = AnswerTree(try JSONNode.read(bytes, .file, line: line))
    } catch {
      problems.append(RowProblem(JSONReader.diagnostic(for: error, in: path)))
      return nil
    }
    var reader = AnswerReader(form: form.compiled, names: form.names)
    let isMap = reader.read(tree)
    problems += reader.problems.map { RowProblem($0.diagnostic(in: path, sentences: form.sentences)) }
    let start = tree.position.map { SourcePlace(path, line: $0.line, column: $0.column) } ?? SourcePlace(path)
    return isMap ? FormRecord(reader.given, at: start, isWhole: reader.problems.isEmpty) : nil
  }

  private func record(
    _ cells: RowCells, under header: TableHeader, line: Int, problems: inout [RowProblem]
  ) -> FormRecord? {
    guard fits(cells, header) else {
      let index = cells.count > header.columns.count ? header.columns.count : cells.count - 1
      let counts: [(StaticString, String)] = [("count", "\(cells.count)"), ("columns", "\(header.columns.count)")]
      problems.append(RowProblem(form.messages.diagnostic(.cells, at: cells.place(index, in: path), counts)))
      return nil
    }
    var reader = AnswerReader(form: form.compiled, names: form.names)
    for (index, column) in header.columns.prefix(cells.count).enumerated() {
      if let flaw = cells.flaw(index), let label = label(of: column) {
        problems.append(unread(flaw, label, at: cells.place(index, in: path)))
        leaveUnread(column, at: cells.position(index), &reader)
      } else if column == .unnamed {
        guard !TableText.isBlank(Array(cells.text(index))) else { continue }
        let place = cells.place(index, in: path)
        problems.append(RowProblem(form.messages.diagnostic(.unnamedCell, at: place, [("column", "\(index + 1)")])))
      } else {
        read(cells.text(index), column, cells.position(index), &reader)
      }
    }
    problems += reader.problems.map { RowProblem($0.diagnostic(in: path, sentences: form.sentences)) }
    return FormRecord(reader.given, at: SourcePlace(path, line: line, column: 1), isWhole: problems.isEmpty)
  }

  /// Whether a row has a cell for each column that has a name, and none with anything in it behind the last column.
  private func fits(_ cells: RowCells, _ header: TableHeader) -> Bool {
    if cells.count < header.leastCells, !cells.mayBeShort { return false }
    return (header.columns.count..<max(header.columns.count, cells.count)).allSatisfy {
      TableText.isBlank(Array(cells.text($0)))
    }
  }

  /// What the column's question is called; `nil` where it answers none.
  private func label(of column: TableHeader.Column) -> String? {
    switch column {
    case .text(let field), .choice(let field):
      String(decoding: form.compiled.fields[field].label, as: UTF8.self)
    case .byHand(let label): String(decoding: label, as: UTF8.self)
    case .form: "form"
    case .leftOut, .unnamed: nil
    }
  }

  private func unread(_ flaw: TableCell.Flaw, _ label: String, at place: SourcePlace) -> RowProblem {
    let problem: RecordProblem =
      switch flaw {
      case .lostDigits: .lostDigits
      case .noValue: .noValue
      }
    return RowProblem(form.messages.diagnostic(problem, at: place, [("label", label)]))
  }

  private func leaveUnread(_ column: TableHeader.Column, at position: TextPosition, _ reader: inout AnswerReader) {
    switch column {
    case .text(let field), .choice(let field): reader.leaveUnread(field: field, at: position)
    case .form, .byHand, .leftOut, .unnamed: break
    }
  }

  private func read(
    _ text: ArraySlice<UInt8>, _ column: TableHeader.Column, _ position: TextPosition, _ reader: inout AnswerReader
  ) {
    func cell(_ value: AnswerTree.Value) -> AnswerTree { AnswerTree(text.isEmpty ? .null : value, at: position) }
    switch column {
    case .text(let field): reader.read(cell(.scalar(Array(text))), field: field)
    case .choice(let field): reader.read(cell(.scalar(TableText.trimmed(Array(text)))), field: field)
    case .form where isOfSeveral: break
    case .form:
      let name = TableText.trimmed(Array(text))
      if !name.isEmpty { reader.readForm(AnswerTree(.scalar(name), at: position)) }
    case .byHand(let label): reader.read(cell(.scalar(Array(text))), byHand: label)
    case .leftOut, .unnamed: break
    }
  }
}

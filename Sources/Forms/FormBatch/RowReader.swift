internal import Bytes
internal import Diagnostics
internal import FormDefinition
internal import FormMessages
internal import FormModel
internal import FormRecords
internal import RecordStreams
internal import SourceText

/// Reads rows as records. One belongs to one thread.
struct RowReader: ~Copyable {
  private let form: BatchForm
  /// `nil` where rows are JSON objects.
  private let header: HeaderRow?
  private let path: String
  private var decoder = RecordDecoder()

  init(form: BatchForm, header: HeaderRow?, path: String) {
    self.form = form
    self.header = header
    self.path = path
  }

  /// The row's record; what is wrong with it is appended, and `nil` is returned when nothing more can be said.
  mutating func read(_ raw: RawRecord, problems: inout [RowProblem]) -> FormRecord? {
    guard let bytes = text(of: raw, problems: &problems) else { return nil }
    guard let header else { return object(bytes, line: raw.line, problems: &problems) }
    return record(CSVCells(bytes, line: raw.line), under: header, line: raw.line, problems: &problems)
  }

  /// The row's bytes in UTF-8, or what is wrong with them.
  mutating func text(of raw: RawRecord, problems: inout [RowProblem]) -> [UInt8]? {
    let messages = form.messages
    switch raw.flaw {
    case .tooLarge:
      problems.append(
        RowProblem(
          messages.diagnostic(
            .tooLarge, at: SourcePlace(path, line: raw.line, column: 1), [("limit", "\(RecordStream.limit)")])))
      return nil
    case .quote(let offset):
      let place = SourcePlace(path, line: raw.line, column: decoder.column(of: offset, in: raw))
      problems.append(RowProblem(messages.diagnostic(.quote, at: place)))
      return nil
    case nil: break
    }
    do {
      return try decoder.decode(raw)
    } catch {
      let name = raw.encoding == .utf8 ? "UTF-8" : "GB 18030"
      problems.append(
        RowProblem(
          messages.diagnostic(
            .encoding, at: SourcePlace(path, line: raw.line + error.line, column: error.column),
            [("encoding", name)])))
      return nil
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
    _ cells: CSVCells, under header: HeaderRow, line: Int, problems: inout [RowProblem]
  ) -> FormRecord? {
    let start = SourcePlace(path, line: line, column: 1)
    guard cells.cells.count == header.columns.count else {
      let extra = cells.cells.count > header.columns.count ? cells.cells[header.columns.count] : cells.cells.last
      let place = extra.map { SourcePlace(path, line: $0.line, column: $0.column) } ?? start
      let counts: [(StaticString, String)] = [
        ("count", "\(cells.cells.count)"), ("columns", "\(header.columns.count)"),
      ]
      problems.append(RowProblem(form.messages.diagnostic(.cells, at: place, counts)))
      return nil
    }
    var reader = AnswerReader(form: form.compiled, names: form.names)
    for (column, cell) in zip(header.columns, cells.cells) {
      read(cells.text(cell), column, TextPosition(line: cell.line, column: cell.column), &reader)
    }
    problems += reader.problems.map { RowProblem($0.diagnostic(in: path, sentences: form.sentences)) }
    return FormRecord(reader.given, at: start, isWhole: problems.isEmpty)
  }

  private func read(
    _ text: ArraySlice<UInt8>, _ column: HeaderRow.Column, _ position: TextPosition, _ reader: inout AnswerReader
  ) {
    func cell(_ value: AnswerTree.Value) -> AnswerTree { AnswerTree(text.isEmpty ? .null : value, at: position) }
    func trimmed() -> [UInt8] { Array(String(decoding: text, as: UTF8.self).trimmed.utf8) }
    switch column {
    case .text(let field): reader.read(cell(.scalar(Array(text))), field: field)
    case .choice(let field): reader.read(cell(.scalar(trimmed())), field: field)
    case .form:
      let name = trimmed()
      if !name.isEmpty { reader.readForm(AnswerTree(.scalar(name), at: position)) }
    case .byHand(let label): reader.read(cell(.scalar(Array(text))), byHand: Array(label.utf8))
    }
  }
}

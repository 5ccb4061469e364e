internal import Bytes
internal import Diagnostics
internal import FormDefinition
internal import FormMessages
internal import FormModel
internal import FormRecords
internal import FormTables
internal import RecordStreams
internal import SourceText

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
    var reader = AnswerReader(form: form.compiled, names: form.names)
    var wrong: [RowShapeProblem] = []
    reader.read(cells, under: header, of: form.compiled, readsForm: !isOfSeveral, problems: &wrong)
    problems += wrong.map { problem in
      let sentence = form.messages.table.sentence(for: problem)
      return RowProblem(.error("record.\(problem.problem.name)", at: cells.place(problem.column, in: path), sentence))
    }
    if let first = wrong.first, case .cells = first.kind { return nil }
    problems += reader.problems.map { RowProblem($0.diagnostic(in: path, sentences: form.sentences)) }
    return FormRecord(reader.given, at: SourcePlace(path, line: line, column: 1), isWhole: problems.isEmpty)
  }
}

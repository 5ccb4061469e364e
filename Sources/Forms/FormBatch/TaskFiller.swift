internal import Bytes
internal import Diagnostics
internal import Files
internal import FormDefinition
internal import FormMessages
internal import FormModel
internal import FormTables
internal import RecordStreams
internal import Tables

/// Takes rows to every form of a batch that they answer. One belongs to one thread.
final class TaskFiller {
  private let tasks: [BatchTask]
  private let path: String
  private let fillers: [RowFiller]
  private var reader: RowCellsReader
  /// Columns that only one of the forms reads, by form; such a column with anything in it asks for the form.
  private let ownColumns: [[Int]]
  private let formColumn: Int?

  init(_ tasks: [BatchTask], path: String) throws(CompiledFormError) {
    self.tasks = tasks
    self.path = path
    var fillers: [RowFiller] = []
    for task in tasks { fillers.append(try RowFiller(task, path: path)) }
    self.fillers = fillers
    reader = RowCellsReader(messages: tasks[0].form.messages, path: path)
    let columns = tasks.map { $0.header?.columns ?? [] }
    ownColumns = columns.map { own in
      own.indices.filter { index in
        Self.isAnswer(own[index]) && columns.count { Self.isAnswer($0[index]) } == 1
      }
    }
    formColumn = columns[0].firstIndex(of: .form)
  }

  private static func isAnswer(_ column: TableHeader.Column) -> Bool {
    switch column {
    case .text, .choice: true
    case .form, .byHand, .leftOut, .unnamed: false
    }
  }

  /// What became of a row, form by form.
  func fill(_ raw: RawRecord) throws(OutputFailure) -> [BatchRow] {
    guard tasks.count > 1 else { return [try fillers[0].fill(raw)] }
    var problems: [RowProblem] = []
    var asked: [Bool]?
    let cells = reader.cells(of: raw, problems: &problems)
    if let cells { asked = forms(askedBy: raw, cells, &problems) }
    var rows: [BatchRow] = []
    for (index, filler) in fillers.enumerated() {
      var row: BatchRow
      if let asked, problems.isEmpty {
        row = asked[index] ? try filler.fill(raw, cells) : try filler.leaveOut(raw)
      } else {
        row = try filler.leaveOut(raw)
        if index == 0 {
          row.state = .failed
          row.problems = problems
        }
      }
      row.task = index
      row.form = tasks[index].form.id
      rows.append(row)
    }
    return rows
  }

  /// Which forms a row asks for: those that its column `form` names; where it names none, those for which a column that
  /// only they read has anything in it, and those all of whose questions that need an answer have one.
  private func forms(askedBy raw: RawRecord, _ cells: RowCells, _ problems: inout [RowProblem]) -> [Bool] {
    func text(_ column: Int) -> [UInt8] {
      column < cells.count ? TableText.trimmed(Array(cells.text(column))) : []
    }
    if let formColumn, !text(formColumn).isEmpty {
      let names = Self.names(in: text(formColumn))
      let asked = tasks.map { task in names.contains { Self.isName($0, of: task.form) } }
      let unknown = names.contains { name in !tasks.contains { Self.isName(name, of: $0.form) } }
      if unknown {
        let known = tasks.map(\.form.id).joined(separator: tasks[0].form.messages.separator)
        let place = cells.place(formColumn, in: path)
        problems.append(RowProblem(tasks[0].form.messages.diagnostic(.form, at: place, [("form", known)])))
      }
      return asked
    }
    let asked = fillers.indices.map { index in
      ownColumns[index].contains { !text($0).isEmpty || isFlawed($0, cells) }
        || fillers[index].isAnswered(by: raw, cells)
    }
    if !asked.contains(true) {
      problems.append(
        RowProblem(
          tasks[0].form.messages.diagnostic(
            TableProblem.noForm, at: SourcePlace(path, line: cells.place(0, in: path).line))))
    }
    return asked
  }

  private func isFlawed(_ column: Int, _ cells: RowCells) -> Bool { column < cells.count && cells.flaw(column) != nil }

  private static func isName(_ name: [UInt32], of form: BatchForm) -> Bool {
    name == FoldedWord.scalars(form.compiled.id, withSpaces: false)
      || name == FoldedWord.scalars(form.compiled.title, withSpaces: false)
  }

  /// Names with 、 , ; / | + or line breaks between them, folded.
  private static func names(in text: [UInt8]) -> [[UInt32]] {
    let parting: [UInt32] = [0x0A, 0x0D, 0x2B, 0x2C, 0x2F, 0x3B, 0x7C, 0x3001, 0xFF0B, 0xFF0C, 0xFF0F, 0xFF1B, 0xFF5C]
    return UnicodeText.scalars(text).split { parting.contains($0) }.map { part in
      var bytes: [UInt8] = []
      for scalar in part { bytes.appendUTF8(scalar) }
      return FoldedWord.scalars(bytes, withSpaces: false)
    }.filter { !$0.isEmpty }
  }
}

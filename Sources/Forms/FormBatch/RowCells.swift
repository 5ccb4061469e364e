internal import Bytes
internal import Diagnostics
internal import FormDefinition
internal import FormMessages
internal import FormRecords
internal import FormTables
internal import RecordStreams
internal import Tables

/// The cells of a row, whatever it was written in.
struct RowCells: TableRow {
  private enum Source {
    case csv(CSVCells)
    case workbook([TableCell], line: Int)
  }

  private let source: Source

  init(_ cells: CSVCells) { source = .csv(cells) }

  init(_ cells: [TableCell], line: Int) { source = .workbook(cells, line: line) }

  var count: Int {
    switch source {
    case .csv(let cells): cells.cells.count
    case .workbook(let cells, _): cells.count
    }
  }

  var mayBeShort: Bool {
    if case .workbook = source { return true }
    return false
  }

  func text(_ index: Int) -> ArraySlice<UInt8> {
    switch source {
    case .csv(let cells): cells.text(cells.cells[index])
    case .workbook(let cells, _): cells[index].text[...]
    }
  }

  func flaw(_ index: Int) -> TableCell.Flaw? {
    if case .workbook(let cells, _) = source { return cells[index].flaw }
    return nil
  }

  func position(_ index: Int) -> TextPosition {
    switch source {
    case .csv(let cells): TextPosition(line: cells.cells[index].line, column: cells.cells[index].column)
    case .workbook(_, let line): TextPosition(line: line, column: index + 1)
    }
  }

  func place(_ index: Int, in path: String) -> SourcePlace {
    guard index < count else { return SourcePlace(path, line: position(0).line, column: 1) }
    return SourcePlace(path, line: position(index).line, column: position(index).column)
  }

  /// All texts.
  var texts: [[UInt8]] { (0..<count).map { Array(text($0)) } }
}

/// Parts rows into cells. One belongs to one thread.
struct RowCellsReader: ~Copyable {
  private let messages: MessageCatalog
  private let path: String
  private var decoder = RecordDecoder()

  init(messages: MessageCatalog, path: String) {
    self.messages = messages
    self.path = path
  }

  /// The row's cells, or what is wrong with it as a whole.
  mutating func cells(of raw: RawRecord, problems: inout [RowProblem]) -> RowCells? {
    if let cells = raw.cells { return RowCells(cells, line: raw.line) }
    return text(of: raw, problems: &problems).map {
      RowCells(CSVCells($0, line: raw.line, separator: raw.separator))
    }
  }

  /// The row's bytes in UTF-8, or what is wrong with them.
  mutating func text(of raw: RawRecord, problems: inout [RowProblem]) -> [UInt8]? {
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
}

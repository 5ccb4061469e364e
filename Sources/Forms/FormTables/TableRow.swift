#if canImport(Bytes)
  package import Bytes
#endif
#if canImport(FormModel)
  package import FormModel
#endif
#if canImport(FormRecords)
  package import FormRecords
#endif
#if canImport(Tables)
  package import Tables
#endif

/// The cells of a row of a table, whatever it was read from.
package protocol TableRow {
  /// How many there are.
  var count: Int { get }
  /// Whether rows with fewer cells than others have empty ones at their end.
  var mayBeShort: Bool { get }
  /// What a cell shows (UTF-8).
  func text(_ index: Int) -> ArraySlice<UInt8>
  /// Why what somebody entered in a cell is not known; `nil` where it is.
  func flaw(_ index: Int) -> TableCell.Flaw?
  /// Line and column: characters of the file's line, or the columns of the sheet.
  func position(_ index: Int) -> TextPosition
}

/// What is wrong with the shape of a row, besides its answers.
package struct RowShapeProblem: Sendable {
  /// What is wrong, with what it is about.
  package enum Kind: Sendable {
    /// The row has so many cells, and the header so many columns.
    case cells(Int, columns: Int)
    /// Something stands in a column without a name.
    case unnamedCell
    /// The cell for what is called so (UTF-8) cannot be read.
    case unread(TableCell.Flaw, label: [UInt8])
  }

  /// What is wrong.
  package let kind: Kind
  /// Where, from 0.
  package let column: Int

  /// Something is wrong there.
  package init(kind: Kind, column: Int) {
    self.kind = kind
    self.column = column
  }
}

extension AnswerReader {
  /// Reads the cells of a row as answers; what is wrong with its shape is appended. Nothing is read of a row that has more
  /// or fewer cells than the header.
  ///
  /// - Parameter readsForm: whether a cell under `form` has to name this form.
  package mutating func read(
    _ row: some TableRow, under header: TableHeader, of form: CompiledForm, readsForm: Bool,
    problems: inout [RowShapeProblem]
  ) {
    guard row.fits(header) else {
      let index = row.count > header.columns.count ? header.columns.count : row.count - 1
      problems.append(RowShapeProblem(kind: .cells(row.count, columns: header.columns.count), column: index))
      return
    }
    for (index, column) in header.columns.prefix(row.count).enumerated() {
      if let flaw = row.flaw(index), let label = column.label(in: form) {
        problems.append(RowShapeProblem(kind: .unread(flaw, label: label), column: index))
        if let field = column.field { leaveUnread(field: field, at: row.position(index)) }
      } else if column == .unnamed {
        guard !TableText.isBlank(Array(row.text(index))) else { continue }
        problems.append(RowShapeProblem(kind: .unnamedCell, column: index))
      } else {
        read(row.text(index), column, row.position(index), readsForm)
      }
    }
  }

  private mutating func read(
    _ text: ArraySlice<UInt8>, _ column: TableHeader.Column, _ position: TextPosition, _ readsForm: Bool
  ) {
    func cell(_ value: AnswerTree.Value) -> AnswerTree { AnswerTree(text.isEmpty ? .null : value, at: position) }
    switch column {
    case .text(let field): read(cell(.scalar(Array(text))), field: field)
    case .choice(let field): read(cell(.scalar(TableText.trimmed(Array(text)))), field: field)
    case .form:
      let name = readsForm ? TableText.trimmed(Array(text)) : []
      if !name.isEmpty { readForm(AnswerTree(.scalar(name), at: position)) }
    case .byHand(let label): read(cell(.scalar(Array(text))), byHand: label)
    case .leftOut, .unnamed: break
    }
  }
}

extension TableRow {
  /// Whether the row has a cell for each column that has a name, and none with anything in it behind the last column.
  fileprivate func fits(_ header: TableHeader) -> Bool {
    if count < header.leastCells, !mayBeShort { return false }
    return (header.columns.count..<max(header.columns.count, count)).allSatisfy {
      TableText.isBlank(Array(text($0)))
    }
  }
}

extension TableHeader.Column {
  /// The field that its cells answer.
  package var field: Int? {
    switch self {
    case .text(let field), .choice(let field): field
    case .form, .byHand, .leftOut, .unnamed: nil
    }
  }

  /// What the column's question is called (UTF-8); `nil` where it answers none.
  fileprivate func label(in form: CompiledForm) -> [UInt8]? {
    switch self {
    case .text(let field), .choice(let field): form.fields[field].label
    case .byHand(let label): label
    case .form: Array("form".utf8)
    case .leftOut, .unnamed: nil
    }
  }
}

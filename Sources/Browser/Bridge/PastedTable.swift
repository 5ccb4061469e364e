#if canImport(FormModel)
  internal import FormModel
#endif
#if canImport(FormTables)
  internal import FormTables
#endif
#if canImport(Tables)
  internal import Tables
#endif

/// A table of records that somebody pasted or dropped, as it stands after what was put right. Rows and columns count from
/// 0.
struct PastedTable {
  /// A row with anything in it.
  struct Row {
    /// Which row of the text it was, from 1, with the header and those that are left out.
    let number: Int
    /// Texts of its cells (UTF-8), without their quotation marks.
    var cells: [[UInt8]]
    /// Why the cells may not be what was meant; somebody may say that they are.
    var flaw: Flaw?
  }

  /// What is wrong with a row as a whole.
  enum Flaw {
    /// A quotation mark is out of place.
    case quote
    /// There are so many cells, which is more or fewer than columns.
    case cells(Int)
  }

  /// What a column is taken for.
  enum Choice: Equatable {
    case answers(ColumnNames.Target)
    case leftOut
    /// Nobody has said; the reason why it is not plain.
    case open(Doubt)
  }

  /// Why it is not plain what a column answers.
  enum Doubt {
    /// It has no name, and something stands in it.
    case unnamed
    /// The form has no such question.
    case unknown
    /// Several questions may be meant.
    case ambiguous
    /// An earlier column answers the same.
    case twice

    var name: StaticString {
      switch self {
      case .unnamed: "unnamed"
      case .unknown: "unknown"
      case .ambiguous: "ambiguous"
      case .twice: "twice"
      }
    }
  }

  /// A column, with its name in the header (UTF-8).
  struct Column {
    let name: [UInt8]
    var choice: Choice
  }

  /// How columns were taken for questions.
  enum Naming {
    /// By a row of names.
    case header
    /// By their order, which is that of the form's questions.
    case order
    /// Not at all.
    case none

    var name: StaticString {
      switch self {
      case .header: "header"
      case .order: "order"
      case .none: "none"
      }
    }
  }

  private static let mostTitleRows = 20
  let naming: Naming
  /// How many rows above the header, and remarks below it, are left out.
  private let passedOver: Int
  private(set) var columns: [Column]
  var rows: [Row]
  /// Rows with nothing in any column that is not left out: they are nobody's record.
  private var emptyRows: [Row] = []
  /// The row that was left out last, and where it was.
  private var dropped: (row: Row, place: Int)?

  /// How many rows are no records.
  var leftOutRows: Int { passedOver + emptyRows.count }

  /// Reads a text of records: tabs, commas or semicolons between cells, with a row of names or without; `nil` where it
  /// names a separator that is none.
  init?(_ text: [UInt8], names: ColumnNames, of form: CompiledForm) {
    guard var found = TextRows.read(text) else { return nil }
    let all = found.rows
    let choices = Self.inOrder(all.map({ $0.cells.count }).max() ?? 0, all, form)
    let first = all.prefix(Self.mostTitleRows + 1)
    // One word of a record may be a question's name too.
    let header =
      first.firstIndex { row in
        let known = TableHeader.known(row.cells, of: [names])
        return known.areMost && known.count > 0
      } ?? (choices == nil ? first.firstIndex { TableHeader.known($0.cells, of: [names]).count > 0 } : nil)
    if let header {
      let cells = all[header].cells.map(TableText.trimmed)
      let width = (cells.lastIndex { !$0.isEmpty } ?? -1) + 1
      found.rows.removeFirst(header + 1)
      let body = found.rows.count
      if let first = cells.first, TableText.isRemark(first) {
        found.rows.removeAll { $0.isRemark }
      }
      naming = .header
      passedOver = header + body - found.rows.count
      columns = cells.prefix(width).map { Column(name: $0, choice: .leftOut) }
      rows = found.rows.map { $0.fitted(to: width, mayBeShort: found.separator == .tab) }
      for index in columns.indices { columns[index].choice = Self.choice(index, columns, rows, names) }
    } else {
      let width = all.map({ $0.cells.count }).max() ?? 0
      let records = choices?.first == .leftOut ? all.filter { !$0.isRemark } : all
      naming = choices == nil ? .none : .order
      passedOver = all.count - records.count
      let fitted = records.map { $0.fitted(to: width, mayBeShort: found.separator == .tab) }
      columns = (0..<width).map { index in
        let isEmpty = fitted.allSatisfy { TableText.isBlank($0.cells[index]) }
        return Column(name: [], choice: choices?[index] ?? (isEmpty ? .leftOut : .open(.unnamed)))
      }
      rows = fitted
    }
    partEmptyRows()
  }

  /// What a column is taken for by its name.
  private static func choice(_ index: Int, _ columns: [Column], _ rows: [Row], _ names: ColumnNames) -> Choice {
    let name = columns[index].name
    if name.isEmpty {
      return rows.contains { !TableText.isBlank($0.cells[index]) } ? .open(.unnamed) : .leftOut
    }
    if TableText.isRemark(name) { return .leftOut }
    let targets = names.targets(of: name)
    guard let target = targets.first else { return .open(.unknown) }
    if targets.count > 1 { return .open(.ambiguous) }
    return columns[..<index].contains { $0.choice == .answers(target) } ? .open(.twice) : .answers(target)
  }

  /// Rows without names that have a cell for each question of the form, behind one that is empty or a remark: as a sheet
  /// of `form sheet` has them.
  private static func inOrder(_ width: Int, _ rows: [Row], _ form: CompiledForm) -> [Choice]? {
    let fields: [Choice] = form.fields.indices.filter { isInSheet($0, of: form) }.map { .answers(.field($0)) }
    if width == fields.count { return fields }
    let firstSaysNothing = rows.allSatisfy { row in
      row.isRemark || row.cells.first.map { TableText.isBlank($0) } ?? true
    }
    return width == fields.count + 1 && firstSaysNothing ? [.leftOut] + fields : nil
  }

  /// Whether a sheet that the site offers has a column for a field.
  private static func isInSheet(_ field: Int, of form: CompiledForm) -> Bool {
    if form.fields[field].computation != nil { return false }
    guard let item = form.fields[field].item else { return true }
    return item.index < max(UInt16(TableHeader.usualItems), form.groups[Int(item.group)].minimum)
  }

  /// What the columns are taken for from now on; `nil` leaves one as it is.
  mutating func choose(_ choices: [Choice?]) {
    for (index, choice) in choices.enumerated() where index < columns.count {
      if let choice { columns[index].choice = choice }
    }
    for index in columns.indices {
      if case .answers = columns[index].choice,
        columns[..<index].contains(where: { $0.choice == columns[index].choice })
      {
        columns[index].choice = .open(.twice)
      }
    }
    partEmptyRows()
  }

  /// Parts rows that have nothing to read from the others, once it is plain what is read.
  private mutating func partEmptyRows() {
    rows = (rows + emptyRows).sorted { $0.number < $1.number }
    emptyRows = []
    guard isPlain else { return }
    let kept = kept
    let isEmpty = { (row: Row) in kept.allSatisfy { TableText.isBlank(row.cells[$0]) } }
    emptyRows = rows.filter(isEmpty)
    rows.removeAll(where: isEmpty)
  }

  /// The column that answers a field; one is added where there is none.
  mutating func column(answering field: Int) -> Int {
    if let index = columns.firstIndex(where: { $0.choice == .answers(.field(field)) }) { return index }
    columns.append(Column(name: [], choice: .answers(.field(field))))
    // A row that is too long keeps what stands behind its last column there.
    for row in rows.indices { rows[row].cells.insert([], at: columns.count - 1) }
    for row in emptyRows.indices { emptyRows[row].cells.insert([], at: columns.count - 1) }
    return columns.count - 1
  }

  /// Leaves a row out.
  mutating func drop(row: Int) {
    dropped = (rows.remove(at: row), row)
  }

  /// Takes the row back that was left out last.
  mutating func restore() {
    guard let dropped else { return }
    var row = dropped.row
    // Columns may have come meanwhile.
    while row.cells.count < columns.count { row.cells.append([]) }
    rows.insert(row, at: min(dropped.place, rows.count))
    self.dropped = nil
  }

  /// The cells of a row are what was meant, but for those behind the last column.
  mutating func keep(row: Int) {
    rows[row].cells.removeSubrange(columns.count...)
    rows[row].flaw = nil
  }

  /// Whether it is plain what every column answers, and one does.
  var isPlain: Bool {
    var answers = false
    for column in columns {
      switch column.choice {
      case .open: return false
      case .answers: answers = true
      case .leftOut: break
      }
    }
    return answers
  }

  /// The columns as rows are read, those that are left out too.
  func header(of form: CompiledForm, _ names: ColumnNames) -> TableHeader {
    TableHeader(columns: columns.map { $0.column(of: form, names) })
  }

  // MARK: The table as CSV

  /// Columns that are not left out.
  private var kept: [Int] { columns.indices.filter { columns[$0].choice != .leftOut } }

  /// The header of ``csv(row:)``.
  func keptHeader(of form: CompiledForm, _ names: ColumnNames) -> TableHeader {
    TableHeader(columns: kept.map { columns[$0].column(of: form, names) })
  }

  /// The names of the columns that are not left out, as the first line of CSV.
  func csvHeader(of form: CompiledForm, _ names: ColumnNames) -> [UInt8] {
    Self.line(
      kept.map { index in
        guard case .answers(let target) = columns[index].choice else { return [] }
        if case .field(let field) = target {
          return ColumnNames.title(label: names.label(of: target), key: form.fields[field].key, of: [(names, field)])
        }
        return target == .form ? Array("form".utf8) : names.label(of: target)
      })
  }

  /// Whether there is nothing in a row but in columns that are left out.
  func isEmpty(row: Int) -> Bool { kept.allSatisfy { TableText.isBlank(rows[row].cells[$0]) } }

  /// A row as a line of CSV.
  func csv(row: Int) -> [UInt8] { Self.line(kept.map { rows[row].cells[$0] }) }

  /// A line with CRLF behind it.
  private static func line(_ cells: [[UInt8]]) -> [UInt8] {
    var line: [UInt8] = []
    for (index, cell) in cells.enumerated() {
      if index > 0 { line.append(0x2C) }
      // Whoever counts signs to find the separator counts none of these.
      line += TableText.csv(cell, isQuoted: cell.contains { $0 == 0x3B || $0 == 0x09 })
    }
    return line + [0x0D, 0x0A]
  }
}

extension PastedTable.Column {
  fileprivate func column(of form: CompiledForm, _ names: ColumnNames) -> TableHeader.Column {
    switch choice {
    case .answers(let target): TableHeader.Column(answering: target, of: form, names)
    case .leftOut, .open: .leftOut
    }
  }
}

extension PastedTable.Row {
  /// Whether its first cell begins with `#`.
  fileprivate var isRemark: Bool { cells.first.map { TableText.isRemark($0) } ?? false }

  /// The row with as many cells as there are columns; what does not fit is told.
  fileprivate func fitted(to width: Int, mayBeShort: Bool) -> Self {
    var row = self
    let isLonger = cells.dropFirst(width).contains { !TableText.isBlank($0) }
    if row.flaw == nil, isLonger || (cells.count < width && !mayBeShort) { row.flaw = .cells(cells.count) }
    if cells.count < width { row.cells += Array(repeating: [], count: width - cells.count) }
    // What stands too far to the right stays until somebody has seen it.
    if !isLonger { row.cells = Array(row.cells.prefix(width)) }
    return row
  }
}

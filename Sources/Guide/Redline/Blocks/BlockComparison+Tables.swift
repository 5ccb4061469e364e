extension BlockComparison {
  mutating func table(_ old: ComparableTable, _ new: ComparableTable) -> ComparedTable {
    let caption = captions(old.caption, new.caption)
    if old.hasSpans, old.shape == new.shape {
      return ComparedTable(
        caption: caption, head: zip(old.head, new.head).map { cells($0, $1) },
        rows: zip(old.rows, new.rows).map { cells($0, $1) })
    }
    // Cells that span others have no place among rows that come and go: each stands by itself.
    let (old, new) = (old.unspanned, new.unspanned)
    let columns = self.columns(old, new)
    return ComparedTable(
      caption: caption, head: rows(old.head, new.head, columns), rows: rows(old.rows, new.rows, columns))
  }

  private mutating func captions(_ old: [TextPiece]?, _ new: [TextPiece]?) -> [ComparedRun]? {
    switch (old, new) {
    case (let old?, let new?): TextComparison.runs(old, new, budget: &budget)
    case (let old?, nil): old.run(.deleted)
    case (nil, let new?): new.run(.inserted)
    case (nil, nil): nil
    }
  }

  /// Rows of one shape, cell by cell.
  private mutating func cells(_ old: ComparableTable.Row, _ new: ComparableTable.Row) -> ComparedTable.Row {
    ComparedTable.Row(change: .kept, cells: zip(old.cells, new.cells).map { cell($0, $1) })
  }

  private mutating func cell(
    _ old: ComparableTable.Cell?, _ new: ComparableTable.Cell?
  ) -> ComparedTable.Cell {
    let old = old.flatMap { $0.isCovered ? nil : $0 }
    let new = new.flatMap { $0.isCovered ? nil : $0 }
    guard let new else { return old?.whole(.deleted) ?? ComparedTable.Cell.blank }
    guard let old else { return new.whole(.inserted) }
    var cell = new.whole(.kept)
    if old.pieces != new.pieces { cell.runs = TextComparison.runs(old.pieces, new.pieces, budget: &budget) }
    return cell
  }

  /// Which columns stand for each other: by their heads where both tables have one, else from the left.
  private mutating func columns(_ old: ComparableTable, _ new: ComparableTable) -> [(old: Int?, new: Int?)] {
    let (oldWidth, newWidth) = (old.width, new.width)
    guard let oldHead = old.head.last, let newHead = new.head.last, oldHead != newHead || oldWidth != newWidth else {
      return (0..<max(oldWidth, newWidth)).map { ($0 < oldWidth ? $0 : nil, $0 < newWidth ? $0 : nil) }
    }
    func heads(_ row: ComparableTable.Row, _ width: Int) -> [TableColumn] {
      (0..<width).map { TableColumn(head: $0 < row.cells.count ? row.cells[$0].pieces : []) }
    }
    let steps = Alignment(heads(oldHead, oldWidth), heads(newHead, newWidth), budget: &budget).steps
    // One column in the place of another is that column, renamed.
    var columns: [(old: Int?, new: Int?)] = []
    var (deleted, inserted): ([Int], [Int]) = ([], [])
    func close() {
      for place in 0..<max(deleted.count, inserted.count) {
        let isRenamed = deleted.count == inserted.count
        if isRenamed { columns.append((deleted[place], inserted[place])) }
      }
      if deleted.count != inserted.count {
        columns += deleted.map { ($0, nil) } + inserted.map { (nil, $0) }
      }
      (deleted, inserted) = ([], [])
    }
    for step in steps {
      switch step {
      case .same(let left, let right), .alike(let left, let right):
        close()
        columns.append((left, right))
      case .deleted(let place): deleted.append(place)
      case .inserted(let place): inserted.append(place)
      }
    }
    close()
    return columns
  }

  private mutating func rows(
    _ old: [ComparableTable.Row], _ new: [ComparableTable.Row], _ columns: [(old: Int?, new: Int?)]
  ) -> [ComparedTable.Row] {
    Alignment(old, new, budget: &budget).steps.map { step in
      switch step {
      case .same(let left, let right), .alike(let left, let right):
        let cells = columns.map { cell($0.old.flatMap { old[left][$0] }, $0.new.flatMap { new[right][$0] }) }
        return ComparedTable.Row(change: .kept, cells: cells)
      case .deleted(let place):
        return ComparedTable.Row(
          change: .deleted, cells: columns.map { cell($0.old.flatMap { old[place][$0] }, nil) })
      case .inserted(let place):
        return ComparedTable.Row(
          change: .inserted, cells: columns.map { cell(nil, $0.new.flatMap { new[place][$0] }) })
      }
    }
  }
}

extension ComparedTable.Cell {
  /// A place that neither version has a cell for.
  fileprivate static let blank = ComparableTable.Cell.covered.whole(.kept)
}

extension ComparableTable.Row {
  /// The cell of a column; `nil` for a row that is too short.
  fileprivate subscript(column: Int) -> ComparableTable.Cell? {
    cells.indices.contains(column) ? cells[column] : nil
  }
}

extension ComparableTable {
  /// Cells that a row of it has.
  fileprivate var width: Int { (head + rows).reduce(0) { max($0, $1.cells.count) } }

  fileprivate var hasSpans: Bool {
    (head + rows).contains { $0.cells.contains { $0.rows > 1 || $0.columns > 1 } }
  }

  /// How many cells each row has, and what they span.
  fileprivate var shape: [[[Int]]] {
    [head, rows].map { $0.flatMap { [[$0.cells.count]] + $0.cells.map { [$0.rows, $0.columns] } } }
  }

  /// The same with one place for each cell; what cells covered are places of their own.
  var unspanned: ComparableTable {
    ComparableTable(caption: caption, head: Self.unspanned(head), rows: Self.unspanned(rows))
  }

  private static func unspanned(_ rows: [Row]) -> [Row] {
    // How many rows below each column is still covered.
    var open: [Int] = []
    return rows.map { row in
      var cells: [Cell] = []
      var next: [Int] = []
      func skip() {
        while cells.count < open.count, open[cells.count] > 0 {
          next.append(open[cells.count] - 1)
          cells.append(.covered)
        }
      }
      for cell in row.cells {
        skip()
        for column in 0..<cell.columns {
          var place = column == 0 ? cell : .covered
          (place.rows, place.columns) = (1, 1)
          cells.append(place)
          next.append(cell.rows - 1)
        }
      }
      skip()
      open = next
      return Row(cells)
    }
  }
}

/// A block of two versions of a page: what both have, what the newer one alone has, what the older one alone had.
package struct ComparedBlock: Sendable, Equatable {
  /// What stands in it.
  package indirect enum Content: Sendable, Equatable {
    case text(TextRole, [ComparedRun])
    case list(ListMarks, [ComparedItem])
    case table(ComparedTable)
    case group(GroupRole, [ComparedBlock])
    case rule
  }

  /// Whether both versions have the block, whatever changed in it.
  package var change: Change
  /// What stands in it.
  package var content: Content

  /// A block with a change.
  package init(_ change: Change, _ content: Content) { (self.change, self.content) = (change, content) }
}

/// An item of a list of two versions.
package struct ComparedItem: Sendable, Equatable {
  /// Whether both versions have it.
  package var change: Change
  /// What stands in it.
  package var blocks: [ComparedBlock]
}

/// A table of two versions. Its rows are as wide as both tables' columns together.
package struct ComparedTable: Sendable, Equatable {
  /// A cell of two versions.
  package struct Cell: Sendable, Equatable {
    /// Whether both versions have it.
    package var change: Change
    /// What stands in it.
    package var runs: [ComparedRun]
    /// Rows and columns that it spans.
    package var (rows, columns) = (1, 1)
    /// Whether it heads its row or column.
    package var isHeader = false
    /// Whether neither version has a cell here.
    package var isBlank = false
  }

  /// A row of two versions.
  package struct Row: Sendable, Equatable {
    /// Whether both versions have it.
    package var change: Change
    /// From left to right.
    package var cells: [Cell]
  }

  /// Its title; `nil` where neither has one.
  package var caption: [ComparedRun]?
  /// Rows of the head.
  package var head: [Row]
  /// Rows below it.
  package var rows: [Row]
}

extension ComparableBlock {
  /// The block as one that stands to the versions so with all that it holds.
  func whole(_ change: Change) -> ComparedBlock {
    switch self {
    case .text(let role, let pieces): ComparedBlock(change, .text(role, pieces.run(change)))
    case .list(let marks, let items): ComparedBlock(change, .list(marks, items.map { $0.whole(change) }))
    case .table(let table): ComparedBlock(change, .table(table.whole(change)))
    case .group(let role, let blocks): ComparedBlock(change, .group(role, blocks.map { $0.whole(change) }))
    case .rule: ComparedBlock(change, .rule)
    }
  }
}

extension ComparableItem {
  func whole(_ change: Change) -> ComparedItem {
    ComparedItem(change: change, blocks: blocks.map { $0.whole(change) })
  }
}

extension ComparableTable {
  func whole(_ change: Change) -> ComparedTable {
    ComparedTable(
      caption: caption.map { $0.run(change) }, head: head.map { $0.whole(change) }, rows: rows.map { $0.whole(change) })
  }
}

extension ComparableTable.Row {
  func whole(_ change: Change) -> ComparedTable.Row {
    ComparedTable.Row(change: change, cells: cells.map { $0.whole(change) })
  }
}

extension ComparableTable.Cell {
  func whole(_ change: Change) -> ComparedTable.Cell {
    ComparedTable.Cell(
      change: change, runs: pieces.run(change), rows: rows, columns: columns, isHeader: isHeader, isBlank: isCovered)
  }
}

extension [TextPiece] {
  /// One run of all of them; none of nothing.
  package func run(_ change: Change) -> [ComparedRun] { isEmpty ? [] : [ComparedRun(change, self)] }
}

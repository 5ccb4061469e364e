/// How many places of a page were added, removed and changed. What stands one behind the other, with nothing between that
/// both versions have, is one place.
package struct ChangeCounts: Sendable, Hashable {
  /// Places with something new.
  package var added = 0
  /// Places from which something went.
  package var removed = 0
  /// Places where something else stands now.
  package var changed = 0

  // What the place that is open has.
  private var (isInserted, isDeleted) = (false, false)

  /// None.
  package init() {}

  /// Those of a page's blocks.
  package init(of blocks: [ComparedBlock]) {
    count(blocks)
    close()
  }

  /// Places of all three kinds.
  package var total: Int { added + removed + changed }

  /// Counts a text that stands by itself.
  package mutating func count(text runs: [ComparedRun]) {
    close()
    for run in runs { note(run.change) }
    close()
  }

  private mutating func count(_ blocks: [ComparedBlock]) {
    for block in blocks {
      guard block.change == .kept else {
        note(block.change)
        continue
      }
      close()
      switch block.content {
      case .text(_, let runs): count(text: runs)
      case .list(_, let items):
        for item in items { if item.change == .kept { count(inner: item.blocks) } else { note(item.change) } }
      case .table(let table): count(table)
      case .group(_, let blocks): count(inner: blocks)
      case .rule: break
      }
      close()
    }
  }

  private mutating func count(inner blocks: [ComparedBlock]) {
    close()
    count(blocks)
    close()
  }

  private mutating func count(_ table: ComparedTable) {
    count(text: table.caption ?? [])
    for row in table.head + table.rows {
      guard row.change == .kept else {
        note(row.change)
        continue
      }
      for cell in row.cells { count(text: cell.change == .kept ? cell.runs : [ComparedRun(cell.change, [])]) }
    }
    close()
  }

  private mutating func note(_ change: Change) {
    switch change {
    case .kept: close()
    case .inserted: isInserted = true
    case .deleted: isDeleted = true
    }
  }

  private mutating func close() {
    switch (isInserted, isDeleted) {
    case (true, true): changed += 1
    case (true, false): added += 1
    case (false, true): removed += 1
    case (false, false): break
    }
    (isInserted, isDeleted) = (false, false)
  }
}

extension ComparableBlock: Alignable {
  var kind: Int {
    switch self {
    case .text(let role, _): role.kind
    case .list: 10
    case .table: 11
    case .group(.quote, _): 12
    case .group(.flow, _): 13
    case .group(.note, _): 14
    case .group(.template, _): 15
    case .rule: 16
    }
  }

  var mark: [TextPiece] {
    guard case .group(let role, let blocks) = self else { return [] }
    if case .template(let name) = role { return [TextPiece(name)] }
    if case .text(.title, let pieces) = blocks.first { return pieces }
    return []
  }

  func forEachPiece(_ body: (TextPiece) -> Void) {
    switch self {
    case .text(_, let pieces): pieces.forEach(body)
    case .list(_, let items): for item in items { item.forEachPiece(body) }
    case .table(let table):
      table.caption?.forEach(body)
      for row in table.head + table.rows { row.forEachPiece(body) }
    case .group(_, let blocks): for block in blocks { block.forEachPiece(body) }
    case .rule: break
    }
  }
}

extension ComparableItem: Alignable {
  var kind: Int { 0 }

  func forEachPiece(_ body: (TextPiece) -> Void) { for block in blocks { block.forEachPiece(body) } }
}

extension ComparableTable.Row: Alignable {
  var kind: Int { 0 }

  var mark: [TextPiece] { cells.count > 1 ? cells[0].pieces : [] }

  func forEachPiece(_ body: (TextPiece) -> Void) { for cell in cells { cell.pieces.forEach(body) } }
}

/// A column of a table, known by what heads it.
struct TableColumn: Alignable {
  let head: [TextPiece]
  var kind: Int { 0 }

  func forEachPiece(_ body: (TextPiece) -> Void) { head.forEach(body) }
}

/// One of the two versions that are compared.
package enum ComparedSide: Sendable {
  case old, new

  /// Whether the version has what stands so to both.
  package func has(_ change: Change) -> Bool {
    switch change {
    case .kept: true
    case .inserted: self == .new
    case .deleted: self == .old
    }
  }
}

extension [ComparedRun] {
  /// The text that a version has.
  package func text(_ side: ComparedSide) -> String {
    filter { side.has($0.change) }.map(\.pieces.text).joined()
  }
}

extension [ComparedBlock] {
  /// The texts that a version has, one a block, a cell or a title: all changes accepted (`new`), or rejected (`old`).
  package func texts(_ side: ComparedSide) -> [String] { flatMap { $0.texts(side) } }

  /// Whether both versions are the same.
  package var isUnchanged: Bool { ChangeCounts(of: self) == ChangeCounts() }
}

extension ComparedBlock {
  fileprivate func texts(_ side: ComparedSide) -> [String] {
    guard side.has(change) else { return [] }
    switch content {
    case .text(_, let runs): return [runs.text(side)]
    case .list(_, let items): return items.filter { side.has($0.change) }.flatMap { $0.blocks.texts(side) }
    case .table(let table): return table.texts(side)
    case .group(_, let blocks): return blocks.texts(side)
    case .rule: return []
    }
  }
}

extension ComparedTable {
  fileprivate func texts(_ side: ComparedSide) -> [String] {
    var texts: [String] = []
    if let caption, caption.isEmpty || caption.contains(where: { side.has($0.change) }) {
      texts.append(caption.text(side))
    }
    for row in head + rows where side.has(row.change) {
      for cell in row.cells where !cell.isBlank && side.has(cell.change) { texts.append(cell.runs.text(side)) }
    }
    return texts
  }
}

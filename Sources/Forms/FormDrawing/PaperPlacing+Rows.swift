internal import Diagnostics
internal import FormDefinition

// Rows of cells, and what does not fit between the margins.
extension PaperPlacing {
  /// Places rows as one table, from `top` on.
  mutating func place(
    _ rows: [PaperRow], left: Double, width: Double, in section: Int?, mayBreak: Bool
  ) {
    let table = addPart(.table, in: section)
    let widths = rows.map { self.widths(of: $0, in: width) }
    let columns = columns(of: widths)
    for (row, widths) in zip(rows, widths) {
      if mayBreak { makeRoom(row.height, at: row.place) }
      var x = left
      let parts = addRow(row, widths: widths, columns: columns, in: table)
      for (index, part) in parts.enumerated() {
        place(row.cells[index], part, in: box(left: x, top: top, width: widths[index], height: row.height))
        x += widths[index]
      }
      top += row.height
    }
  }

  /// Whether a part fits between the margins and leaves so many millimetres; reported when not.
  mutating func hasRoom(
    _ width: Double, leaving rest: Double = 0, for part: Message, at place: SourcePlace
  ) -> Bool {
    if width + rest <= contentWidth + 0.001 { return true }
    diagnostics.append(
      .error(
        "layout.too-wide", at: place,
        ["part": .message(part), "width": .text(format(width)), "room": .text(format(contentWidth))]))
    return false
  }

  /// The fields of a row that was reported have a place, if a wrong one.
  mutating func reject(_ row: PaperRow) {
    for case .field(let key, _) in row.cells.map(\.content) { seen.insert(key) }
  }

  /// The widths of a row's cells in mm; none, and reported, when they do not fit.
  private mutating func widths(of row: PaperRow, in width: Double) -> [Double] {
    let given = row.cells.reduce(0) { $0 + ($1.width ?? 0) }
    let free = row.cells.count { $0.width == nil }
    if given > width + 0.001 || (free > 0 && given > width - Double(free)) {
      diagnostics.append(
        .error("layout.too-wide/row", at: row.place, ["needed": .text(format(given)), "width": .text(format(width))]))
      reject(row)
      return []
    }
    return row.cells.map { $0.width ?? (width - given) / Double(free) }
  }
}

internal import Diagnostics
internal import FormDefinition

// Rows of cells, and what does not fit between the margins.
extension PaperPlacing {
  /// Places a table from `top` on; one that may break goes on on the next page, under its header.
  mutating func place(_ table: PaperTable, left: Double, width: Double, in section: Int?) {
    var open = begin(table, left: left, width: width, in: section)
    for index in table.rows.indices {
      let (page, row) = (paper.pages.count, table.rows[index])
      makeRoom(row.height + (index == 0 ? table.header?.height ?? 0 : 0), at: row.place)
      if index == 0 || paper.pages.count > page { placeHeader(of: &open) }
      place(rows: index..<(index + 1), of: open)
    }
  }

  /// A table that rows are added to.
  struct OpenTable {
    let table: PaperTable
    let part: Int
    /// Of the header, if there is one, and the rows: in mm.
    let widths: [[Double]]
    let columns: [Int]
    let left: Double
    /// The cells of the header, once it was placed.
    var header: [HeaderCell]?
  }

  /// Begins a table; its rows are measured, and those that do not fit are reported.
  mutating func begin(_ table: PaperTable, left: Double, width: Double, in section: Int?) -> OpenTable {
    let part = addPart(.table, in: section)
    let widths = ((table.header.map { [$0] } ?? []) + table.rows).map { self.widths(of: $0, in: width) }
    return OpenTable(table: table, part: part, widths: widths, columns: columns(of: widths), left: left)
  }

  /// Places the header of a table, if it has one; once more on a further page, where those who listen have heard it.
  mutating func placeHeader(of open: inout OpenTable) {
    guard let row = open.table.header, let widths = open.widths.first else { return }
    let before = page.texts.count
    let isFirst = open.header == nil
    let cells = open.header ?? addHeaderRow(row, widths: widths, columns: open.columns, in: open.part)
    open.header = cells
    place(row, cells.map(\.part), widths: widths, left: open.left)
    if !isFirst { for index in before..<page.texts.count { page.texts[index].part = PlacedLabel.decoration } }
  }

  /// Places some of a table's rows one below the other.
  mutating func place(rows: Range<Int>, of open: OpenTable) {
    let widths = open.widths.suffix(open.table.rows.count)
    for index in rows {
      let (row, widths) = (open.table.rows[index], widths[widths.startIndex + index])
      let cells = addRow(row, widths: widths, columns: open.columns, under: open.header ?? [], in: open.part)
      place(row, cells, widths: widths, left: open.left)
    }
  }

  /// The cells of a row, whose parts are `parts`.
  private mutating func place(_ row: PaperRow, _ parts: [Int], widths: [Double], left: Double) {
    var x = left
    for (index, part) in parts.enumerated() {
      place(row.cells[index], part, in: box(left: x, top: top, width: widths[index], height: row.height))
      x += widths[index]
    }
    top += row.height
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

  /// The same of all rows of tables.
  mutating func reject(_ tables: [PaperTable]) { tables.flatMap(\.rows).forEach { reject($0) } }

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

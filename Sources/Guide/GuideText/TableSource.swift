internal import Diagnostics
internal import SourceText

/// A table as its YAML says it.
struct TableSource {
  var caption: SourceNode?
  var head: [TableRow]
  var rows: [TableRow]

  /// Reads the body of a `{table}` and checks that its rows and spans fill a rectangle.
  static func read(_ node: SourceNode, diagnostics: inout [Diagnostic]) -> TableSource {
    var map = MapReader(node, what: Message("what.table"), id: "table")
    let caption = map.node("caption")
    let headNode = map.node("head")
    let head = map.list("head")
    _ = map.requiredNode("rows")
    let rows = map.list("rows")
    map.finish(into: &diagnostics)
    let table = TableSource(
      caption: caption, head: headRows(head, headNode, diagnostics: &diagnostics),
      rows: rows.compactMap { TableRow.read($0, diagnostics: &diagnostics) })
    guard table.head.isEmpty == head.isEmpty, table.rows.count == rows.count else { return table }
    var width: Int?
    TableGrid.check(table.head, width: &width, diagnostics: &diagnostics)
    TableGrid.check(table.rows, width: &width, diagnostics: &diagnostics)
    return table
  }
}

extension TableSource {
  /// The head's rows; cells that stand there without a row of their own are one.
  private static func headRows(
    _ nodes: [SourceNode], _ head: SourceNode?, diagnostics: inout [Diagnostic]
  ) -> [TableRow] {
    if let head, !nodes.isEmpty, nodes.allSatisfy({ $0.list == nil }) {
      return [TableRow(cells: nodes.map { TableCell.read($0, diagnostics: &diagnostics) }, place: head.place)]
    }
    return nodes.compactMap { TableRow.read($0, diagnostics: &diagnostics) }
  }
}

struct TableRow {
  var cells: [TableCell]
  var place: SourcePlace

  static func read(_ node: SourceNode, diagnostics: inout [Diagnostic]) -> TableRow? {
    guard let list = node.list else {
      diagnostics.append(
        .error("table.type/row", at: node.place, ["kind": .message(node.kind)]))
      return nil
    }
    return TableRow(cells: list.map { TableCell.read($0, diagnostics: &diagnostics) }, place: node.place)
  }
}

struct TableCell {
  var text: String
  var place: SourcePlace
  var rows = 1
  var columns = 1
  var isHeader = false

  static func read(_ node: SourceNode, diagnostics: inout [Diagnostic]) -> TableCell {
    var cell = TableCell(text: node.text ?? "", place: node.place)
    guard node.map != nil || node.list != nil else { return cell }
    var map = MapReader(node, what: Message("what.table-cell"), id: "table")
    if let text = map.node("text") {
      cell.text = text.text ?? ""
      cell.place = text.place
    }
    cell.rows = span("rows", &map)
    cell.columns = span("columns", &map)
    cell.isHeader = map.bool("header") ?? false
    map.finish(into: &diagnostics)
    return cell
  }

  private static func span(_ key: String, _ map: inout MapReader) -> Int {
    guard let node = map.node(key), let number = map.integer(key) else { return 1 }
    if (1...1000).contains(number) { return number }
    map.report(.error("table.value", at: node.place, ["key": .text(key)]))
    return 1
  }
}

/// Where the cells of a table's part come to stand.
enum TableGrid {
  /// Reports rows in which cells overlap, or that are shorter or longer than the first, and spans that leave the
  /// part. `width` is the number of columns that another part has already set.
  static func check(_ rows: [TableRow], width: inout Int?, diagnostics: inout [Diagnostic]) {
    var open: [Int] = []
    for row in rows {
      var next = open.map { max(0, $0 - 1) }
      var column = 0
      var filled = open.map { $0 > 0 }
      for cell in row.cells {
        while column < filled.count, filled[column] { column += 1 }
        for covered in column..<column + cell.columns {
          while filled.count <= covered {
            filled.append(false)
            next.append(0)
          }
          if filled[covered] {
            diagnostics.append(.error("table.not-rectangular/overlap", at: cell.place))
          }
          filled[covered] = true
          next[covered] = max(next[covered], cell.rows - 1)
        }
        column += cell.columns
      }
      let count = filled.lastIndex(of: true).map { $0 + 1 } ?? 0
      let expected = width ?? count
      width = expected
      if count != expected || filled.contains(false) {
        let have = filled.count { $0 }
        diagnostics.append(
          .error("table.not-rectangular", at: row.place, ["count": .number(have), "expected": .number(expected)]))
      }
      open = Array(next.prefix(expected))
    }
    if let last = rows.last, open.contains(where: { $0 > 0 }) {
      diagnostics.append(.error("table.not-rectangular/below", at: last.place))
    }
  }
}

internal import Diagnostics
internal import SourceText

// Blocks of a layout, from top to bottom.
extension PaperBlock {
  /// What blocks and rows are read with.
  struct Reading {
    /// Height of rows that have none of their own, mm.
    var rowHeight: Double
    /// The element of a repeated group that they are read for.
    var element: PaperCell.Element?
  }

  /// The blocks that one entry stands for: `each` with `blocks` stands for as many as it counts.
  static func read(_ node: SourceNode, _ reading: Reading, diagnostics: inout [Diagnostic]) -> [PaperBlock] {
    guard node["each"] != nil else {
      return block(node, reading, diagnostics: &diagnostics).map { [$0] } ?? []
    }
    if reading.element != nil {
      diagnostics.append(.error("layout.value/each-place", at: node.place))
      return []
    }
    guard node["blocks"] != nil else {
      let each = PaperTable.each(node, reading, diagnostics: &diagnostics)
      return each.tables.flatMap { table in
        [PaperBlock(content: .rows([table]), place: node.place)]
          + (each.gap > 0 ? [PaperBlock(content: .gap(each.gap), place: node.place)] : [])
      }
    }
    var reader = MapReader(node, what: Message("what.block"), id: "layout")
    let gap = reader.length("gap") ?? 0
    let inner = reader.requiredList("blocks", id: "layout")
    var blocks: [PaperBlock] = []
    for (count, element) in PaperCell.Element.all(&reader).enumerated() {
      // What is wrong with a block is told once.
      var found: [Diagnostic] = []
      blocks += inner.flatMap { node in
        read(node, Reading(rowHeight: reading.rowHeight, element: element), diagnostics: &found)
      }
      if count == 0 { diagnostics += found }
      if gap > 0 { blocks.append(PaperBlock(content: .gap(gap), place: node.place)) }
    }
    reader.finish(into: &diagnostics)
    return blocks
  }

  private static func block(_ node: SourceNode, _ reading: Reading, diagnostics: inout [Diagnostic]) -> PaperBlock? {
    var reader = MapReader(node, what: Message("what.block"), id: "layout")
    let element = reading.element
    func text(_ text: String) -> String { element?.text(text) ?? text }
    var content: PaperBlock.Content?
    if let words = reader.text("heading") {
      content = .heading(text(words), size: reader.fontSize("size") ?? 16, height: reader.length("height") ?? 12)
    } else if let words = reader.text("paragraph") {
      content = .paragraph(text(words), size: reader.fontSize("size") ?? 8)
    } else if let label = reader.text("band") {
      let width = reader.length("width") ?? 8
      content = .band(text(label), width: width, PaperTable.all(&reader, reading, diagnostics: &diagnostics))
    } else if let name = reader.text("picture") {
      content = .picture(picture(name, text, &reader))
    } else if reader.node("columns") != nil {
      content = columns(&reader, reading, diagnostics: &diagnostics)
    } else if let gap = reader.length("gap") {
      content = .gap(gap)
    } else if reader.bool("page-break") == true {
      content = .pageBreak(element: reader.text("for").map { element?.key($0) ?? $0 })
    } else if let length = reader.length("scale-bar") {
      content = .scaleBar(length)
    } else if node["rows"] != nil {
      content = .rows(PaperTable.all(&reader, reading, diagnostics: &diagnostics))
    } else {
      reader.report(
        .error("layout.block", at: node.place))
      diagnostics += reader.diagnostics
      return nil
    }
    reader.finish(into: &diagnostics)
    return content.map { PaperBlock(content: $0, place: node.place) }
  }

  private static func picture(_ name: String, _ text: (String) -> String, _ reader: inout MapReader) -> PaperPicture {
    PaperPicture(
      name: name, alternative: text(reader.requiredText("alt") ?? ""), width: reader.length("width"),
      height: reader.length("height"), align: reader.choice("align", PaperCell.Align.self) ?? .left)
  }

  /// `columns: [[…], […]]`, or `columns: [{width: 60, blocks: […]}, {blocks: […]}]`.
  private static func columns(
    _ reader: inout MapReader, _ reading: Reading, diagnostics: inout [Diagnostic]
  ) -> PaperBlock.Content {
    var found: [Diagnostic] = []
    let columns = reader.list("columns").map { node -> PaperColumn in
      if let list = node.list {
        return PaperColumn(width: nil, blocks: list.flatMap { read($0, reading, diagnostics: &found) })
      }
      var inner = MapReader(node, what: Message("what.column"), id: "layout")
      let width = inner.length("width")
      let blocks = inner.requiredList("blocks", id: "layout").flatMap { read($0, reading, diagnostics: &found) }
      inner.finish(into: &found)
      return PaperColumn(width: width, blocks: blocks)
    }
    diagnostics += found
    if !(2...4).contains(columns.count) { reader.report(.error("layout.value/columns", at: reader.place)) }
    for block in columns.flatMap(\.blocks) where !block.fitsColumn {
      reader.report(.error("layout.value/in-columns", at: block.place))
    }
    return .columns(columns, gap: reader.length("gap") ?? 5)
  }

  /// Whether it may stand beside others: what begins a page may not, and columns stand in no column.
  private var fitsColumn: Bool {
    switch content {
    case .pageBreak, .columns: false
    case .heading, .paragraph, .rows, .band, .gap, .scaleBar, .picture: true
    }
  }
}

extension PaperTable {
  /// The tables of a block's `rows`; an `each` among them is one by itself.
  static func all(
    _ reader: inout MapReader, _ reading: PaperBlock.Reading, diagnostics: inout [Diagnostic]
  ) -> [PaperTable] {
    var tables: [PaperTable] = []
    var rows: [PaperRow] = []
    for node in reader.requiredList("rows", id: "layout") {
      guard node["each"] != nil, reading.element == nil else {
        rows.append(PaperRow.read(node, reading, diagnostics: &diagnostics))
        continue
      }
      if !rows.isEmpty { tables.append(PaperTable(header: nil, rows: rows)) }
      rows = []
      tables += each(node, reading, diagnostics: &diagnostics).tables
    }
    return rows.isEmpty && !tables.isEmpty ? tables : tables + [PaperTable(header: nil, rows: rows)]
  }

  /// The rows of an `each`, once for each element: one table, or one for each where there is a gap between them.
  static func each(
    _ node: SourceNode, _ reading: PaperBlock.Reading, diagnostics: inout [Diagnostic]
  ) -> (tables: [PaperTable], gap: Double) {
    var reader = MapReader(node, what: Message("what.block"), id: "layout")
    let gap = reader.length("gap") ?? 0
    let rows = reader.requiredList("rows", id: "layout")
    let headerNode = reader.node("header")
    var tables: [PaperTable] = []
    for (count, element) in PaperCell.Element.all(&reader).enumerated() {
      // What is wrong with a row is told once.
      var found: [Diagnostic] = []
      let inner = PaperBlock.Reading(rowHeight: reading.rowHeight, element: element)
      var header = headerNode.map { PaperRow.read($0, inner, diagnostics: &found) }
      header?.makeHeader()
      let read = rows.map { PaperRow.read($0, inner, diagnostics: &found) }
      if count == 0 { diagnostics += found }
      if count > 0, gap == 0 {
        tables[0].rows += read
      } else {
        tables.append(PaperTable(header: header, rows: read))
      }
    }
    reader.finish(into: &diagnostics)
    return (tables, gap)
  }
}

extension PaperRow {
  /// Reads a row.
  static func read(_ node: SourceNode, _ reading: PaperBlock.Reading, diagnostics: inout [Diagnostic]) -> PaperRow {
    if node["each"] != nil {
      diagnostics.append(.error("layout.value/each-place", at: node.place))
      return PaperRow(height: reading.rowHeight, cells: [], place: node.place)
    }
    var row = MapReader(node, what: Message("what.row"), id: "layout")
    let height = row.length("height") ?? reading.rowHeight
    let cells = row.requiredList("cells", id: "layout").compactMap {
      PaperCell.read($0, element: reading.element, diagnostics: &diagnostics)
    }
    row.finish(into: &diagnostics)
    return PaperRow(height: height, cells: cells, place: node.place)
  }

  /// Cells of a header are shaded and in the middle where they do not say otherwise.
  fileprivate mutating func makeHeader() {
    for index in cells.indices {
      cells[index].shade = true
      if cells[index].align == nil { cells[index].align = .centre }
    }
  }
}

extension PaperCell.Element {
  /// The elements that an `each` counts; none, reported, where it counts wrong.
  static func all(_ reader: inout MapReader) -> [PaperCell.Element] {
    let list = reader.text("each") ?? ""
    let (first, last) = (reader.integer("from") ?? 1, reader.integer("to") ?? 1)
    guard (1...50).contains(first), (first...50).contains(last) else {
      reader.report(.error("layout.value/each", at: reader.place))
      return []
    }
    return (first...last).map { PaperCell.Element(list: list, number: $0) }
  }
}

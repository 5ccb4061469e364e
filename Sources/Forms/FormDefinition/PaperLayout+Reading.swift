package import Diagnostics
package import SourceText

extension PaperLayout {
  /// Reads `templates/forms/<id>.layout.yml`; every problem is reported.
  package static func read(_ file: SourceFile, diagnostics: inout [Diagnostic]) -> PaperLayout? {
    guard let root = YAMLReader.read(file, diagnostics: &diagnostics) else { return nil }
    var found: [Diagnostic] = []
    var layout = PaperLayout(place: root.place)
    var reader = MapReader(root, what: "The layout", id: "layout")
    if let node = reader.node("page") {
      var page = MapReader(node, what: "“page”", id: "layout")
      layout.width = page.length("width") ?? layout.width
      layout.height = page.length("height") ?? layout.height
      layout.margin = page.length("margin") ?? layout.margin
      layout.cornerMarks = page.length("corner-marks")
      page.finish(into: &found)
    }
    if let node = reader.node("text") {
      var text = MapReader(node, what: "“text”", id: "layout")
      layout.textSize = text.fontSize("size") ?? layout.textSize
      layout.minimumSize = text.fontSize("minimum") ?? layout.minimumSize
      layout.labelSize = text.fontSize("label") ?? layout.labelSize
      text.finish(into: &found)
    }
    layout.rowHeight = reader.length("row-height") ?? layout.rowHeight
    layout.footer = reader.text("footer") ?? ""
    let blocks = reader.requiredList("blocks", id: "layout")
    layout.blocks = blocks.compactMap { block($0, rowHeight: layout.rowHeight, diagnostics: &found) }
    reader.finish(into: &found)
    diagnostics += found
    return found.hasErrors ? nil : layout
  }

  private static func block(
    _ node: SourceNode, rowHeight: Double, diagnostics: inout [Diagnostic]
  ) -> PaperBlock? {
    var reader = MapReader(node, what: "The block", id: "layout")
    var content: PaperBlock.Content?
    if let text = reader.text("heading") {
      content = .heading(text, size: reader.fontSize("size") ?? 16, height: reader.length("height") ?? 12)
    } else if let text = reader.text("paragraph") {
      content = .paragraph(text, size: reader.fontSize("size") ?? 8)
    } else if let label = reader.text("band") {
      let width = reader.length("width") ?? 8
      content = .band(label, width: width, rows(&reader, rowHeight: rowHeight, diagnostics: &diagnostics))
    } else if let gap = reader.length("gap") {
      content = .gap(gap)
    } else if reader.bool("page-break") == true {
      content = .pageBreak
    } else if let length = reader.length("scale-bar") {
      content = .scaleBar(length)
    } else if node["rows"] != nil {
      content = .rows(rows(&reader, rowHeight: rowHeight, diagnostics: &diagnostics))
    } else {
      reader.report(
        .error(
          "layout.block", at: node.place, "This block is of no known kind.",
          hint: "Known: heading, paragraph, rows, band, gap, page-break, scale-bar."))
      diagnostics += reader.diagnostics
      return nil
    }
    reader.finish(into: &diagnostics)
    return content.map { PaperBlock(content: $0, place: node.place) }
  }

  private static func rows(
    _ reader: inout MapReader, rowHeight: Double, diagnostics: inout [Diagnostic]
  ) -> [PaperRow] {
    reader.requiredList("rows", id: "layout").map { node in
      var row = MapReader(node, what: "The row", id: "layout")
      let height = row.length("height") ?? rowHeight
      let cells = row.requiredList("cells", id: "layout").compactMap { PaperCell.read($0, diagnostics: &diagnostics) }
      row.finish(into: &diagnostics)
      return PaperRow(height: height, cells: cells, place: node.place)
    }
  }
}

extension PaperCell {
  fileprivate static func read(_ node: SourceNode, diagnostics: inout [Diagnostic]) -> PaperCell? {
    var reader = MapReader(node, what: "The cell", id: "layout")
    let content: Content
    if let key = reader.text("label") {
      content = .label(key)
    } else if let key = reader.text("field") {
      content = .field(key, caption: reader.text("text"))
    } else if let text = reader.text("text") {
      content = .text(text)
    } else {
      content = .empty
    }
    var shade = false
    if case .label = content { shade = true }
    let cell = PaperCell(
      content: content, width: reader.length("width"), size: reader.fontSize("size"),
      minimum: reader.fontSize("minimum"), align: reader.choice("align", Align.self),
      valign: reader.choice("valign", Valign.self) ?? .middle, comb: reader.integer("comb") ?? 0,
      wraps: reader.bool("wraps") ?? false, isList: reader.bool("list") ?? false,
      border: reader.bool("border") ?? true, shade: reader.bool("shade") ?? shade, place: node.place)
    if !(0...100).contains(cell.comb) {
      reader.report(.error("layout.value", at: node.place, "“comb” should be 0 to 100 cells."))
    }
    let broken = reader.diagnostics.hasErrors
    reader.finish(into: &diagnostics)
    return broken ? nil : cell
  }
}

extension MapReader {
  /// A length in mm between 0 and 2000.
  fileprivate mutating func length(_ key: String) -> Double? {
    guard let number = number(key) else { return nil }
    if (0...2000).contains(number) { return number }
    report(.error("layout.value", at: place, "“\(key)” should be a length in mm between 0 and 2000."))
    return nil
  }

  /// A font size in points between 3 and 100.
  fileprivate mutating func fontSize(_ key: String) -> Double? {
    guard let number = number(key) else { return nil }
    if (3...100).contains(number) { return number }
    report(.error("layout.value", at: place, "“\(key)” should be a font size in points between 3 and 100."))
    return nil
  }
}

package import Diagnostics
package import SourceText

extension PaperLayout {
  /// Reads `templates/forms/<id>.layout.yml`; every problem is reported.
  package static func read(_ file: SourceFile, diagnostics: inout [Diagnostic]) -> PaperLayout? {
    guard let root = YAMLReader.read(file, diagnostics: &diagnostics) else { return nil }
    return read(root, diagnostics: &diagnostics)
  }

  /// The same of a file that was read as YAML.
  package static func read(_ root: SourceNode, diagnostics: inout [Diagnostic]) -> PaperLayout? {
    var found: [Diagnostic] = []
    root.reportLongTexts("layout", diagnostics: &found)
    var layout = PaperLayout(place: root.place)
    var reader = MapReader(root, what: Message("what.layout"), id: "layout")
    if let node = reader.node("page") {
      var page = MapReader(node, what: .verbatim("“page”"), id: "layout")
      layout.width = page.length("width") ?? layout.width
      layout.height = page.length("height") ?? layout.height
      layout.margin = page.length("margin") ?? layout.margin
      layout.cornerMarks = page.length("corner-marks")
      layout.reportMargins(&page)
      page.finish(into: &found)
    }
    if let node = reader.node("text") {
      var text = MapReader(node, what: .verbatim("“text”"), id: "layout")
      layout.textSize = text.fontSize("size") ?? layout.textSize
      layout.minimumSize = text.fontSize("minimum") ?? layout.minimumSize
      layout.labelSize = text.fontSize("label") ?? layout.labelSize
      text.finish(into: &found)
    }
    layout.rowHeight = reader.length("row-height") ?? layout.rowHeight
    layout.footer = reader.text("footer") ?? ""
    layout.qrCode = reader.node("code").map { code($0, diagnostics: &found) }
    layout.footerPlace = reader.node("footer")?.place ?? root.place
    let blocks = reader.requiredList("blocks", id: "layout")
    let reading = PaperBlock.Reading(rowHeight: layout.rowHeight)
    layout.blocks = blocks.flatMap { PaperBlock.read($0, reading, diagnostics: &found) }
    reader.finish(into: &found)
    diagnostics += found
    return found.hasErrors ? nil : layout
  }

  /// Reports margins that leave no room, and crosses that leave the page or stand in what is printed.
  private func reportMargins(_ page: inout MapReader) {
    let half = min(width, height) / 2
    if margin >= half {
      let place = page.node("margin")?.place ?? page.place
      page.report(.error("layout.value/margin", at: place))
    } else if let distance = cornerMarks, !(Self.crossArm...margin).contains(distance) {
      page.report(
        .error(
          "layout.value/corner-marks", at: page.node("corner-marks")?.place ?? page.place,
          ["length": .number(Int(Self.crossArm))]))
    }
  }

  private static func code(_ node: SourceNode, diagnostics: inout [Diagnostic]) -> PaperQRCode {
    var reader = MapReader(node, what: .verbatim("“code”"), id: "layout")
    let code = PaperQRCode(
      right: reader.length("right") ?? 10, top: reader.length("top") ?? 10, size: reader.length("size") ?? 17,
      isOnEveryPage: reader.bool("every-page") ?? false, place: node.place)
    if code.size < 10 {
      reader.report(
        .error("layout.value/code", at: node.place))
    }
    reader.finish(into: &diagnostics)
    return code
  }
}

extension PaperCell {
  /// The element of a repeated group that rows and blocks are read for: `seals[]` in a key is `seals[0]`, `{n}` in a
  /// text is 1.
  struct Element {
    var list: String
    /// Counted from 1.
    var number: Int

    func key(_ key: String) -> String { key.replacing("\(list)[]", with: "\(list)[\(number - 1)]") }
    func text(_ text: String) -> String { text.replacing("{n}", with: "\(number)") }
  }

  static func read(
    _ node: SourceNode, element: Element?, diagnostics: inout [Diagnostic]
  ) -> PaperCell? {
    if node["each"] != nil {
      diagnostics.append(.error("layout.value/each-place", at: node.place))
      return nil
    }
    var reader = MapReader(node, what: Message("what.cell"), id: "layout")
    func key(_ key: String) -> String { element?.key(key) ?? key }
    func text(_ text: String) -> String { element?.text(text) ?? text }
    let content: Content
    if let label = reader.text("label") {
      content = .label(key(label))
    } else if let field = reader.text("field") {
      content = .field(key(field), caption: reader.text("text").map(text))
    } else if let field = reader.text("repeat") {
      content = .repetition(key(field))
    } else if let words = reader.text("text") {
      content = .text(text(words))
    } else if let inner = reader.node("samples") {
      content = .samples(samples(inner, element: element, diagnostics: &diagnostics))
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
      reader.report(.error("layout.value/comb", at: node.place))
    }
    let broken = reader.diagnostics.hasErrors
    reader.finish(into: &diagnostics)
    return broken ? nil : cell
  }

  private static func samples(
    _ node: SourceNode, element: Element?, diagnostics: inout [Diagnostic]
  ) -> PaperSamples {
    var reader = MapReader(node, what: .verbatim("“samples”"), id: "layout")
    func key(_ name: String) -> String {
      let key = reader.requiredText(name) ?? ""
      return element?.key(key) ?? key
    }
    let samples = PaperSamples(
      width: key("width"), height: key("height"), shape: key("shape"), ellipses: reader.texts("ellipses"),
      count: reader.integer("count") ?? 1, room: reader.length("room") ?? 5)
    if !(1...12).contains(samples.count) {
      reader.report(.error("layout.value/count", at: node.place))
    }
    reader.finish(into: &diagnostics)
    return samples
  }
}

extension MapReader {
  /// A length in mm between 0 and 2000.
  mutating func length(_ key: String) -> Double? {
    guard let number = number(key) else { return nil }
    if (0...2000).contains(number) { return number }
    report(.error("layout.value/length", at: place, ["key": .text(key)]))
    return nil
  }

  /// A font size in points between 3 and 100.
  mutating func fontSize(_ key: String) -> Double? {
    guard let number = number(key) else { return nil }
    if (3...100).contains(number) { return number }
    report(.error("layout.value/font-size", at: place, ["key": .text(key)]))
    return nil
  }
}

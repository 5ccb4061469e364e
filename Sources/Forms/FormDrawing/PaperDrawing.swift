internal import FormDefinition
internal import FormModel
internal import PDFDrawing
internal import TextLayout

/// Draws pages and remembers which object became which field.
struct PaperDrawing {
  let paper: PlacedPaper
  let definition: FormDefinition
  let tooltips: FieldTooltips
  /// None when the form wants none.
  let scripts: FieldScripts?
  /// Measures the fields' names where they are drawn.
  private let names: FontChain?
  var bindings: [Binding] = []
  /// The fields of several widgets that are being drawn, by their indices.
  var sharedTexts: [Int: PDFSharedText] = [:]
  /// Indices of the fields whose answers stand in several places.
  let repeated: Set<Int>

  /// A widget that was drawn: what filling needs besides its bytes.
  struct Binding {
    var field: Int
    var kind: Kind
    var object: Int
    var page: Int
    var box: PlacedBox
    var widget: PlacedWidget

    enum Kind {
      case text(cells: Int)
      /// One of several widgets of a field; the field's own object.
      case part(cells: Int, parent: Int)
      case list
      case check(option: Int)
      case radio(option: Int, parent: Int)
    }
  }

  init(paper: PlacedPaper, definition: FormDefinition, messages: MessageCatalog, names: FontChain?) {
    self.paper = paper
    self.definition = definition
    self.names = names
    tooltips = FieldTooltips(messages: messages)
    scripts = definition.scripts ? FieldScripts(messages: messages) : nil
    var once: Set<Int> = []
    var repeated: Set<Int> = []
    for case .text(let field, _) in paper.pages.lazy.flatMap(\.widgets).map(\.kind)
    where !once.insert(field).inserted {
      repeated.insert(field)
    }
    self.repeated = repeated
  }

  mutating func draw(into document: inout PDFDocument, form: CompiledForm) {
    var indices: [PDFPageIndex] = []
    let elements = PaperElements(paper.parts, in: &document)
    for (number, page) in paper.pages.enumerated() {
      let index = document.addPage(width: paper.width, height: paper.height)
      indices.append(index)
      for shade in page.shades {
        document.rectangle(
          shade.rectangle, page: index, fill: PDFColor(red: 0.955, green: 0.962, blue: 0.966))
      }
      for line in page.lines {
        document.line(
          from: PDFPoint(x: line.x1, y: line.y1), to: PDFPoint(x: line.x2, y: line.y2), page: index,
          stroke: PDFStroke(line.ink.color, width: line.width))
      }
      for picture in page.pictures {
        document.picture(
          picture.picture, named: picture.name, in: picture.box.rectangle, page: index,
          role: elements.role(of: picture.part))
      }
      for label in page.texts {
        document.text(
          label.text, at: PDFPoint(x: label.x, y: label.y), page: index, size: label.size, color: label.ink.color,
          role: elements.role(of: label.part))
      }
      for widget in page.widgets {
        let parts = widget.parts.map { elements.form(in: $0, of: &document) }
        add(
          PageWidget(widget: widget, number: number, page: index, elements: parts), to: &document, form: form)
      }
      if let names { paper.drawBoxes(of: page, on: index, fonts: names, into: &document) }
    }
    for (_, text) in sharedTexts.sorted(by: { $0.key < $1.key }) { document.finish(text) }
    if let scripts, form.fields.contains(where: { scripts.scripts(of: $0) != nil }) {
      document.addScript(scripts.document, name: "fieldRules")
    }
    for entry in paper.outline {
      document.addOutlineEntry(title: entry.title, page: indices[entry.page], y: entry.y)
    }
  }

  /// Adds the widgets, with their objects' numbers and lasting bytes, to the compiled form.
  func bind(_ file: PDFFile, to form: inout CompiledForm) {
    for binding in bindings {
      let kind: FieldWidget.Kind
      let changing: [String]
      switch binding.kind {
      case .text(let cells): (kind, changing) = (.text(cells: UInt8(cells)), ["AP", "V"])
      case .part(let cells, let parent):
        let whole = file.blankObject(parent, changing: ["V"])
        (kind, changing) = (.part(cells: UInt8(cells), parent: whole), ["AP"])
      case .list: (kind, changing) = (.list, ["AP", "V"])
      case .check(let option):
        (kind, changing) = (
          .check(option: UInt8(option), appearances: file.appearances(of: binding.object)), ["AS", "V"]
        )
      case .radio(let option, let parent):
        kind = .radio(
          option: UInt8(option), parent: file.blankObject(parent, changing: ["V"]),
          appearances: file.appearances(of: binding.object))
        changing = ["AS"]
      }
      form.fields[binding.field].widgets.append(
        FieldWidget(
          kind: kind, object: file.blankObject(binding.object, changing: changing), page: UInt16(binding.page),
          rectangle: binding.box.hundredths, size: UInt16(binding.widget.size * 100),
          minimumSize: UInt16(binding.widget.minimumSize * 100), alignment: binding.widget.alignment,
          wraps: binding.widget.wraps))
    }
  }
}

extension PaperInk {
  fileprivate var color: PDFColor {
    switch self {
    case .black: PDFColor(red: 0.07, green: 0.09, blue: 0.10)
    case .grey: PDFColor(red: 0.36, green: 0.40, blue: 0.42)
    case .faint: PDFColor(red: 0.74, green: 0.77, blue: 0.79)
    case .accent: PDFColor(red: 0.72, green: 0.11, blue: 0.11)
    }
  }
}

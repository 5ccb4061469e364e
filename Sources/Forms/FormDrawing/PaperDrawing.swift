internal import Bytes
package import FormDefinition
package import FormModel
package import PDFDrawing
package import TextLayout
package import TrueType

/// Why a placed form could not be drawn.
package enum PaperDrawingError: Error {
  case font(TrueTypeError)
  case drawing(PDFDrawingError)
}

extension PlacedPaper {
  /// Draws the blank, fillable PDF, and adds its language, every field's box and the blank's object numbers to the
  /// compiled form.
  ///
  /// - Parameters:
  ///   - language: the document's language (RFC 3066), such as `zh-CN`.
  ///   - producer: the program's name and version, written into the PDF.
  ///   - messages: the words of tooltips and scripts, in the document's language.
  ///   - showsBoxes: whether the fields' boxes and names are drawn, for maintainers.
  package func drawn(
    _ definition: FormDefinition, language: String, producer: String, fonts: FontChain,
    messages: MessageCatalog = MessageCatalog(), showsBoxes: Bool = false, form: inout CompiledForm
  ) throws(PaperDrawingError) -> [UInt8] {
    form.language = Array(language.utf8)
    let subsets = try subsets(of: fonts, also: showsBoxes ? fieldNames : "")
    let identity = SHA256.digest(of: form.encoded())
    let info = PDFInfo(
      title: definition.title, subject: definition.notice, language: language, producer: producer, creator: producer,
      formID: definition.id, formVersion: definition.version, guideVersion: definition.guideVersion,
      creationDate: creationDate(guideVersion: definition.guideVersion), fileID: Array(identity.prefix(16)))
    do {
      var document = try PDFDocument(info: info, fonts: subsets)
      var drawing = PaperDrawing(
        paper: self, definition: definition, messages: messages, names: showsBoxes ? fonts : nil)
      drawing.draw(into: &document, form: form)
      let file = try document.save()
      let packed = try file.packed()
      form.blank = BlankFile(file, packed, pages: pages, fonts: fonts, subset: subsets.first)
      form.code = code.map { CodePlace(page: 0, rectangle: $0.hundredths) }
      form.samples = pages.flatMap(\.samples)
      drawing.bind(file, to: &form)
      return packed.bytes
    } catch {
      throw .drawing(error)
    }
  }

  /// The guide's version is a date or a month; the blank carries it, so that the same content gives the same bytes.
  private func creationDate(guideVersion: String) -> String {
    let digits = guideVersion.filter { $0.isASCII && $0.isNumber }
    let padded = digits.count >= 8 ? String(digits.prefix(8)) : digits.count >= 6 ? digits.prefix(6) + "01" : "20000101"
    return "D:\(padded)000000+08'00'"
  }

  /// One subset a font, each with the characters that it is the first to have.
  private func subsets(of fonts: FontChain, also text: String) throws(PaperDrawingError) -> [FontSubset] {
    var scalars = Array(repeating: Set<UInt32>(), count: fonts.fonts.count)
    for text in pages.flatMap({ $0.texts.map(\.text) }) + [text] {
      for scalar in text.unicodeScalars {
        if let (font, _) = fonts.measure(scalar.value) { scalars[font].insert(scalar.value) }
      }
    }
    var subsets: [FontSubset] = []
    for (font, used) in zip(fonts.fonts, scalars) where !used.isEmpty || subsets.isEmpty {
      do { subsets.append(try FontSubset(of: font, scalars: used.sorted(), isCoarse: true)) } catch {
        throw .font(error)
      }
    }
    return subsets
  }
}

/// Draws pages and remembers which object became which field.
private struct PaperDrawing {
  let paper: PlacedPaper
  let definition: FormDefinition
  private let tooltips: FieldTooltips
  /// None when the form wants none.
  private let scripts: FieldScripts?
  /// Measures the fields' names where they are drawn.
  private let names: FontChain?
  private var bindings: [Binding] = []

  /// A widget that was drawn: what filling needs besides its bytes.
  private struct Binding {
    var field: Int
    var kind: Kind
    var object: Int
    var page: Int
    var box: PlacedBox
    var widget: PlacedWidget

    enum Kind {
      case text(cells: Int)
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
          page: index, x1: line.x1, y1: line.y1, x2: line.x2, y2: line.y2, width: line.width, color: line.ink.color)
      }
      for label in page.texts {
        document.text(
          label.text, page: index, x: label.x, y: label.y, size: label.size, color: label.ink.color,
          role: elements.role(of: label.part))
      }
      for widget in page.widgets { add(widget, number, index, elements, to: &document, form: form) }
      if let names { paper.drawBoxes(of: page, on: index, fonts: names, into: &document) }
    }
    if let scripts, form.fields.contains(where: { scripts.scripts(of: $0) != nil }) {
      document.addScript(scripts.document, name: "fieldRules")
    }
    for entry in paper.outline {
      document.addOutlineEntry(title: entry.title, page: indices[entry.page], y: entry.y)
    }
  }

  private mutating func add(
    _ widget: PlacedWidget, _ number: Int, _ page: PDFPageIndex, _ elements: PaperElements,
    to document: inout PDFDocument, form: CompiledForm
  ) {
    let places = widget.parts.map { elements.form(in: $0, of: &document) }
    func bind(_ field: Int, _ kind: Binding.Kind, _ object: Int, _ box: PlacedBox) {
      bindings.append(Binding(field: field, kind: kind, object: object, page: number, box: box, widget: widget))
    }
    switch widget.kind {
    case .signature(let key, let label):
      _ = document.addSignature(
        PDFSignature(
          name: text(CompiledField.pdfName(of: key.utf8)), tooltip: label, page: page,
          rectangle: widget.box.field, element: places.first))
    case .text(let index, let cells):
      let field = form.fields[index]
      let object = document.addTextField(
        PDFTextField(
          name: text(field.pdfName), tooltip: tooltips.tooltip(field), page: page, rectangle: widget.box.field,
          fontSize: widget.size, maximumLength: cells > 0 ? cells : field.maxLength > 0 ? Int(field.maxLength) : nil,
          comb: cells > 0, multiline: widget.wraps, required: field.need == .always,
          alignment: PDFAlignment(rawValue: Int(widget.alignment.rawValue)) ?? .left,
          scripts: scripts?.scripts(of: field), element: places.first))
      bind(index, .text(cells: cells), object, widget.box)
    case .list(let index):
      let field = form.fields[index]
      let object = document.addChoice(
        PDFChoice(
          name: text(field.pdfName), tooltip: tooltips.tooltip(field), page: page, rectangle: widget.box.field,
          options: field.options.map { PDFChoice.Option(export: text($0.value), display: text($0.label)) },
          fontSize: widget.size, required: field.need == .always, element: places.first))
      bind(index, .list, object, widget.box)
    case .options(let index, let boxes):
      let field = form.fields[index]
      if field.kind == .choices {
        for (option, box) in boxes.enumerated() {
          let value = text(field.options[option].value)
          let object = document.addCheckBox(
            PDFCheckBox(
              name: "\(text(field.pdfName))-\(value)",
              tooltip: tooltips.tooltip(field, option: option, withNotes: true), page: page,
              rectangle: box.field, exportName: value, element: places[option]))
          bind(index, .check(option: option), object, box)
        }
      } else {
        let group = document.addRadioGroup(
          PDFRadioGroup(
            name: text(field.pdfName), tooltip: tooltips.tooltip(field), required: field.need == .always,
            buttons: boxes.enumerated().map { option, box in
              PDFRadioGroup.Button(
                page: page, rectangle: box.field, exportName: text(field.options[option].value),
                tooltip: tooltips.tooltip(field, option: option, withNotes: false), element: places[option])
            }))
        for (option, box) in boxes.enumerated() {
          bind(index, .radio(option: option, parent: group.parent), group.kids[option], box)
        }
      }
    }
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// Adds the widgets, with their objects' numbers and lasting bytes, to the compiled form.
  func bind(_ file: PDFFile, to form: inout CompiledForm) {
    for binding in bindings {
      let kind: FieldWidget.Kind
      let changing: [String]
      switch binding.kind {
      case .text(let cells): (kind, changing) = (.text(cells: UInt8(cells)), ["AP", "V"])
      case .list: (kind, changing) = (.list, ["AP", "V"])
      case .check(let option):
        (kind, changing) = (.check(option: UInt8(option), looks: file.looks(of: binding.object)), ["AS", "V"])
      case .radio(let option, let parent):
        kind = .radio(
          option: UInt8(option), parent: file.blankObject(parent, changing: ["V"]),
          looks: file.looks(of: binding.object))
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

extension PlacedBox {
  /// The box of a widget, exactly where filling counts it: an answer painted on the page itself stands on the same spot.
  fileprivate var field: PDFRectangle {
    let box = hundredths
    func points(_ number: Int32) -> Double { Double(number) / 100 }
    return PDFRectangle(x: points(box.x), y: points(box.y), width: points(box.width), height: points(box.height))
  }

  /// The box as filling counts: hundredths of a point.
  var hundredths: PageRectangle {
    func whole(_ number: Double) -> Int32 { Int32((number * 100).rounded()) }
    return PageRectangle(x: whole(x), y: whole(y), width: whole(width), height: whole(height))
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

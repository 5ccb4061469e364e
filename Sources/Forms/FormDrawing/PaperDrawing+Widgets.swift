internal import FormModel
internal import PDFDrawing

extension PaperDrawing {
  /// A widget on its way into the document: its page's number and index, and the structure elements of its boxes.
  struct PageWidget {
    let widget: PlacedWidget
    let number: Int
    let page: PDFPageIndex
    let elements: [PDFElement]
  }

  /// Adds one widget as a field, and remembers its objects.
  mutating func add(_ place: PageWidget, to document: inout PDFDocument, form: CompiledForm) {
    switch place.widget.kind {
    case .signature(let key, let label):
      _ = document.addSignature(
        PDFSignature(
          name: text(CompiledField.pdfName(of: key.utf8)), tooltip: label, page: place.page,
          rectangle: place.widget.box.field, element: place.elements.first))
    case .text(let index, let cells): addText(form.fields[index], index, cells: cells, place, to: &document)
    case .list(let index): addList(form.fields[index], index, place, to: &document)
    case .options(let index, let boxes):
      if form.fields[index].kind == .choices {
        addCheckBoxes(form.fields[index], index, boxes, place, to: &document)
      } else {
        addRadioGroup(form.fields[index], index, boxes, place, to: &document)
      }
    }
  }

  private mutating func addText(
    _ field: CompiledField, _ index: Int, cells: Int, _ place: PageWidget, to document: inout PDFDocument
  ) {
    let widget = place.widget
    let text = PDFTextField(
      name: text(field.pdfName), tooltip: tooltips.tooltip(field), page: place.page, rectangle: widget.box.field,
      fontSize: widget.size, maximumLength: cells > 0 ? cells : field.maxLength > 0 ? Int(field.maxLength) : nil,
      comb: cells > 0, multiline: widget.wraps, required: field.need == .always,
      alignment: PDFAlignment(rawValue: Int(widget.alignment.rawValue)) ?? .left,
      scripts: scripts?.scripts(of: field), element: place.elements.first)
    guard repeated.contains(index) else {
      return bind(index, .text(cells: cells), document.addTextField(text), widget.box, place)
    }
    var shared = sharedTexts[index] ?? document.addSharedText(text)
    let object = document.addWidget(text, of: &shared)
    sharedTexts[index] = shared
    bind(index, .part(cells: cells, parent: shared.number), object, widget.box, place)
  }

  private mutating func addList(
    _ field: CompiledField, _ index: Int, _ place: PageWidget, to document: inout PDFDocument
  ) {
    let object = document.addChoice(
      PDFChoice(
        name: text(field.pdfName), tooltip: tooltips.tooltip(field), page: place.page,
        rectangle: place.widget.box.field,
        options: field.options.map { PDFChoice.Option(export: text($0.value), display: text($0.label)) },
        fontSize: place.widget.size, required: field.need == .always, element: place.elements.first))
    bind(index, .list, object, place.widget.box, place)
  }

  private mutating func addCheckBoxes(
    _ field: CompiledField, _ index: Int, _ boxes: [PlacedBox], _ place: PageWidget, to document: inout PDFDocument
  ) {
    for (option, box) in boxes.enumerated() {
      let value = text(field.options[option].value)
      let object = document.addCheckBox(
        PDFCheckBox(
          name: "\(text(field.pdfName))-\(value)", tooltip: tooltips.tooltip(field, option: option, withNotes: true),
          page: place.page, rectangle: box.field, exportName: value, element: place.elements[option]))
      bind(index, .check(option: option), object, box, place)
    }
  }

  private mutating func addRadioGroup(
    _ field: CompiledField, _ index: Int, _ boxes: [PlacedBox], _ place: PageWidget, to document: inout PDFDocument
  ) {
    let group = document.addRadioGroup(
      PDFRadioGroup(
        name: text(field.pdfName), tooltip: tooltips.tooltip(field), required: field.need == .always,
        buttons: boxes.enumerated().map { option, box in
          PDFRadioGroup.Button(
            page: place.page, rectangle: box.field, exportName: text(field.options[option].value),
            tooltip: tooltips.tooltip(field, option: option, withNotes: false), element: place.elements[option])
        }))
    for (option, box) in boxes.enumerated() {
      bind(index, .radio(option: option, parent: group.parent), group.kids[option], box, place)
    }
  }

  private mutating func bind(
    _ field: Int, _ kind: Binding.Kind, _ object: Int, _ box: PlacedBox, _ place: PageWidget
  ) {
    bindings.append(
      Binding(field: field, kind: kind, object: object, page: place.number, box: box, widget: place.widget))
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
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

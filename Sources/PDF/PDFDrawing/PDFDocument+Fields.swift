// Fields merged with their widgets (PDF 32000-1 §12.5.6.19, §12.7). The entries that filling changes stand last, so
// that a filler keeps the bytes before them.
extension PDFDocument {
  /// Adds a field for text; returns its object number. `/AP` comes last, without ink.
  package mutating func addTextField(_ field: PDFTextField) -> Int {
    let object = library.addDictionary()
    var entries = widget(object, field.page, field.rectangle, field.element)
    addText(field, to: &entries)
    entries.textStyle(size: field.fontSize, alignment: field.alignment)
    return place(object, entries, page: field.page, changing: emptyAppearance(field.rectangle))
  }

  /// Starts a field for text that stands in several places.
  package mutating func addSharedText(_ field: PDFTextField) -> PDFSharedText {
    let parent = library.addDictionary()
    fields.append(parent.number)
    return PDFSharedText(field: field, object: parent)
  }

  /// Adds a place of a field; returns its widget's object number. `/AP` comes last, without ink.
  package mutating func addWidget(_ field: PDFTextField, of shared: inout PDFSharedText) -> Int {
    let object = library.addDictionary()
    var entries = widget(object, field.page, field.rectangle, field.element)
    entries.raw("/Parent")
    entries.reference(shared.number)
    entries.raw("/TU")
    entries.reference(textObject(field.tooltip))
    entries.textStyle(size: field.fontSize, alignment: field.alignment)
    shared.kids.append(object.number)
    return place(
      object, entries, page: field.page, changing: emptyAppearance(field.rectangle), isField: false)
  }

  /// Ends a field that stands in several places.
  package mutating func finish(_ shared: PDFSharedText) {
    var entries = PDFTokens()
    addText(shared.field, to: &entries)
    entries.raw("/Kids [")
    for kid in shared.kids { entries.reference(kid) }
    entries.raw("]")
    finish(shared.object, entries, changing: "")
  }

  /// What a field for text has besides its widget.
  private mutating func addText(_ field: PDFTextField, to entries: inout PDFTokens) {
    var flags = 0
    if field.readOnly { flags |= 1 }
    if field.required { flags |= 1 << 1 }
    if field.multiline { flags |= 1 << 12 }
    if field.comb { flags |= 1 << 22 | 1 << 23 | 1 << 24 }  // no spelling, no scrolling, comb
    entries.raw("/FT /Tx")
    entries.fieldName(field.name, tooltip: textObject(field.tooltip), flags: flags)
    if let length = field.maximumLength {
      entries.raw("/MaxLen")
      entries.integer(length)
    }
    if let scripts = field.scripts { entries.raw(actionsEntry(scripts)) }
  }

  /// Adds a drop-down list; returns its object number. `/AP` comes last, without ink.
  package mutating func addChoice(_ choice: PDFChoice) -> Int {
    let object = library.addDictionary()
    var entries = widget(object, choice.page, choice.rectangle, choice.element)
    entries.raw("/FT /Ch")
    entries.fieldName(choice.name, tooltip: textObject(choice.tooltip), flags: 1 << 17 | (choice.required ? 2 : 0))
    entries.raw("/Opt [")
    for option in choice.options {  // literal strings: pdfcpu refuses hexadecimal ones here
      if option.export == option.display {
        entries.literal(option.display.pdfText)
      } else {
        entries.raw("[")
        entries.literal(option.export.allSatisfy(\.isASCII) ? [UInt8](option.export.utf8) : option.export.pdfText)
        entries.literal(option.display.pdfText)
        entries.raw("]")
      }
    }
    entries.raw("]")
    entries.textStyle(size: choice.fontSize, alignment: choice.alignment)
    return place(object, entries, page: choice.page, changing: emptyAppearance(choice.rectangle))
  }

  /// Adds a box to tick; returns its object number. `/AS` and `/V` come last, both `/Off`.
  package mutating func addCheckBox(_ box: PDFCheckBox) -> Int {
    let object = library.addDictionary()
    var entries = widget(object, box.page, box.rectangle, box.element)
    entries.raw("/FT /Btn")
    entries.fieldName(box.name, tooltip: textObject(box.tooltip), flags: box.required ? 2 : 0)
    entries.raw(boxStyle(.tick, box.rectangle, exportName: box.exportName))
    return place(object, entries, page: box.page, changing: "/AS /Off /V /Off")
  }

  /// Adds a group of boxes; returns the object numbers of its field, where `/V` comes last, and of its boxes in their
  /// order, where `/AS` comes last.
  package mutating func addRadioGroup(_ group: PDFRadioGroup) -> (parent: Int, kids: [Int]) {
    let parent = library.addDictionary()
    var kids: [Int] = []
    for button in group.buttons {
      let object = library.addDictionary()
      var entries = widget(object, button.page, button.rectangle, button.element)
      entries.raw("/Parent")
      entries.reference(parent.number)
      if !button.tooltip.isEmpty {
        entries.raw("/TU")
        entries.reference(textObject(button.tooltip))
      }
      entries.raw(boxStyle(group.mark, button.rectangle, exportName: button.exportName))
      kids.append(place(object, entries, page: button.page, changing: "/AS /Off", isField: false))
    }
    var entries = PDFTokens()
    entries.raw("/FT /Btn")
    entries.fieldName(
      group.name, tooltip: textObject(group.tooltip), flags: 1 << 15 | 1 << 14 | (group.required ? 2 : 0))
    entries.raw("/Kids [")
    for kid in kids { entries.reference(kid) }
    entries.raw("]")
    finish(parent, entries, changing: "/V /Off")
    fields.append(parent.number)
    return (parent.number, kids)
  }

  /// Adds a place for a digital signature; returns its object number.
  @discardableResult
  package mutating func addSignature(_ signature: PDFSignature) -> Int {
    let object = library.addDictionary()
    var entries = widget(object, signature.page, signature.rectangle, signature.element)
    entries.raw("/FT /Sig")
    entries.fieldName(signature.name, tooltip: textObject(signature.tooltip), flags: 0)
    return place(object, entries, page: signature.page, changing: "")
  }

  /// What all widgets have; they are printed. Long entries stand in objects of their own, because each filling writes
  /// a field's dictionary again.
  private mutating func widget(
    _ object: HaruObject, _ page: PDFPageIndex, _ rectangle: PDFRectangle, _ element: PDFElement?
  ) -> PDFTokens {
    var entries = PDFTokens()
    entries.raw("/Subtype /Widget /F 4 /Rect")
    entries.corners(of: rectangle)
    entries.raw("/P")
    entries.reference(pages[page.number].object.number)
    if let element { entries.raw(structureEntry(of: element, widget: object.number, page: page)) }
    return entries
  }

  private mutating func place(
    _ object: HaruObject, _ entries: PDFTokens, page: PDFPageIndex, changing: String, isField: Bool = true
  ) -> Int {
    finish(object, entries, changing: changing)
    pages[page.number].widgets.append(object)
    if isField { fields.append(object.number) }
    return object.number
  }

  private mutating func finish(_ object: HaruObject, _ entries: PDFTokens, changing: String) {
    if entries.isOutOfRange { note(.coordinate) }
    library.setEntries(entries.bytes + Array(changing.utf8), of: object)
  }
}

extension PDFTokens {
  /// `/T`, `/TU` (the text object `tooltip`) and `/Ff`.
  fileprivate mutating func fieldName(_ name: String, tooltip: Int, flags: Int) {
    precondition(
      !name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x2E },
      "a field's name is ASCII without spaces and full stops")
    raw("/T")
    literal(name.utf8)
    raw("/TU")
    reference(tooltip)
    if flags != 0 {
      raw("/Ff")
      integer(flags)
    }
  }

  /// Helvetica stands for “any font”: the one that no viewer mangles when Chinese is typed.
  fileprivate mutating func textStyle(size: Double, alignment: PDFAlignment) {
    if alignment != .left {
      raw("/Q")
      integer(alignment.rawValue)
    }
    raw("/DA (/Helv")
    number(size)
    raw("Tf 0 g)")
  }
}

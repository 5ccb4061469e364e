/// A structure element of a document that is being drawn (PDF 32000-1 §14.7.2).
package struct PDFElement: Sendable, Hashable {
  /// In the order in which elements were added.
  let number: Int
}

/// The standard structure types that forms need (PDF 32000-1 §14.8.4).
package enum PDFElementType: String, Sendable {
  case document = "Document"
  case section = "Sect"
  case heading1 = "H1"
  case heading2 = "H2"
  case paragraph = "P"
  case table = "Table"
  case row = "TR"
  /// A cell that names the cells at its right.
  case headerCell = "TH"
  case cell = "TD"
  /// The place of one widget.
  case form = "Form"
  case span = "Span"
  case figure = "Figure"
}

/// What painted content is to someone who listens (PDF 32000-1 §14.8.2.2).
package enum PDFContentRole: Sendable, Equatable {
  /// Lines, shades and other things that say nothing.
  case decoration
  /// Words that stand on every page.
  case footer
  /// Content of an element.
  case part(PDFElement)
}

/// A structure element and what was put into it so far.
struct StructureElement {
  enum Kid {
    case element(Int)
    case content(page: Int, mark: Int)
    case widget(object: Int, page: Int)
  }

  let object: HaruObject
  let type: PDFElementType
  let parent: Int?
  /// Entries besides type, parent and kids.
  let entries: [UInt8]
  var kids: [Kid] = []

  /// What cells that this one names call it by; of equal length, so that the order of names is that of numbers.
  static func identifier(_ number: Int) -> [UInt8] {
    let digits = "\(number)"
    return Array(("h" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits).utf8)
  }
}

extension PDFDocument {
  /// Adds an element at the end of its parent's kids; the first has no parent and holds all others.
  ///
  /// - Parameters:
  ///   - columns: columns that a cell of a table covers.
  ///   - header: the header cell that names a cell.
  ///   - namesColumn: whether a header cell names what stands below it, and not at its right.
  ///   - alternative: what a figure shows.
  ///   - actualText: what the content of the element says, where its lines do not say it one after the other.
  package mutating func addElement(
    _ type: PDFElementType, in parent: PDFElement?, columns: Int = 1, header: PDFElement? = nil,
    namesColumn: Bool = false, alternative: String? = nil, actualText: String? = nil
  ) -> PDFElement {
    precondition((parent == nil) == elements.isEmpty, "one element holds all others")
    let number = elements.count
    var entries = PDFTokens()
    if type == .headerCell {
      entries.raw("/ID")
      entries.literal(StructureElement.identifier(number))
    }
    if type == .headerCell || columns != 1 || header != nil {
      entries.raw("/A << /O /Table")
      if type == .headerCell { entries.raw(namesColumn ? "/Scope /Column" : "/Scope /Row") }
      if columns != 1 { entries.raw("/ColSpan \(columns)") }
      if let header {
        entries.raw("/Headers [")
        entries.literal(StructureElement.identifier(header.number))
        entries.raw("]")
      }
      entries.raw(">>")
    }
    if let alternative {
      entries.raw("/Alt")
      entries.reference(textObject(alternative))
    }
    if let actualText {
      entries.raw("/ActualText")
      entries.reference(textObject(actualText))
    }
    elements.append(
      StructureElement(
        object: library.addDictionary(), type: type, parent: parent?.number, entries: entries.bytes))
    if let parent { elements[parent.number].kids.append(.element(number)) }
    return PDFElement(number: number)
  }

  /// Operators that start a marked-content sequence (PDF 32000-1 §14.6) on a page.
  mutating func begin(_ role: PDFContentRole, on page: Int) -> [UInt8] {
    switch role {
    case .decoration: return Array("/Artifact BMC\n".utf8)
    case .footer: return Array("/Artifact << /Type /Pagination /Subtype /Footer >> BDC\n".utf8)
    case .part(let element):
      let mark = pages[page].marks.count
      pages[page].marks.append(element.number)
      elements[element.number].kids.append(.content(page: page, mark: mark))
      return Array("/\(elements[element.number].type.rawValue) << /MCID \(mark) >> BDC\n".utf8)
    }
  }

  /// Makes a widget the content of an element; returns its entry.
  mutating func structureEntry(of element: PDFElement, widget: Int, page: PDFPageIndex) -> String {
    elements[element.number].kids.append(.widget(object: widget, page: page.number))
    structureParents.append(.element(element.number))
    return "/StructParent \(structureParents.count - 1)"
  }

  /// Writes all elements, the structure tree's root (PDF 32000-1 §14.7.2) and the mark that the document is tagged.
  mutating func setStructure() {
    guard let first = elements.first else { return }
    let root = library.addDictionary()
    for element in elements { library.setEntries(entries(of: element, root: root.number), of: element.object) }
    var entries = PDFTokens()
    entries.raw("/Type /StructTreeRoot /K")
    entries.reference(first.object.number)
    entries.raw("/ParentTreeNextKey \(structureParents.count) /ParentTree << /Nums [")
    for (key, parent) in structureParents.enumerated() {
      entries.integer(key)
      switch parent {
      case .element(let number): entries.reference(elements[number].object.number)
      case .page(let number):
        entries.raw("[")
        for mark in pages[number].marks { entries.reference(elements[mark].object.number) }
        entries.raw("]")
      }
    }
    entries.raw("] >>")
    let headers = elements.enumerated().filter { $0.element.type == .headerCell }
    if !headers.isEmpty {
      entries.raw("/IDTree << /Names [")
      for (number, header) in headers {
        entries.literal(StructureElement.identifier(number))
        entries.reference(header.object.number)
      }
      entries.raw("] >>")
    }
    library.setEntries(entries.bytes, of: root)
    library.setCatalog("StructTreeRoot", root)
    let mark = library.addDictionary()
    library.setEntries(Array("/Marked true ".utf8), of: mark)
    library.setCatalog("MarkInfo", mark)
  }

  private func entries(of element: StructureElement, root: Int) -> [UInt8] {
    var entries = PDFTokens()
    entries.raw("/Type /StructElem /S")
    entries.name(element.type.rawValue)
    entries.raw("/P")
    entries.reference(element.parent.map { elements[$0].object.number } ?? root)
    entries.raw(element.entries)
    let page = element.kids.lazy.compactMap(\.page).first
    if let page {
      entries.raw("/Pg")
      entries.reference(pages[page].object.number)
    }
    // An only widget stands in no array: so those who compare the versions of a signed PDF know its field again.
    var isOnlyWidget = false
    if element.kids.count == 1, case .widget = element.kids[0] { isOnlyWidget = true }
    entries.raw(isOnlyWidget ? "/K" : "/K [")
    for kid in element.kids {
      let place = kid.page.flatMap { $0 == page ? nil : "/Pg \(pages[$0].object.number) 0 R " } ?? ""
      switch kid {
      case .element(let number): entries.reference(elements[number].object.number)
      case .content(_, let mark):
        if place.isEmpty { entries.integer(mark) } else { entries.raw("<< /Type /MCR \(place)/MCID \(mark) >>") }
      case .widget(let object, _): entries.raw("<< /Type /OBJR \(place)/Obj \(object) 0 R >>")
      }
    }
    if !isOnlyWidget { entries.raw("]") }
    return entries.bytes
  }
}

extension StructureElement.Kid {
  /// The page on which it stands; none for elements.
  fileprivate var page: Int? {
    switch self {
    case .element: nil
    case .content(let page, _), .widget(_, let page): page
    }
  }
}

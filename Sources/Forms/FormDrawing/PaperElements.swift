internal import PDFDrawing

/// The structure elements of a placed form's parts.
struct PaperElements {
  private var elements: [PDFElement] = []
  /// The widgets' elements of options, which stand before the options' words.
  private var options: [Int: PDFElement] = [:]

  /// Adds an element for each part, in their order, to an untouched document.
  init(_ parts: [PlacedPart], in document: inout PDFDocument) {
    let whole = document.addElement(.document, in: nil)
    for (number, part) in parts.enumerated() {
      let parent = part.parent.map { elements[$0] } ?? whole
      let element: PDFElement
      switch part.role {
      case .section: element = document.addElement(.section, in: parent)
      case .heading(let level):
        element = document.addElement(level == 1 ? .heading1 : .heading2, in: parent, actualText: part.spoken)
      case .paragraph: element = document.addElement(.paragraph, in: parent, actualText: part.spoken)
      case .table: element = document.addElement(.table, in: parent)
      case .row: element = document.addElement(.row, in: parent)
      case .header(let columns, let namesColumn):
        element = document.addElement(
          .headerCell, in: parent, columns: columns, namesColumn: namesColumn, actualText: part.spoken)
      case .figure: element = document.addElement(.figure, in: parent, alternative: part.spoken)
      case .cell(let columns, let header):
        element = document.addElement(
          .cell, in: parent, columns: columns, header: header.map { elements[$0] }, actualText: part.spoken)
      case .option:
        options[number] = document.addElement(.form, in: parent)
        element = document.addElement(.span, in: parent)
      }
      elements.append(element)
    }
  }

  /// What the words of a part are; those of no part stand at the foot of every page.
  func role(of part: Int?) -> PDFContentRole {
    part == PlacedLabel.decoration ? .decoration : part.map { .part(elements[$0]) } ?? .footer
  }

  /// The element of a widget that stands in a part.
  func form(in part: Int, of document: inout PDFDocument) -> PDFElement {
    options[part] ?? document.addElement(.form, in: elements[part])
  }
}

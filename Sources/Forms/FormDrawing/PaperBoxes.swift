internal import PDFDrawing
internal import TextLayout

/// For maintainers: where every field is, and what it is called.
extension PlacedPaper {
  private static let outline = PDFColor(red: 0.10, green: 0.35, blue: 0.80)
  private static let chip = PDFColor(red: 0.89, green: 0.93, blue: 1)
  private static let nameSize = 5.5

  /// All characters of the fields' names.
  var fieldNames: String { pages.flatMap(\.fields).map(\.key).joined() }

  /// Outlines the boxes of a page's fields, and writes each field's name in the corner of its cell.
  func drawBoxes(
    of page: PlacedPage, on index: PDFPageIndex, fonts: FontChain, into document: inout PDFDocument
  ) {
    for widget in page.widgets {
      var boxes = [widget.box]
      if case .options(_, let options) = widget.kind { boxes = options }
      for box in boxes {
        document.rectangle(box.rectangle, page: index, stroke: PDFStroke(Self.outline, width: 0.4))
      }
    }
    for field in page.fields {
      // At the right, because answers and options start at the left; smaller in a cell that is too narrow.
      let box = field.box
      let width = Double(fonts.measure(text: field.key.unicodeScalars.lazy.map(\.value)).width) / 1000
      let size = min(Self.nameSize, (box.width - 3.5) / width)
      let (right, top) = (box.x + box.width - 0.75, box.y + box.height - 0.75)
      let left = right - width * size - 2
      document.rectangle(
        PDFRectangle(x: left, y: top - size - 1, width: right - left, height: size + 1), page: index,
        fill: Self.chip)
      document.text(
        field.key, at: PDFPoint(x: left + 1, y: top - size + 0.5), page: index, size: size, color: Self.outline)
    }
  }
}

extension PlacedBox {
  /// The box in a PDF.
  var rectangle: PDFRectangle { PDFRectangle(x: x, y: y, width: width, height: height) }
}

// Painting operators (PDF 32000-1 §8.5, §8.6).
extension PDFTokens {
  mutating func fillColor(_ color: PDFColor) { self.color(color, gray: "g", rgb: "rg") }

  mutating func strokeColor(_ color: PDFColor) { self.color(color, gray: "G", rgb: "RG") }

  private mutating func color(_ color: PDFColor, gray: String, rgb: String) {
    if color.red == color.green, color.green == color.blue {
      number(color.red)
      op(gray)
    } else {
      numbers(color.red, color.green, color.blue)
      op(rgb)
    }
  }

  /// Width of lines, and lengths of the dashes and gaps they are broken into.
  mutating func stroke(_ stroke: PDFStroke) {
    strokeColor(stroke.color)
    number(stroke.width)
    op("w")
    raw("[")
    for length in stroke.dash { number(length) }
    raw("] 0")
    op("d")
  }

  mutating func rectanglePath(_ rectangle: PDFRectangle) {
    numbers(rectangle.x, rectangle.y, rectangle.width, rectangle.height)
    op("re")
  }

  /// Four Bézier curves, which stray from the ellipse by less than 0.03 % of its radius.
  mutating func ellipsePath(in box: PDFRectangle) {
    let (a, b) = (box.width / 2, box.height / 2)
    let (x, y) = (box.x + a, box.y + b)
    let (p, q) = (a * 0.5523, b * 0.5523)
    numbers(x + a, y)
    op("m")
    numbers(x + a, y + q, x + p, y + b, x, y + b)
    op("c")
    numbers(x - p, y + b, x - a, y + q, x - a, y)
    op("c")
    numbers(x - a, y - q, x - p, y - b, x, y - b)
    op("c")
    numbers(x + p, y - b, x + a, y - q, x + a, y)
    op("c")
  }

  /// A tick that nearly fills the box, as a stroked path: fonts that lack ☑ do not matter.
  mutating func tick(in box: PDFRectangle, color: PDFColor) {
    op("q")
    stroke(PDFStroke(color, width: min(box.width, box.height) * 0.12))
    op("1 J 1 j")
    numbers(box.x + box.width * 0.2, box.y + box.height * 0.5)
    op("m")
    numbers(box.x + box.width * 0.42, box.y + box.height * 0.24)
    op("l")
    numbers(box.x + box.width * 0.8, box.y + box.height * 0.78)
    op("l")
    op("S Q")
  }
}

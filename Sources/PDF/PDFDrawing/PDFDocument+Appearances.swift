/// The two appearances of a box: object numbers of the appearance streams, kept to be used again for boxes of the same size.
struct BoxAppearance {
  let mark: PDFMark
  let width: Double
  let height: Double
  let on: Int
  let off: Int
}

// Appearance streams (PDF 32000-1 §12.5.5).
extension PDFDocument {
  /// Width of the frame of a box, points.
  private static let frame = 0.7

  /// `/AP` of a field in which nothing is written yet. Each field has its own, because viewers write into it.
  mutating func emptyAppearance(_ rectangle: PDFRectangle) -> String {
    let content = Array("/Tx BMC\nEMC\n".utf8)
    return "/AP << /N \(appearance(rectangle.width, rectangle.height, content)) 0 R >>"
  }

  /// The style and the appearances of a box, whose ticked state is called `exportName`.
  mutating func boxStyle(_ mark: PDFMark, _ rectangle: PDFRectangle, exportName: String) -> [UInt8] {
    precondition(!exportName.isEmpty && exportName != "Off", "Off is the value of a box that is not ticked")
    let appearances = boxAppearance(mark, rectangle.width, rectangle.height)
    var entries = PDFTokens()
    // What a viewer that draws boxes itself should draw.
    entries.raw("/DA (/ZaDb 0 Tf 0 g) /BS << /W")
    entries.number(Self.frame)
    entries.raw(">> /MK << /BC [0] /CA")
    entries.raw(mark == .tick ? "(4)" : "(l)")
    entries.raw(">> /AP << /N <<")
    entries.name(exportName)
    entries.reference(appearances.on)
    entries.name("Off")
    entries.reference(appearances.off)
    entries.raw(">> >>")
    return entries.bytes
  }

  private mutating func boxAppearance(_ mark: PDFMark, _ width: Double, _ height: Double) -> BoxAppearance {
    for known in boxAppearances where known.mark == mark && known.width == width && known.height == height {
      return known
    }
    let box = PDFRectangle(x: 0, y: 0, width: width, height: height)
    let inside = box.inset(Self.frame / 2)
    var off = PDFTokens()
    off.stroke(PDFStroke(width: Self.frame))
    switch mark {
    case .tick: off.rectanglePath(inside)
    case .dot: off.ellipsePath(in: inside)
    }
    off.op("s")
    var on = off
    switch mark {
    case .tick: on.tick(in: box, color: .black)
    case .dot:
      on.fillColor(.black)
      on.ellipsePath(in: box.inset(min(width, height) * 0.27))
      on.op("f")
    }
    let made = BoxAppearance(
      mark: mark, width: width, height: height, on: appearance(width, height, on.bytes),
      off: appearance(width, height, off.bytes))
    boxAppearances.append(made)
    return made
  }

  /// A form XObject of this size; returns its object number.
  private mutating func appearance(_ width: Double, _ height: Double, _ content: [UInt8]) -> Int {
    var entries = PDFTokens()
    entries.raw("/Subtype /Form /BBox")  // type and resources are optional (§8.10.2), and there are many
    entries.corners(of: PDFRectangle(x: 0, y: 0, width: width, height: height))
    return library.addStream(content, deflated: false, entries: entries.bytes).number
  }
}

extension PDFRectangle {
  /// The rectangle without a border of this width.
  fileprivate func inset(_ border: Double) -> PDFRectangle {
    PDFRectangle(x: x + border, y: y + border, width: width - 2 * border, height: height - 2 * border)
  }
}

internal import Glyphs

extension PDFDocument {
  /// Draws one line of text whose first character's baseline starts at `point`; a character that no font has is a
  /// problem.
  package mutating func text(
    _ text: String, at point: PDFPoint, page: PDFPageIndex, size: Double, color: PDFColor = .black,
    role: PDFContentRole = .decoration
  ) {
    var tokens = PDFTokens()
    tokens.op("BT")
    tokens.fillColor(color)
    tokens.numbers(1, 0, 0, 1, point.x, point.y)
    tokens.op("Tm")
    var run: (font: Int, glyphs: [UInt8]) = (-1, [])
    for scalar in text.unicodeScalars {
      guard let (font, glyph) = glyph(for: scalar.value) else {
        note(.missingGlyph(scalar.value))
        continue
      }
      if font != run.font {
        show(run, size: size, in: &tokens)
        run = (font, [])
      }
      run.glyphs.append(UInt8(glyph >> 8))
      run.glyphs.append(UInt8(truncatingIfNeeded: glyph))
    }
    show(run, size: size, in: &tokens)
    tokens.op("ET")
    paint(tokens, on: page, as: role)
  }

  /// Draws a straight line.
  package mutating func line(
    from start: PDFPoint, to end: PDFPoint, page: PDFPageIndex, stroke: PDFStroke = PDFStroke()
  ) {
    var tokens = PDFTokens()
    tokens.stroke(stroke)
    tokens.numbers(start.x, start.y)
    tokens.op("m")
    tokens.numbers(end.x, end.y)
    tokens.op("l S")
    paint(tokens, on: page)
  }

  /// Draws a rectangle: its inside, its outline, or both. The outline runs along its middle on the sides.
  package mutating func rectangle(
    _ rectangle: PDFRectangle, page: PDFPageIndex, fill: PDFColor? = nil, stroke: PDFStroke? = nil
  ) {
    shape(page: page, fill: fill, stroke: stroke) { $0.rectanglePath(rectangle) }
  }

  /// Draws the ellipse that touches the sides of `box`, such as the dashed round where a seal goes.
  package mutating func ellipse(
    in box: PDFRectangle, page: PDFPageIndex, fill: PDFColor? = nil, stroke: PDFStroke? = nil
  ) {
    shape(page: page, fill: fill, stroke: stroke) { $0.ellipsePath(in: box) }
  }

  /// Draws a tick into a box of the page itself, which no field changes.
  package mutating func tick(in box: PDFRectangle, page: PDFPageIndex, color: PDFColor = .black) {
    var tokens = PDFTokens()
    tokens.tick(in: box, color: color)
    paint(tokens, on: page)
  }

  private mutating func shape(
    page: PDFPageIndex, fill: PDFColor?, stroke: PDFStroke?, path: (inout PDFTokens) -> Void
  ) {
    var tokens = PDFTokens()
    if let fill { tokens.fillColor(fill) }
    if let stroke { tokens.stroke(stroke) }
    path(&tokens)
    switch (fill, stroke) {
    case (nil, nil): tokens.op("n")
    case (_, nil): tokens.op("f")
    case (nil, _): tokens.op("s")
    case (_, _): tokens.op("b")
    }
    paint(tokens, on: page)
  }

  /// Everything that is painted stands in marked content; what follows in the same role joins it.
  mutating func paint(_ tokens: PDFTokens, on page: PDFPageIndex, as role: PDFContentRole = .decoration) {
    if tokens.isOutOfRange { note(.coordinate) }
    if pages[page.number].role != role {
      if pages[page.number].role != nil { pages[page.number].content.op("EMC") }
      let start = begin(role, on: page.number)
      pages[page.number].content.raw(start)
      pages[page.number].role = role
    }
    pages[page.number].content.raw(tokens.bytes)
  }

  private func glyph(for scalar: UInt32) -> (font: Int, glyph: UInt16)? {
    for (index, font) in fonts.enumerated() {
      let glyph = font.glyph(for: scalar)
      if glyph != 0 { return (index, glyph) }
    }
    return nil
  }

  private func show(_ run: (font: Int, glyphs: [UInt8]), size: Double, in tokens: inout PDFTokens) {
    guard !run.glyphs.isEmpty else { return }
    tokens.name("F\(run.font)")
    tokens.number(size)
    tokens.op("Tf")
    tokens.hexadecimal(run.glyphs)
    tokens.op("Tj")
  }
}

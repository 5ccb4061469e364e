/// Measures of a whole font in thousandths of the em, as a PDF font descriptor wants them (PDF 32000-1 §9.8.1).
package struct FontMetrics: Sendable, Equatable {
  /// Height above the baseline (`hhea`).
  package var ascent: Int32
  /// Depth below the baseline, negative (`hhea`).
  package var descent: Int32
  /// Height of H: from `OS/2`, else from the glyph, else seven tenths of the ascent.
  package var capHeight: Int32
  /// Degrees counter-clockwise from the vertical; negative for a font that leans to the right.
  package var italicAngle: Int32
  /// Thickness of vertical stems, estimated from the weight class because TrueType does not say it.
  package var stemV: Int32
  /// Left side of the box that holds every glyph (`head`), as all four sides of `/FontBBox`.
  package var xMin: Int32
  /// Bottom of that box, negative where glyphs reach below the baseline.
  package var yMin: Int32
  /// Right side of that box.
  package var xMax: Int32
  /// Top of that box.
  package var yMax: Int32

  /// Measures as they are.
  package init(
    ascent: Int32, descent: Int32, capHeight: Int32, italicAngle: Int32, stemV: Int32, xMin: Int32, yMin: Int32,
    xMax: Int32, yMax: Int32
  ) {
    self.ascent = ascent
    self.descent = descent
    self.capHeight = capHeight
    self.italicAngle = italicAngle
    self.stemV = stemV
    self.xMin = xMin
    self.yMin = yMin
    self.xMax = xMax
    self.yMax = yMax
  }
}

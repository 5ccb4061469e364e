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

  init(_ source: FontBytes, tables: TableDirectory, head: Int, hhea: Int, unitsPerEm: Int32, heightOfH: Int16?) {
    func thousandths(_ value: Int16) -> Int32 { Int32(value) * 1000 / unitsPerEm }
    ascent = thousandths(source.i16(hhea + 4))
    descent = thousandths(source.i16(hhea + 6))
    xMin = thousandths(source.i16(head + 36))
    yMin = thousandths(source.i16(head + 38))
    xMax = thousandths(source.i16(head + 40))
    yMax = thousandths(source.i16(head + 42))
    italicAngle = 0
    if let post = tables[.post] { italicAngle = Int32(source.i16(post.lowerBound + 4)) }
    var weight: Int32 = 400
    var height: Int16 = 0
    if let os2 = tables[.os2] {
      weight = Int32(min(source.u16(os2.lowerBound + 4), 1000))
      if source.u16(os2.lowerBound) >= 2, os2.count >= 90 { height = source.i16(os2.lowerBound + 88) }
    }
    stemV = 50 + weight * weight / 4225
    if height <= 0 { height = heightOfH ?? 0 }
    capHeight = height > 0 ? thousandths(height) : ascent * 7 / 10
  }
}

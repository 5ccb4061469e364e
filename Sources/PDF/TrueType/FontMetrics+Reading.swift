#if canImport(Glyphs)
  internal import Glyphs
#endif

extension FontMetrics {
  init(_ source: FontBytes, tables: TableDirectory, head: Int, hhea: Int, unitsPerEm: Int32, heightOfH: Int16?) {
    func thousandths(_ offset: Int) -> Int32 { Int32(source.i16(offset)) * 1000 / unitsPerEm }
    var weight: Int32 = 400
    var height: Int16 = 0
    if let os2 = tables[.os2] {
      weight = Int32(min(source.u16(os2.lowerBound + 4), 1000))
      if source.u16(os2.lowerBound) >= 2, os2.count >= 90 { height = source.i16(os2.lowerBound + 88) }
    }
    if height <= 0 { height = heightOfH ?? 0 }
    let ascent = thousandths(hhea + 4)
    self.init(
      ascent: ascent, descent: thousandths(hhea + 6),
      capHeight: height > 0 ? Int32(height) * 1000 / unitsPerEm : ascent * 7 / 10,
      italicAngle: tables[.post].map { Int32(source.i16($0.lowerBound + 4)) } ?? 0, stemV: 50 + weight * weight / 4225,
      xMin: thousandths(head + 36), yMin: thousandths(head + 38), xMax: thousandths(head + 40),
      yMax: thousandths(head + 42))
  }
}

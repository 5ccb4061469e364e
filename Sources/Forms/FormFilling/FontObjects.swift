#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(Glyphs)
  internal import Glyphs
#endif

extension FilledPDF {
  /// Writes the five objects of an embedded subset (PDF 32000-1 §9.7.6) and returns the Type0 font's number.
  func write(_ subset: FontSubset, _ file: DeflatedSubset) -> UInt32 {
    let font = update.newNumber()
    let descendant = update.newNumber()
    let descriptor = update.newNumber()
    let program = update.newNumber()
    let unicode = update.newNumber()
    update.object(font) { out in
      out.appendASCII("<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /BaseFont /")
      out += subset.name
      out.appendASCII(" /DescendantFonts [")
      out.appendReference(descendant)
      out.appendASCII("] /ToUnicode ")
      out.appendReference(unicode)
      out.appendASCII(" >>")
    }
    update.object(descendant) { out in
      out.appendASCII("<< /Type /Font /Subtype /CIDFontType2 /CIDToGIDMap /Identity /BaseFont /")
      out += subset.name
      out.appendASCII(" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ")
      out.appendReference(descriptor)
      out.appendASCII(" /W ")
      out += subset.widthsArray()
      out.appendASCII(" >>")
    }
    update.object(descriptor) { out in
      let metrics = subset.metrics
      out.appendASCII("<< /Type /FontDescriptor /Flags 4 /StemV ")
      out.appendDecimal(Int64(metrics.stemV))
      out.appendASCII(" /FontName /")
      out += subset.name
      out.appendASCII(" /FontBBox [")
      for side in [metrics.xMin, metrics.yMin, metrics.xMax, metrics.yMax] {
        out.append(32)
        out.appendDecimal(Int64(side))
      }
      out.appendASCII("] /Ascent ")
      out.appendDecimal(Int64(metrics.ascent))
      out.appendASCII(" /Descent ")
      out.appendDecimal(Int64(metrics.descent))
      out.appendASCII(" /CapHeight ")
      out.appendDecimal(Int64(metrics.capHeight))
      out.appendASCII(" /ItalicAngle ")
      out.appendDecimal(Int64(metrics.italicAngle))
      out.appendASCII(" /FontFile2 ")
      out.appendReference(program)
      out.appendASCII(" >>")
    }
    update.stream(program, file.zlib) { out in
      out.appendASCII("/Filter/FlateDecode/Length1 ")
      out.appendDecimal(Int64(file.length))
    }
    update.stream(unicode, subset.toUnicode())
    return font
  }
}

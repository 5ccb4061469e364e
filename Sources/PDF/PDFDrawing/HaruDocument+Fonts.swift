internal import Glyphs

extension HaruDocument {
  /// Embeds a subset as a composite font whose codes are its glyph ids (PDF 32000-1 §9.7), and returns its object
  /// number. libharu's own TrueType loader is not asked: it loses parts of composite glyphs and all of plane 2.
  mutating func addFont(_ subset: FontSubset) -> Int {
    let name = subset.name
    var font = PDFTokens()
    font.raw("/Type /Font /Subtype /Type0 /Encoding /Identity-H /BaseFont")
    font.raw([0x2F] + name)
    font.raw("/DescendantFonts [")
    font.reference(addDescendant(of: subset))
    font.raw("] /ToUnicode")
    font.reference(addStream(subset.toUnicode(), deflated: true, entries: []).number)
    let object = addDictionary()
    setEntries(font.bytes, of: object)
    return object.number
  }

  private mutating func addDescendant(of subset: FontSubset) -> Int {
    var font = PDFTokens()
    font.raw("/Type /Font /Subtype /CIDFontType2 /CIDToGIDMap /Identity /BaseFont")
    font.raw([0x2F] + subset.name)
    font.raw("/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor")
    font.reference(addDescriptor(of: subset))
    font.raw("/W")
    font.raw(subset.widthsArray())
    let object = addDictionary()
    setEntries(font.bytes, of: object)
    return object.number
  }

  private mutating func addDescriptor(of subset: FontSubset) -> Int {
    let metrics = subset.metrics
    var descriptor = PDFTokens()
    descriptor.raw("/Type /FontDescriptor /FontName")
    descriptor.raw([0x2F] + subset.name)
    descriptor.raw("/Flags 4 /FontBBox [")  // 4: characters beyond the standard Latin set
    for side in [metrics.xMin, metrics.yMin, metrics.xMax, metrics.yMax] { descriptor.integer(Int(side)) }
    descriptor.raw("]")
    for (key, value) in [
      ("/Ascent", metrics.ascent), ("/Descent", metrics.descent), ("/CapHeight", metrics.capHeight),
      ("/ItalicAngle", metrics.italicAngle), ("/StemV", metrics.stemV),
    ] {
      descriptor.raw(key)
      descriptor.integer(Int(value))
    }
    var entries = PDFTokens()
    entries.raw("/Length1")
    entries.integer(subset.program.count)
    descriptor.raw("/FontFile2")
    descriptor.reference(addStream(subset.program, deflated: true, entries: entries.bytes).number)
    let object = addDictionary()
    setEntries(descriptor.bytes, of: object)
    return object.number
  }
}

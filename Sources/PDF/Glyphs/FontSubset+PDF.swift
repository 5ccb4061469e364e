#if canImport(Bytes)
  internal import Bytes
#endif

extension FontSubset {
  /// The `/W` array of the CID font (PDF 32000-1 §9.7.4.3), such as `[0[1000 500]]`.
  package func widthsArray() -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(8 + widths.count * 5)
    out.append(contentsOf: [0x5B, 0x30, 0x5B])
    for (index, width) in widths.enumerated() {
      if index > 0 { out.append(0x20) }
      out.appendDecimal(Int64(width))
    }
    out.append(contentsOf: [0x5D, 0x5D])
    return out
  }

  /// The ToUnicode CMap (PDF 32000-1 §9.10.3): each glyph's character as UTF-16BE, in blocks of at most 100.
  package func toUnicode() -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(512 + scalars.count * 20)
    out.appendASCII(
      """
      /CIDInit /ProcSet findresource begin
      12 dict begin
      begincmap
      /CMapName /Adobe-Identity-UCS def
      /CMapType 2 def
      1 begincodespacerange
      <0000> <FFFF>
      endcodespacerange

      """)
    var start = 0
    while start < scalars.count {
      let end = Swift.min(start + 100, scalars.count)
      out.appendDecimal(Int64(end - start))
      out.appendASCII(" beginbfchar\n")
      for index in start..<end {
        out.append(0x3C)
        out.appendUpperHexadecimal(UInt16(index + 1))
        out.appendASCII("> <")
        out.appendUTF16Hexadecimal(scalars[index])
        out.appendASCII(">\n")
      }
      out.appendASCII("endbfchar\n")
      start = end
    }
    out.appendASCII("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
    return out
  }
}

extension FontSubset {
  /// The `/W` array of the CID font (PDF 32000-1 §9.7.4.3), such as `[0[1000 500]]`.
  package func widthsArray() -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(8 + widths.count * 5)
    out.append(contentsOf: [0x5B, 0x30, 0x5B])
    for (index, width) in widths.enumerated() {
      if index > 0 { out.append(0x20) }
      Self.appendDecimal(width, to: &out)
    }
    out.append(contentsOf: [0x5D, 0x5D])
    return out
  }

  /// The ToUnicode CMap (PDF 32000-1 §9.10.3): each glyph's character as UTF-16BE, in blocks of at most 100.
  package func toUnicode() -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(512 + scalars.count * 20)
    Self.appendText(
      """
      /CIDInit /ProcSet findresource begin
      12 dict begin
      begincmap
      /CMapName /Adobe-Identity-UCS def
      /CMapType 2 def
      1 begincodespacerange
      <0000> <FFFF>
      endcodespacerange

      """, to: &out)
    var start = 0
    while start < scalars.count {
      let end = Swift.min(start + 100, scalars.count)
      Self.appendDecimal(Int32(end - start), to: &out)
      Self.appendText(" beginbfchar\n", to: &out)
      for index in start..<end {
        out.append(0x3C)
        Self.appendHexadecimal(UInt16(index + 1), to: &out)
        Self.appendText("> <", to: &out)
        Self.appendUTF16(scalars[index], to: &out)
        Self.appendText(">\n", to: &out)
      }
      Self.appendText("endbfchar\n", to: &out)
      start = end
    }
    Self.appendText("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n", to: &out)
    return out
  }

  private static func appendUTF16(_ scalar: UInt32, to out: inout [UInt8]) {
    guard scalar > 0xFFFF else {
      appendHexadecimal(UInt16(scalar), to: &out)
      return
    }
    let rest = scalar &- 0x10000
    appendHexadecimal(0xD800 | UInt16(truncatingIfNeeded: rest >> 10 & 0x3FF), to: &out)
    appendHexadecimal(0xDC00 | UInt16(truncatingIfNeeded: rest & 0x3FF), to: &out)
  }

  private static func appendHexadecimal(_ number: UInt16, to out: inout [UInt8]) {
    for shift in [12, 8, 4, 0] as [UInt16] {
      let digit = UInt8(truncatingIfNeeded: number >> shift & 15)
      out.append(digit < 10 ? 0x30 + digit : 0x37 + digit)
    }
  }

  private static func appendDecimal(_ number: Int32, to out: inout [UInt8]) {
    if number < 0 { out.append(0x2D) }
    var rest = number.magnitude
    let start = out.count
    repeat {
      out.append(0x30 + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    out[start...].reverse()
  }

  private static func appendText(_ text: StaticString, to out: inout [UInt8]) {
    out.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}

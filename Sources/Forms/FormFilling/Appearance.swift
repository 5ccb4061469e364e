#if canImport(TextLayout)
  internal import TextLayout
#endif

/// Writes the content of answers' appearance streams (PDF 32000-1 §12.7.3.3).
enum Appearance {
  /// Replaces `content` by the operators that show a text.
  static func write(_ text: PlacedText, glyphs: ValueGlyphs, to content: inout [UInt8]) {
    content.removeAll(keepingCapacity: true)
    content.appendASCII("/Tx BMC BT 0 g")
    var font: UInt8?
    var isShowing = false
    var line: (x: Int32, y: Int32) = (0, 0)
    var pen: (x: Int32, y: Int32)?
    for run in text.runs {
      // A run that starts where the last one ended needs no move; positions are rounded to a hundredth of a point.
      let follows = pen.map { $0.y == run.y && abs($0.x - run.x) <= 1 } ?? false
      if !follows {
        if isShowing { content.appendASCII(")Tj") }
        isShowing = false
        content.append(32)
        content.appendHundredths(run.x - line.x)
        content.append(32)
        content.appendHundredths(run.y - line.y)
        content.appendASCII(" Td")
        line = (run.x, run.y)
      }
      for glyph in run.glyphs {
        let (wanted, code) = glyphs.code(for: glyph)
        if wanted != font {
          if isShowing { content.appendASCII(")Tj") }
          isShowing = false
          appendFont(wanted, size: text.size, to: &content)
          font = wanted
        }
        if !isShowing { content.append(0x28) }
        isShowing = true
        appendCode(code, to: &content)
      }
      pen = (run.x + run.advance, run.y)
    }
    if isShowing { content.appendASCII(")Tj") }
    content.appendASCII(" ET EMC")
  }

  /// Two bytes of a literal string (PDF 32000-1 §7.3.4.2); a carriage return would be read as a line feed.
  private static func appendCode(_ code: UInt16, to content: inout [UInt8]) {
    for byte in [UInt8(code >> 8), UInt8(truncatingIfNeeded: code)] {
      switch byte {
      case 0x28, 0x29, 0x5C:
        content.append(0x5C)
        content.append(byte)
      case 0x0D:
        content.append(0x5C)
        content.append(0x72)
      default: content.append(byte)
      }
    }
  }

  private static func appendFont(_ font: UInt8, size: Int32, to content: inout [UInt8]) {
    if font == ValueGlyphs.printed {
      content.appendASCII("/P ")
    } else {
      content.appendASCII("/F")
      content.appendNumber(Int64(font))
      content.append(32)
    }
    content.appendHundredths(size)
    content.appendASCII(" Tf")
  }
}

#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(TextLayout)
  internal import TextLayout
#endif

/// Writes the content of answers' appearance streams (PDF 32000-1 §12.7.3.3).
enum Appearance {
  /// Replaces `content` by the operators that show a text. What stands in cells, character by character, is told whole
  /// besides (`/ActualText`, PDF 32000-1 §14.9.4), so that it is found when one looks for it.
  static func write(_ text: PlacedText, glyphs: ValueGlyphs, inCells: Bool, to content: inout [UInt8]) {
    content.removeAll(keepingCapacity: true)
    content.appendASCII("/Tx BMC ")
    if inCells {
      content.appendASCII("/Span<</ActualText")
      content.appendTextString(text.value)
      content.appendASCII(">>BDC ")
    }
    content.appendASCII("BT 0 g")
    var font: UInt8?
    var show = Show()
    var line: (x: Int32, y: Int32)?
    // Thousandths of a hundredth of a point, as the numbers written so far make it.
    var pen: Int64 = 0
    for run in text.runs {
      var gap = Int64(run.x) * 1000 - pen
      if line?.y != run.y {
        show.end(in: &content)
        content.append(32)
        content.appendHundredths(run.x - (line?.x ?? 0))
        content.append(32)
        content.appendHundredths(run.y - (line?.y ?? 0))
        content.appendASCII(" Td")
        line = (run.x, run.y)
        pen = Int64(run.x) * 1000
        gap = 0
      }
      for glyph in run.glyphs {
        let (wanted, code) = glyphs.characterCode(for: glyph)
        if wanted != font {
          show.end(in: &content)
          appendFont(wanted, size: text.size, to: &content)
          font = wanted
        }
        // A gap of a hundredth of a point comes from rounding alone.
        if gap.magnitude > 1500 {
          let thousandths = (gap + (gap < 0 ? -1 : 1) * Int64(text.size) / 2) / Int64(text.size)
          show.move(-thousandths, in: &content)
          pen += thousandths * Int64(text.size)
          gap = 0
        }
        show.start(in: &content)
        appendCode(code, to: &content)
      }
      pen += Int64(run.advance) * 1000
    }
    show.end(in: &content)
    content.appendASCII(" ET EMC")
    if inCells { content.appendASCII(" EMC") }
  }

  /// A text-showing operator (PDF 32000-1 §9.4.3) that is being written: `(…)Tj`, or `[…]TJ` with moves in it.
  private struct Show {
    private var isArray = false
    private var isOpen = false

    /// A move by thousandths of the font's size to the left.
    mutating func move(_ thousandths: Int64, in content: inout [UInt8]) {
      if isOpen, isArray {
        content.append(0x29)
      } else {
        end(in: &content)
        content.append(0x5B)
      }
      content.appendDecimal(thousandths)
      isArray = true
      isOpen = false
    }

    mutating func start(in content: inout [UInt8]) {
      if !isOpen { content.append(0x28) }
      isOpen = true
    }

    mutating func end(in content: inout [UInt8]) {
      if isOpen { content.append(0x29) }
      if isArray {
        content.appendASCII("]TJ")
      } else if isOpen {
        content.appendASCII("Tj")
      }
      isArray = false
      isOpen = false
    }
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
      content.appendDecimal(Int64(font))
      content.append(32)
    }
    content.appendHundredths(size)
    content.appendASCII(" Tf")
  }
}

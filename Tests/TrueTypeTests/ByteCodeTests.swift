import CZlib
import Testing
import TrueType

@Suite struct ByteCodes {
  /// What zlib makes of a stream; it also checks the sum at its end.
  private func inflated(_ stream: [UInt8], count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var size = uLong(count)
    return uncompress(&bytes, &size, stream, uLong(stream.count)) == Z_OK && size == uLong(count) ? bytes : nil
  }

  @Test(arguments: ["", "甲", "法定代表人：䶮𬭎𠅤 ABC 012，", String(repeating: "示例建筑工程有限公司", count: 9)])
  func zlibReadsWhatTheCodeWrites(text: String) throws {
    let font = try TestFonts.wenkai.get()
    let program = try FontSubset(of: font, scalars: text.unicodeScalars.map(\.value)).program
    let stream = ByteCode(for: font).zlib(program)
    #expect(inflated(stream, count: program.count) == program)
  }

  @Test func everyByteHasACode() throws {
    let bytes = (0..<40_000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 8) }
    for font in [try TestFonts.wenkai.get(), try TestFonts.hanaA.get()] {
      for count in [0, 1, 2, 7, 8, 9, 5551, 5552, 5553, 40_000] {
        let part = Array(bytes.prefix(count))
        #expect(inflated(ByteCode(for: font).zlib(part), count: count) == part, "\(count)")
      }
    }
  }

  /// A font of one glyph gives the code nothing to count; the deepest code still has at most 15 bits.
  @Test func aFontWithoutOutlinesHasACodeToo() throws {
    let small = SmallFont(glyphs: [SmallFont.dot(0)], characters: [])
    let bytes = Array(UInt8.min...UInt8.max)
    #expect(inflated(ByteCode(for: try TrueTypeFont(small.bytes)).zlib(bytes), count: 256) == bytes)
  }

  @Test func outlinesGetSmaller() throws {
    let font = try TestFonts.wenkai.get()
    let scalars = Array(UInt32(0x4E00)..<0x4E80)
    let program = try FontSubset(of: font, scalars: scalars).program
    #expect(ByteCode(for: font).zlib(program).count * 100 < program.count * 82)
  }
}

import Glyphs
import Testing
import TrueType

/// A damaged font may be refused or give other glyphs; it must not stop the program.
@Suite struct DamagedFonts {
  private static let small = SmallFont(
    glyphs: [
      SmallFont.dot(0), SmallFont.composite(of: [3, 2]), SmallFont.composite(of: [4]), SmallFont.dot(3),
      SmallFont.dot(4),
    ], characters: [(0x41, 1), (0x42, 2), (0x4E00, 3), (0x20164, 4)])

  private func use(_ bytes: [UInt8]) {
    guard let font = try? TrueTypeFont(bytes) else { return }
    let scalars: [UInt32] = [0x41, 0x42, 0x4E00, 0x20164, 0xFFFE, 0x10FFFF]
    for scalar in scalars { _ = font.advance(of: font.glyph(for: scalar)) }
    for glyph in [0, 1, 4, UInt16.max] { _ = try? font.outline(of: glyph) }
    guard let subset = try? FontSubset(of: font, scalars: scalars) else { return }
    _ = subset.toUnicode() + subset.widthsArray()
  }

  @Test(arguments: [4, 12])
  func everyLengthIsSurvived(format: Int) {
    var small = Self.small
    small.mapFormat = format
    if format == 4 { small.characters.removeLast() }
    let bytes = small.bytes
    for length in 0..<bytes.count { use(Array(bytes.prefix(length))) }
  }

  @Test(arguments: [4, 12], [0x00, 0x01, 0x7F, 0x80, 0xFF] as [UInt8])
  func everyByteMayBeAnother(format: Int, value: UInt8) {
    var small = Self.small
    small.mapFormat = format
    if format == 4 { small.characters.removeLast() }
    let bytes = small.bytes
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] = value
      use(damaged)
      if index + 3 < bytes.count {
        for next in index...index + 3 { damaged[next] = value }
        use(damaged)
      }
    }
  }

  @Test func aRealFontCutAtManyPlacesIsSurvived() throws {
    let bytes = try TestFonts.bytes("lxgw-wenkai/LXGWWenKai-Regular.ttf")
    for step in 0..<24 { use(Array(bytes.prefix(bytes.count / 24 * step + step * 7))) }
  }

  @Test func aRealFontWithWrongBytesIsSurvived() throws {
    var bytes = try TestFonts.bytes("lxgw-wenkai/LXGWWenKai-Regular.ttf")
    var state: UInt32 = 12345
    for _ in 0..<300 {
      state = state &* 1_664_525 &+ 1_013_904_223
      // Half of them in the directory and the first tables, which all reading starts from.
      let place = Int(state >> 8) % (state & 1 == 0 ? 400 : bytes.count)
      let before = bytes[place]
      bytes[place] = UInt8(truncatingIfNeeded: state >> 3)
      use(bytes)
      bytes[place] = before
    }
  }
}

import Bytes
import Testing

/// Where the four sets agree, and where each differs from its neighbours.
@Suite struct HanCharacters {
  /// Ideograph, typed, without spaces, square.
  private func sets(_ scalar: UInt32) -> [Bool] {
    [Han.isIdeograph(scalar), Han.isTyped(scalar), Han.standsWithoutSpaces(scalar), Han.isSquare(scalar)]
  }

  @Test(
    arguments: [
      0x3007, 0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xF900, 0xFAD9, 0x20000, 0x2A6DF, 0x2A700, 0x2EBE0, 0x2EBF0, 0x2EE5D,
      0x2F800, 0x2FA1D, 0x30000, 0x3134A, 0x323AF,
    ] as [UInt32])
  func allSetsHaveTheIdeographs(scalar: UInt32) { #expect(sets(scalar) == [true, true, true, true]) }

  @Test(arguments: [0x20, 0x41, 0xB7, 0xAC00, 0xD7A3, 0xE000, 0x1F600, 0xF0000] as [UInt32])
  func noSetHasWhatIsForeign(scalar: UInt32) { #expect(sets(scalar) == [false, false, false, false]) }

  @Test(
    arguments: [
      // The sign of repetition is typed in names' texts, but no name's own character.
      (0x3005, [false, true, true, true]),
      // Unassigned, in the block of compatibility ideographs.
      (0xFADA, [false, true, true, true]),
      // Unassigned, between extensions and after them.
      (0x2B73A, [true, false, true, true]), (0x3134B, [true, false, true, true]),
      (0x2A6E0, [false, false, true, true]),
      // Extension J, which readers of damaged files do not look for.
      (0x323B0, [true, false, true, true]), (0x33479, [true, false, true, true]),
      (0x3347A, [false, false, true, true]),
      // Kana, Chinese punctuation, full-width forms.
      (0x3042, [false, false, true, true]), (0x3002, [false, false, true, true]), (0xFF21, [false, false, true, true]),
      // The ideographic space, Hangul of the compatibility block, half-width Hangul: squares that stand between spaces.
      (0x3000, [false, false, false, true]), (0x3131, [false, false, false, true]),
      (0xFFA1, [false, false, false, true]),
      // Signs that Chinese shares with other scripts.
      (0x201C, [false, false, false, true]), (0x2026, [false, false, false, true]),
      // Vertical forms and squared words.
      (0xFE10, [false, false, true, false]), (0x1F200, [false, false, true, false]),
    ] as [(UInt32, [Bool])])
  func theSetsDifferOnPurpose(scalar: UInt32, expected: [Bool]) { #expect(sets(scalar) == expected) }
}

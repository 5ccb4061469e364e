import FilledFields
import FormReading
import Testing

@Suite struct TextTables {
  /// PDF 32000-1 annex D.2, the codes where PDFDocEncoding and Latin 1 differ.
  @Test func everySignOfPDFDocEncodingIsRead() {
    let rows: [(first: UInt8, signs: String)] = [
      (0x18, "˘ˇˆ˙˝˛˚˜"), (0x80, "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž"), (0xA0, "€¡¢£"),
    ]
    for (first, signs) in rows {
      for (index, sign) in signs.unicodeScalars.enumerated() {
        #expect(PDFText([0x41, first + UInt8(index)]).scalars == [0x41, sign.value], "\(first) \(index)")
      }
    }
    for byte in Array(UInt8(0x20)...0x7E) + Array(0xA1...0xFF) { #expect(PDFText([byte]).scalars == [UInt32(byte)]) }
  }
}

@Suite struct MarksBesideTheOriginal {
  /// Only a character beyond U+FFFF leaves two marks; a second one beside another is what the applicant typed.
  @Test(arguments: [("王??", "王明", "王??"), ("王\u{FFFD}\u{FFFD}", "王明", "王明\u{FFFD}"), ("王?", "王明", "王明")])
  func aSecondMarkStays(text: String, original: String, repaired: String) {
    func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
    #expect(TextRepair(scalars(text), original: scalars(original)).repaired == scalars(repaired))
  }

  @Test(arguments: [(1000, true), (1001, false)])
  func textsOfAThousandCharactersAreAligned(count: Int, isHealed: Bool) {
    let text = Array(repeating: UInt32(0x4E00), count: count - 1) + [0xCB4E]
    let original = Array(text.dropLast()) + [0x2CB4E]
    #expect((TextRepair(text, original: original).repaired == original) == isHealed)
  }
}

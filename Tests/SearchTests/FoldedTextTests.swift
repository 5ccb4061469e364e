import Search
import Testing

@Suite struct FoldedTextTests {
  private func folded(_ text: String) -> String {
    String(String.UnicodeScalarView(FoldedText(text.utf8).scalars.compactMap(Unicode.Scalar.init)))
  }

  @Test(arguments: [
    ("UKey 续期", "ukey续期"), ("ＵＫｅｙ（６７８７）", "ukey(6787)"), ("a \n\t b", "a b"), ("在 Chrome 97 里", "在chrome 97里"),
    ("中\n文", "中文"), (" a ", "a"), ("中\u{200B}文\u{AD}a\u{FE0F}", "中文a"), ("ÀÉ ÑΩЯЁ", "àé ñωяё"), ("𬭎 、a", "𬭎、a"),
    ("0412-6787 1177", "0412-6787 1177"), ("", ""), ("\u{3000}", ""), ("한 글", "한 글"), ("\u{0}a\u{85}b", "a b"),
  ])
  func isWhatIsCompared(_ text: String, _ expected: String) {
    #expect(folded(text) == expected)
  }

  @Test func bytesThatAreNoUTF8AreReplaced() {
    #expect(FoldedText([0x61, 0xFF, 0x62]).scalars == [0x61, 0xFFFD, 0x62])
  }
}

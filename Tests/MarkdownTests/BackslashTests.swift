import Testing

@Suite("Backslashes before stars")
struct BackslashTests {
  /// Two of them are one that is written, and the stars after them count (CommonMark §2.4).
  @Test(
    "escape a star only when they are odd",
    arguments: [
      ("**注意\\\\**本表", "<strong>注意\\</strong>本表"), ("\\\\**注意：**本表", "\\<strong>注意：</strong>本表"),
      ("**注意\\**：**本表", "<strong>注意**：</strong>本表"),
    ])
  func stars(_ text: String, _ html: String) { #expect(Reading(text).paragraph == html) }
}

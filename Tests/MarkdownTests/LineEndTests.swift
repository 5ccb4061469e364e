import Testing

@Suite("A line's end inside a paragraph")
struct LineEndTests {
  @Test(
    "leaves no space between Chinese characters",
    arguments: [
      ("办理\n流程", "办理流程"),
      ("办理，\n流程", "办理，流程"),
      ("办理\n（流程）", "办理（流程）"),
      ("办理“\n流程", "办理“流程"),
      ("他说\n“流程”", "他说“流程”"),
      ("**办理：**\n流程", "<strong>办理：</strong>流程"),
      ("办理\n**流程**", "办理<strong>流程</strong>"),
      ("办理\n[流程](x.md)", "办理<a href=\"x.md\">流程</a>"),
      ("カ\nナ", "カナ"),
      ("𠅤\n𬭎", "𠅤𬭎"),
    ])
  func joined(_ text: String, _ html: String) { #expect(Reading(text).paragraph == html) }

  @Test(
    "stays a space elsewhere",
    arguments: [
      ("办理\nCA", "办理\nCA"), ("CA\n证书", "CA\n证书"), ("one\ntwo", "one\ntwo"), ("한국\n어", "한국\n어"),
      ("“one”\n“two”", "“one”\n“two”"), ("办理  \n流程", "办理<br>\n流程"),
    ])
  func kept(_ text: String, _ html: String) { #expect(Reading(text).paragraph == html) }
}

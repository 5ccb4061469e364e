import Markdown
import Testing

@Suite("Headings")
struct HeadingTests {
  @Test(
    "have ids made of their text",
    arguments: [
      ("办理流程", "办理流程"), ("1. 办理条件（一）", "1-办理条件一"), ("CA 申请", "ca-申请"), ("Fees & Hours", "fees--hours"),
      ("“注意”", "注意"), ("a_b-c", "a_b-c"), ("！！", "section"), ("Größe", "größe"), ("`code` **x**", "code-x"),
      ("䶮与𠅤", "䶮与𠅤"),
    ])
  func slug(_ title: String, _ id: String) {
    #expect(Reading("## \(title)").document.headings(all: true).map(\.id) == [id])
  }

  @Test("with the same text are numbered")
  func duplicates() {
    let reading = Reading("## 甲\n\n## 甲\n\n## 甲-1\n\n## 甲")
    #expect(reading.document.headings(all: true).map(\.id) == ["甲", "甲-1", "甲-1-1", "甲-2"])
  }

  @Test("take an id that the author gives")
  func explicit() {
    let reading = Reading("## 费用 {#fees}\n\n### **重要**{#重要.1}")
    #expect(reading.document.headings(all: true).map(\.id) == ["fees", "重要.1"])
    #expect(reading.html == "<h2 id=\"fees\">费用</h2>\n<h3 id=\"重要.1\"><strong>重要</strong></h3>\n")
    #expect(reading.problems.isEmpty)
  }

  @Test("keep ids that they had before behind their own")
  func former() {
    let reading = Reading("## 费用 {#fees #prices  #费用}\n\n## A {#a}")
    #expect(reading.document.headings(all: true).map(\.ids) == [["fees", "prices", "费用"], ["a"]])
    #expect(reading.html.hasPrefix("<h2 id=\"fees\">费用</h2>"))
    #expect(reading.problems.isEmpty)
  }

  @Test("inside directives have ids too, but are not the page's own")
  func nested() {
    let document = Reading("## A\n\n```{note}\n### B\n```\n").document
    #expect(document.headings(all: true).map(\.id) == ["a", "b"])
    #expect(document.headings(all: false).map(\.id) == ["a"])
  }

  @Test(
    "are refused when they jump, repeat an id, or are the title",
    arguments: [
      ("# A", "page.md:1:1: markdown.heading-level"),
      ("## A\n\n#### B", "page.md:3:1: markdown.heading-level"),
      ("### A", "page.md:1:1: markdown.heading-level"),
      ("## A {#x}\n\n## B {#x}", "page.md:3:1: markdown.duplicate-id"),
      ("## A {#a b}", "page.md:1:1: markdown.heading-id"),
      ("## A {#a #}", "page.md:1:1: markdown.heading-id"),
      ("## A {#x}\n\n## B {#b #x}", "page.md:3:1: markdown.duplicate-id"),
      ("## A {#x #x}", "page.md:1:1: markdown.duplicate-id"),
      ("## A\n\n## B {#b #a}", "page.md:3:1: markdown.duplicate-id"),
    ])
  func refused(_ text: String, _ problem: String) { #expect(Reading(text).problems == [problem]) }
}

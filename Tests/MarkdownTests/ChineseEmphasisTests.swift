import Diagnostics
import Markdown
import Testing

@Suite("Emphasis beside Chinese punctuation")
struct ChineseEmphasisTests {
  @Test(
    "opens and closes where CommonMark alone leaves the stars",
    arguments: [
      ("**注意：**本表", "<strong>注意：</strong>本表"),
      ("**收费标准（元）**为准", "<strong>收费标准（元）</strong>为准"),
      ("本表**“注意”**如下", "本表<strong>“注意”</strong>如下"),
      ("本表**「注意」**如下", "本表<strong>「注意」</strong>如下"),
      ("请看**《申请表》**。", "请看<strong>《申请表》</strong>。"),
      ("*注意：*本表", "<em>注意：</em>本表"),
      ("***注意：***本表", "<em><strong>注意：</strong></em>本表"),
      ("**a)**中文", "<strong>a)</strong>中文"),
      ("中文**(a)**中文", "中文<strong>(a)</strong>中文"),
      ("**CA（证书）**abc", "<strong>CA（证书）</strong>abc"),
      ("甲**乙。**丙**丁。**戊", "甲<strong>乙。</strong>丙<strong>丁。</strong>戊"),
      ("**注意：[链接](x.md)**为准", "<strong>注意：<a href=\"x.md\">链接</a></strong>为准"),
      ("**`码`**之后", "<strong><code>码</code></strong>之后"),
      ("价格为**￥250**元", "价格为<strong>￥250</strong>元"),
      ("**（一）***（二）*三", "<strong>（一）</strong><em>（二）</em>三"),
    ])
  func chinese(_ text: String, _ html: String) {
    #expect(Reading(text).paragraph == html)
  }

  @Test(
    "follows CommonMark everywhere else",
    arguments: [
      ("**bold** and *em*", "<strong>bold</strong> and <em>em</em>"),
      ("a**\"quoted\"**b", "a**&quot;quoted&quot;**b"),
      ("**Note:**this", "**Note:**this"),
      ("2 * 3 * 4", "2 * 3 * 4"),
      ("snake_case_name", "snake_case_name"),
      ("_注意：_本表", "_注意：_本表"),
      ("_注意_", "<em>注意</em>"),
      ("\\*\\*注意：\\*\\*本表", "**注意：**本表"),
      ("\\**注意：*本表", "*<em>注意：</em>本表"),
      ("`**注意：**本表`", "<code>**注意：**本表</code>"),
      ("``a`**注意：**本``", "<code>a`**注意：**本</code>"),
      ("** 注意 **", "** 注意 **"),
      ("**注意：** 本表", "<strong>注意：</strong> 本表"),
      ("[**注意：**本](a*：*b.md)", "<a href=\"a*：*b.md\"><strong>注意：</strong>本</a>"),
      ("![**注意：**本](x.svg)", "<img src=\"x.svg\" alt=\"注意：本\">"),
    ])
  func foreign(_ text: String, _ html: String) {
    #expect(Reading(text).paragraph == html)
  }

  @Test("works in lists, quotes and headings, and leaves code blocks alone")
  func blocks() {
    let html = Reading("## **注意：**本表\n\n* **一：**甲\n* 乙\n\n> **二：**丙\n\n```\n**三：**丁\n```\n\n***\n").html
    #expect(
      html == """
        <h2 id="注意本表"><strong>注意：</strong>本表</h2>
        <ul>
        <li><strong>一：</strong>甲</li>
        <li>乙</li>
        </ul>
        <blockquote>
        <p><strong>二：</strong>丙</p>
        </blockquote>
        <pre><code>**三：**丁
        </code></pre>
        <hr>

        """)
  }

  @Test("does not move the places of what follows in the line")
  func places() {
    let text = "**注意：**本表**“甲”**见[链接](x.md)"
    let column = (text.unicodeScalars.firstIndex(of: "[")?.utf16Offset(in: text) ?? 0) + 1
    #expect(Reading(text).document.blocks.links.map(\.place) == [SourcePlace("page.md", line: 1, column: column)])
  }

  @Test("refuses the noncharacter it uses itself")
  func noncharacter() {
    let scalar = Unicode.Scalar(0xFDD0 as UInt32).map(String.init) ?? ""
    let reading = Reading("甲\(scalar)乙")
    #expect(reading.problems == ["page.md:1:2: markdown.noncharacter"])
    #expect(reading.paragraph == "甲乙")
  }
}

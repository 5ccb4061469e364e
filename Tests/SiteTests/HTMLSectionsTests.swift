import Testing

@testable import Search
@testable import Site

@Suite struct HTMLSectionsTests {
  /// The sections, each as its lines; a heading as `#anchor heading`.
  private func lines(_ html: String) -> [String] {
    HTMLSections.sections(of: Array(html.utf8)).flatMap { section in
      let head = section.heading.isEmpty ? [] : [Array("#".utf8) + section.anchor + [0x20] + section.heading]
      return (head + section.text.split(separator: 0x0A).map(Array.init)).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  @Test(arguments: [
    ("<p>一<strong>二</strong>三</p><p>四</p>", ["一二三", "四"]),
    ("<p> a\n <b>b</b>\t c </p>", ["a b c"]),
    ("<table><tr><td>甲</td><td>乙</td></tr></table>", ["甲", "乙"]),
    ("一<br>二", ["一", "二"]),
    ("<h2 id=\"a&amp;b\">费<em>用</em><a class=\"x heading-link\" href=\"#a\">#</a></h2><p>文</p>", ["#a&b 费用", "文"]),
    ("<h3>无号</h3>文", ["无号", "文"]),
    ("<h2 id=a><a class=heading-link>#</a></h2><p>文</p>", ["文"]),
    ("<p>前<img src=a alt=\"图&quot;一&quot;\">后</p>", ["前", "图\"一\"", "后"]),
    ("<p>前<img src=a alt=\"\">后</p>", ["前后"]),
    ("<p>a&lt;b&gt;&amp;amp;&#x4E2D;&#25991;&nbsp;&nope;&#xD800;&</p>", ["a<b>&amp;中文\u{A0}&nope;&#xD800;&"]),
    ("<p hidden>不见</p><div aria-hidden=\"true\">不<div>见</div>了</div>见", ["见"]),
    ("<p>看<span aria-hidden=\"true\">#<span>x</span></span>见</p>", ["看见"]),
    ("<p>看<span aria-hidden=\"false\">见</span></p>", ["看见"]),
    ("<svg><text>图</text></svg><script>if (a < b) \"<p>\"</script>文", ["文"]),
    ("<button>按</button><nav>路<nav></nav></nav><template>样</template>文", ["文"]),
    ("看<!-- <p> - -- > 不见 -->见<!DOCTYPE html>", ["看见"]),
    ("<input hidden><p>见</p>", ["见"]),
    ("1 < 2 <3", ["1 < 2 <3"]), ("<p title='a>b' class=c>见</P>", ["见"]), ("<p", []), ("<p a=\"", []), ("<!--", []),
    ("</", ["</"]), ("", []),
  ])
  func areWhatAReaderSees(_ html: String, _ expected: [String]) {
    #expect(lines(html) == expected)
  }
}

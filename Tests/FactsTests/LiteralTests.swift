@testable import Content
import Diagnostics
import SourceText
import Testing

@testable import Facts

@Suite("Facts that are typed again") struct LiteralTests {
  private static let files = [
    "f": """
    currency: 元
    prices:
      - {id: first, price: 1250, unit: 元/个/年}
      - {id: key, price: 50}
    inputs:
      - {id: new, unit: 个, max: 999, start: 1}
    size: {min: 200, max: 2048, unit: kb}
    dpi: 300
    warranty-months: 12
    phones: [400-123-4567, 024-67871177, 88886666]
    desk: {mobile: 13912345678, number: "0241234567"}
    serial: 99912345678
    mail: me@example.org
    last: 16:15
    week:
      - {days: [1, 2, 3, 4, 5], windows: [8:30—11:30, 13:00—17:00]}
    day: 2026-11-22
    fixed: ["05-01"]
    home: http://www.example.org
    page: http://www.example.org/a/b.html
    paper: 2480 × 3508
    weight: 26.1 MB
    range: 0.4～1.5 MB
    count: 7
    """
  ]

  private static func version(_ files: [String: String] = files) -> GuideVersion {
    var ignored: [Diagnostic] = []
    var data: [String: DataFile] = [:]
    for (name, text) in files {
      let root = YAMLReader.read(SourceFile(path: "\(name).yml", text: text), diagnostics: &ignored)
      if let root { data[name] = DataFile(name: name, path: "\(name).yml", root: root) }
    }
    return GuideVersion(
      id: "v", title: "V", status: .current, effective: nil, published: nil, note: nil, place: SourcePlace("guide.yml"),
      pages: [], front: nil, data: data, figures: [], attachments: [], formFiles: [], unread: [])
  }

  @Test(
    "are found in every spelling",
    arguments: [
      ("交1250元。", "1250元", "f.prices.first.price"), ("交１２５０ 元/个/年", "１２５０ 元", "f.prices.first.price"),
      ("1,250元", "1,250元", "f.prices.first.price"), ("￥1250", "￥1250", "f.prices.first.price"),
      ("补办¥ 50.00", "¥ 50.00", "f.prices.key.price"), ("50块钱", "50块钱", "f.prices.key.price"),
      ("不小于200KB", "200KB", "f.size.min"), ("200～2048 kb", "200", "f.size.min"), ("2048 Kb", "2048 Kb", "f.size.max"),
      ("不超过2MB", "2MB", "f.size.max"), ("2 兆以内", "2 兆", "f.size.max"),
      ("用300 DPI扫描", "300 DPI", "f.dpi"), ("质保12个月", "12个月", "f.warranty-months"),
      ("for 12 months", "12 months", "f.warranty-months"),
      ("打4001234567", "4001234567", "f.phones.0"), ("打400 123 4567", "400 123 4567", "f.phones.0"),
      ("400－123－4567", "400－123－4567", "f.phones.0"),
      ("打88886666", "88886666", "f.phones.2"), ("8888-6666", "8888-6666", "f.phones.2"),
      ("139 1234 5678", "139 1234 5678", "f.desk.mobile"), ("13912345678", "13912345678", "f.desk.mobile"),
      ("024-1234567", "024-1234567", "f.desk.number"),
      ("8:30-11:30", "8:30-11:30", "hours(f.week.0.windows.0)"),
      ("08：30～11：30", "08：30～11：30", "hours(f.week.0.windows.0)"),
      ("上午8时30分至11时30分", "上午8时30分至11时30分", "hours(f.week.0.windows.0)"),
      ("下午1点到5点", "下午1点到5点", "hours(f.week.0.windows.1)"),
      ("2026年11月22日", "2026年11月22日", "f.day"), ("2026/11/22", "2026/11/22", "f.day"), ("5月1日", "5月1日", "f.fixed.0"),
      ("见 http://www.example.org/。", "http://www.example.org", "f.home"),
      ("[a](http://www.example.org/a/b.html)", "http://www.example.org/a/b.html", "f.page"),
      ("域名www.example.org，", "www.example.org", "host(f.home)"),
      ("是2480×3508像素", "2480×3508", "f.paper"), ("26.1MB", "26.1MB", "f.weight"),
    ])
  func found(_ text: String, _ literal: String, _ expression: String) {
    let found = LiteralFinder(Self.version()).literals(in: text)
    let texts = found.map { String(String.UnicodeScalarView(Array(text.unicodeScalars)[$0.start..<$0.end])) }
    #expect(texts.contains(literal), "\(texts)")
    #expect(found.contains { $0.expressions.contains(expression) }, "\(found)")
  }

  @Test(
    "are no numbers without unit, and no other values",
    arguments: [
      "共1250个", "第300页", "7", "12", "200", "300", "1251元", "11250元", "0.50元", "150元", "办1个、999个", "2048",
      "14001234567", "99912345678", "139123456789", "400-123-45678", "2026-11-23", "2026年11月", "15月1日",
      "http://www.example.org/a/c.html",
      "www.example.org.cn", "12kb", "300dpis", "8:30-12:00", "3508", "第12个", "1250.5元", "2.1MB", "20MB", "0.1953MB",
    ])
  func none(_ text: String) {
    #expect(LiteralFinder(Self.version()).literals(in: text) == [])
  }

  @Test(
    "are found in Chinese numerals and among other signs",
    arguments: [
      ("交一千二百五十元", "一千二百五十元", "f.prices.first.price"), ("壹仟贰佰伍拾元整", "壹仟贰佰伍拾元", "f.prices.first.price"),
      ("一千二百五元", "一千二百五元", "f.prices.first.price"), ("五十元", "五十元", "f.prices.key.price"),
      ("人民币伍拾元", "人民币伍拾", "f.prices.key.price"), ("两百kb", "两百kb", "f.size.min"),
      ("二百至二千零四十八kb", "二百", "f.size.min"), ("三百 DPI", "三百 DPI", "f.dpi"), ("十二个月", "十二个月", "f.warranty-months"),
      ("0.125万元", "0.125万元", "f.prices.first.price"), ("2百KB", "2百KB", "f.size.min"),
      ("１２５0元", "１２５0元", "f.prices.first.price"), ("１，２５０元", "１，２５０元", "f.prices.first.price"),
      ("１２５０．00圆", "１２５０．00圆", "f.prices.first.price"), ("1 250 元", "1 250 元", "f.prices.first.price"),
      ("共2，50元", "50元", "f.prices.key.price"), ("𝟓𝟎元", "𝟓𝟎元", "f.prices.key.price"),
      ("每个/年1250", "1250", "f.prices.first.price"), ("每年1250。", "1250", "f.prices.first.price"),
      ("按每年1250算", "1250", "f.prices.first.price"), ("每个每年收 1250", "1250", "f.prices.first.price"),
      ("1250/年", "1250", "f.prices.first.price"), ("1250每年", "1250", "f.prices.first.price"),
      ("1250元每年", "1250元", "f.prices.first.price"), ("12-month", "12-month", "f.warranty-months"),
      ("2480x3508", "2480x3508", "f.paper"), ("2480*3508", "2480*3508", "f.paper"), ("200㎅", "200㎅", "f.size.min"),
      ("0.4至1.5MB", "0.4至1.5MB", "f.range"),
      ("400·123·4567", "400·123·4567", "f.phones.0"), ("(400)123-4567", "400)123-4567", "f.phones.0"),
      ("+86 400 123 4567", "86 400 123 4567", "f.phones.0"), ("拨67871177", "67871177", "f.phones.1"),
      ("024－67871177", "024－67871177", "f.phones.1"), ("0086 24 6787 1177", "0086 24 6787 1177", "f.phones.1"),
      ("https://www.example.org/a/b.html", "https://www.example.org/a/b.html", "f.page"),
      ("网址:www.example.org/a/b.html", "www.example.org/a/b.html", "f.page"),
      ("[写信](mailto:me@example.org)", "me@example.org", "f.mail"),
      ("二〇二六年十一月二十二日", "二〇二六年十一月二十二日", "f.day"), ("2026年11月22号", "2026年11月22号", "f.day"),
      ("11月22日起", "11月22日", "date(f.day, '{month}月{day}日')"), ("五月一日", "五月一日", "f.fixed.0"),
      ("八点半至十一点半", "八点半至十一点半", "hours(f.week.0.windows.0)"), ("下午一点到五点", "下午一点到五点", "hours(f.week.0.windows.1)"),
      ("1-5 pm", "1-5 pm", "hours(f.week.0.windows.1)"), ("13-17时", "13-17时", "hours(f.week.0.windows.1)"),
      ("1:00 to 5:00 p.m.", "1:00 to 5:00 p.m.", "hours(f.week.0.windows.1)"),
    ])
  func numerals(_ text: String, _ literal: String, _ expression: String) {
    found(text, literal, expression)
  }

  @Test(
    "are found where one time of a window stands alone",
    arguments: [
      ("上午8时30分开始审核", "上午8时30分", "opens(f.week.0.windows.0)"), ("17:00以后", "17:00", "closes(f.week.0.windows.1)"),
      ("下午5点截止", "下午5点", "closes(f.week.0.windows.1)"), ("13：00", "13：00", "opens(f.week.0.windows.1)"),
      ("下午五点", "下午五点", "closes(f.week.0.windows.1)"), ("八点半开门", "八点半", "opens(f.week.0.windows.0)"),
      ("十一时三十分", "十一时三十分", "closes(f.week.0.windows.0)"), ("从13点起", "13点", "opens(f.week.0.windows.1)"),
      ("到17点", "17点", "closes(f.week.0.windows.1)"), ("by 5 pm", "5 pm", "closes(f.week.0.windows.1)"),
      ("8:30 a.m.", "8:30 a.m.", "opens(f.week.0.windows.0)"), ("中午1点", "中午1点", "opens(f.week.0.windows.1)"),
      ("8:30-17:00", "8:30-17:00", "opens(f.week.0.windows.0)"), ("16:15前送到", "16:15", "f.last"),
      ("周一至周五审核", "周一至周五", "days(f.week.0.days)"), ("星期一到五", "星期一到五", "days(f.week.0.days)"),
      ("Monday to Friday", "Monday to Friday", "days(f.week.0.days)"),
      ("Mon.–Fri.", "Mon.–Fri.", "days(f.week.0.days)"),
    ])
  func times(_ text: String, _ literal: String, _ expression: String) {
    found(text, literal, expression)
  }

  @Test(
    "are found across marks",
    arguments: [
      ("**1250**元", "1250**元", "f.prices.first.price"), ("_50_ 元", "50_ 元", "f.prices.key.price"),
      ("**12**50元", "12**50元", "f.prices.first.price"), ("1250 <wbr>元", "1250 <wbr>元", "f.prices.first.price"),
      ("1250&nbsp;元", "1250&nbsp;元", "f.prices.first.price"), ("1250&#xa0;元", "1250&#xa0;元", "f.prices.first.price"),
      ("<b>1250</b>元", "1250</b>元", "f.prices.first.price"),
      ("[1250](fees.md)元", "1250](fees.md)元", "f.prices.first.price"),
      ("[1250][fees]元", "1250][fees]元", "f.prices.first.price"),
      ("12\u{200B}50\u{2060}元", "12\u{200B}50\u{2060}元", "f.prices.first.price"),
      ("要交1250\n元", "1250\n元", "f.prices.first.price"), ("&yen;1250", "&yen;1250", "f.prices.first.price"),
      ("**8:30**—**11:30**", "8:30**—**11:30", "hours(f.week.0.windows.0)"),
      ("400-123-\n4567", "400-123-\n4567", "f.phones.0"),
      ("[电话](tel:4001234567)", "4001234567", "f.phones.0"),
      ("<a title=\"1250元\">a</a>", "1250元", "f.prices.first.price"),
      ("<p title=\"1250元\">", "1250元", "f.prices.first.price"), ("1250\\\n元", "1250\\\n元", "f.prices.first.price"),
    ])
  func marks(_ text: String, _ literal: String, _ expression: String) {
    found(text, literal, expression)
  }

  @Test(
    "are no ordinals, idioms, other times and other cells",
    arguments: [
      "一个", "第一步", "十八位", "两个平台", "第十二个月", "十二个", "一年一次", "另一年", "一点建议", "5点建议", "有8条", "第五十元店",
      "八点半到十二点", "8:30:15", "2026-01-01T08:30", "比例18:30", "半个月", "一千二百五十个", "二〇二六年", "2025年11月22日",
      "1250\n\n元", "- 1250\n- 元", "| 1250 | 元 |", "<td>1250</td><td>元</td>", "1250[1]", "一百一元", "12月",
      "三年",
      "下午8:30", "每年1250次", "每年12月", "010-67871177", "167871177", "2026年十二月", "二二〇〇kb", "每个1250平方米", "20日至22日", "周一至周六",
      "周一、周五", "Monday or Friday", "monthly to Friday",
    ])
  func others(_ text: String) {
    #expect(LiteralFinder(Self.version()).literals(in: text) == [])
  }

  @Test("count things in any sentence, where a numeral has no measure") func counts() {
    let finder = LiteralFinder(Self.version(["f": "a: {count: 2, unit: 个}\nb: {digits: 18, unit: 位}\nyears: 1\n"]))
    for text in ["两个平台", "十八位", "另一年", "第一年", "第1年", "每一年"] { #expect(finder.literals(in: text) == [], "\(text)") }
    for text in ["2个平台", "18位", "满一年"] { #expect(finder.literals(in: text).count == 1, "\(text)") }
  }

  @Test("are none in code, roles, comments, quotations and claims; their place is told elsewhere") func masked() {
    var version = Self.version()
    let body = """
      {data}`f.prices.first.price`元 {literal}`1250元` `1250元` {quote}``交1250元`` <!-- 1250元 -->

      ```{quote}
      1250元
      ```

      ```{check}
      - {says: 1250元}
      ```

      ```
      1250元
      ```

      ```{note} 1250元
      甲 [1250元](a.md)
      ```
      """
    version.pages = [
      SourcePage(
        name: "p", file: "p.md", title: "t", description: "d", order: 1, formerly: [], body: body, bodyLine: 10,
        path: "p.md", isDraft: false)
    ]
    version.pages[0].writtenTexts = [WrittenText(text: "要1250元", place: SourcePlace("p.md", line: 2, column: 8))]
    let places = TypedFacts(version).problems.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.id)" }
    #expect(places == ["2:8 facts.literal", "25:11 facts.literal", "26:4 facts.literal"])
  }

  @Test("are told in other data files, templates and drawings, but not where the fact stands") func places() {
    var version = Self.version([
      "f": "price: 1250\nunit: 元\nquote: 交1250元\nnote: 又交1250元\n", "g": "rows: [一次1250元, '{data}`f.price`元']\n",
    ])
    let svg =
      "<svg width=\"1250元\"><text>1250元</text>\n<text><tspan>12</tspan>50<tspan font-size=\"1250元\">元</tspan></text><text>{data}`f.price`元</text></svg>"
    version.figures = [Figure(name: "a.svg", path: "a.svg", bytes: Array(svg.utf8))]
    let search = TypedFacts(version)
    #expect(
      search.problems.compactMap(\.place).map { "\($0.file):\($0.line ?? 0)" } == [
        "a.svg:1", "a.svg:2", "f.yml:4", "g.yml:1",
      ])
    let template = "<p>{{a}}1250元 {{! 1250元 }}</p>\n{{! literal }}1250元\n<td><b>1250</b>&nbsp;元</td>"
    let told = search.problems(inTemplate: template, path: "t").compactMap(\.place)
    #expect(told.map { "\($0.line ?? 0):\($0.column ?? 0)" } == ["1:9", "3:8"])
  }

  @Test(
    "are looked for in whatever stands there",
    arguments: [
      String(repeating: "1", count: 200_000) + "元", String(repeating: "一", count: 100_000),
      String(repeating: "百", count: 50_000),
      String(repeating: "a/", count: 100_000), String(repeating: "](", count: 50_000),
      String(repeating: "[", count: 50_000),
      String(repeating: "<b", count: 50_000), String(repeating: "&#", count: 50_000),
      String(repeating: "&#x110000;", count: 9),
      (1...400).map { String(repeating: "`", count: $0) }.joined(separator: "a"),
      String(repeating: "1 ", count: 50_000),
      String(repeating: "8:30-", count: 30_000), String(repeating: "一亿", count: 20_000), "九千九百九十九万亿亿亿亿元",
      String(repeating: "\u{301}", count: 50_000) + "1250元", "\0\u{FFFF}\u{10FFFF}1250\u{10FFFF}元",
      "&#0;&#55296;&#x;&;&#99999999999;",
      String(repeating: "\r\n", count: 20_000), "\u{FFFC}\u{FFFC}", "1250", "元", "", "￥", "第", "上午", "每", "+86",
      "http://", "*", "\\", "<", "&",
    ])
  func hostile(_ text: String) {
    let finder = LiteralFinder(Self.version())
    _ = finder.literals(in: text)
    _ = finder.literals(in: MaskedText.markdown(text).scalars)
    _ = finder.literals(in: MaskedText.template(text).scalars + MaskedText.drawing(text).scalars)
    #expect(finder.literals(in: text + "\n\n1250元").last?.expressions == ["f.prices.first.price"])
  }

  @Test("take as long for many facts as for few") func many() {
    let facts = (0..<2_000).map {
      "- {id: a\($0), price: \($0 % 7), unit: 元/个/年, phone: 024-\(60_000_000 + $0), size: \($0)×3, day: 2026-01-01}"
    }
    let finder = LiteralFinder(Self.version(["f": "currency: 元\nrows:\n\(facts.joined(separator: "\n"))\n"]))
    let line = "交3元，打024-60001999，2026年1月1日，1999×3，每年5。\n"
    #expect(finder.literals(in: String(repeating: line, count: 1_000)).count == 5_000)
  }
}

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
    phones: [400-123-4567]
    week:
      - {days: [1, 2], windows: [8:30—11:30, 13:00—17:00]}
    day: 2026-11-22
    fixed: ["05-01"]
    home: http://www.example.org
    page: http://www.example.org/a/b.html
    paper: 2480 × 3508
    weight: 26.1 MB
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
      ("用300 DPI扫描", "300 DPI", "f.dpi"), ("质保12个月", "12个月", "f.warranty-months"),
      ("for 12 months", "12 months", "f.warranty-months"),
      ("打4001234567", "4001234567", "f.phones.0"), ("打400 123 4567", "400 123 4567", "f.phones.0"),
      ("400－123－4567", "400－123－4567", "f.phones.0"),
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
      "共1250个", "第300页", "7", "12", "200", "300", "1251元", "11250元", "0.50元", "150元", "办1个、999个", "13:00", "2048",
      "14001234567", "400-123-45678", "2026-11-23", "2026年11月", "15月1日", "http://www.example.org/a/c.html",
      "www.example.org.cn", "12kb", "300dpis", "8:30-12:00", "3508", "第12个",
    ])
  func none(_ text: String) {
    #expect(LiteralFinder(Self.version()).literals(in: text) == [])
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
    let svg = "<svg width=\"1250元\"><text>1250元</text>\n<text>{data}`f.price`元</text></svg>"
    version.figures = [Figure(name: "a.svg", path: "a.svg", bytes: Array(svg.utf8))]
    let search = TypedFacts(version)
    #expect(
      search.problems.compactMap(\.place).map { "\($0.file):\($0.line ?? 0)" } == ["a.svg:1", "f.yml:4", "g.yml:1"])
    #expect(search.problems(inTemplate: "<p>{{a}}1250元 {{! 1250元 }}</p>", path: "t").count == 1)
  }
}

import Diagnostics
import SourceText
import Testing
import ZhinanValidation

@testable import Content

/// A version with data files that stand in a test, its facts filled in.
private struct Filled {
  var version: GuideVersion
  var problems: [String] = []

  init(_ files: [String: String], rules: FactRuleReader? = nil) {
    var diagnostics: [Diagnostic] = []
    var data: [String: DataFile] = [:]
    for (name, text) in files {
      let root = YAMLReader.read(SourceFile(path: "\(name).yml", text: text), diagnostics: &diagnostics)
      if let root { data[name] = DataFile(name: name, path: "\(name).yml", root: root) }
    }
    version = GuideVersion(
      id: "v", title: "V", status: .current, effective: nil, published: nil, note: nil, place: SourcePlace("guide.yml"),
      pages: [], front: nil, data: data, figures: [], attachments: [], formFiles: [], unread: [])
    version.fillFacts(rules, diagnostics: &diagnostics)
    problems = diagnostics.map { "\($0.place?.line ?? 0) \($0.id)" }
  }

  /// A text with its facts, and the ids of what is wrong with it.
  func text(_ text: String) -> (text: String, problems: [String]) {
    var filler = FactFiller(version)
    let filled = filler.filled(text, at: SourcePlace("page.md"))
    return (filled, filler.diagnostics.map(\.id))
  }
}

private struct TwoPrices: FactRules {
  func fee(_ request: [(name: String, number: Int64)]) -> FeeAnswer {
    guard let new = request.first(where: { $0.name == "new" }) else {
      return .unknown(request.first?.name ?? "", known: ["new"])
    }
    return new.number > 90_000
      ? .refused("E_RANGE") : .sums(estimate: new.number * 2_500_000, upper: new.number * 3_000_000)
  }

  /// Seven hours on two days, one and three quarters on another.
  let workingMinutes: [Int64]? = [420, 420, 0, 0, 0, 105, 0]

  func nextOpening(from time: LocalTime) -> OpeningAnswer {
    if time.date.year > 2026 { return .refused("W_NO_HOLIDAY_TABLE") }
    return LocalTime(date: time.date, second: 30_600).map { .at($0) } ?? .none
  }

  func completed(_ data: [String: DataFile]) -> [String: DataFile] { data }
}

private struct NoRules: FactRules {
  var workingMinutes: [Int64]? { nil }

  func fee(_ request: [(name: String, number: Int64)]) -> FeeAnswer { .none }

  func nextOpening(from time: LocalTime) -> OpeningAnswer { .none }

  func completed(_ data: [String: DataFile]) -> [String: DataFile] { data }
}

@Suite("Facts that are worked out") struct ExpressionTests {
  private static let facts = [
    "a": """
    price: 250
    half: 2.50
    dpi: 300
    side: 60
    week: [8:30—11:30, 13:00—17:00]
    days: [1, 2, 3, 4, 5, 7]
    formats: [jpg, png]
    home: http://www.example.org/a/b.html
    day: 2026-01-05
    word: three
    short-name: S
    "odd (1)": O
    """
  ]

  @Test(
    "are exact, whatever is reckoned",
    arguments: [
      ("a.price * 3", "750"), ("a.price * 3 + a.half", "752.5"), ("a.price - 0.5 * (2 + 3)", "247.5"),
      ("-2 * a.price", "-500"), ("a.price / 4", "62.5"), ("round(a.price / 3)", "83"),
      ("round(a.price / 3, 2)", "83.33"),
      ("round(0 - 2.5)", "-3"), ("floor(2.9)", "2"), ("floor(0 - 2.1)", "-3"), ("ceil(2.1)", "3"),
      ("root(7229.8)", "85"), ("pixels(210, a.dpi)", "2480"), ("pixels(297, a.dpi)", "3508"),
      ("pixels(a.side, a.dpi)", "709"), ("grouped(1234567.5)", "1,234,567.5"), ("grouped(250)", "250"),
      ("count(a.formats)", "2"), ("joined(a.formats, '、')", "jpg、png"),
      ("hours(a.week.0)", "8:30—11:30"), ("hours(a.week.0, '-')", "8:30-11:30"),
      ("hours(a.week, '-', '，')", "8:30-11:30，13:00-17:00"), ("host(a.home)", "www.example.org"),
      ("opens(a.week.0)", "8:30"), ("closes(a.week)", "17:00"), ("opens(a.week.1, '{hour12} o’clock')", "1 o’clock"),
      ("closes(a.week.1, '下午{hour12}点{minute}')", "下午5点00"), ("days(a.days)", "Monday to Friday, Sunday"),
      ("days(a.days, '一 二 三 四 五 六 日', '～', '和')", "一～五和日"), ("days(6)", "Saturday"),
      ("if(a.price, 'yes', 'no')", "yes"), ("if(a.price - 250, 'yes', 'no')", "no"), ("if(1, a.price, 0) * 2", "500"),
      ("date(a.day, '{year}年{month}月{day}日')", "2026年1月5日"), ("a.short-name", "S"), ("a.odd (1)", "O"),
    ])
  func values(_ expression: String, _ value: String) {
    let filled = Filled(Self.facts).text("[{data}`\(expression)`]")
    #expect(filled.text == "[\(value)]" && filled.problems == [])
  }

  @Test(
    "are told where they cannot be",
    arguments: [
      ("a.price *", "data.unknown"), ("(a.price", "data.expression"), ("a.price + ", "data.expression"),
      ("rund(a.price)", "data.expression"), ("round(a.word)", "data.expression"), ("round()", "data.expression"),
      ("1 / 3", "data.expression"), ("1 / 0", "data.expression"), ("99999999999 * 99999999999", "data.expression"),
      ("a.price + a.prise", "data.unknown"), ("root(0 - 1)", "data.expression"), ("a.week", "data.not-text"),
      ("fee(new: 1)", "data.expression"), ("review_hours().hours", "data.expression"),
      ("opens(a.word)", "data.expression"),
      ("closes(a.price)", "data.expression"), ("days(a.formats)", "data.expression"), ("days(8)", "data.expression"),
      ("days(1, 'one two')", "data.expression"), ("if(a.word, 1, 2)", "data.expression"),
      ("((((((((((((((((((((((((((((((((((1))))", "data.expression"),
    ])
  func problems(_ expression: String, _ id: String) {
    let filled = Filled(Self.facts).text("{data}`\(expression)`")
    #expect(filled.text == expression && filled.problems == [id])
  }

  @Test("may ask the price list") func fee() {
    let version = Filled(Self.facts) { _ in TwoPrices() }
    #expect(version.text("{data}`fee(new: 3).estimate`～{data}`fee(new: 3).upper`").text == "750～900")
    #expect(version.text("{data}`fee(new: a.price - 249)`").text == "250")
    for expression in ["fee(new: 99)", "fee(old: 1)", "fee(3)", "fee(new: 1).lower"] {
      #expect(version.text("{data}`\(expression)`").problems == ["data.expression"], "\(expression)")
    }
  }

  @Test("may ask the hours") func hours() {
    var version = Filled(Self.facts) { _ in TwoPrices() }
    version.version.language = "zh-CN"
    let expressions = [
      "review_hours().hours": "15.75", "review_hours().days": "周一、周二、周六", "review_hours(day: 6).hours": "1.75",
      "if(review_hours(day: 7).hours, '周日开', '周日不开')": "周日不开", "review_hours(from: '2026-10-01').day": "2026-10-01",
      "review_hours(from: a.day).time": "8:30",
      "date(review_hours(from: '2026-10-01T12:00').day, '{month}月{day}日')": "10月1日",
    ]
    for (expression, value) in expressions {
      #expect(version.text("{data}`\(expression)`").text == value, "\(expression)")
    }
    for expression in [
      "review_hours()", "review_hours(day: 8).hours", "review_hours(day: 6).days", "review_hours(from: 'soon').day",
      "review_hours(from: '2027-01-01').day", "review_hours(1, 2).hours", "review_hours(to: 1).hours",
    ] {
      #expect(version.text("{data}`\(expression)`").problems == ["data.expression"], "\(expression)")
    }
  }

  @Test("tell once at a place that a rule has no facts, and compare no quotation that lacks one") func lackingRules() {
    let filled = Filled([
      "a": "a: '{data}`fee(new: 3).estimate`～{data}`fee(new: 3).upper` {data}`review_hours().hours`'\n"
        + "b-quote: '{data}`fee(new: 1)`元'\nc: '{quote}``{data}`fee(new: 2)`元``'\n"
    ]) { _ in NoRules() }
    #expect(filled.problems == ["1 data.expression", "1 data.expression", "2 data.expression", "3 data.expression"])
    #expect(filled.version.written.quotations.isEmpty && filled.version.written.lacking.count == 3)
    let text = filled.text("{data}`fee(new: 3).estimate`～{data}`fee(new: 3).upper`")
    #expect(text.problems == ["data.expression"])
  }

  @Test("stand in data files too, in other facts and in what rules read") func inData() {
    let filled = Filled([
      "b": "base: 200\ntwice: '{data}`b.base * 2`'\nsum: '{data}`b.twice + 1`元'\ntext-md: '{data}`b.base`'\n"
        + "fee: '{data}`fee(new: 2)`'\nplain: 'a \\{data}`x`'\n"
    ]) { _ in TwoPrices() }
    #expect(filled.problems == [])
    let shown = ["twice", "sum", "text-md", "fee", "plain"].map { filled.version.data["b"]?.root[$0]?.text }
    #expect(shown == ["400", "401元", "{data}`b.base`", "500", "a {data}`x`"])
    #expect(filled.version.written("b")?.root["twice"]?.text == "{data}`b.base * 2`")
    #expect(filled.version.written.paths == ["b.base", "b.twice"])
  }

  @Test("that are made of themselves are told") func cycle() {
    let filled = Filled(["c": "a: '{data}`c.b`'\nb: '{data}`c.a`'\n"])
    #expect(Set(filled.problems) == ["1 data.cycle", "2 data.cycle"])
  }

  @Test("quote, and leave what is meant as it stands") func roles() {
    var filler = FactFiller(Filled(Self.facts).version)
    let text = filler.filled(
      "{quote}`one` {literal}`250元` {quote}``for {data}`a.price` each``", at: SourcePlace("page.md"))
    #expect(text == "“one” 250元 “for 250 each”")
    #expect(filler.quotations.map(\.text) == ["one", "for 250 each"])
  }

  @Test("are told where facts hold each other so often that they grow by powers")
  func powers() {
    let levels = (0..<7).map { level in
      "a\(level): \"\((0..<10).map { _ in "{data}`big.a\(level + 1)`" }.joined(separator: " "))\""
    }
    let filled = Filled(["big": (levels + ["a7: x"]).joined(separator: "\n") + "\n"])
    #expect(filled.problems.contains { $0.hasSuffix("data.cycle") } && filled.problems.count < 10)
    let halves = "b: \"{data}`big.c`{data}`big.c`\"\nc: \"\(String(repeating: "x", count: 60_000))\"\n"
    #expect(Filled(["big": halves]).problems.isEmpty)
    #expect(Filled(["big": "a: \"{data}`big.b`\"\n" + halves]).problems == ["1 data.cycle"])
    let often = Filled(["big": halves]).text(String(repeating: "{data}`big.b` ", count: 450))
    #expect(often.problems == ["data.cycle"] && often.text.utf8.count < 60_000_000)
  }

  @Test(
    "are bounded in length and depth",
    arguments: [
      "(" + String(repeating: "-", count: 300_000) + "1)", (0..<200_000).map { _ in "1" }.joined(separator: " + "),
      String(repeating: "-", count: 900) + "1 + 1", String(repeating: "(", count: 400) + "1",
    ])
  func bounds(expression: String) {
    #expect(Filled(Self.facts).text("{data}`\(expression)`").problems == ["data.expression"])
  }

  @Test("have a whole number below and above them, whatever their size")
  func wholes() {
    let filled = Filled(Self.facts)
    for (text, wanted) in [
      ("floor((0 - 99999999999 * 92233719) / 99999999997)", "-92233720"), ("floor(0 - 7 / 2)", "-4"),
      ("ceil(0 - 7 / 2)", "-3"), ("floor(0 - 4 / 2)", "-2"), ("ceil(7 / 2)", "4"),
    ] { #expect(filled.text("{data}`\(text)`").text == wanted, "\(text)") }
  }
}

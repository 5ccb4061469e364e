@testable import Content
import Diagnostics
import Facts
import SourceText
import Testing
import ZhinanValidation

@Suite("What rules work out for texts") struct WorkedFactTests {
  private static func data(_ text: String) -> [String: DataFile] {
    var ignored: [Diagnostic] = []
    let root = YAMLReader.read(SourceFile(path: "fees.yml", text: text), diagnostics: &ignored)
    return root.map { ["fees": DataFile(name: "fees", path: "fees.yml", root: $0)] } ?? [:]
  }

  @Test func aPriceListAnswersRequests() {
    let rules = WorkedFacts(Self.data(PriceFactTests.fees))
    if case .sums(let estimate, let upper) = rules.fee([("volume", 1_800_000), ("years", 20_000)]) {
      #expect(estimate == 105_650_000_000 && upper == 106_900_000_000)
    } else {
      Issue.record("no sums")
    }
    if case .refused(let code) = rules.fee([("years", 60_000)]) {
      #expect(code.contains("E_YEARS"))
    } else {
      Issue.record("taken")
    }
    if case .unknown("mass", let known) = rules.fee([("mass", 1)]) {
      #expect(known == ["volume", "years"])
    } else {
      Issue.record("known")
    }
    if case .none = WorkedFacts([:]).fee([]) {} else { Issue.record("a list") }
  }

  @Test func examplesGetTheSumsThatTheyDoNotWrite() throws {
    let text = PriceFactTests.fees.replacing("estimate: 534.50, ", with: "").replacing(
      "estimate: 1056.5, upper: 1069, ", with: "")
    #expect(try Written(["fees": text]).problems == [])
    let data = Self.data(text)
    let examples = try #require(WorkedFacts(data).completed(data)["fees"]?.root["examples"]?.list)
    #expect(examples.map { $0["estimate"]?.text } == ["534.5", "1056.5"])
    #expect(examples.map { $0["upper"]?.text } == [nil, "1069"])
  }

  @Test func hoursAnswerWhatTextsSayOfThem() throws {
    let files = [
      "hours": """
      timezone: Asia/Shanghai
      week:
        - {days: [1, 2, 3, 4, 5], windows: [8:30—11:30, 13:00—17:00]}
        - {days: [6], windows: [9:00—10:45]}
      """, "holidays": "2026: {weekday-holidays: ['2026-10-01', '2026-10-02']}\n",
    ]
    var data: [String: DataFile] = [:]
    for (name, text) in files {
      var ignored: [Diagnostic] = []
      let root = YAMLReader.read(SourceFile(path: "\(name).yml", text: text), diagnostics: &ignored)
      data[name] = root.map { DataFile(name: name, path: "\(name).yml", root: $0) }
    }
    let rules = WorkedFacts(data)
    #expect(rules.workingMinutes == [420, 420, 420, 420, 420, 105, 0])
    func next(_ year: Int32, _ month: Int32, _ day: Int32, _ second: Int32) throws -> String {
      let date = try #require(CalendarDate(year: year, month: month, day: day))
      switch rules.nextOpening(from: try #require(LocalTime(date: date, second: second))) {
      case .at(let time): return "\(time.date.text) \(time.second / 60)"
      case .refused(let code): return code
      case .none: return "none"
      }
    }
    #expect(try next(2026, 10, 1, 0) == "2026-10-03 540")
    #expect(try next(2026, 9, 30, 36_000) == "2026-09-30 600")
    #expect(try next(2026, 12, 31, 61_200).contains("HOLIDAY"))
    #expect(try next(2027, 1, 4, 36_000).contains("HOLIDAY"))
    #expect(WorkedFacts(["hours": try #require(data["holidays"])]).workingMinutes == nil)
  }
}

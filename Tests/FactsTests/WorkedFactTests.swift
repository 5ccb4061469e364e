@testable import Content
import Diagnostics
import Facts
import SourceText
import Testing

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
}

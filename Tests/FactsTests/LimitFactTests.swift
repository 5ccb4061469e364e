import Diagnostics
import Facts
import Testing
import ZhinanValidation

@Suite("Limits and regions of data files") struct LimitFactTests {
  static let limits = """
    formats: [jpg, jpeg, png, pdf]
    bytes: {accept-min: 10, safe-min: 20, safe-max: 1000, accept-max: 2000}
    scan: {dpi: 300, paper: A4}

    """

  private func verdict(_ name: String, _ head: String, size: Int64 = 500, of facts: GuideFacts) throws -> [String] {
    let limits = try #require(facts.limits)
    return Array(name.utf8).withUnsafeBufferPointer { name in
      Array(head.utf8).withUnsafeBufferPointer {
        let checked = UploadedFile.check(name: name, size: size, head: $0, limits: limits)
        return checked.verdict.errors.map { "\($0.name)" } + (checked.value.map { ["\($0.kind.name)"] } ?? [])
      }
    }
  }

  @Test(arguments: [
    ("a.pdf", "%PDF-1.4", ["pdf"]), ("A.PDF", "\n\n%PDF-1.7", ["pdf"]),
    ("a.pdf", String(repeating: " ", count: 1019) + "%PDF-1.7", ["pdf"]),
    ("a.pdf", String(repeating: " ", count: 1020) + "%PDF-1.7", ["E_MAGIC"]), ("a.pdf", "GIF89a", ["E_EXT_MISMATCH"]),
    ("a.jpg", "%PDF-1.4", ["E_EXT_MISMATCH"]), ("a.bmp", "BM", ["E_EXT"]), ("a.pdf", "%PDF", ["E_MAGIC"]),
  ])
  func formatsDecideWhatIsTaken(name: String, head: String, wanted: [String]) throws {
    let written = try Written(["limits": Self.limits])
    #expect(written.problems == [])
    #expect(try verdict(name, head, size: 1500, of: written.facts) == wanted)
  }

  @Test func aPDFThatIsNotListedIsRefused() throws {
    let facts = try Written(["limits": Self.limits.replacing(", pdf", with: "")]).facts
    #expect(try verdict("a.pdf", "%PDF-1.4", of: facts) == ["E_EXT"])
    #expect(try verdict("a.jpg", "%PDF-1.4", of: facts) == ["E_EXT_MISMATCH"])
  }

  @Test func aPDFEndsWithItsMark() throws {
    let facts = try Written(["limits": Self.limits]).facts
    for (text, wanted) in [("%PDF-1.4\n1 0 obj\n%%EOF\n", "pdf"), ("%PDF-1.4\n1 0 obj\n%%EO", "E_TRUNCATED")] {
      #expect(try verdict("a.pdf", text, size: Int64(text.utf8.count), of: facts) == [wanted])
    }
  }

  @Test(
    arguments: [
      ("formats: [jpg, jpeg, png, pdf]\n", "", ["1 missing-key bytes:"]),
      ("formats: [jpg, jpeg, png, pdf]\n", "format: [jpg]\n", ["1 missing-key format:", "1 unknown-key format:"]),
      ("[jpg, jpeg, png, pdf]", "[jpg, docx, gif]", ["1 format docx", "1 format gif"]),
      ("[jpg, jpeg, png, pdf]", "[]", ["1 empty ["]),
      ("accept-min: 10, ", "", ["2 missing-key {safe-min:"]),
      ("accept-min: 10", "acept-min: 10", ["2 missing-key {acept-min:", "2 unknown-key acept-min:"]),
      ("accept-min: 10", "accept-min: 10 kB", ["2 number 10"]),
      ("safe-min: 20", "safe-min: 5", ["2 order 5"]),
      ("safe-max: 1000", "safe-max: 3000", ["2 order 2000"]),
      ("dpi: 300", "dpi: high", ["3 number high"]),
      ("scan:", "advice: {a: b}\nscan:", []),
    ] as [(String, String, [String])])
  func whatIsWrongIsToldAtItsPlace(old: String, new: String, wanted: [String]) throws {
    try #require(Self.limits.contains(old))
    let written = try Written(["limits": Self.limits.replacing(old, with: new, maxReplacements: 1)])
    #expect(written.problems == wanted && (written.facts.limits == nil) == !wanted.isEmpty)
  }

  @Test(
    arguments: [
      ("id: anshan\npostalPrefix: \"114\"\nname: N\n", []), ("name: N\nplaces: [a]\n", []),
      ("id: 鞍山\n", ["1 id 鞍山"]), ("id: a\npostalPrefix: 11x\n", ["2 postal 11x"]),
      ("id: a\npostalprefix: \"114\"\n", ["2 unknown-key postalprefix:"]), ("- id: a\n", []),
    ] as [(String, [String])])
  func regions(text: String, wanted: [String]) throws { #expect(try Written(["region": text]).problems == wanted) }

  @Test func aRuleWithoutFactsIsTheGuidesProblem() throws {
    let none = try Written([:]).facts
    for rule in [Rule.fee, .reviewHours, .uploadFile] {
      #expect(none.problems(for: rule).map(\.id) == ["facts.missing"])
    }
    #expect(none.problems(for: .postalCode).isEmpty && none.problems(for: .uscc).isEmpty && none.problems.isEmpty)
    #expect(none.problems(for: .fee).first?.place?.file == "content/v/data/fees.yml")
    // What is wrong with one file stops the rules of others not.
    let one = try Written(["limits": Self.limits, "hours": "timezone: x\n"]).facts
    #expect(one.problems(for: .uploadFile).isEmpty && one.problems(for: .reviewHours).map(\.id).contains("facts.zone"))
  }
}

import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// `{check}` blocks: what pages claim, which readers never see.
@Suite struct ClaimTests {
  private struct Result: Decodable {
    var version, page, name, file: String
    var line: Int
    var passed: Bool
    var problem: String?
  }

  /// ParkingGuide under the theme, with a block at the end of its page on fees.
  private func folder(_ block: String) throws -> Folder {
    let folder = try Folder()
    let guide = project.appending(path: "Tests/Fixtures/ParkingGuide/content")
    try FileManager.default.copyItem(at: guide, to: folder.url.appending(path: "content"))
    try FileManager.default.copyItem(
      at: project.appending(path: "templates"), to: folder.url.appending(path: "templates"))
    let page = try String(contentsOf: folder.url.appending(path: "content/2026-09/fees/index.md"), encoding: .utf8)
    let own = try String(contentsOf: folder.url.appending(path: "content/guide.yml"), encoding: .utf8)
    _ = try folder.write(own + "source: sources/notice.txt\n", to: "content/guide.yml")
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "content/sources"), withIntermediateDirectories: false)
    let notes = "rows:\n  - {name: 停放, absent: true}\n  - {name: 说明, added-md: 无}\n"
    _ = try folder.write(notes, to: "content/2026-09/data/notes.yml")
    let notice = "临时停车，\n另收费。周一至周五9:00—12:00、13:30—17:30，周六9:00—12:00。车辆日常保管人。\n"
    _ = try folder.write(notice, to: "content/sources/notice.txt")
    _ = try folder.write(page + "\n```{check}\n" + block + "```\n", to: "content/2026-09/fees/index.md")
    return folder
  }

  @Test func theFrontPagesClaimsAreJudgedToo() throws {
    let folder = try folder("- {says: 车位}\n")
    let front = folder.url.appending(path: "content/2026-09/front.md")
    let text = (try? String(contentsOf: front, encoding: .utf8)) ?? "---\ntitle: 停车\ndescription: 停车位。\n---\n"
    for (claim, holds) in [("{fact: fees.currency, is: 元}", true), ("{says: 飞机}", false)] {
      _ = try folder.write(text + "\n```{check}\n- \(claim)\n```\n", to: "content/2026-09/front.md")
      let run = try Run(
        Zhinan.path, ["check", "--root", folder.url.path, "--today", "2026-11-30", "--lang", "en", "--report", "json"],
        in: folder.url)
      #expect((run.status == 0) == holds, "\(run.problems)")
      #expect(holds || run.problems.contains("front.md:") && run.problems.contains("[claim.failed]"), "\(run.problems)")
      #expect(run.output.contains("\"front\""))
    }
  }

  private func check(_ block: String, _ arguments: [String] = []) throws -> Run {
    let folder = try folder(block)
    return try Run(
      Zhinan.path, ["check", "--root", folder.url.path, "--today", "2026-11-30", "--lang", "en"] + arguments,
      in: folder.url)
  }

  private static let right = """
    - {value: "210302197001019979", rule: citizen_id, gives: E_CHECK}
    - {rule: mobile, value: "13800000000"}
    - {source-says: 停车， 另收费}
    - {source-says-not: 免费}
    - {says: "{data}`fees.prices.monthly.price`"}
    - {fee: {hours: 2.5}, is: 5.15}
    - {fee: {spaces: 1, months: 1}, is: 180.5, why: 一个车位一个月}
    - {hours: "2026-11-28T11:59", open: true}
    - {hours: "2026-11-28T12:00", open: false}
    - {fact: fees.currency, is: 元}
    - {says: 车位}
    - {says-not: 免费停放}
    - {link: ../hours.md}
    - {form: household, asks: 车牌}
    - {form: household, asks: idNumber}

    """

  @Test func whatHoldsIsListedAndReadersSeeNothing() throws {
    let folder = try folder(Self.right)
    let arguments = ["check", "--root", folder.url.path, "--today", "2026-11-30", "--report", "json"]
    let run = try Run(Zhinan.path, arguments, in: folder.url)
    #expect(run.status == 0, "\(run.problems)")
    let results = try JSONDecoder().decode([Result].self, from: Data(run.output.utf8))
    #expect(results.count == 15 && results.allSatisfy(\.passed), "\(results)")
    #expect(results[0].name == "rule: citizen_id" && results[6].name == "一个车位一个月" && results[10].name == "says: 车位")
    #expect(
      results.allSatisfy { $0.version == "2026-09" && $0.page == "fees" && $0.file.hasSuffix("2026-09/fees/index.md") })
    #expect(zip(results, results.dropFirst()).allSatisfy { $1.line == $0.line + 1 })
    let built = try Run(
      Zhinan.path, ["build", "--root", folder.url.path, "--today", "2026-11-30", "--output", folder.path("site")],
      in: folder.url)
    #expect(built.status == 0)
    for path in ["2026-09/fees/index.html", "2026-09/all/index.html"] {
      let html = try String(contentsOfFile: folder.path("site/\(path)"), encoding: .utf8)
      #expect(html.contains("车位") && !html.contains("says") && !html.contains("免费停放"), "\(path)")
    }
  }

  @Test(
    arguments: [
      ("{rule: citizen_id, value: \"210302197001019979\"}", "The rule citizen_id says E_CHECK, not ok."),
      ("{rule: citzen_id, value: x}", "There is no rule “citzen_id”."),
      ("{fee: {hours: 2.5}, is: 13}", "It comes to 5.15, not 13."),
      ("{fee: {hours: 2.5}, is: 5.15, upper: 6}", "It comes to 5.15, not 5.15–6."),
      ("{elements: notes, have: [停放, 说明]}", "neither tells nor says to be absent: 说明."),
      ("{hours: \"2026-11-28T12:00\", open: true}", "By the guide's hours, 2026-11-28T12:00 is closed."),
      ("{hours: \"2026-11-28T11:00\", open: false}", "By the guide's hours, 2026-11-28T11:00 is open."),
      ("{fact: fees.currency, is: 角}", "“fees.currency” is “元”, not “角”."),
      ("{fact: fees.curency, is: 元}", "“fees.curency”"), ("{says: 飞机}", "The page does not say “飞机”."),
      ("{source-says: 停车免费}", "“停车免费” does not stand in the source"),
      ("{source-says-not: 另收费}", "The source says “另收费”."),
      ("{source-says: 停车, source: other}", "other"), ("{source-says-not: x, source: other}", "other"),
      ("{says-not: 车位}", "The page says “车位”."), ("{link: nowhere.md}", "nowhere.md"),
      ("{form: household, asks: 飞机}", "The form “household” does not ask “飞机”."),
      ("{form: houshold, asks: 车牌}", "houshold"), ("{elements: elements, have: [飞机]}", "飞机"),
      ("{says: \" \"}", "“says” names nothing"), ("{source-says-not: \"\"}", "“source-says-not” names nothing"),
      ("{sings: 车位}", "A claim has one of rule"), ("{fee: {hours: 1}}", "lacks the key “is”"),
      ("{says: 车位, syas: x}", "syas"),
    ])
  func whatDoesNotHoldIsAnErrorAtItsLineAndNothingIsPublished(claim: String, problem: String) throws {
    let run = try check("- {says: 车位}\n- \(claim)\n")
    let page = try String(
      contentsOf: project.appending(path: "Tests/Fixtures/ParkingGuide/content/2026-09/fees/index.md"), encoding: .utf8)
    let line = page.split(separator: "\n", omittingEmptySubsequences: false).count + 3
    #expect(run.status == 1)
    let told = try #require(
      run.lines.first { $0.contains(": error:") && $0.contains("fees/index.md") }, "\(run.problems)")
    #expect(told.contains("fees/index.md:\(line):") && told.contains(problem), "\(told)")
    let folder = try folder("- \(claim)\n")
    let built = try Run(
      Zhinan.path, ["build", "--root", folder.url.path, "--today", "2026-11-30", "--output", folder.path("site")],
      in: folder.url)
    #expect(built.status == 1 && !FileManager.default.fileExists(atPath: folder.path("site/index.html")))
  }

  @Test func reportsAreWhatTestRunnersRead() throws {
    let run = try check("- {says: 车位}\n- {says: \"<飞机> & \\\"船\\\"\"}\n", ["--report", "junit"])
    #expect(run.status == 1)
    let document = try XMLDocument(xmlString: run.output)
    let suite = try #require(document.rootElement()?.elements(forName: "testsuite").first)
    #expect(suite.attribute(forName: "name")?.stringValue == "2026-09/fees")
    #expect(suite.attribute(forName: "tests")?.stringValue == "2")
    #expect(suite.attribute(forName: "failures")?.stringValue == "1")
    let failure = suite.elements(forName: "testcase").last?.elements(forName: "failure").first
    #expect(failure?.attribute(forName: "message")?.stringValue == "The page does not say “<飞机> & \"船\"”.")
  }
}

import Foundation
import Testing

/// What the guide publishes is what was written, and what it works out is what its own rules say.
@Suite struct PublishedGuide {
  /// The pages as a reader sees them, without markup.
  private func text(of page: String, in folder: borrowing Folder) throws -> String {
    let html = try String(contentsOfFile: folder.path("site/\(page)/index.html"), encoding: .utf8)
    let body = try #require(html.firstRange(of: "<main").map { String(html[$0.lowerBound...]) })
    return body.replacing(/<[^>]*>/, with: " ").replacing("&amp;", with: "&").replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
  }

  @Test func theArchivedEditionHasEveryLineOfTheOriginalInItsOrder() throws {
    let folder = try Folder()
    #expect(try Zhinan.run("build", "--output", folder.path("site")).status == 0)
    let published = try text(of: "2019-09", in: folder).filter { !$0.isWhitespace }
    let original = try String(
      contentsOf: project.appending(path: "Tests/Fixtures/original-guide.txt"), encoding: .utf8)
    var rest = published[...]
    let lines = original.split(separator: "\n").dropFirst(2)  // its two title lines make the page's title
    #expect(lines.count == 59)
    for line in lines {
      let wanted = line.filter { !$0.isWhitespace }
      guard let place = rest.firstRange(of: wanted) else {
        Issue.record("not published, or not in its place: \(line)")
        continue
      }
      rest = rest[place.upperBound...]
    }
  }

  @Test func everyExampleOfFeesIsWhatTheRuleSays() throws {
    let folder = try Folder()
    #expect(try Zhinan.run("build", "--output", folder.path("site")).status == 0)
    let facts = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(fileURLWithPath: folder.path("site/2026-12/facts.json"))))
    let fees = try #require((facts as? [String: Any])?["fees"] as? [String: Any])
    let examples = try #require(fees["examples"] as? [[String: Any]])
    #expect(examples.count >= 7)
    for example in examples {
      let request = try #require(example["request"] as? [String: String])
      let members = request.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",")
      let answer = try Zhinan.run("rule", "fee", "{\(members)}").output
      let estimate = try #require(example["estimate"] as? String)
      let figures = "{\"estimate\":\(estimate),\"upper\":\(example["upper"] ?? estimate)}"
      #expect(answer.contains("\"value\":\(figures)"), "\(example["case"] ?? ""): \(answer)")
    }
  }
}

/// What `zhinan check` looks at beside what a build needs.
@Suite struct CheckedGuide {
  /// The repository's guide in a folder of its own.
  private func guide() throws -> Folder {
    let folder = try Folder()
    for part in ["content", "templates"] {
      try FileManager.default.copyItem(
        at: project.appending(path: part), to: URL(fileURLWithPath: folder.path(part)))
    }
    return folder
  }

  private func change(_ path: String, in folder: borrowing Folder, _ change: (String) -> String) throws {
    let file = folder.path(path)
    try change(String(contentsOfFile: file, encoding: .utf8)).write(toFile: file, atomically: true, encoding: .utf8)
  }

  @Test func tellsAPlaceholderAddressAndNothingElse() throws {
    let folder = try guide()
    let result = try Zhinan.run("check", "--root", folder.path(""), "--lang", "en")
    #expect(result.status == 0)
    #expect(result.problems.contains("content/guide.yml:6:10: warning:"))
    #expect(result.problems.contains("[guide.address-placeholder]"))
    #expect(result.problems.contains("0 errors, 1 warning"))
    try change("content/guide.yml", in: folder) { $0.replacing("zhinan.example", with: "zhinan.anshan.gov.cn") }
    #expect(try Zhinan.run("check", "--root", folder.path(""), "--strict").status == 0)
  }

  @Test func tellsWrongExamplesAndFormsThatNothingShows() throws {
    let folder = try guide()
    try change("content/2026-12/examples/pickup/by-agent.yml", in: folder) {
      $0.replacing(/agentIdNumber: .*/, with: "agentIdNumber: \"21030219700101\"")
    }
    for page in ["receive", "materials", "front", "online"] {
      try change("content/2026-12/\(page).md", in: folder) {
        $0.replacing("```{form} pickup\n```\n", with: "").replacing("form:pickup", with: "form:seal-sample")
          .replacing("fill:pickup", with: "fill:seal-sample")
          .replacing("```{forms}\n```", with: "")
      }
    }
    try FileManager.default.createDirectory(
      atPath: folder.path("content/2026-12/examples/pikup"), withIntermediateDirectories: false)
    let result = try Zhinan.run("check", "--root", folder.path(""), "--lang", "en")
    #expect(result.status == 1)
    #expect(result.problems.contains("by-agent.yml:"))
    #expect(result.problems.contains("content/2026-12/examples/pikup: error: This version has no form “pikup”."))
    #expect(result.problems.contains("content/2026-12/forms/pickup.yml: warning: No page leads to this form."))
  }

  @Test func layoutsAndSentencesOfTheGuideLieOverTheThemes() throws {
    let folder = try guide()
    try FileManager.default.createDirectory(atPath: folder.path("templates/forms"), withIntermediateDirectories: false)
    let own = "content/templates/forms"
    // The theme may hold a form's layout, and the guide's comes first; those that no form is drawn on are told.
    try FileManager.default.moveItem(
      atPath: folder.path("\(own)/seal-sample.layout.yml"),
      toPath: folder.path("templates/forms/seal-sample.layout.yml"))
    try FileManager.default.copyItem(
      atPath: folder.path("\(own)/pickup.layout.yml"), toPath: folder.path("templates/forms/pickup.layout.yml"))
    try FileManager.default.copyItem(
      atPath: folder.path("\(own)/pickup.layout.yml"), toPath: folder.path("\(own)/pikup.layout.yml"))
    let result = try Zhinan.run("check", "--root", folder.path(""), "--lang", "en")
    let told = result.problems.split(separator: "\n").filter { $0.contains("[layout.unused]") }.map {
      $0.prefix { $0 != ":" }
    }
    #expect(told == ["content/templates/forms/pikup.layout.yml", "templates/forms/pickup.layout.yml"])
    try change("content/templates/messages/zh-CN.yml", in: folder) {
      $0.replacing("rules:\n", with: "rules:\n  telefone: 例如\n").replacing(
        "codes:\n", with: "codes:\n  E_DATE: {sag: 日期}\n")
    }
    let wrong = try Zhinan.run("check", "--root", folder.path(""), "--lang", "en")
    #expect(wrong.status == 1)
    #expect(wrong.problems.contains("content/templates/messages/zh-CN.yml:3:3: error:"))
    #expect(wrong.problems.contains("content/templates/messages/zh-CN.yml:7:12: error:"))
    #expect(!wrong.problems.contains("templates/messages/zh-CN.yml: "))
  }

  @Test func aVersionMayHaveALayoutOfItsOwn() throws {
    let folder = try guide()
    let old = folder.path("content/2019-09/forms")
    try FileManager.default.createDirectory(atPath: old, withIntermediateDirectories: false)
    for (from, to) in [
      ("content/2026-12/forms/seal-sample.yml", "seal-sample.yml"),
      ("content/templates/forms/seal-sample.layout.yml", "seal-sample.layout.yml"),
    ] {
      try FileManager.default.copyItem(atPath: folder.path(from), toPath: "\(old)/\(to)")
    }
    // The layout names facts of its version.
    try FileManager.default.createDirectory(
      atPath: folder.path("content/2019-09/data"), withIntermediateDirectories: false)
    try FileManager.default.copyItem(
      atPath: folder.path("content/2026-12/data/limits.yml"), toPath: folder.path("content/2019-09/data/limits.yml"))
    try change("content/2019-09/forms/seal-sample.layout.yml", in: folder) { $0 + "\nnonsense: true\n" }
    let wrong = try Zhinan.run("build", "--root", folder.path(""), "--output", folder.path("site"))
    #expect(wrong.status == 1)
    #expect(wrong.problems.contains("content/2019-09/forms/seal-sample.layout.yml:"))
    #expect(!wrong.problems.contains("templates/forms"))
    try change("content/2019-09/forms/seal-sample.layout.yml", in: folder) {
      $0.replacing("nonsense: true\n", with: "")
    }
    #expect(try Zhinan.run("build", "--root", folder.path(""), "--output", folder.path("site")).status == 0)
    #expect(FileManager.default.fileExists(atPath: folder.path("site/2019-09/forms/seal-sample.pdf")))
  }
}

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
      with: Data(contentsOf: URL(fileURLWithPath: folder.path("site/2026-11/facts.json"))))
    let fees = try #require((facts as? [String: Any])?["fees"] as? [String: Any])
    let examples = try #require(fees["examples"] as? [[String: Any]])
    #expect(examples.count >= 7)
    for example in examples {
      let request = try #require(example["request"] as? [String: String])
      let members = request.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",")
      let answer = try Zhinan.run("rule", "fee", "{\(members)}").output
      let figures = "{\"estimate\":\(example["lower"] ?? ""),\"upper\":\(example["upper"] ?? "")}"
      #expect(answer.contains("\"value\":\(figures)"), "\(example["case"] ?? ""): \(answer)")
    }
  }
}

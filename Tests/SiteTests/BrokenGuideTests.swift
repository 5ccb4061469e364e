import Diagnostics
import Foundation
import Testing

@Suite("A guide in which everything is wrong")
struct BrokenGuideTests {
  private let expected = Fixtures.folder.appending(path: "BrokenGuide/expected.txt")

  @Test("is told all its problems with their places")
  func problems() async throws {
    let diagnostics = try await Fixtures.site("BrokenGuide").diagnostics
    let lines = diagnostics.map { DiagnosticFormat.text.lines(for: $0).split(separator: "\n")[0] + "\n" }.joined()
    if Fixtures.isRecording {
      try lines.write(to: expected, atomically: true, encoding: .utf8)
      Issue.record("recorded; run again without RECORD")
    }
    let recorded = try String(contentsOf: expected, encoding: .utf8)
    #expect(lines.split(separator: "\n") == recorded.split(separator: "\n"))
  }

  @Test("holds every problem that the site's rooms can tell")
  func coverage() throws {
    // Told by other tests: they need a file system, a port or files that no guide makes.
    let elsewhere: Set<String> = [
      "output.unwritable", "output.not-ours", "output.locked", "output.manifest", "preview.failed", "site.path-twice",
      "file.unreadable",
      // What floods the program: CommandTests/FloodTests; what nothing leads to: CommandTests/GuideTests.
      "data.size", "form.unlinked", "file.unlinked", "template.block", "template.depth", "template.endless",
      "template.size",
      // Forms that changed between two versions: ChangesTests.
      "form.same-version",
      // A guide in English lacks no words, and this one has a step: ThemeTests.
      "labels.lacking", "guide.no-steps",
    ]
    let known = try Set(
      String(contentsOf: expected, encoding: .utf8).matches(of: /\[([a-z.-]+)\]\n/).map { String($0.1) })
    var missing: Set<String> = []
    for room in ["Guide/Content", "Guide/GuideText", "Guide/Markdown", "Site/Preview", "Site/Site"] {
      let sources = Fixtures.sources.appending(path: room)
      for path in try FileManager.default.subpathsOfDirectory(atPath: sources.path) where path.hasSuffix(".swift") {
        let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
        for match in text.matches(of: /(?:\.error|\.warning|report|WriteFailure|id:)\(?\s*"([a-z-]+\.[a-z-]+)"/) {
          let id = String(match.1)
          if !known.contains(id), !elsewhere.contains(id) { missing.insert(id) }
        }
      }
    }
    #expect(missing.sorted() == [])
    #expect(known.count > 50)
  }
}

import Diagnostics
import Foundation
import Synchronization
import Testing

@testable import Preview

/// A build that gives one outcome after another.
private final class Builds: Sendable {
  private let outcomes: Mutex<[PreviewServer.Outcome]>

  init(_ outcomes: [PreviewServer.Outcome]) { self.outcomes = Mutex(outcomes.reversed()) }

  func next() -> PreviewServer.Outcome { outcomes.withLock { $0.popLast() } ?? .built(pathPrefix: "/") }
}

@Suite("What is wrong with the guide", .serialized, .timeLimit(.minutes(5)))
struct ProblemTests {
  private static let hostile = Diagnostic.error(
    "link.broken", at: SourcePlace("content/</script><b>.md", line: 3, column: 1),
    "“<script>alert('&\")</script>\u{202E}” is not there.", hint: "Do you mean <i>\"x\"</i>?")

  /// A preview whose guide is built with these outcomes, the later ones when `page.md` changes.
  private func preview(
    _ outcomes: PreviewServer.Outcome..., body: (Wire, _ change: () throws -> Void) async throws -> Void
  )
    async throws
  {
    let builds = Builds(outcomes)
    let source = FileManager.default.temporaryDirectory.appending(path: "zhinan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: source, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: source) }
    let wire = try await Wire(watching: [source]) { builds.next() }
    var count = 0
    try await body(wire) {
      count += 1
      try Data(String(repeating: "x", count: count).utf8).write(to: source.appending(path: "page.md"))
    }
  }

  private func problems(_ language: MessageLanguage = .english) -> PreviewServer.Outcome {
    let warning = Diagnostic.warning("content.unknown-file", at: SourcePlace("content/a.txt"), "Not told.")
    return .refused(PreviewProblems([warning, Self.hostile], in: language))
  }

  @Test("are shown at every address as long as there was no good build")
  func neverBuilt() async throws {
    try await preview(problems(.chinese)) { wire, change in
      for path in ["/", "/2025/", "/none", "/ten"] {
        let page = try wire.get(path)
        #expect(page.hasPrefix("HTTP/1.1 503 ") && page.contains("Content-Type: text/html"), "\(page)")
        #expect(page.contains("<html lang=\"zh-CN\">") && page.contains("<h1>指南有错误</h1>"))
        #expect(page.contains("<code>content/&lt;/script&gt;&lt;b&gt;.md:3:1</code>"))
        #expect(page.contains("“&lt;script&gt;alert('&amp;&quot;)&lt;/script&gt;&lt;U+202E&gt;” is not there."))
        #expect(page.contains("Do you mean &lt;i&gt;&quot;x&quot;&lt;/i&gt;?") && page.contains("[link.broken]"))
        #expect(!page.contains("Not told") && !page.contains("<b>") && !page.contains("alert('&\""))
        #expect(page.contains("<script src=\"/-preview/reload.js?since=1\" defer></script>"))
      }
      try change()
      let told = try wire.told(since: 1)
      #expect(told.hasSuffix("{ detail: {\"count\":2,\"html\":null} }));\n"), "\(told)")
      #expect(try wire.get("/").contains("reload.js?since=2\" defer></script>\n</head>home"))
    }
  }

  @Test("are told to a page of the last good build, and that they are mended")
  func told() async throws {
    try await preview(.built(pathPrefix: "/"), problems()) { wire, change in
      #expect(try wire.get("/").contains("reload.js?since=1"))
      try change()
      let told = try wire.told(since: 1)
      let start = "document.currentScript.dispatchEvent(new CustomEvent(\"zhinan-preview\", { detail: "
      let json = try #require(told.split(separator: start, maxSplits: 1).last?.dropLast(" }));\n".count))
      let detail = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
      #expect(detail["count"] as? Int == 2)
      let html = try #require(detail["html"] as? String)
      #expect(html.contains("The guide has errors <span>1 error</span>"))
      #expect(html.contains("&lt;script&gt;") && !html.contains("<script") && !html.contains("style="))
      // A page of the last good build that is opened now is told at once.
      #expect(try wire.get("/2025/").contains("year"))
      #expect(try wire.get("/").contains("reload.js?since=1"))
      #expect(try wire.told(since: 1) == told)
      try change()
      #expect(try wire.told(since: 2).hasSuffix("{ detail: {\"count\":3,\"html\":null} }));\n"))
    }
  }

  @Test("never leave the preview: another site's page may not load them")
  func isolated() async throws {
    try await preview(problems()) { wire, _ in
      for path in ["/", "/-preview/wait.js?since=0", "/-preview/problems.css", "/-preview/reload.js"] {
        let answer = try wire.get(path)
        #expect(answer.contains("Cross-Origin-Resource-Policy: same-origin\r\n"), "\(path)")
        #expect(answer.contains("Cache-Control: no-store\r\n"), "\(path)")
      }
    }
  }

  @Test("of one kind in one file are told a hundred times")
  func flood() {
    let many = (1...300).map { (line: Int) in
      Diagnostic.error("link.broken", at: SourcePlace("a.md", line: line), "No \(line).")
    }
    let panel = PreviewProblems(many, in: .english).panel
    #expect(panel.components(separatedBy: "<li>").count == 102 && panel.contains("300 errors"), "\(panel.count)")
  }

  @Test("is told when a file is written, long before somebody looks again")
  func soon() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "zhinan-\(UUID().uuidString)/a/b")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let root = folder.deletingLastPathComponent().deletingLastPathComponent()
    defer { try? FileManager.default.removeItem(at: root) }
    let watch = FolderWatch(interval: .seconds(3600))
    let before = FolderState([root])
    watch.listen(to: before.folders)
    #expect(before.folders.count == 3)
    try Data("new".utf8).write(to: folder.appending(path: "page.md"))
    var moments = watch.moments.makeAsyncIterator()
    await moments.next()
    #expect(FolderState([root]) != before)
  }

  @Test("is looked for also where the system tells nothing")
  func anyway() async {
    var moments = FolderWatch(interval: .milliseconds(10)).moments.makeAsyncIterator()
    for _ in 0..<3 { await moments.next() }
  }
}

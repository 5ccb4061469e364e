import Diagnostics
import Foundation
import Site
import SourceText
import Testing
import ZhinanValidation

@testable import Publishing

/// The project's folder.
private let project = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// A guide that is changed, file by file, and built after each change: with what was kept, and without.
private final class ChangingGuide {
  let root: URL
  private let kept = KeptParts()

  init() throws {
    root = FileManager.default.temporaryDirectory.appending(path: "zhinan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    for name in ["content", "templates"] {
      try FileManager.default.copyItem(at: project.appending(path: name), to: root.appending(path: name))
    }
    // Few characters, so that packs are made soon, and a font that may be touched.
    try write("tiers:\n  - ranges: [U+0020-007E]\n  - characters: 一丁七\n", to: "templates/glyphs.yml")
    try FileManager.default.copyItem(
      atPath: "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf",
      toPath: root.appending(path: "font.ttf").path)
    try change("templates/fonts.yml") {
      $0.replacing("/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf", with: root.path + "/font.ttf")
    }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: root.appending(path: path))
  }

  func change(_ path: String, _ edit: (String) -> String) throws {
    let old = try String(contentsOf: root.appending(path: path), encoding: .utf8)
    let new = edit(old)
    try #require(new != old, "\(path)")
    try write(new, to: path)
  }

  func build(keeps: Bool = true) async throws -> (guide: BuiltGuide, problems: [String]) {
    var diagnostics: [Diagnostic] = []
    let today = try #require(CalendarDate(iso: "2026-12-01".utf8))
    let built = await BuiltGuide.build(
      root: root, today: today, program: "test", browserModule: [1, 2, 3], pageModule: Array("module".utf8),
      keeping: keeps ? kept : nil, diagnostics: &diagnostics)
    let problems = diagnostics.map { DiagnosticFormat.text.lines(for: $0) }
    return (try #require(built, "\(problems)"), problems)
  }
}

extension BuiltGuide {
  /// Where the blanks of the edition's forms lie in memory: the same place means the same drawing.
  fileprivate var blanks: [String: Int] {
    Dictionary(
      uniqueKeysWithValues: forms.filter { $0.version == "2026-12" }.map { form in
        (form.id, form.pdf.withUnsafeBufferPointer { Int(bitPattern: $0.baseAddress) })
      })
  }
}

@Suite("What is kept between builds", .serialized)
struct KeptPartsTests {
  /// A change of one file, and the forms that have to be drawn again after it.
  struct Change: Sendable, CustomStringConvertible {
    var path: String
    var redrawn: [String]
    var edit: @Sendable (String) -> String

    var description: String { path }
  }

  private static let all = ["ca-application", "pickup", "seal-sample"]

  private static let changes: [Change] = [
    Change(path: "content/2026-12/fees.md", redrawn: []) { $0 + "\n再说一句。\n" },
    // A character that no pack has yet.
    Change(path: "content/2026-12/faq.md", redrawn: []) { $0 + "\n龘。\n" },
    Change(path: "content/2026-12/data/fees.yml", redrawn: []) { $0 + "\nextra: 1\n" },
    Change(path: "content/2026-12/data/trade-platforms.yml", redrawn: ["ca-application"]) {
      $0.replacing("label: 其他", with: "label: 其他平台")
    },
    Change(path: "content/2026-12/forms/pickup.yml", redrawn: ["pickup"]) {
      $0.replacing("title: ", with: "title: 新", maxReplacements: 1)
    },
    Change(path: "content/templates/forms/seal-sample.layout.yml", redrawn: ["seal-sample"]) { $0 + "# The end.\n" },
    Change(path: "templates/messages/zh-CN.yml", redrawn: all) { $0 + "# The end.\n" },
    Change(path: "templates/messages/en.yml", redrawn: []) { $0 + "# The end.\n" },
    Change(path: "content/templates/messages/zh-CN.yml", redrawn: all) { $0.replacing("0412", with: "0413") },
    Change(path: "content/templates/directives/platforms.mustache", redrawn: []) { $0 + "<!-- new -->\n" },
    Change(path: "templates/labels.yml", redrawn: []) { $0.replacing("headingLink: ", with: "headingLink: 新") },
    Change(path: "templates/glyphs.yml", redrawn: []) { $0.replacing("一丁七", with: "一丁七万") },
    Change(path: "templates/fonts.yml", redrawn: all) {
      $0.split(separator: "\n").filter { !$0.contains("HanaMinB") }.joined(separator: "\n") + "\n"
    },
    Change(path: "templates/page.mustache", redrawn: []) { $0 + "<!-- new -->\n" },
    Change(path: "templates/directives/note.mustache", redrawn: []) { $0 + "<!-- new -->\n" },
    Change(path: "templates/assets/site.css", redrawn: []) { $0 + "/* new */\n" },
    Change(path: "content/2019-09/figures/flow.svg", redrawn: []) { $0.replacing("</svg>", with: "<g></g></svg>") },
    Change(path: "content/guide.yml", redrawn: []) { $0.replacing("short-title: ", with: "short-title: 新") },
    Change(path: "content/2026-12/forms/seal-sample.yml", redrawn: ["seal-sample"]) { $0 + "# The end.\n" },
  ]

  @Test("gives the bytes of a clean build after every change, and draws no more than that needs")
  func changes() async throws {
    let guide = try ChangingGuide()
    var last = try await guide.build()
    #expect(last.guide.blanks.keys.sorted() == Self.all)
    for change in Self.changes {
      try guide.change(change.path, change.edit)
      let built = try await guide.build()
      let clean = try await guide.build(keeps: false)
      #expect(built.guide.site.files != last.guide.site.files || change.path.hasSuffix(".yml"), "\(change)")
      #expect(built.problems == clean.problems, "\(change)")
      #expect(built.guide.site.files.map(\.path) == clean.guide.site.files.map(\.path), "\(change)")
      for (file, other) in zip(built.guide.site.files, clean.guide.site.files) {
        #expect(file.bytes == other.bytes, "\(change): \(file.path)")
      }
      let redrawn = Self.all.filter { built.guide.blanks[$0] != last.guide.blanks[$0] }
      #expect(redrawn == change.redrawn, "\(change)")
      last = built
    }
  }

  @Test("is not used once a font's file is another")
  func font() async throws {
    let guide = try ChangingGuide()
    let first = try await guide.build()
    let again = try await guide.build()
    #expect(again.guide.blanks == first.guide.blanks && again.guide.site.files == first.guide.site.files)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: guide.root.appending(path: "font.ttf").path)
    let touched = try await guide.build()
    #expect(Self.all.allSatisfy { touched.guide.blanks[$0] != first.guide.blanks[$0] })
    #expect(touched.guide.site.files == first.guide.site.files)
  }

  @Test("tells texts apart that are the same to Unicode only, and places")
  func data() throws {
    func content(_ yaml: String) throws -> [UInt8] {
      var diagnostics: [Diagnostic] = []
      let node = YAMLReader.read(SourceFile(path: "a.yml", text: yaml), diagnostics: &diagnostics)
      return try #require(node).content
    }
    let texts = [
      "- a: caf\u{E9}\n", "- a: cafe\u{301}\n", "- caf\u{E9}: a\n", "- cafe\u{301}: a\n", "-  a: caf\u{E9}\n", "- a:\n",
      "- - a\n", "- a\n", "a: [b, c]\n", "a: [b, 'c']\n", "a: [bc]\n", "a:\n  b: c\n", "\na:\n  b: c\n",
    ]
    let contents = try texts.map(content)
    #expect(Set(contents).count == texts.count - 1)
    #expect(try content(texts[0]) == contents[0])
  }
}

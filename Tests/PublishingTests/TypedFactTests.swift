import Content
import Diagnostics
import FormDefinition
import FormMessages
import Foundation
import Testing
import ZhinanValidation

@testable import Publishing

/// A copy of TinyGuide with facts of a desk, some of its files written anew.
private final class DeskGuide {
  static let facts = "fee: {price: 40, unit: EUR}\ncloses: 17:30\ncall: 0555-010203\nold: {price: 35, unit: EUR}\n"

  let root: URL

  init(_ files: [String: String] = [:], edits: [String: (String, String)] = [:]) throws {
    root = FileManager.default.temporaryDirectory.appending(path: "zhinan-\(UUID().uuidString)")
    let fixture = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/TinyGuide")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    for name in ["content", "templates"] {
      try FileManager.default.copyItem(at: fixture.appending(path: name), to: root.appending(path: name))
    }
    try write(Self.facts, to: "content/2025/data/desk.yml")
    for (path, text) in files { try write(text, to: path) }
    for (path, (old, new)) in edits {
      let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
      try #require(text.contains(old), "\(path)")
      try write(text.replacing(old, with: new), to: path)
    }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  private func write(_ text: String, to path: String) throws {
    let url = root.appending(path: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// What a build says of facts that are typed again, as `path:line:column text`, and its errors.
  func literals() async throws -> [String] { try await build().told }

  func build() async throws -> (built: BuiltGuide?, told: [String]) {
    var diagnostics: [Diagnostic] = []
    let today = try #require(CalendarDate(iso: "2025-02-28".utf8))
    let built = await BuiltGuide.build(
      root: root, today: today, program: "test", browserModule: nil, pageModule: nil, diagnostics: &diagnostics)
    let told = diagnostics.inOrder().filter { $0.id == "facts.literal" || $0.severity == .error }
    return (
      built, told.map { "\($0.place.map { "\($0)" } ?? "") \($0.summary.split(separator: "”")[0].drop { $0 == "“" })" }
    )
  }
}

@Suite("Facts that a guide types again") struct TypedFactTests {
  @Test("are told in a form's words, its layout and a drawing") func formsAndDrawings() async throws {
    let guide = try DeskGuide(edits: [
      "content/2025/forms/library-card.yml": ("notice: Hand it in at the desk.", "notice: Bring 40 EUR."),
      "templates/forms/library-card.layout.yml": (
        "- {paragraph: \"{notice}\", size: 9}", "- {paragraph: By 5:30 pm, size: 9}"
      ),
      "content/2025/figures/desk.svg": ("</svg>", "\n<text>Call <tspan>0555</tspan>-010203</text></svg>"),
    ])
    #expect(
      try await guide.literals() == [
        "content/2025/figures/desk.svg:2:19 0555-010203", "content/2025/forms/library-card.yml:3:9 40 EUR",
        "templates/forms/library-card.layout.yml:7:17 5:30 pm",
      ])
  }

  @Test("are told in a layout of the version's own, in the guide's messages, labels and templates")
  func ownTemplates() async throws {
    let guide = try DeskGuide([
      "content/templates/messages/en.yml": "codes:\n  E_DATE: {say: \"“{label}” is no date before 17:30.\"}\n",
      "content/templates/labels.yml": "flowText: In words, for 40 EUR\ntable: Table\n",
      "content/templates/directives/prices.mustache": "<p>\nFor <b>40</b>&nbsp;EUR</p>\n",
    ])
    let told = try await guide.literals()
    #expect(
      told == [
        "content/templates/directives/prices.mustache:2:8 40 EUR", "content/templates/labels.yml:1:11 40 EUR",
        "content/templates/messages/en.yml:2:17 17:30",
      ])
  }

  @Test("are told in guide.yml, but for errata, which say what was so on their day") func guideFile() async throws {
    let guide = try DeskGuide(edits: [
      "content/guide.yml": (
        "description: How to renew a card of the town library.\n",
        """
        description: A card of the town library for 40 EUR.
        notice-title: Until 17:30.
        notice: Call 0555 010203.
        words: {start: For 40 EUR, added: added}

        """
      )
    ])
    let path = guide.root.appending(path: "content/guide.yml")
    let text = try String(contentsOf: path, encoding: .utf8).replacing(
      "effective: 2025-01-02}",
      with:
        "effective: 2025-01-02, note: Now 40 EUR., errata: [{date: 2025-02-01, file: fees.md, say: \"40 EUR, not 35 EUR\"}]}"
    )
    try Data(text.utf8).write(to: path)
    let lines = try await guide.literals()
    #expect(
      lines.map { String($0.dropFirst("content/guide.yml:".count)) } == [
        "4:14 40 EUR", "5:15 17:30", "6:9 0555 010203", "7:16 40 EUR", "12:71 40 EUR",
      ])
  }

  @Test("are filled in where guide.yml, labels and messages name them") func filled() async throws {
    let guide = try DeskGuide(
      [
        "content/templates/messages/en.yml":
          "codes:\n  E_DATE: {say: \"“{label}” is no date; call {data}`desk.call`.\"}\n",
        "content/templates/labels.yml": "flowText: \"In words, for {data}`desk.fee.price`\"\ntable: Table\n",
      ],
      edits: [
        "content/guide.yml": (
          "description: How to renew a card of the town library.",
          "description: \"A card for {data}`desk.fee.price` EUR.\"\nnotice: \"By {data}`desk.closes`\"\n"
            + "words: {start: \"For {data}`desk.fee.price * 2` EUR\"}"
        )
      ])
    let (built, told) = try await guide.build()
    #expect(told == [])
    let read = try #require(built?.guide)
    #expect(read.description == "A card for 40 EUR." && read.notice == "By 17:30")
    #expect(read.labels.words["start"] == "For 80 EUR" && read.labels.flowText == "In words, for 40")
    var diagnostics: [Diagnostic] = []
    let catalog = try #require(MessageCatalog.read("en", root: guide.root, diagnostics: &diagnostics))
    let message = try #require(catalog.table.message(Array("E_DATE".utf8)))
    #expect(String(decoding: message.say.filled(MessageValues()), as: UTF8.self).hasSuffix("call 0555-010203."))
    #expect(catalog.source.contains("call 0555-010203.") && diagnostics.isEmpty)
  }

  @Test("are told once where a rule has no facts, in messages too") func ruleless() async throws {
    let guide = try DeskGuide([
      "content/templates/messages/en.yml":
        "codes:\n  E_DATE: {say: \"{data}`fee(new: 1).estimate`-{data}`fee(new: 1).upper`, {data}`desk.cal`\"}\n"
    ])
    let told = try await guide.literals()
    #expect(
      told == [
        "content/templates/messages/en.yml:2:17 fee(new: 1).estimate",
        "content/templates/messages/en.yml:2:17 This version's facts have no “desk.cal",
      ])
  }
}

import Diagnostics
import Foundation
import Testing

/// What Sources/ says, read from its text.
@Suite("Sentences in the sources") struct SourceSentenceTests {
  private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources")

  /// All Swift files but those of the catalogue itself, by their paths.
  private static let texts: [(path: String, text: String)] = {
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    return (files?.allObjects ?? []).compactMap { $0 as? URL }
      .filter { $0.pathExtension == "swift" && !$0.path.contains("/Catalogue/") }
      .compactMap { file in (try? String(contentsOf: file, encoding: .utf8)).map { (file.path, $0) } }
  }()

  private static let places = Dictionary(
    Catalogue.entries.map { ($0.key, $0.english.places) }, uniquingKeysWith: { first, _ in first })

  @Test func allAreUsed() {
    let literals = Set(
      Self.texts.flatMap { file in
        file.text.matches(of: /"([a-z]+(?:-[a-z]+)*\.[a-z0-9-]+(?:\/[a-z-]+)?)"/).map { String($0.output.1) }
      })
    #expect(Self.texts.count > 200)
    for entry in Catalogue.entries where !literals.contains(entry.key) && !entry.key.hasPrefix("parser.") {
      Issue.record("nothing says \(entry.key)")
    }
  }

  /// A call that names a key gives every place of its sentence and nothing else.
  @Test func allHaveTheirArguments() {
    let call =
      /(?:\.error|\.warning|Message|ValidationError|WriteFailure|report|\.message)\(\s*(?:saying: )?"([a-z-]+\.[a-z0-9-]+(?:\/[a-z-]+)?)"/
    var count = 0
    for (path, text) in Self.texts {
      for match in text.matches(of: call) {
        let key = String(match.output.1)
        let rest = Self.rest(of: text[match.output.1.endIndex...])
        // An id that its sentence shares with others, and one that comes with its sentence.
        if rest.contains("saying: Message(") || key.hasPrefix("record.") { continue }
        guard let places = Self.places[key] else {
          Issue.record("\(path): there is no sentence \(key)")
          continue
        }
        let arguments = Self.withoutInnerMessages(rest)
        if arguments.contains(", arguments)") { continue }
        let given = Set(arguments.matches(of: /"([A-Za-z]+)":\s*\./).map { String($0.output.1) })
        #expect(given == places, "\(path): \(key)")
        count += 1
      }
    }
    #expect(count > 250)
  }

  /// Sentences that are written out beside a call would be English in every language.
  @Test func noneStandsOutsideTheCatalogue() {
    let literal = /(?:\.error|\.warning|Diagnostic)\(\s*(?:\.error, |\.warning, )?[^\n"]*"[^"]*", at: [^\n"]*,\s*"/
    let hint = /hint:\s*"/
    for (path, text) in Self.texts where !path.contains("/Text/Bytes/") {
      if let found = text.firstMatch(of: literal) { Issue.record("\(path): \(found.output)") }
      if !path.hasSuffix("DiagnosticFormat.swift"), let found = text.firstMatch(of: hint) {
        Issue.record("\(path): \(found.output)")
      }
    }
  }

  /// The JSON scanner is Foundation-free and says its reasons in English.
  @Test func reasonsOfTheJSONScannerAreKnownInChinese() {
    var count = 0
    for (path, text) in Self.texts where path.contains("/Text/Bytes/JSON") {
      for match in text.matches(of: /(?:problem\(|hint: |\? |: )"([A-Za-z][^"]* [^"]*)"/) {
        #expect(
          Catalogue.chinesePhrases[String(match.output.1).replacing("\\\\", with: "\\")] != nil, "\(match.output.1)")
        count += 1
      }
    }
    #expect(count > 10)
  }

  /// What stands up to the bracket that closes the call.
  private static func rest(of text: Substring) -> String {
    var depth = 1
    return String(
      text.prefix { character in
        if character == "(" { depth += 1 }
        if character == ")" { depth -= 1 }
        return depth > 0
      }) + ")"
  }

  private static func withoutInnerMessages(_ text: String) -> String {
    var text = text
    while let start = text.firstRange(of: /\bMessage\(/)?.upperBound {
      let end = text.index(start, offsetBy: rest(of: text[start...]).count)
      text.replaceSubrange(text.index(start, offsetBy: -8)..<end, with: "nested")
    }
    return text
  }
}

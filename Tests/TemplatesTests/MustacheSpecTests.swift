import Diagnostics
import Foundation
import SourceText
import Testing

@testable import Templates

@Suite("The Mustache specification's own tests")
struct MustacheSpecTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let title: String
    let value: TemplateValue
    let templates: [(name: String, text: String)]
    let expected: String

    var testDescription: String { title }
  }

  /// Those that do not hold, and why.
  static let others = [
    // Plain text stays text in three braces and behind `&`: only what came through Markdown is HTML.
    "interpolation: Triple Mustache", "interpolation: Ampersand",
    "interpolation: Implicit Iterators - Triple Mustache", "interpolation: Implicit Iterators - Ampersand",
    "sections: Implicit Iterator - Triple mustache", "sections: Implicit Iterator - Ampersand",
    "partials: Standalone Indentation",
    // A partial that holds itself is refused.
    "partials: Recursion",
    // A partial that does not exist is an error.
    "partials: Failed Lookup",
    // A name that nothing is found for is an error as well; what is made is empty, as the specification has it.
  ]

  static let cases: [Case] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/mustache")
    return ["comments", "delimiters", "interpolation", "inverted", "partials", "sections"].flatMap { name -> [Case] in
      let data = try? Data(contentsOf: folder.appending(path: "\(name).json"))
      let file = data.flatMap { try? JSONSerialization.jsonObject(with: $0) } as? [String: Any]
      return (file?["tests"] as? [[String: Any]] ?? []).map { test in
        let partials = test["partials"] as? [String: String] ?? [:]
        return Case(
          title: "\(name): \(test["name"] as? String ?? "")", value: value(test["data"] as Any),
          templates: [("main", test["template"] as? String ?? "")]
            + partials.sorted { $0.key < $1.key }.map { ($0, $1) },
          expected: test["expected"] as? String ?? "")
      }
    }
  }()

  static func value(_ json: Any) -> TemplateValue {
    switch json {
    case let map as [String: Any]: .map(TemplateMap(map.map { (TemplateKey($0.key), value($0.value)) }))
    case let list as [Any]: .list(list.map(value))
    case let text as String: .text(text)
    case let number as NSNumber where isBoolean(number): .flag(number.boolValue)
    case let number as NSNumber: .text("\(number)")
    default: .absent
    }
  }

  private static func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }

  @Test("hold", arguments: cases)
  func holds(_ test: Case) {
    var diagnostics: [Diagnostics.Diagnostic] = []
    let library = TemplateLibrary(
      test.templates.map { ($0.name, SourceFile(path: $0.name, text: $0.text)) }, diagnostics: &diagnostics)
    let filled = String(decoding: library.fill("main", test.value).bytes, as: UTF8.self)
    #expect((filled == test.expected) != Self.others.contains(test.title), "\(filled.debugDescription)")
  }

  @Test("are all there")
  func count() {
    #expect(Self.cases.count == 136)
  }
}

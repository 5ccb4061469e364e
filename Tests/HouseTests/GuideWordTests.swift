import Foundation
import Testing

private let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// The program and the theme know no word of the guide in content/.
@Suite struct GuideWords {
  /// Where a word of the guide is one of the subject itself.
  private static let excused: [String: String] = [
    "Sources/Rules/RegionNames/Division.swift": "an example of what the tables of all divisions hold",
    "Sources/Rules/RegionNames/Tables/AreaNames.swift": "area codes of all China",
    "Sources/Rules/RegionNames/Tables/DivisionNames.swift": "divisions of all China",
    "Sources/Rules/ZhinanValidation/Names/Province.swift": "all provinces",
    "Sources/Rules/ZhinanValidation/ZhinanValidation.docc/RuleExamples.md": "examples out of Tests/Fixtures/vectors",
  ]

  /// Codes of all China that the guide explains, and words that any guide has.
  private static let general: Set<String> = ["统一社会信用代码", "组织机构代码号", "其他", "原文", "即将启用", "已被取代"]

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: project.appending(path: path), encoding: .utf8)
  }

  /// A data file's text without the names of facts in it, and without quotation marks.
  private static func words(of path: String) throws -> String {
    try text(path).replacing(/\{[a-z]+\}`[^`]*`/, with: "").replacing("\"", with: "")
  }

  /// Names of platforms and forms, terms, numbers, addresses and words that the guide's files give; and what its subject
  /// and its places are called.
  private static func words() throws -> Set<String> {
    let version = "content/2026-12"
    var found: Set<String> = [
      "鞍山", "辽宁", "网联", "0412", "CA互联互通", "数字证书", "签章", "USB-KEY", "介质", "经办人", "法定代表人", "公共资源", "Anshan",
      "Liaoning",
    ]
    let files = try FileManager.default.contentsOfDirectory(atPath: project.appending(path: "\(version)/forms").path)
    for file in files where file.hasSuffix(".yml") {
      let title = try text("\(version)/forms/\(file)").firstMatch(of: /(?m)^title: (.+)$/)
      found.insert(String(try #require(title).1))
    }
    for name in ["platforms", "platform-names", "glossary", "trade-platforms"] {
      let file = try words(of: "\(version)/data/\(name).yml")
      for match in file.matches(of: /\b(?:name|short-name|full-name|term|label): ([^,}#\n]+)/) {
        for part in match.1.split(whereSeparator: { "、（）".contains($0) }) {
          found.insert(part.trimmingCharacters(in: .whitespaces))
        }
      }
      for match in file.matches(of: /https?:\/\/(?:www\.)?([a-z0-9.]+)/) { found.insert(String(match.1)) }
    }
    for match in try words(of: "\(version)/data/contacts.yml").matches(
      of: /(?m)^ +(?:person|printed): (.+)$|([0-9]{3}-[0-9-]{7,})/)
    {
      found.insert(String(match.1 ?? match.2 ?? ""))
    }
    let words = try text("content/guide.yml").split(separator: "\nwords:\n")
    for match in try #require(words.last).matches(of: /(?m)^  [a-zA-Z]+: (.+)$/) { found.insert(String(match.1)) }
    return found.filter { $0.count > 1 }.subtracting(general)
  }

  @Test func areOnesOfContent() throws {
    let words = try Self.words()
    // The list is not empty, whatever becomes of the files that it is read from.
    let known = ["辽宁省网联招标投标综合服务平台", "鉴证资料", "asggzyjy.cn", "024-67871177", "金女士", "整理版", "诚信库"]
    for word in known { #expect(words.contains(word), "\(word)") }
    var lacking = Set(Self.excused.keys)
    for folder in ["Sources", "templates"] {
      for path in try FileManager.default.subpathsOfDirectory(atPath: project.appending(path: folder).path).sorted() {
        guard let text = try? Self.text("\(folder)/\(path)") else { continue }
        let said = words.filter { text.contains($0) }.sorted()
        if said.isEmpty { continue }
        if lacking.remove("\(folder)/\(path)") == nil {
          Issue.record("\(folder)/\(path) says \(said.joined(separator: ", "))")
        }
      }
    }
    #expect(lacking.sorted() == [], "Nothing is to be excused there any more.")
  }
}

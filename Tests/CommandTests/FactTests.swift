import Foundation
import Testing

/// Facts that are only shown are those of the original's words.
@Suite struct FactsBesideTheOriginal {
  private func facts(_ name: String) throws -> String {
    try String(contentsOf: project.appending(path: "content/2026-11/data/\(name).yml"), encoding: .utf8)
  }

  /// The value of a line `key: value`, the first of its indentation and key, without a remark.
  private func value(_ key: String, of facts: String) throws -> String {
    let line = try #require(facts.split(separator: "\n").first { $0.hasPrefix(key + ":") })
    return line.dropFirst(key.count + 1).split(separator: " #")[0].trimmingCharacters(in: .whitespaces)
  }

  private func original() throws -> String {
    try String(contentsOf: project.appending(path: "Tests/Fixtures/original-guide.txt"), encoding: .utf8)
      .filter { !$0.isWhitespace }
  }

  @Test(arguments: [
    ("contacts", "    phones"), ("contacts", "    printed"), ("contacts", "    person"), ("limits", "  quote"),
  ])
  func standInTheOriginal(name: String, key: String) throws {
    let shown = try value(key, of: facts(name))
    #expect(
      try original().contains(shown.filter { !$0.isWhitespace && !"[]".contains($0) }), "\(name) \(key): \(shown)")
  }

  @Test func theLimitsOfUploadsAreThoseOfTheirQuotation() throws {
    let limits = try facts("limits")
    let quote = try value("  quote", of: limits)
    let smallest = try #require(Int(value("  min", of: limits)))
    let largest = try #require(Int(value("  max", of: limits)))
    #expect(quote.contains("\(smallest)kb-\(largest)kb之间"), "\(quote)")
    let bytes = try ["accept-min", "accept-max", "safe-min", "safe-max"].map { Int(try value("  \($0)", of: limits)) }
    #expect(bytes == [smallest * 1000, largest * 1024, smallest * 1024, largest * 1000])
    let formats = try value("formats", of: limits).dropFirst().dropLast().replacing(", ", with: "、")
    #expect(try formats == value("formats-text", of: limits))
    #expect(try original().contains("采用\(formats)"))
  }

  @Test func theSplitNumbersAreThePrintedOne() throws {
    let contacts = try facts("contacts")
    let printed = try value("    printed", of: contacts).split(separator: "/")
    let service = try #require(contacts.components(separatedBy: "id: ca-service\n").last)
    let numbers = try value("    phones", of: service)
    #expect(numbers == "[\(printed[0]), \(printed[0].dropLast(printed[1].count))\(printed[1])]")
  }

  @Test(arguments: ["首次申请", "延期续费"])
  func pricesStandBesideTheirNames(name: String) throws {
    let line = try #require(try facts("fees").split(separator: "\n").first { $0.contains("name: \(name), price") })
    let match = try #require(line.firstMatch(of: /price: ([0-9]+), unit: ([^,}]+)/))
    let shown = "\(name)￥\(match.output.1)\(match.output.2)"
    #expect(try original().contains(shown), "\(shown)")
  }
}

import Foundation
import Testing

/// Facts that are only shown are those of the original's words.
@Suite struct FactsBesideTheOriginal {
  /// The data files as the site publishes them, what is worked out in them included.
  private static let published = Result { () throws -> Data in
    let folder = try Folder()
    let run = try Zhinan.run("build", "--output", folder.path("site"))
    return run.status == 0 ? try Data(contentsOf: URL(fileURLWithPath: folder.path("site/2026-12/facts.json"))) : Data()
  }

  /// What stands at a path; a number is an element of a list, a word before it its id.
  private func fact(_ path: String) throws -> Any {
    var value = try JSONSerialization.jsonObject(with: Self.published.get())
    for part in path.split(separator: ".").map(String.init) {
      if let list = value as? [Any] {
        let named = list.first { ($0 as? [String: Any])?["id"] as? String == part }
        value = try #require(named ?? Int(part).map { list[$0] })
      } else {
        value = try #require((value as? [String: Any])?[part], "\(path)")
      }
    }
    return value
  }

  private func text(_ path: String) throws -> String { try #require(try fact(path) as? String) }

  private func original() throws -> String {
    try String(contentsOf: project.appending(path: "Tests/Fixtures/original-guide.txt"), encoding: .utf8)
      .filter { !$0.isWhitespace }
  }

  @Test(arguments: [
    "contacts.rows.hotline.phones.0", "contacts.rows.ca-service.printed", "contacts.rows.ca-service.person",
    "limits.size.quote",
  ])
  func standInTheOriginal(path: String) throws {
    let shown = try text(path)
    #expect(try original().contains(shown.filter { !$0.isWhitespace }), "\(path): \(shown)")
  }

  @Test func theLimitsOfUploadsAreThoseOfTheirQuotation() throws {
    let smallest = try #require(Int(text("limits.size.min")))
    let largest = try #require(Int(text("limits.size.max")))
    let quote = try text("limits.size.quote")
    #expect(quote.contains("\(smallest)kb-\(largest)kb之间"), "\(quote)")
    let bytes = try ["accept-min", "accept-max", "safe-min", "safe-max"].map { Int(try text("limits.bytes.\($0)")) }
    #expect(bytes == [smallest * 1000, largest * 1024, smallest * 1024, largest * 1000])
    let formats = try #require(fact("limits.formats") as? [String]).joined(separator: "、")
    #expect(try formats == text("limits.formats-text"))
    #expect(try original().contains("采用\(formats)"))
  }

  @Test func theSplitNumbersAreThePrintedOne() throws {
    let printed = try text("contacts.rows.ca-service.printed").split(separator: "/")
    let numbers = try #require(fact("contacts.rows.ca-service.phones") as? [String])
    #expect(numbers == [String(printed[0]), "\(printed[0].dropLast(printed[1].count))\(printed[1])"])
  }

  @Test(arguments: ["first", "renewal"])
  func pricesStandBesideTheirNames(id: String) throws {
    let price = "fees.prices.\(id)"
    let shown = try "\(text("\(price).name"))￥\(text("\(price).price"))\(text("\(price).unit"))"
    #expect(try original().contains(shown), "\(shown)")
  }
}

import Foundation
import Testing

/// The project's sources.
private let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "Sources")

/// The declarations for other rooms in a file's text and those of them that no docstring stands above, by line.
private struct Declarations {
  var count = 0
  var undocumented: [(line: Int, text: String)] = []

  init(in text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      guard line.prefixMatch(of: /\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:package|public)\s+(?!import\b)/) != nil else {
        continue
      }
      count += 1
      let above = lines[..<index].last { $0.prefixMatch(of: /\s*@/) == nil }
      if above?.prefixMatch(of: /\s*\/\/\//) == nil { undocumented.append((index + 1, String(line))) }
    }
  }
}

@Suite struct Docstrings {
  @Test func standAboveAllThatOtherRoomsSee() throws {
    var count = 0
    for file in try FileManager.default.subpathsOfDirectory(atPath: sources.path).sorted()
    where file.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
      let declarations = Declarations(in: text)
      count += declarations.count
      for (line, text) in declarations.undocumented {
        Issue.record("Sources/\(file):\(line) has no docstring: \(text)")
      }
    }
    #expect(count > 1000)
  }

  @Test(arguments: [
    "package var size: Int",
    "  public static func < (left: Self, right: Self) -> Bool",
    "@discardableResult\npackage func add() -> Int",
    "/// Documented.\npackage struct A {\n  package init() {}\n}",
    "/// Stands apart.\n\npackage enum B {}",
    "// No docstring.\npackage private(set) var b = 1",
    "@inlinable package func c()",
  ])
  func areMissed(_ text: String) {
    #expect(Declarations(in: text).undocumented.count == 1)
  }

  @Test(arguments: [
    "/// Bytes.\npackage var size: Int",
    "  /// An index.\n  @inlinable\n  @discardableResult\n  public func add() -> Int",
    "package import Bytes\npublic import ZhinanValidation",
    "struct A {\n  private var b = 1\n  package(set) var c = 2\n}",
  ])
  func areNotMissed(_ text: String) {
    #expect(Declarations(in: text).undocumented.isEmpty)
  }
}

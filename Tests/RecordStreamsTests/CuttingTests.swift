import Foundation
import RecordStreams
import Testing

@Suite struct Cutting {
  @Test(arguments: [
    ("a,b\n1,2\n", ["0@1 a|b", "1@2 1|2"]),
    ("a,b\r\n1,2\r\n", ["0@1 a|b", "1@2 1|2"]),
    ("a,b\n1,2", ["0@1 a|b", "1@2 1|2"]),
    ("\u{FEFF}a\n1\n", ["0@1 a", "1@2 1"]),
    ("a\n\n\r\n1\n\n", ["0@1 a", "1@4 1"]),
    ("a,b\n,\n\t,\" \"\r\n1,2\n", ["0@1 a|b", "1@4 1|2"]), ("a,b\n,1\n", ["0@1 a|b", "1@2 |1"]),
    ("a\tb\n1\t2,3\n", ["0@1 a|b", "1@2 1|2,3"]), ("a;b\r\n\"x;y\";2\r\n", ["0@1 a|b", "1@2 x;y|2"]),
    ("sep=;\na;b\n1;2\n", ["0@2 a|b", "1@3 1|2"]), ("\u{FEFF}sep=\t\r\na\tb\r\n", ["0@2 a|b"]),
    ("a,b\n\"x,y\",\"\"\n", ["0@1 a|b", "1@2 x,y|"]),
    ("a,b\n\"x \"\"y\"\"\",2\n", ["0@1 a|b", "1@2 x \"y\"|2"]),
    ("a,b\n\"x\r\ny\nz\",2\n3,4\n", ["0@1 a|b", "1@2 x\r\ny\nz|2", "2@5 3|4"]),
    ("a\n\"1\"\r\n\"2\"", ["0@1 a", "1@2 1", "2@3 2"]),
    ("", []), ("\n\n", []),
  ])
  func everyWayOfWritingIsRead(text: String, expected: [String]) throws {
    #expect(try StreamedFile(text).lines == expected)
  }

  /// A quotation mark that is out of place costs the row that it stands in, and what it swallowed is read again.
  @Test(arguments: [
    ("a,b\nx\"y,2\n3,4\n", ["0@1 a|b", "1@2 !quote(1)", "2@3 3|4"]),
    ("a,b\n\"x\"y,2\n3,4\n", ["0@1 a|b", "1@2 !quote(3)", "2@3 3|4"]),
    ("a,b\n1,\"x\n3,4\n5,6", ["0@1 a|b", "1@2 !quote(2)", "2@3 3|4", "3@4 5|6"]),
    ("a,b\n1,\"x\n3,\"4\"\n5,6\n", ["0@1 a|b", "1@2 !quote(2)", "2@3 3|4", "3@4 5|6"]),
    ("a,b\n\"1\"\rx,2\n3,4\n", ["0@1 a|b", "1@2 !quote(3)", "2@3 3|4"]),
    ("a,b\n3,\"", ["0@1 a|b", "1@2 !quote(2)"]),
  ])
  func aWrongQuotationMarkCostsOneRow(text: String, expected: [String]) throws {
    #expect(try StreamedFile(text).lines == expected)
  }

  @Test func cellsHaveTheirPlaces() throws {
    let file = try StreamedFile("a,b,c,d\n王𬭎,\"x\n\"\"y\"\"\", ,\"q\"\n")
    #expect(try file.places(1) == ["2:1", "2:4", "3:8", "3:10"])
  }

  @Test func linesOfJSONAreRecords() throws {
    let file = try StreamedFile("{\"a\": \"x,\\\"y\"}\r\n\n{}", .jsonl)
    #expect(
      file.records.map { "\($0.row)@\($0.line) \(String(decoding: $0.bytes, as: UTF8.self))" } == [
        "1@1 {\"a\": \"x,\\\"y\"}", "2@3 {}",
      ])
  }

  /// Longer than the reader's blocks, with line breaks and quotation marks everywhere.
  @Test func recordsAcrossBlocksAreWhole() throws {
    var text = "a,b\n"
    var expected = ["0@1 a|b"]
    var line = 2
    for row in 1...20_000 {
      let breaks = row % 7
      let body = "辽宁" + String(repeating: "行\n", count: breaks) + "\"\(row)\""
      text += "\(row),\"" + body.replacing("\"", with: "\"\"") + "\"" + (row % 2 == 0 ? "\n" : "\r\n")
      expected.append("\(row)@\(line) \(row)|\(body)")
      line += breaks + 1
    }
    #expect(text.utf8.count > 600_000)
    let file = try StreamedFile(text)
    #expect(file.lines == expected)
  }
}

@Suite struct LargeRecords {
  private let large = String(repeating: "x", count: 10_000_000)

  @Test func aLargeCellIsRefusedAndTheNextRowRead() throws {
    #expect(try StreamedFile("a,b\n1,\(large)\n3,4\n").lines == ["0@1 a|b", "1@2 !tooLarge", "2@3 3|4"])
  }

  @Test func aLargeQuotedCellIsRefusedAndTheNextRowRead() throws {
    #expect(try StreamedFile("a,b\n1,\"\(large)\"\n3,4\n").lines == ["0@1 a|b", "1@2 !tooLarge", "2@3 3|4"])
  }

  @Test func aMarkThatIsNeverClosedDoesNotSwallowALargeFile() throws {
    let rows = (2...200_000).map { "\($0),x" }
    let file = try StreamedFile("a,b\n1,\"x\n" + rows.joined(separator: "\n"))
    #expect(file.records.count == 200_001)
    #expect(file.records[1].flaw == .tooLarge)
    #expect(file.records.dropFirst(2).allSatisfy { $0.flaw == nil })
  }

  @Test func aLargeLineOfJSONIsRefusedAndTheNextRead() throws {
    let file = try StreamedFile("{\"a\":\"\(large)\"}\n{}\n", .jsonl)
    #expect(file.records.map(\.flaw) == [.tooLarge, nil])
    #expect(file.records.map(\.line) == [1, 2])
  }

  @Test func theLimitItselfIsRead() throws {
    let cell = String(repeating: "x", count: RecordStream.limit)
    #expect(try StreamedFile("a\n\(cell)\n\(cell)y\n1\n").records.map(\.flaw) == [nil, nil, .tooLarge, nil])
  }
}

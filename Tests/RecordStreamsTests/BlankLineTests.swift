import Diagnostics
import Foundation
import RecordStreams
import Tables
import Testing

@Suite struct BlankLines {
  /// Blank lines are no records, but they count, however they end.
  @Test(arguments: ["\n", "\r\n"])
  func keepTheLinesOfWhatFollows(end: String) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "zhinan-\(UUID().uuidString)")
    let text = ["a,b", "", "", "\"x \"\"1\"\" \"\"\"\"\",y", "", "z,w", ""].joined(separator: end)
    try Data(text.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    var problems: [Diagnostic] = []
    let opened = RecordStream.open(url.path, as: "r", .csv, encoding: nil, diagnostics: &problems)
    guard var stream = opened else {
      Issue.record("\(problems)")
      return
    }
    var lines: [Int] = []
    var first: [String] = []
    while let record = stream.next() {
      lines.append(record.line)
      let cells = CSVCells(record.bytes, line: record.line)
      first.append(String(decoding: cells.text(cells.cells[0]), as: UTF8.self))
    }
    #expect(lines == [1, 4, 6] && first == ["a", "x \"1\" \"\"", "z"])
  }
}

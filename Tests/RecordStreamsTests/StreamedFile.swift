import Diagnostics
import Foundation
import RecordStreams
import Tables

/// A file's records as lines of text: row, line and cells with their places, or why a record could not be read.
struct StreamedFile {
  var records: [RawRecord] = []
  var problems: [String] = []

  init(_ bytes: [UInt8], _ format: RecordFormat = .csv, encoding: TextEncoding? = nil) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "zhinan-\(UUID().uuidString)")
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    self.init(path: url.path, format, encoding: encoding)
  }

  init(_ text: String, _ format: RecordFormat = .csv) throws { try self.init(Array(text.utf8), format) }

  init(path: String, _ format: RecordFormat = .csv, encoding: TextEncoding? = nil) {
    var diagnostics: [Diagnostic] = []
    if var stream = RecordStream.open(path, as: "r", format, encoding: encoding, diagnostics: &diagnostics) {
      while let record = stream.next() { records.append(record) }
      diagnostics += [stream.failure].compactMap { $0 }
    }
    problems = diagnostics.map { DiagnosticFormat.text.lines(for: $0) }
  }

  /// `row@line a|b`, or `row@line !flaw`.
  var lines: [String] { records.map { "\($0.row)@\($0.line) \(Self.cells($0))" } }

  private static func cells(_ record: RawRecord) -> String {
    if let flaw = record.flaw { return "!\(flaw)" }
    var decoder = RecordDecoder()
    do {
      let cells = CSVCells(try decoder.decode(record), line: record.line, separator: record.separator)
      return cells.cells.map { String(decoding: cells.text($0), as: UTF8.self) }.joined(separator: "|")
    } catch {
      return "!bytes at +\(error.line):\(error.column)"
    }
  }

  /// Line and column of each cell of a record.
  func places(_ index: Int) throws -> [String] {
    var decoder = RecordDecoder()
    let cells = CSVCells(try decoder.decode(records[index]), line: records[index].line)
    return cells.cells.map { "\($0.line):\($0.column)" }
  }
}

import CZlib
import Diagnostics
import Foundation
import Tables
import Workbooks

/// Reads a workbook that an input makes: `A` and an archive's bytes; or a part's XML behind `S` (sheet), `T` (shared
/// texts), `Y` (styles), `W` (the list of sheets) or `R` (relationships), with the other parts as they should be.
enum WorkbookFuzzing {
  private static let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let parts: [(kind: Character, name: String, text: String)] = [
    (
      "-", "_rels/.rels",
      "<Relationships><Relationship Id=\"a\" Type=\"\(links)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    ),
    (
      "W", "xl/workbook.xml",
      "<workbook xmlns:r=\"\(links)\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"b\"/></sheets></workbook>"
    ),
    (
      "R", "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id=\"b\" Type=\"\(links)/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
        + "<Relationship Id=\"c\" Type=\"\(links)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
        + "<Relationship Id=\"d\" Type=\"\(links)/styles\" Target=\"styles.xml\"/></Relationships>"
    ),
    ("T", "xl/sharedStrings.xml", "<sst><si><t>甲</t></si></sst>"),
    ("Y", "xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>"),
    (
      "S", "xl/worksheets/sheet1.xml",
      "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" s=\"0\"><v>46348.5</v></c><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>"
    ),
  ]

  static func archive(_ input: [UInt8]) -> [UInt8] {
    guard let kind = input.first, kind != UInt8(ascii: "A") else { return Array(input.dropFirst()) }
    var out: [UInt8] = []
    var directory: [UInt8] = []
    func number(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) } }
    for part in parts {
      let bytes = part.kind.asciiValue == kind ? Array(input.dropFirst()) : Array(part.text.utf8)
      let fields =
        number(20, 2) + number(0, 8) + number(Int(crc32(0, bytes, UInt32(bytes.count))), 4) + number(bytes.count, 4)
        + number(bytes.count, 4) + number(part.name.utf8.count, 2) + number(0, 2)
      directory += [0x50, 0x4B, 1, 2] + number(20, 2) + fields + number(0, 10) + number(out.count, 4)
      directory += Array(part.name.utf8)
      out += [0x50, 0x4B, 3, 4] + fields + Array(part.name.utf8) + bytes
    }
    let start = out.count
    out += directory + [0x50, 0x4B, 5, 6] + number(0, 4) + number(parts.count, 2) + number(parts.count, 2)
    return out + number(directory.count, 4) + number(start, 4) + number(0, 2)
  }

  private static let folder = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : "/tmp"
  private static let path = "\(folder)/zhinan-fuzz-\(ProcessInfo.processInfo.processIdentifier).xlsx"

  /// Reads all rows: what a row may not be ends the process.
  static func read(_ input: [UInt8]) {
    guard FileManager.default.createFile(atPath: path, contents: Data(archive(input))) else { return }
    defer { try? FileManager.default.removeItem(atPath: path) }
    var diagnostics: [Diagnostic] = []
    guard let rows = WorkbookRows.open(path, as: "b.xlsx", diagnostics: &diagnostics) else {
      precondition(!diagnostics.isEmpty, "A workbook that is not read is told.")
      return
    }
    var last = 0
    while let row = rows.next() {
      precondition(row.number > last && row.cells.count <= 1 << 14, "Rows come in order.")
      precondition(row.cells.allSatisfy { String(validating: $0.text, as: UTF8.self) != nil }, "Texts are UTF-8.")
      last = row.number
    }
    for problem in diagnostics + rows.remarks + [rows.failure, rows.lastRemark].compactMap({ $0 }) {
      _ = DiagnosticFormat.text.lines(for: problem)
    }
  }
}

import CZlib
import Diagnostics
import Foundation
import Tables

@testable import Workbooks

/// An archive of parts, stored or deflated.
func archive(_ parts: [(name: String, text: String)], deflated: Bool = false) -> [UInt8] {
  archive(parts.map { ($0.name, Array($0.text.utf8)) }, deflated: deflated)
}

func archive(_ parts: [(name: String, bytes: [UInt8])], deflated: Bool = false) -> [UInt8] {
  var out: [UInt8] = []
  var directory: [UInt8] = []
  func number(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) } }
  for part in parts {
    let data = deflated ? deflate(part.bytes) : part.bytes
    let fields =
      number(20, 2) + number(0, 2) + number(deflated ? 8 : 0, 2) + number(0, 4)
      + number(Int(crc32(0, part.bytes, UInt32(part.bytes.count))), 4) + number(data.count, 4)
      + number(part.bytes.count, 4) + number(part.name.utf8.count, 2) + number(0, 2)
    directory += [0x50, 0x4B, 1, 2] + number(20, 2) + fields + number(0, 10) + number(out.count, 4)
    directory += Array(part.name.utf8)
    out += [0x50, 0x4B, 3, 4] + fields + Array(part.name.utf8) + data
  }
  let start = out.count
  out += directory
  out += [0x50, 0x4B, 5, 6] + number(0, 4) + number(parts.count, 2) + number(parts.count, 2)
  return out + number(directory.count, 4) + number(start, 4) + number(0, 2)
}

private func deflate(_ bytes: [UInt8]) -> [UInt8] {
  var size = compressBound(UInt(bytes.count))
  var out = [UInt8](repeating: 0, count: Int(size))
  compress2(&out, &size, bytes, UInt(bytes.count), 9)
  // Without zlib's header and sum.
  return Array(out[2..<(Int(size) - 4)])
}

/// A workbook whose first sheet has these rows, as XML of `sheetData`.
struct SmallWorkbook {
  var rows: String
  var shared = ""
  var styles = ""
  var workbookProperties = ""
  var sheets = #"<sheet name="名单" sheetId="1" r:id="rId1"/>"#
  var more: [(name: String, text: String)] = []

  var parts: [(name: String, text: String)] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func relation(_ id: String, _ kind: String, _ target: String) -> String {
      "<Relationship Id=\"\(id)\" Type=\"\(links)/\(kind)\" Target=\"\(target)\"/>"
    }
    return [
      ("[Content_Types].xml", "<Types/>"),
      ("_rels/.rels", "<Relationships>\(relation("rId1", "officeDocument", "xl/workbook.xml"))</Relationships>"),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(links)\">\(workbookProperties)<sheets>\(sheets)</sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships>\(relation("rId1", "worksheet", "worksheets/sheet1.xml"))"
          + relation("rId2", "worksheet", "/xl/worksheets/sheet2.xml") + relation("rId3", "styles", "styles.xml")
          + relation("rId4", "sharedStrings", "sharedStrings.xml") + "</Relationships>"
      ),
      ("xl/styles.xml", "<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>"),
      ("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(shared)</sst>"),
      (
        "xl/worksheets/sheet1.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData></worksheet>"
      ),
    ] + more
  }

  /// The rows as they are read: `number a|b`, `!` before a cell whose value is lost, and all problems.
  func read(sheet: String? = nil, deflated: Bool = true) throws -> [String] {
    try readRows(archive(parts, deflated: deflated), sheet: sheet)
  }
}

func readRows(_ bytes: [UInt8], sheet: String? = nil) throws -> [String] {
  let url = FileManager.default.temporaryDirectory.appending(path: "zhinan-\(UUID().uuidString).xlsx")
  try Data(bytes).write(to: url)
  defer { try? FileManager.default.removeItem(at: url) }
  var diagnostics: [Diagnostic] = []
  var lines: [String] = []
  if let rows = WorkbookRows.open(url.path, as: "b.xlsx", sheet: sheet, diagnostics: &diagnostics) {
    while let row = rows.next() {
      let cells = row.cells.map { cell in
        let mark =
          switch cell.flaw {
          case .lostDigits: "!"
          case .noValue: "?"
          case nil: ""
          }
        return mark + String(decoding: cell.text, as: UTF8.self)
      }
      lines.append("\(row.number) " + (row.isTooLarge ? "too large" : cells.joined(separator: "|")))
    }
    diagnostics += rows.remarks + [rows.failure, rows.lastRemark].compactMap { $0 }
  }
  return lines + diagnostics.map { "\($0.severity.rawValue) \($0.id)" }
}

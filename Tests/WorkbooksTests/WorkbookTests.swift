import Diagnostics
import Foundation
import Testing

@testable import Workbooks

@Suite struct Books {
  private static let one = #"<row r="1"><c r="A1"><v>1</v></c></row>"#
  private static let two: [(name: String, text: String)] = [
    (
      "xl/worksheets/sheet2.xml",
      #"<worksheet><sheetData><row r="1"><c r="A1"><v>2</v></c></row></sheetData></worksheet>"#
    )
  ]

  @Test(
    arguments: [
      (nil, ["1 1", "warning workbook.other-sheets"]), ("名单", ["1 1"]), ("乙", ["1 2"]), ("2", ["1 2"]),
      ("丙", ["error workbook.no-sheet"]), ("3", ["error workbook.no-sheet"]),
    ] as [(String?, [String])])
  func aSheetIsChosen(sheet: String?, expected: [String]) throws {
    var book = SmallWorkbook(rows: Self.one)
    book.sheets += #"<sheet name="乙" sheetId="2" r:id="rId2"/>"#
    book.more = Self.two
    #expect(try book.read(sheet: sheet) == expected)
  }

  @Test func aHiddenSheetIsNotTheFirst() throws {
    var book = SmallWorkbook(rows: Self.one)
    book.sheets =
      #"<sheet name="a" sheetId="1" state="hidden" r:id="rId1"/><sheet name="b" sheetId="2" r:id="rId2"/>"#
    book.more = Self.two
    #expect(try book.read() == ["1 2"])
    #expect(try book.read(sheet: "a") == ["1 1"])
  }

  @Test func hiddenRowsAreReadAndTold() throws {
    let book = SmallWorkbook(
      rows: Self.one + #"<row r="2" hidden="1"><c r="A2"><v>2</v></c></row><row r="3" hidden="1"/>"#)
    #expect(try book.read() == ["1 1", "2 2", "warning workbook.hidden-rows"])
  }

  @Test(arguments: [
    ("", ["error workbook.damaged"]), ("PK\u{3}\u{4}rest", ["error workbook.damaged"]),
    ("单位名称,代码\n甲,1\n", ["error workbook.text"]),
    ("<html><table><tr><td>1</td></tr></table></html>", ["error workbook.web-page"]),
    ("\u{FEFF}<?xml version=\"1.0\"?><Workbook/>", ["error workbook.web-page"]),
    ("\u{0}\u{1}\u{2}", ["error workbook.damaged"]),
  ])
  func otherFilesAreToldForWhatTheyAre(text: String, expected: [String]) throws {
    #expect(try readRows(Array(text.utf8)) == expected)
  }

  @Test(arguments: [
    (["xl/workbook.bin"], "workbook.other-format"), (["word/document.xml"], "workbook.other-format"),
    (["mimetype", "content.xml"], "workbook.other-format"), (["Index/Document.iwa"], "workbook.other-format"),
    (["a.txt"], "workbook.other-format"),
  ])
  func otherArchivesAreToldForWhatTheyAre(names: [String], id: String) throws {
    #expect(try readRows(archive(names.map { ($0, "x") })) == ["error \(id)"])
  }

  @Test func oldAndEncryptedWorkbooksAreTold() throws {
    var old = OldWorkbook.mark + [UInt8](repeating: 0, count: 4096)
    #expect(try readRows(old) == ["error workbook.old-format"])
    let name = Array("EncryptedPackage".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    old.replaceSubrange(1024..<(1024 + name.count), with: name)
    #expect(try readRows(old) == ["error workbook.encrypted"])
  }

  /// Cut anywhere, or with a byte changed, a workbook is read, in part or as a whole, or told to be damaged.
  @Test func damageIsTold() throws {
    var rows = ""
    for row in 1...40 { rows += "<row r=\"\(row)\"><c r=\"A\(row)\"><v>\(row)</v></c></row>" }
    let bytes = archive(SmallWorkbook(rows: rows).parts, deflated: true)
    let whole = try readRows(bytes)
    #expect(whole.count == 40)
    for length in stride(from: 0, to: bytes.count, by: 61) {
      #expect(try readRows(Array(bytes.prefix(length))).last?.hasPrefix("error workbook.") == true, "\(length)")
    }
    for place in stride(from: 0, to: bytes.count, by: 17) {
      var changed = bytes
      changed[place] ^= 0x55
      let read = try readRows(changed)
      #expect(read == whole || read.last?.hasPrefix("error ") == true, "\(place)")
    }
  }

  /// Nothing grows without bound: what is nearly nothing deflated, what a document type declares, cells and rows beyond
  /// those of a sheet, texts beyond those of a row.
  @Test func bombsAreTold() throws {
    let spaces = String(repeating: " ", count: 80 << 20)
    var book = SmallWorkbook(rows: Self.one + spaces)
    #expect(try book.read().last == "error workbook.too-large")
    book = SmallWorkbook(rows: Self.one)
    book.shared = spaces
    #expect(try book.read() == ["error workbook.too-large"])
    book.shared = ""
    var parts = book.parts
    parts[parts.count - 1].text =
      "<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>"
    #expect(try readRows(archive(parts)) == ["error workbook.damaged"])
    #expect(
      try SmallWorkbook(rows: #"<row r="9999999"><c r="A1"><v>1</v></c></row>"#).read() == ["error workbook.damaged"])
    #expect(try SmallWorkbook(rows: #"<row r="1"><c r="ZZZ1"><v>1</v></c></row>"#).read() == ["error workbook.damaged"])
    #expect(
      try SmallWorkbook(rows: #"<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>"#).read()
        == ["2 1", "error workbook.damaged"])
    let long = String(repeating: "长", count: 400_000)
    #expect(
      try SmallWorkbook(
        rows: "<row r=\"1\"><c t=\"inlineStr\"><is><t>\(long)</t></is></c></row>"
          + #"<row r="2"><c r="A2"><v>1</v></c></row>"#
      )
      .read() == ["1 too large", "2 1"])
  }

  /// Other encodings than UTF-8 and document types, wherever they stand before the first element, and long texts that many
  /// cells share.
  @Test(arguments: [
    "<?xml version=\"1.0\"\(String(repeating: " ", count: 5000))encoding=\"GBK\"?>",
    "<?xml version=\"1.0\" encoding=\"UCS-4\"?>",
    "<!--\(String(repeating: "x", count: 5000))--><!DOCTYPE x [<!NOTATION n SYSTEM \"x\">]>", "<!-- x --><!DOCTYPE x>",
    "\0\0\0", "x", "<?x?>", "<worksheet><?x?></worksheet>",
  ])
  func partsBeginAsPartsDo(beginning: String) throws {
    var parts = SmallWorkbook(rows: Self.one).parts
    parts[parts.count - 1].text = beginning + "<worksheet><sheetData></sheetData></worksheet>"
    #expect(try readRows(archive(parts)) == ["error workbook.damaged"])
    parts[parts.count - 1].text =
      "<?xml version='1.0'?><!-- x -->"
      + "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"
    #expect(try readRows(archive(parts)) == ["1 1"])
  }

  @Test func aTextThatStandsInItsCellIsCountedOnce() throws {
    let text = String(repeating: "长", count: 250_000)
    let read = try SmallWorkbook(rows: "<row r=\"1\"><c t=\"inlineStr\"><is><t>\(text)</t></is></c></row>").read()
    #expect(read.count == 1 && read[0].hasSuffix("长"))
  }

  @Test func textsThatCellsShareAreCountedInEach() throws {
    var book = SmallWorkbook(
      rows: "<row r=\"1\">\(String(repeating: "<c t=\"s\"><v>0</v></c>", count: 2000))</row>"
        + #"<row r="2"><c r="A2"><v>1</v></c></row>"#)
    book.shared = "<si><t>\(String(repeating: "长", count: 10_000))</t></si>"
    #expect(try book.read() == ["1 too large", "2 1"])
  }

  @Test func whoeverStopsReadingEndsIt() throws {
    var rows = ""
    for row in 1...5000 { rows += "<row r=\"\(row)\"><c r=\"A\(row)\"><v>\(row)</v></c></row>" }
    let url = FileManager.default.temporaryDirectory.appending(path: "zhinan-\(UUID().uuidString).xlsx")
    try Data(archive(SmallWorkbook(rows: rows).parts)).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    for _ in 0..<50 {
      var problems: [Diagnostic] = []
      let opened = WorkbookRows.open(url.path, as: "b", diagnostics: &problems)
      #expect(opened?.next()?.number == 1)
    }
  }
}

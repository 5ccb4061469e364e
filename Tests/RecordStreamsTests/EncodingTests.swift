import Foundation
import RecordStreams
import Testing

/// 姓名 and some more in GB 18030, with a character of four bytes (U+2CB4E).
private let chinese: [UInt8] = [0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0x61, 0x0A]
private let row: [UInt8] = [0xCD, 0xF5, 0x98, 0x39, 0x84, 0x32, 0x2C, 0x22, 0x31, 0x22, 0x22, 0x22, 0x0A]

@Suite struct Encodings {
  @Test func gb18030IsFoundOut() throws {
    let file = try StreamedFile(chinese + row)
    #expect(file.records.map(\.encoding) == [.gb18030, .gb18030])
    #expect(file.lines[0] == "0@1 姓名|a")
    #expect(file.lines[1].hasSuffix("|1\""))
    #expect(file.lines[1].unicodeScalars.count == "1@2 王?|1\"".count)
  }

  @Test func gb18030IsFoundOutAfterLongASCII() throws {
    let head = "a,b\n" + String(repeating: "1,2\n", count: 100_000)
    let file = try StreamedFile(Array(head.utf8) + chinese)
    #expect(file.lines.last == "100001@100002 姓名|a")
  }

  /// One record is as long as what is looked at, and its first character that is not ASCII stands at its end.
  @Test func gb18030IsFoundOutAfterLongASCIIInOneRecord() throws {
    let long = String(repeating: "x", count: 70_000)
    let file = try StreamedFile(Array("a,b\n\(long),".utf8) + chinese)
    #expect(file.lines == ["0@1 a|b", "1@2 \(long)|姓名|a"])
  }

  @Test(arguments: ["a,b\r1,2\r", "a,\"b\"\r1,2\r3,4", "a\rb\n"])
  func linesThatEndInCRAloneAreToldClearly(text: String) throws {
    let file = try StreamedFile(text)
    #expect(file.records.isEmpty)
    #expect(
      file.problems == [
        "r:1: error: The file's lines end in CR alone, which is not read. [records.line-breaks]\n"
          + "  hint: Save it as CSV UTF-8, whose lines end in LF or CRLF."
      ])
  }

  @Test func aCRInsideQuotationMarksIsText() throws {
    #expect(try StreamedFile("a,\"b\rc\"\n1,2\n").lines == ["0@1 a|b\rc", "1@2 1|2"])
  }

  @Test func aBadByteCostsOneRow() throws {
    let utf8 = Array("姓名,地址\n王,辽宁省\n李,".utf8) + [0xFF, 0x41, 0x0A] + Array("张,鞍山市\n".utf8)
    #expect(try StreamedFile(utf8).lines == ["0@1 姓名|地址", "1@2 王|辽宁省", "2@3 !bytes at +0:3", "3@4 张|鞍山市"])
    let gb = chinese + [0xFF, 0x2C, 0x31, 0x0A] + chinese
    #expect(
      try StreamedFile(gb, encoding: .gb18030).lines == ["0@1 姓名|a", "1@2 !bytes at +0:1", "2@3 姓名|a"])
  }

  @Test func badBytesThatAreNoGB18030EitherLeaveItUTF8() throws {
    let bytes = Array("a,b\nZoë,1\n".utf8) + [0xFF, 0x2C, 0x31, 0x0A, 0xFF, 0x2C, 0x31, 0x0A]
    #expect(try StreamedFile(bytes).lines == ["0@1 a|b", "1@2 Zoë|1", "2@3 !bytes at +0:1", "3@4 !bytes at +0:1"])
  }

  @Test func aBadByteBelowALineBreakHasItsLine() throws {
    let bytes = Array("a,b\n1,\"辽\n宁".utf8) + [0xC0] + Array("\"\n".utf8)
    #expect(try StreamedFile(bytes).lines == ["0@1 a|b", "1@2 !bytes at +1:2"])
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE0, 0x80, 0x80], [0xF8, 0x88], [0xE4, 0xBD],
      [0x80],
    ] as [[UInt8]])
  func whatUTF8ForbidsIsFound(bytes: [UInt8]) {
    #expect(UTF8Flaw.first(in: ([0x61] + bytes + [0x62])[...]) == 1)
  }

  @Test func theEncodingThatWasNamedIsTaken() throws {
    #expect(try StreamedFile(chinese, encoding: .utf8).lines == ["0@1 !bytes at +0:1"])
  }

  @Test func otherFilesAreRefused() throws {
    let utf16 = try StreamedFile([0xFF, 0xFE, 0x61, 0x00])
    #expect(
      utf16.problems == [
        "r: error: The file is UTF-16, which is not read. [records.encoding]\n  hint: Save it as CSV UTF-8."
      ])
    let workbook = try StreamedFile([0x50, 0x4B, 0x03, 0x04, 0x14])
    #expect(
      workbook.problems == [
        "r: error: This is a workbook or an archive, not a text file. [records.format]\n"
          + "  hint: A workbook is read as a file, not through standard input, and without --input-format."
      ])
    let folder = StreamedFile(path: "/tmp")
    #expect(folder.problems.first?.hasPrefix("r: error: The file cannot be read: is a folder.") == true)
    let missing = StreamedFile(path: "/nowhere/at/all")
    #expect(missing.problems.first?.hasPrefix("r: error: The file cannot be read: no such file.") == true)
  }
}

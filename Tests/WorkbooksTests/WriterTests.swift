import Files
import Foundation
import Testing

@testable import Workbooks

@Suite struct Writing {
  private func read(_ design: SheetDesign, _ rows: [[String]], streams: Bool = false) throws -> [String] {
    let writer = try WorkbookWriter(design, streams: streams)
    for row in rows { writer.add(row) }
    return try readRows(try writer.finish())
  }

  /// What is written is read back as the same texts, numbers with all their digits among them.
  @Test(arguments: [false, true])
  func whatIsWrittenIsRead(streams: Bool) throws {
    var design = SheetDesign(
      name: "名单", columns: [SheetDesign.Column("单位名称*", width: 20), SheetDesign.Column("证件号码", width: 20)])
    design.columns[0].choices = ["甲", "乙，丙"]
    design.columns[1].message = SheetDesign.Column.Message(
      title: String(repeating: "题", count: 50), text: String(repeating: "长", count: 400))
    design.rowsToFill = streams ? 0 : 10
    let rows = [
      ["甲", "210302197001019978"], ["", "0412"], ["=1+1", "2026-11-22"], ["a\nb", "_x000A_\u{1}𬭎"],
      ["x", "y", "no column"],
    ]
    #expect(
      try read(design, rows, streams: streams) == [
        "1 单位名称*|证件号码", "2 甲|210302197001019978", "3 |0412", "4 =1+1|2026-11-22", "5 a\nb|_x000A_𬭎", "6 x|y",
      ])
  }

  @Test func theSameSheetIsTheSameBytes() throws {
    let design = SheetDesign(name: "a", columns: [SheetDesign.Column("b", width: 9)])
    func bytes() throws -> [UInt8] {
      let writer = try WorkbookWriter(design)
      writer.add(["c"], .failed)
      return try writer.finish()
    }
    #expect(try bytes() == bytes())
  }

  /// Rows that no sheet has room for are never left out in silence.
  @Test func moreRowsThanASheetHasAreAFailure() throws {
    let writer = try WorkbookWriter(SheetDesign(name: "a", columns: [SheetDesign.Column("b", width: 9)]), streams: true)
    for _ in 0..<(1 << 20) { writer.add([""]) }
    #expect(throws: OutputFailure.self) { try writer.finish() }
  }
}

import Testing

@testable import Workbooks

@Suite struct Cells {
  @Test func textsOfEveryKind() throws {
    var book = SmallWorkbook(
      rows: #"""
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
        <row r="3" spans="1:3"><c r="A3" t="inlineStr"><is><t>行内 </t></is></c><c r="B3" t="str"><f>A1</f><v>算出来</v></c></row>
        <row r="4"><c r="A4" t="b"><v>1</v></c><c r="B4" t="b"><v>0</v></c><c r="C4" t="e"><v>#N/A</v></c></row>
        <row r="5"><c t="inlineStr"><is><r><t>甲</t></r><r><rPr/><t xml:space="preserve"> 乙</t></r></is></c><c><v>7</v></c></row>
        <row r="6"><c r="A6"/><c r="B6" s="1"/></row>
        <row r="7"><c r="B7" t="s"><v>9</v></c></row>
        <row r="8"><c r="A8" t="s"><v>2</v></c></row>
        """#)
    book.shared = """
      <si><t>单位&amp;名称</t></si>\
      <si><r><t>富</t></r><r><t>文本</t></r><rPh sb="0" eb="1"><t>フ</t></rPh></si><si><t>一_x000A_二_x005F_三</t></si>
      """
    #expect(
      try book.read() == [
        "1 单位&名称||富文本", "3 行内 |算出来", "4 TRUE|FALSE|#N/A", "5 甲 乙|7", "8 一\n二_三",
      ])
    #expect(try book.read(deflated: false) == book.read())
  }

  /// Numbers as they are shown, dates as dates.
  @Test(arguments: [
    ("General", "5", "5"), ("General", "114000", "114000"), ("General", "13800000001", "13800000001"),
    ("General", "210302197001019", "210302197001019"), ("General", "0.1", "0.1"),
    ("General", "0.10000000000000001", "0.1"), ("General", "-3.25", "-3.25"), ("General", "1.38E+10", "13800000000"),
    ("General", "2.10302197001019E+17", "!2.10302197001019E+17"),
    ("General", "210302197001019978", "!210302197001019978"), ("0", "1000000000000000", "!1000000000000000"),
    ("000000", "14000", "014000"), ("0000", "412", "0412"), ("0", "13800000001", "13800000001"),
    ("#,##0.00", "1234.5", "1234.50"), ("0.00%", "0.125", "12.50%"), ("@", "5", "5"),
    ("0.00E+00", "13800000001", "13800000001"),
    ("yyyy\\-mm\\-dd", "46348", "2026-11-22"), ("yyyy\"年\"m\"月\"d\"日\"", "46348", "2026-11-22"),
    ("[$-804]yyyy/m/d;@", "46348", "2026-11-22"), ("m/d/yy h:mm", "46348.5", "2026-11-22 12:00"),
    ("yyyy/m/d", "46348.75", "2026-11-22"), ("h:mm:ss", "0.5", "12:00"), ("hh:mm:ss", "0.50001", "12:00:01"),
    ("[h]:mm", "0.75", "18:00"), ("yyyy\\-mm\\-dd", "60", "1900-02-29"), ("yyyy\\-mm\\-dd", "1", "1900-01-01"),
    ("yyyy\\-mm\\-dd", "61", "1900-03-01"), ("yyyy\\-mm\\-dd", "36526", "2000-01-01"),
    ("yyyy\\-mm\\-dd", "2958465", "9999-12-31"), ("yyyy\\-mm\\-dd", "-5", "-5"),
    ("yyyy\"年\"m\"月\"", "46327", "2026-11-01"), ("0\"月\"", "5", "5"), ("\"第\"0\"号\"", "5", "5"),
  ])
  func numbersAsTheyAreShown(code: String, value: String, shown: String) throws {
    let escaped = code.replacing("\"", with: "&quot;")
    var book = SmallWorkbook(rows: "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>\(value)</v></c></row>")
    book.styles = """
      <numFmts count="1"><numFmt numFmtId="164" formatCode="\(escaped)"/></numFmts>\
      <cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>\
      <cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>
      """
    #expect(try book.read() == ["1 \(shown)"])
  }

  @Test(arguments: [
    (14, "46348", "2026-11-22"), (22, "46348.25", "2026-11-22 06:00"), (31, "46348", "2026-11-22"),
    (58, "46348", "2026-11-22"), (49, "46348", "46348"), (20, "0.25", "06:00"), (10, "0.5", "50.00%"),
  ])
  func formatsWithoutACode(number: Int, value: String, shown: String) throws {
    var book = SmallWorkbook(rows: "<row r=\"1\"><c r=\"A1\" s=\"0\"><v>\(value)</v></c></row>")
    book.styles = "<cellXfs><xf numFmtId=\"\(number)\"/></cellXfs>"
    #expect(try book.read() == ["1 \(shown)"])
  }

  @Test(arguments: [("1", "44886", "2026-11-22"), ("true", "0", "1904-01-01"), ("0", "44886", "2022-11-21")])
  func daysMayCountFrom1904(flag: String, value: String, shown: String) throws {
    var book = SmallWorkbook(rows: "<row r=\"1\"><c r=\"A1\" s=\"0\"><v>\(value)</v></c></row>")
    book.styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>"
    book.workbookProperties = "<workbookPr date1904=\"\(flag)\"/>"
    #expect(try book.read() == ["1 \(shown)"])
  }

  @Test func whatAFormulaGaveIsRead() throws {
    let book = SmallWorkbook(
      rows: #"""
        <row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f><v/></c><c r="C1" t="str"><f>""</f><v></v></c></row>
        <row r="2"><c r="A2" t="d"><v>2026-11-22T00:00:00Z</v></c><c r="B2" t="d"><v>2026-11-22T08:30:00</v></c></row>
        """#)
    #expect(try book.read() == ["1 2|?", "2 2026-11-22|2026-11-22T08:30:00"])
  }

  /// Another spelling of the same: prefixes, the strict edition, rows and cells without references, CDATA.
  @Test func otherProgramsSpellItOtherwise() throws {
    var book = SmallWorkbook(rows: "")
    book.more = []
    var parts = book.parts
    parts[parts.count - 1].text = """
      <x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData>\
      <x:row><x:c t="inlineStr"><x:is><x:t><![CDATA[a<b]]></x:t></x:is></x:c><x:c><x:v> 7 </x:v></x:c></x:row>\
      <x:row><x:c><x:v>8</x:v></x:c></x:row></x:sheetData></x:worksheet>
      """
    #expect(try readRows(archive(parts)) == ["1 a<b|7", "2 8"])
  }
}

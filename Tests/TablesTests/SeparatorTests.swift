import Tables
import Testing

@Suite struct Separators {
  private func found(_ text: String) -> String {
    switch CellSeparator.find(in: Array(text.utf8)[...]) {
    case .written(let separator, let length): "sep \(separator.byte) \(length)"
    case .counted(let separator): "\(separator.byte)"
    case .unknown: "unknown"
    }
  }

  @Test(arguments: [
    ("a,b\n", "44"), ("a\tb\n", "9"), ("a;b\n", "59"), ("a\n", "44"), ("", "44"), ("a;b;c,d\n", "59"),
    ("a,b\tc\n", "44"), ("\"a;b;c\",d\n", "44"), ("\"a,b\";\"c,d\"\n", "59"), ("标题\n甲\t乙\n", "9"), ("\n\na;b\n", "59"),
    ("sep=,\na;b;c\n", "sep 44 6"), ("sep=;\r\na;b\n", "sep 59 7"), ("SEP=\t\nx", "sep 9 6"),
    ("\"sep=;\"\nx", "sep 59 8"),
    ("sep=,,,\nx", "sep 44 8"), ("sep=|\nx", "unknown"), ("sep=\nx", "44"), ("sep=;", "sep 59 5"),
    ("separator,b\n", "44"),
  ])
  func areWrittenOrCounted(text: String, expected: String) { #expect(found(text) == expected) }

  @Test(arguments: [
    (",,,", true), ("　,\u{A0},　 ", true), ("　,甲", false), (" , ,\"\"\r", true), ("", true), (",;,", false),
    ("a", false), ("\t\t", true),
  ])
  func nothingBesideThem(record: String, isNothing: Bool) {
    #expect(CellSeparator.comma.hasNothingBeside(Array(record.utf8)) == isNothing)
  }

  @Test(arguments: [
    (" a ", "a"), ("　甲 乙\n", "甲 乙"), ("\u{FEFF}a\u{A0}", "a"), ("", ""), (" 　", ""), ("a", "a"),
  ])
  func spacesAtTheEndsGo(text: String, trimmed: String) {
    #expect(String(decoding: TableText.trimmed(Array(text.utf8)), as: UTF8.self) == trimmed)
    #expect(TableText.isBlank(Array(text.utf8)) == trimmed.isEmpty)
  }

  @Test(arguments: [
    (0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD"),
  ])
  func columnsAreCalledAsSpreadsheetsDo(column: Int, letters: String) { #expect(TableText.letters(column) == letters) }

  @Test(arguments: [
    ("a", "a"), ("", ""), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""),
    ("\"\u{301}", "\"\"\"\u{301}\""),
  ])
  func cellsAreQuotedWhereTheyNeedIt(text: String, cell: String) {
    #expect(TableText.csv(Array(text.utf8)) == Array(cell.utf8))
    #expect(TableText.csv(Array(text.utf8), isQuoted: true).isEmpty == text.isEmpty)
  }

  @Test(arguments: [("#说明", true), (" ＃", true), ("a#", false), ("", false), ("第#", false)])
  func remarksBeginWithANumberSign(text: String, isRemark: Bool) {
    #expect(TableText.isRemark(Array(text.utf8)) == isRemark)
  }
}

import Diagnostics
import SourceText
import Testing

@testable import GuideText
@testable import Site

@Suite("Tables")
struct TableGridTests {
  /// Rows as words: `a2x3` is a cell over two rows and three columns.
  private func problems(_ rows: [String]) -> Int {
    let table = rows.map { row in
      TableRow(
        cells: row.split(separator: " ").map { word in
          var cell = TableCell(text: "", place: SourcePlace(""))
          let spans = word.dropFirst().split(separator: "x").compactMap { Int($0) }
          if spans.count == 2 { (cell.rows, cell.columns) = (spans[0], spans[1]) }
          return cell
        }, place: SourcePlace(""))
    }
    var width: Int?
    var diagnostics: [Diagnostic] = []
    TableGrid.check(table, width: &width, diagnostics: &diagnostics)
    return diagnostics.count
  }

  @Test(
    "are rectangles",
    arguments: [
      ["a b", "c d"], ["a1x2", "c d"], ["a2x1 b", "d"], ["a2x2 b", "d"], ["a b2x1", "c", "d e"],
      ["a3x1 b c", "d1x2", "e f"], ["a1x3", "b2x1 c d", "e2x1 f", "g h"], ["a b2x2", "c", "d e f"],
    ])
  func rectangles(_ rows: [String]) { #expect(problems(rows) == 0) }

  @Test(
    "are refused when they are not",
    arguments: [["a b", "c"], ["a", "b c"], ["a2x1 b", "c d"], ["a b2x1", "c d"], ["a2x1"]])
  func refused(_ rows: [String]) { #expect(problems(rows) > 0) }
}

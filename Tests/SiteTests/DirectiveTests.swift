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

@Suite("Flow charts")
struct FlowChartTests {
  @Test(
    "break their lines where Chinese allows it",
    arguments: [
      ("手机号注册，同意协议", 80.0, ["手机号注册，", "同意协议"]), ("甲乙丙丁戊，己", 80.0, ["甲乙丙丁戊，", "己"]),
      ("Show the old card", 80.0, ["Show the", "old card"]), ("申请CA证书", 200.0, ["申请CA证书"]), ("", 10.0, []),
    ])
  func lines(_ text: String, _ width: Double, _ lines: [String]) {
    // In a line of five Chinese characters the comma hangs rather than starting the next line.
    #expect(FlowText.lines(text, size: 16, width: width).map { $0.trimmed } == lines)
  }

  @Test("keep their boxes apart and on the sheet", arguments: [0, 2, 3])
  func layout(_ branches: Int) {
    let step = FlowChart.Step(
      title: "一个比较长的步骤名称，写不下一行", detail: "说明文字也很长，长到必须分成几行才写得下，再长一点。", location: "平台", page: nil,
      choice: "方式", branches: [])
    var branching = step
    branching.branches = (0..<branches).map {
      .init(label: "第\($0)种很长很长的名称", steps: Array(repeating: step, count: $0 + 1))
    }
    let layout = FlowLayout(FlowChart(title: "", description: "", steps: [step, branching, step]))
    for (number, box) in layout.boxes.enumerated() {
      #expect(box.x >= 0 && box.x + box.width <= FlowLayout.width && box.y + box.height <= layout.height)
      for other in layout.boxes.dropFirst(number + 1) {
        let apart =
          box.x + box.width < other.x || other.x + other.width < box.x || box.y + box.height < other.y
          || other.y + other.height < box.y
        #expect(apart)
      }
      for line in box.lines { #expect(line.y > box.y && line.y < box.y + box.height) }
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

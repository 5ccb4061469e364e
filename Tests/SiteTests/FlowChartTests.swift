import Diagnostics
import Foundation
import Testing

@testable import GuideText
@testable import Site

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

  /// What stands in the first branch of a chart's second step.
  enum Inner: CaseIterable { case nothing, choice, choices }

  @Test(
    "keep boxes and words apart and on the sheet, and words readable on a phone",
    arguments: [0, 2, 3, 4, 5, 6], Inner.allCases)
  func layout(_ count: Int, _ inner: Inner) {
    let layout = FlowLayout(Self.chart(count, inner))
    #expect(layout.problems == [])
    for (number, box) in layout.boxes.enumerated() {
      #expect(box.x >= 0 && box.right <= FlowLayout.width && box.y + box.height <= layout.height)
      #expect(box.width >= FlowLayout.narrowest)
      for other in layout.boxes.dropFirst(number + 1) { #expect(!meet(box, other), "\(box) \(other)") }
      for line in box.lines { #expect(line.y > box.y && line.y < box.y + box.height) }
      for label in layout.labels { #expect(!meet(box, frame(label)), "\(label)") }
    }
    for (number, label) in layout.labels.enumerated() {
      #expect(frame(label).x >= 0 && frame(label).right <= FlowLayout.width)
      for other in layout.labels.dropFirst(number + 1) {
        #expect(!meet(frame(label), frame(other)), "\(label) \(other)")
      }
    }
    // A phone that is 360 pixels wide shows the sheet 328 wide.
    for line in layout.boxes.flatMap(\.lines) + layout.labels { #expect(line.size * 328 / FlowLayout.width >= 11.5) }
  }

  @Test("lead back without crossing a box", arguments: [2, 3, 4, 6], Inner.allCases)
  func back(_ count: Int, _ inner: Inner) throws {
    var chart = Self.chart(count, inner)
    chart.steps[0].id = "first"
    let back = FlowChart.Back(to: "first", title: "步骤", label: "不通过，改好再交")
    for number in chart.steps[1].branches.indices.dropFirst() {
      let last = chart.steps[1].branches[number].steps.indices.last
      chart.steps[1].branches[number].steps[try #require(last)].back = back
    }
    chart.steps[2].back = back
    let layout = FlowLayout(chart)
    let ways = layout.arrows.filter(\.isBack)
    #expect(!ways.isEmpty)
    for way in ways {
      #expect(way.tip.map { $0.y > layout.boxes[0].y && $0.y < layout.boxes[0].y + layout.boxes[0].height } == true)
      let points = Self.points(of: way.path)
      for (start, end) in zip(points, points.dropFirst()) {
        let stretch = FlowLayout.Box(
          x: min(start.x, end.x) + 0.5, y: min(start.y, end.y) + 0.5, width: max(abs(start.x - end.x) - 1, 0),
          height: max(abs(start.y - end.y) - 1, 0), lines: [], isBranch: false)
        #expect(stretch.x >= 0 && stretch.right <= FlowLayout.width)
        for box in layout.boxes { #expect(!meet(stretch, box), "\(way.path) \(box)") }
      }
    }
  }

  @Test("lead back on the side where nothing stands", arguments: [0, 1])
  func side(_ position: Int) throws {
    var chart = Self.chart(2, .nothing)
    chart.steps[0].id = "first"
    let step = try #require(chart.steps[1].branches[0].steps.first)
    for number in 0..<2 { chart.steps[1].branches[number].steps = [step] }
    chart.steps[1].branches[position].steps[0].back = FlowChart.Back(to: "first", title: "步骤", label: nil)
    let layout = FlowLayout(chart)
    #expect(layout.arrows.filter(\.isBack).map(\.heading) == [position == 0 ? .right : .left])
    #expect(layout.boxes.flatMap(\.lines).contains { $0.text == "↑ 步骤" })
  }

  @Test("tell words that no box holds")
  func words() {
    var chart = Self.chart(3, .nothing)
    #expect(FlowLayout(chart).problems == [])
    chart.steps[1].branches[0].steps[0].title = "Rechtsschutzversicherung"
    #expect(FlowLayout(chart).problems.map(\.id) == ["flow.word"])
  }

  static func chart(_ count: Int, _ inner: Inner) -> FlowChart {
    let step = FlowChart.Step(
      title: "一个比较长的步骤名称，写不下一行", detail: "说明文字也很长，长到必须分成几行才写得下，再长一点。", location: "平台", page: nil,
      choice: "方式", branches: [], back: nil, place: place)
    func branching(_ count: Int, _ first: FlowChart.Step) -> FlowChart.Step {
      var branching = step
      branching.branches = (0..<count).map { number in
        let steps = Array(repeating: number == 0 ? first : step, count: number % 2 + 1)
        return FlowChart.Branch(label: "第\(number)种很长很长的名称", steps: steps, back: nil, place: place)
      }
      return branching
    }
    let first =
      switch inner {
      case .nothing: step
      case .choice: branching(2, step)
      case .choices: branching(3, branching(2, step))
      }
    return FlowChart(title: "", description: "", steps: [step, branching(count, first), step])
  }

  private static let place = SourcePlace("way.yml", line: 1, column: 1)

  /// The corners of a path of horizontal and vertical lines.
  private static func points(of path: String) -> [(x: Double, y: Double)] {
    var points: [(x: Double, y: Double)] = []
    for match in path.matches(of: /([MHV])([0-9.]+)(?: ([0-9.]+))?/) {
      let (value, second) = (Double(match.2) ?? 0, match.3.flatMap { Double($0) } ?? 0)
      let last = points.last ?? (0, 0)
      points.append(match.1 == "M" ? (value, second) : match.1 == "H" ? (value, last.y) : (last.x, value))
    }
    return points
  }

  private func frame(_ line: FlowLayout.Line) -> FlowLayout.Box {
    let width = FlowText.width(of: line.text, size: line.size)
    return FlowLayout.Box(
      x: line.isCentred ? line.x - width / 2 : line.x, y: line.y - line.size * 0.85, width: width, height: line.size,
      lines: [], isBranch: false)
  }

  private func meet(_ box: FlowLayout.Box, _ other: FlowLayout.Box) -> Bool {
    box.x < other.right && other.x < box.right && box.y < other.y + other.height && other.y < box.y + box.height
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

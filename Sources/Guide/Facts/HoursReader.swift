internal import Content
internal import Diagnostics
internal import Foundation
internal import SourceText
internal import ZhinanValidation

/// Reads `hours.yml`: on which days of the week an office works, and when.
struct HoursReader {
  private var windows: [(window: ReviewCalendar.Window, place: SourcePlace, text: String)] = []
  private var diagnostics: [Diagnostic] = []

  /// Keys that tell the file from a guide's own.
  static let marks = ["week", "weekdays", "timezone"]

  /// The windows of every weekday: those of `week`, and those of `windows` on the days of `weekdays`.
  static func windows(_ file: DataFile, _ diagnostics: inout [Diagnostic]) -> [ReviewCalendar.Window] {
    var reader = HoursReader()
    reader.read(file.root)
    reader.compare()
    diagnostics += reader.diagnostics
    return reader.windows.map(\.window)
  }

  private mutating func read(_ root: SourceNode) {
    var top = MapReader(root, "what.hours")
    if let zone = top.requiredText("timezone"), !Self.isZone(zone), let node = root["timezone"] {
      top.report(.error("facts.zone", at: node.place, ["text": .text(zone)]))
    }
    let isPlain = root["weekdays"] != nil || root["windows"] != nil
    let week = isPlain ? top.list("week") : top.requiredList("week")
    for node in week {
      var group = MapReader(node, "what.days")
      _ = group.text("name")
      let (days, windows) = (group.requiredList("days"), group.requiredList("windows"))
      add(days, windows)
      group.finish(&diagnostics)
    }
    if isPlain {
      let (days, windows) = (top.requiredList("weekdays"), top.requiredList("windows"))
      add(days, windows)
    }
    top.finish(&diagnostics)
  }

  /// Names of zones such as Asia/Shanghai, which browsers know too.
  private static func isZone(_ name: String) -> Bool {
    name == "UTC" || name.contains("/") && TimeZone(identifier: name) != nil
  }

  private mutating func add(_ days: [SourceNode], _ windows: [SourceNode]) {
    let weekdays = days.compactMap { node -> Int32? in
      if let text = node.text, let day = Int32(text), (1...7).contains(day) { return day }
      diagnostics.append(.error("facts.weekday", at: node.place, ["text": .message(node.textOrKind)]))
      return nil
    }
    for node in windows {
      guard let text = node.text, let window = Self.window(text) else {
        diagnostics.append(.error("facts.window", at: node.place, ["text": .message(node.textOrKind)]))
        continue
      }
      for day in weekdays {
        self.windows.append(
          (ReviewCalendar.Window(weekday: day, opens: window.opens, closes: window.closes), node.place, text))
      }
    }
  }

  /// Two times of a day such as `8:30—11:30`, the first before the second; `24:00` is the day's end.
  private static func window(_ text: String) -> (opens: Int32, closes: Int32)? {
    guard let match = text.wholeMatch(of: /([0-9]{1,2}):([0-9]{2}) ?[-–—～~] ?([0-9]{1,2}):([0-9]{2})/),
      let opens = minutes(match.output.1, match.output.2), let closes = minutes(match.output.3, match.output.4)
    else { return nil }
    return opens < closes ? (opens, closes) : nil
  }

  private static func minutes(_ hour: Substring, _ minute: Substring) -> Int32? {
    guard let hour = Int32(hour), let minute = Int32(minute), minute < 60 else { return nil }
    let minutes = hour * 60 + minute
    return minutes <= 1440 ? minutes : nil
  }

  /// Reports windows of one weekday that overlap, the later one of them.
  private mutating func compare() {
    var told: Set<SourcePlace> = []
    for (number, later) in windows.enumerated() {
      let other = windows[..<number].first {
        $0.window.weekday == later.window.weekday && $0.window.opens < later.window.closes
          && later.window.opens < $0.window.closes
      }
      if let other, told.insert(later.place).inserted {
        diagnostics.append(
          .error("facts.window-overlap", at: later.place, ["text": .text(later.text), "other": .text(other.text)]))
      }
    }
  }
}

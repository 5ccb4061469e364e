internal import Bytes
internal import Diagnostics
internal import FormBatch
internal import FormDefinition
internal import Foundation
internal import Synchronization

/// Shows how far a batch is: one line that is written over on a terminal, otherwise a line every five seconds, nothing
/// where problems are printed as JSON.
final class BatchProgress: Sendable {
  private let batch: Batch
  private let console: Console
  private let messages: MessageCatalog
  private let isTerminal = StandardStream.isTerminal(2)
  private let start = ContinuousClock.now
  /// What stands on the terminal's last line.
  private enum LastLine { case text, bar, end }

  private let lastLine = Mutex(LastLine.text)
  private let printed = Mutex(PrintedProblems())
  private let isOver = DispatchSemaphore(value: 0)

  init(_ batch: Batch, console: Console, messages: MessageCatalog) {
    self.batch = batch
    self.console = console
    self.messages = messages
    guard console.format == .text else { return }
    let step: DispatchTimeInterval = isTerminal ? .milliseconds(200) : .seconds(5)
    Thread.detachNewThread { [self] in
      while isOver.wait(timeout: .now() + step) == .timedOut { show() }
    }
  }

  /// Prints problems above the bar: a hundred of one kind.
  func report(_ problems: [Diagnostic]) {
    let admitted = printed.withLock { printed in problems.filter { printed.admits($0) } }
    write(above: admitted)
  }

  private func write(above problems: [Diagnostic]) {
    guard !problems.isEmpty else { return }
    let text = problems.map { console.format.lines(for: $0, in: console.language) + "\n" }.joined()
    lastLine.withLock { last in
      write((last == .bar ? "\r\u{1B}[K" : "") + text)
      last = .text
    }
  }

  /// Says how many problems were not printed, and takes the bar away.
  func end() {
    write(above: printed.withLock { $0.rest(console.more) })
    isOver.signal()
    lastLine.withLock { last in
      if last == .bar { write("\r\u{1B}[K") }
      last = .end
    }
  }

  /// Says on standard output how it ended; the problem when that cannot be written.
  func summarise(_ count: BatchCount, isComplete: Bool) -> [Diagnostic] {
    let seconds = elapsed
    guard console.format == .text else {
      var writer = JSONByteWriter()
      writer.object { writer in
        writer.member("state", isComplete ? "complete" : "stopped")
        count.write(to: &writer)
      }
      return console.errorsWriting(String(decoding: writer.bytes, as: UTF8.self))
    }
    let line = messages.phrase(
      isComplete ? .summary : .stopped,
      [
        "filled": "\(count.filled)", "unchanged": "\(count.unchanged)", "failed": "\(count.failed)",
        "warnings": "\(count.warnings)", "time": Self.clock(seconds), "rate": rate(count.rows, seconds),
      ])
    let notAsked = count.notAsked > 0 ? messages.phrase(.notAsked, ["count": "\(count.notAsked)"]) : ""
    return console.errorsWriting(line + notAsked)
  }

  private var elapsed: Double {
    let time = start.duration(to: .now).components
    return Double(time.seconds) + Double(time.attoseconds) / 1e18
  }

  private func show() {
    let (count, bytes) = batch.progress
    let seconds = elapsed
    var line = messages.phrase(
      .progress,
      ["rows": "\(count.rows)", "failed": "\(count.failed)", "rate": rate(count.rows, seconds)])
    if let size = batch.size, size > 0, bytes > 0 {
      let part = min(1, Double(bytes) / Double(size))
      let left = messages.phrase(
        .left, ["percent": "\(Int(part * 100))", "left": Self.clock(seconds / part - seconds)])
      let bar = String(repeating: "#", count: Int(part * 12)) + String(repeating: "·", count: 12 - Int(part * 12))
      line = isTerminal ? "[\(bar)] \(left) \(line)" : "\(line) (\(left))"
    }
    lastLine.withLock { last in
      if last == .end { return }
      write(isTerminal ? "\r\u{1B}[K\(line)" : line + "\n")
      last = isTerminal ? .bar : .text
    }
  }

  private func rate(_ rows: Int, _ seconds: Double) -> String { seconds > 0 ? "\(Int(Double(rows) / seconds))" : "–" }

  /// Minutes and seconds, hours where there are any.
  private static func clock(_ seconds: Double) -> String {
    let all = Int(seconds.rounded(.up))
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutes = "\(two(all / 60 % 60)):\(two(all % 60))"
    return all < 3600 ? minutes : "\(all / 3600):\(minutes)"
  }

  private func write(_ text: String) { StandardStream.write(text, to: StandardStream.error) }
}

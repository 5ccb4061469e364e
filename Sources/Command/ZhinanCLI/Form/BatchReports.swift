internal import Diagnostics
internal import Files
internal import FormBatch
internal import Synchronization

/// The reports of one batch, which its threads add to in turn.
final class BatchReports: Sendable {
  private let all: [SharedReport]

  init(_ paths: [String], about: [(String, String)], style: ReportStyle) throws(OutputFailure) {
    var all: [SharedReport] = []
    for path in paths {
      guard let kind = ReportKind(name: path) else { continue }
      all.append(SharedReport(try BatchReport.begin(path, kind, about: about, style: style)))
    }
    self.all = all
  }

  func add(_ rows: DeliveredRows) throws(OutputFailure) {
    // One that cannot be written keeps no rows from the others.
    var failure: OutputFailure?
    for report in all {
      do throws(OutputFailure) {
        try report.add(rows)
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
  }

  /// Ends all of them; those that could not be written are returned as problems.
  func finish(_ count: BatchCount, isComplete: Bool) -> [Diagnostic] {
    all.compactMap { $0.finish(count, isComplete: isComplete) }
  }
}

private final class SharedReport: Sendable {
  private let report: Mutex<BatchReport>

  init(_ report: consuming sending BatchReport) { self.report = Mutex(report) }

  func add(_ rows: DeliveredRows) throws(OutputFailure) {
    try report.withLock { report throws(OutputFailure) in try report.add(rows) }
  }

  func finish(_ count: BatchCount, isComplete: Bool) -> Diagnostic? {
    report.withLock { report in
      do throws(OutputFailure) {
        try report.finish(count, isComplete: isComplete)
        return nil
      } catch {
        return error.diagnostic
      }
    }
  }
}

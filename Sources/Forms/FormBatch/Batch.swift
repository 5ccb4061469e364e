package import Diagnostics
internal import Files
internal import FormDefinition
package import FormTables
internal import Foundation
internal import RecordStreams
internal import Synchronization

/// One of the forms of a batch, and where its PDFs go.
package struct BatchTask: Sendable {
  let form: BatchForm
  let header: TableHeader?
  let fonts: BatchFonts
  let folder: OutputFolder
  let label: Int?
  let reported: [Int?]

  /// - Parameters:
  ///   - header: what the columns answer; `nil` for JSON Lines.
  ///   - label: index of the field whose answer stands in the names of PDFs.
  ///   - reported: indices of the fields whose answers reports show; `nil` for one that the form does not ask.
  package init(
    form: BatchForm, header: TableHeader?, fonts: BatchFonts, folder: OutputFolder, label: Int? = nil,
    reported: [Int?] = []
  ) {
    self.form = form
    self.header = header
    self.fonts = fonts
    self.folder = folder
    self.label = label
    self.reported = reported
  }
}

/// Many records of one form, or of several that each row may answer, on their way to PDFs: threads that take rows from one
/// source, and an end that gets what became of them in the rows' order.
package final class Batch: Sendable {
  /// How a batch ended.
  package struct Ending: Sendable {
    /// The rows that were handed to `deliver`, also when the batch ended early.
    package var count = BatchCount()
    /// What ended it before the last row: an unreadable file, an unwritable folder.
    package var failure: Diagnostic?
    /// Told besides the rows' own problems.
    package var remarks: [Diagnostic] = []
  }

  /// Rows that a thread takes at once.
  private static let portion = 16

  private let tasks: [BatchTask]
  private let shard: Shard
  private let stop: StopSign
  private let path: String
  private let source: Mutex<Source>
  private let order: Mutex<Order>
  private let bytesTaken = Atomic(0)
  /// Bytes of the file of records, when it is a file.
  package let size: Int?

  private struct Source: ~Copyable {
    var records: RecordSource
    var next = 0
    var lastRow = 0
  }

  private struct Order {
    var next = 0
    var waiting: [Int: [BatchRow]] = [:]
    var repeated: RepeatedRecords
    var count = BatchCount()
    var failure: Diagnostic?
  }

  /// - Parameter tasks: the forms, each with the header that was taken from `source`.
  package init(tasks: [BatchTask], source: consuming RecordSource, shard: Shard, stop: StopSign) {
    self.tasks = tasks
    self.shard = shard
    self.stop = stop
    path = source.path
    size = source.size
    self.source = Mutex(Source(records: source))
    order = Mutex(Order(repeated: RepeatedRecords(forms: tasks.count)))
  }

  /// How many rows are done, and how many bytes of the file are taken.
  package var progress: (count: BatchCount, bytes: Int) {
    (order.withLock { $0.count }, bytesTaken.load(ordering: .relaxed))
  }

  /// Fills all rows with so many threads. `deliver` gets the rows in order, from one thread at a time; what it throws
  /// ends the batch.
  package func run(
    jobs: Int, reports: ReportStyle, deliver: @escaping Delivery
  ) -> Ending {
    // A thread far ahead of a slow one waits, so that what became of the rows never piles up.
    let room = DispatchSemaphore(value: 4 * jobs)
    let threads = DispatchGroup()
    for _ in 0..<jobs {
      threads.enter()
      Thread.detachNewThread { [self] in
        work(reports: reports, room: room, deliver: deliver)
        threads.leave()
      }
    }
    threads.wait()
    var ending = order.withLock { Ending(count: $0.count, failure: $0.failure) }
    let (unread, lastRow, told) = source.withLock { source in
      (source.records.failure, source.lastRow, source.records.takeRemarks())
    }
    ending.failure = ending.failure ?? unread
    ending.remarks += told
    if let repeated = order.withLock({ $0.repeated.remark(path) }) { ending.remarks.append(repeated) }
    if ending.failure == nil, !stop.isRaised {
      do {
        for task in tasks {
          let count = try task.folder.leftOver(after: lastRow, in: shard)
          guard count > 0 else { continue }
          ending.remarks.append(
            .warning("records.left-over", at: SourcePlace(task.folder.path), ["count": .number(count)]))
        }
      } catch {
        ending.failure = error.diagnostic
      }
    }
    return ending
  }

  private func work(
    reports: ReportStyle, room: DispatchSemaphore,
    deliver: (DeliveredRows) throws(OutputFailure) -> Void
  ) {
    do {
      let filler = try TaskFiller(tasks, path: path)
      while true {
        room.wait()
        guard let (number, rows) = next() else {
          room.signal()
          return
        }
        var done: [BatchRow] = []
        for row in rows where !stop.isRaised {
          do {
            done += try filler.fill(row)
          } catch {
            fail(error.diagnostic)
          }
        }
        pass(done, number, reports, room, deliver)
      }
    } catch {
      fail(.error("records.form", at: nil, ["reason": .message(.phrase("\(error)"))]))
    }
  }

  /// The next rows of this shard and their number in order; `nil` at the end and when stopped.
  private func next() -> (Int, [RawRecord])? {
    source.withLock { source in
      if stop.isRaised { return nil }
      var rows: [RawRecord] = []
      var bytes = 0
      while rows.count < Self.portion, bytes < RecordStream.limit, let row = source.records.next() {
        source.lastRow = row.row
        guard shard.includes(row.row) else { continue }
        rows.append(row)
        bytes += row.size
      }
      bytesTaken.store(source.records.bytesRead, ordering: .relaxed)
      guard !rows.isEmpty else { return nil }
      source.next += 1
      return (source.next - 1, rows)
    }
  }

  /// Hands rows on once all before them have been.
  private func pass(
    _ rows: [BatchRow], _ number: Int, _ reports: ReportStyle, _ room: DispatchSemaphore,
    _ deliver: (DeliveredRows) throws(OutputFailure) -> Void
  ) {
    order.withLock { order in
      order.waiting[number] = rows
      while let rows = order.waiting.removeValue(forKey: order.next) {
        order.next += 1
        room.signal()
        var done = DeliveredRows(style: reports)
        for row in rows { done.add(order.repeated.noting(row, path, reports.messages)) }
        order.count = order.count + done.count
        do throws(OutputFailure) {
          try deliver(done)
        } catch {
          order.failure = order.failure ?? error.diagnostic
          stop.raise()
        }
      }
    }
  }

  private func fail(_ diagnostic: Diagnostic) {
    order.withLock { $0.failure = $0.failure ?? diagnostic }
    stop.raise()
  }
}

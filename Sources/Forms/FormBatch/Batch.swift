package import Diagnostics
internal import Files
internal import FormDefinition
internal import FormModel
internal import Foundation
package import RecordStreams
internal import Synchronization

/// Many records of one form on their way to PDFs: threads that take rows from one stream, and an end that gets what
/// became of them in the rows' order.
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

  private let form: BatchForm
  private let header: HeaderRow?
  private let fonts: BatchFonts
  private let folder: OutputFolder
  private let shard: Shard
  private let stop: StopSign
  private let path: String
  private let source: Mutex<Source>
  private let order: Mutex<Order>
  private let bytesTaken = Atomic(0)
  /// Bytes of the file of records, when it is a file.
  package let size: Int?

  private struct Source: ~Copyable {
    var stream: RecordStream
    var next = 0
    var lastRow = 0
  }

  private struct Order {
    var next = 0
    var waiting: [Int: DeliveredRows] = [:]
    var count = BatchCount()
    var failure: Diagnostic?
  }

  /// - Parameter header: the CSV file's, already taken from `stream`; `nil` for JSON Lines.
  package init(
    form: BatchForm, header: HeaderRow?, stream: consuming RecordStream, fonts: BatchFonts, folder: OutputFolder,
    shard: Shard, stop: StopSign
  ) {
    self.form = form
    self.header = header
    self.fonts = fonts
    self.folder = folder
    self.shard = shard
    self.stop = stop
    path = stream.path
    size = stream.size
    source = Mutex(Source(stream: stream))
    order = Mutex(Order())
  }

  /// How many rows are done, and how many bytes of the file are taken.
  package var progress: (count: BatchCount, bytes: Int) {
    (order.withLock { $0.count }, bytesTaken.load(ordering: .relaxed))
  }

  /// Fills all rows with so many threads. `deliver` gets the rows in order, from one thread at a time; what it throws
  /// ends the batch.
  package func run(
    jobs: Int, reports: Set<ReportKind>, deliver: @escaping Delivery
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
    let (unread, lastRow) = source.withLock { ($0.stream.failure, $0.lastRow) }
    ending.failure = ending.failure ?? unread
    if ending.failure == nil, !stop.isRaised {
      do {
        let count = try folder.leftOver(after: lastRow, in: shard)
        if count > 0 { ending.remarks.append(leftOver(count)) }
      } catch {
        ending.failure = error.diagnostic
      }
    }
    return ending
  }

  private func leftOver(_ count: Int) -> Diagnostic {
    .warning("records.left-over", at: SourcePlace(folder.path), ["count": .number(count)])
  }

  private func work(
    reports: Set<ReportKind>, room: DispatchSemaphore,
    deliver: (DeliveredRows) throws(OutputFailure) -> Void
  ) {
    do {
      var filler = try RowFiller(form: form, fonts: fonts, header: header, path: path, folder: folder)
      while true {
        room.wait()
        guard let (number, rows) = next() else {
          room.signal()
          return
        }
        var done = DeliveredRows(kinds: reports, language: form.messages.programLanguage)
        for row in rows where !stop.isRaised {
          do {
            done.add(try filler.fill(row))
          } catch {
            fail(error.diagnostic)
          }
        }
        pass(done, number, room, deliver)
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
      while rows.count < Self.portion, bytes < RecordStream.limit, let row = source.stream.next() {
        source.lastRow = row.row
        guard shard.includes(row.row) else { continue }
        rows.append(row)
        bytes += row.bytes.count
      }
      bytesTaken.store(source.stream.bytesRead, ordering: .relaxed)
      guard !rows.isEmpty else { return nil }
      source.next += 1
      return (source.next - 1, rows)
    }
  }

  /// Hands rows on once all before them have been.
  private func pass(
    _ rows: DeliveredRows, _ number: Int, _ room: DispatchSemaphore,
    _ deliver: (DeliveredRows) throws(OutputFailure) -> Void
  ) {
    order.withLock { order in
      order.waiting[number] = rows
      while let rows = order.waiting.removeValue(forKey: order.next) {
        order.next += 1
        room.signal()
        order.count = order.count + rows.count
        do throws(OutputFailure) {
          try deliver(rows)
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

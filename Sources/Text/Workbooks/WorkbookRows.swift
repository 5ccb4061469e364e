package import Diagnostics
internal import Files
internal import Foundation

/// The rows of a workbook's sheet (.xlsx), one after another: a thread of its own reads ahead of who takes them, a few
/// rows only.
package final class WorkbookRows: Sendable {
  /// What messages call the file.
  package let path: String
  /// Compressed bytes of the sheet.
  package let size: Int
  private let stream: @Sendable () -> Int
  private let queue: RowQueue
  /// Told of the workbook before its rows: sheets that are not read.
  package let remarks: [Diagnostic]

  /// Whether a file's first bytes are those of a workbook, or of another file that would be refused as one.
  package static func isWorkbook(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: OldWorkbook.mark)
  }

  /// Opens a workbook that messages call `name`; `nil` with a problem when it cannot be read.
  ///
  /// - Parameter sheet: the sheet's name, or its number from 1; the first one that is not hidden when `nil`.
  package static func open(
    _ path: String, as name: String, sheet: String? = nil, diagnostics: inout [Diagnostic]
  ) -> WorkbookRows? {
    do throws(WorkbookFailure) {
      return try WorkbookRows(path, name, sheet)
    } catch {
      diagnostics.append(error.diagnostic(name))
      return nil
    }
  }

  private init(_ path: String, _ name: String, _ sheet: String?) throws(WorkbookFailure) {
    let book = try Workbook(path)
    let chosen = try book.sheet(sheet)
    let stream = try book.stream(chosen.part, limit: 4 << 30)
    let queue = RowQueue()
    let counter = SharedStream(stream: stream)
    self.path = name
    size = book.compressedSize(chosen.part)
    self.stream = { counter.stream.bytesRead }
    self.queue = queue
    remarks =
      chosen.others.isEmpty || sheet != nil
      ? []
      : [
        .warning(
          "workbook.other-sheets", at: SourcePlace(name), ["sheet": .text(chosen.name), "names": .list(chosen.others)])
      ]
    let parser = SharedParser(
      parser: SheetParser(chosen.part, shared: book.texts, formats: book.formats, from1904: book.countsFrom1904) {
        queue.put($0)
      })
    Thread.detachNewThread {
      do throws(WorkbookFailure) {
        try parser.parser.read(counter.stream)
        let hidden = parser.parser.hiddenRows
        queue.end(
          hidden == 0 ? nil : .warning("workbook.hidden-rows", at: SourcePlace(name), ["count": .number(hidden)]))
      } catch {
        queue.end(error == .stopped ? nil : error.diagnostic(name))
      }
    }
  }

  deinit { queue.cancel() }

  /// The next row with anything in it; `nil` at the end and after a ``failure``.
  package func next() -> WorkbookRow? { queue.take() }

  /// Compressed bytes of the sheet that were read.
  package var bytesRead: Int { stream() }

  /// Why reading ended before the sheet did.
  package var failure: Diagnostic? { queue.problem.flatMap { $0.severity == .error ? $0 : nil } }

  /// Told at the end: rows that are hidden were read too.
  package var lastRemark: Diagnostic? { queue.problem.flatMap { $0.severity == .error ? nil : $0 } }
}

/// Only the thread that parses reads from it; any thread may ask how far it is.
private struct SharedStream: @unchecked Sendable { let stream: PartStream }

/// Only the thread that parses uses it.
private struct SharedParser: @unchecked Sendable { let parser: SheetParser }

/// Rows between the thread that reads them and those that take them.
private final class RowQueue: @unchecked Sendable {
  private static let most = 64
  private let condition = NSCondition()
  private var rows: [WorkbookRow] = []
  private var isOver = false
  private var isCancelled = false
  private var ending: Diagnostic?

  /// Adds a row once there is room; `false` when nobody takes rows any more.
  func put(_ row: WorkbookRow) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while rows.count >= Self.most, !isCancelled { condition.wait() }
    if isCancelled { return false }
    rows.insert(row, at: 0)
    condition.broadcast()
    return true
  }

  func end(_ problem: Diagnostic?) {
    condition.lock()
    defer { condition.unlock() }
    isOver = true
    ending = problem
    condition.broadcast()
  }

  func take() -> WorkbookRow? {
    condition.lock()
    defer { condition.unlock() }
    while rows.isEmpty, !isOver { condition.wait() }
    let row = rows.popLast()
    if row != nil { condition.broadcast() }
    return row
  }

  func cancel() {
    condition.lock()
    defer { condition.unlock() }
    isCancelled = true
    condition.broadcast()
  }

  /// What ended the rows, once all are taken.
  var problem: Diagnostic? {
    condition.lock()
    defer { condition.unlock() }
    return rows.isEmpty ? ending : nil
  }
}

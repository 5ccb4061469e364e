internal import Bytes
package import Files
internal import FormDefinition
internal import Workbooks

/// Takes the rows that are done, in order.
package typealias Delivery = @Sendable (DeliveredRows) throws(OutputFailure) -> Void

/// A report on a batch, written row by row and named once it is whole.
package struct BatchReport: ~Copyable {
  private let kind: ReportKind
  private var file: AtomicFile
  private var buffer: [UInt8] = []
  private var hasRows = false
  /// The workbook that the report is.
  private var workbook: WorkbookWriter?
  /// Why bytes are missing; such a report never gets its name.
  private var failure: OutputFailure?

  /// Begins the report that will be at `path`. `about` are the members of the JSON report that come before its rows.
  package static func begin(
    _ path: String, _ kind: ReportKind, about: [(String, String)], style: ReportStyle
  ) throws(OutputFailure) -> BatchReport {
    try BatchReport(kind, try AtomicFile(path), about, style)
  }

  private init(
    _ kind: ReportKind, _ file: consuming AtomicFile, _ about: [(String, String)], _ style: ReportStyle
  ) throws(OutputFailure) {
    self.kind = kind
    self.file = file
    switch kind {
    case .json:
      var writer = JSONByteWriter(.misleading)
      writer.raw("{")
      for (name, value) in about {
        writer.member(name, value)
        writer.raw(",\n")
      }
      writer.raw("\"rows\":[")
      buffer += writer.bytes
    case .csv: buffer += ReportKind.csvHeader(style)
    case .xlsx:
      let columns = ReportKind.titles(style).map { SheetDesign.Column($0.title, width: $0.width) }
      workbook = try WorkbookWriter(
        SheetDesign(name: style.messages.phrase(.report, [:]), columns: columns), streams: true)
    }
  }

  /// Adds rows behind those that are there.
  package mutating func add(_ rows: DeliveredRows) throws(OutputFailure) {
    if let failure { throw failure }
    switch kind {
    case .csv: buffer += rows.csv
    case .json:
      buffer += rows.json.dropFirst(hasRows ? 0 : 1)
      hasRows = hasRows || !rows.json.isEmpty
    case .xlsx: for row in rows.sheet { workbook?.add(row.cells, row.isFailed ? .failed : .plain) }
    }
    if buffer.count >= 64 << 10 { try flush() }
  }

  /// Ends the report and gives it its name.
  package mutating func finish(_ count: BatchCount, isComplete: Bool) throws(OutputFailure) {
    if kind == .json {
      var writer = JSONByteWriter()
      writer.raw("\n],\n")
      writer.member("state", isComplete ? "complete" : "stopped")
      writer.raw(",\n")
      count.write(to: &writer)
      writer.raw("}\n")
      buffer += writer.bytes
    }
    if let workbook { buffer = try workbook.finish() }
    try flush()
    try file.commit()
  }

  private mutating func flush() throws(OutputFailure) {
    if let failure { throw failure }
    do {
      try file.write(buffer[...])
    } catch {
      failure = error
      throw error
    }
    buffer.removeAll(keepingCapacity: true)
  }
}

internal import Bytes
package import Files

/// Takes the rows that are done, in order.
package typealias Delivery = @Sendable (DeliveredRows) throws(OutputFailure) -> Void

/// A report on a batch, written row by row and named once it is whole.
package struct BatchReport: ~Copyable {
  private let kind: ReportKind
  private var file: AtomicFile
  private var buffer: [UInt8] = []
  private var hasRows = false
  /// Why bytes are missing; such a report never gets its name.
  private var failure: OutputFailure?

  /// Begins the report that will be at `path`. `about` are the members of the JSON report that come before its rows;
  /// `hasForms` says that it is of several forms.
  package static func begin(
    _ path: String, _ kind: ReportKind, about: [(String, String)], hasForms: Bool = false
  ) throws(OutputFailure) -> BatchReport {
    BatchReport(kind, try AtomicFile(path), about, hasForms)
  }

  private init(
    _ kind: ReportKind, _ file: consuming AtomicFile, _ about: [(String, String)], _ hasForms: Bool
  ) {
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
    case .csv: buffer += Array(ReportKind.csvHeader(hasForms: hasForms).utf8)
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

internal import Diagnostics
internal import Foundation

/// A report on a batch, written row by row and named once it is whole.
package struct BatchReport: ~Copyable {
  private let path: String
  private let kind: ReportKind
  private let folder: Int32
  private var file: PendingFile
  private var buffer: [UInt8] = []
  private var hasRows = false

  /// Begins the report that will be at `path`. `about` are the members of the JSON report that come before its rows.
  package static func begin(
    _ path: String, _ kind: ReportKind, about: [(String, String)]
  ) throws(OutputFailure) -> BatchReport {
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let folder = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw OutputFailure(path: path, number: errno) }
    do {
      let file = try PendingFile(in: folder, unnamed: PendingFile.canBeUnnamed(in: folder))
      return BatchReport(path, kind, folder, file, about)
    } catch {
      close(folder)
      throw OutputFailure(path: path, number: error.number)
    }
  }

  private init(
    _ path: String, _ kind: ReportKind, _ folder: Int32, _ file: consuming PendingFile, _ about: [(String, String)]
  ) {
    self.path = path
    self.kind = kind
    self.folder = folder
    self.file = file
    switch kind {
    case .json:
      let members = about.map { "\(JSONText.quoted($0)):\(JSONText.quoted($1)),\n" }.joined()
      buffer += Array("{\(members)\"rows\":[".utf8)
    case .csv: buffer += Array(ReportKind.csvHeader.utf8)
    }
  }

  deinit { close(folder) }

  /// Adds rows behind those that are there.
  package mutating func add(_ rows: DeliveredRows) throws(OutputFailure) {
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
      let end = """
        \n],
        "state":"\(isComplete ? "complete" : "stopped")",
        "filled":\(count.filled),"unchanged":\(count.unchanged),"failed":\(count.failed),"warnings":\(count.warnings)}\n
        """
      buffer += Array(end.utf8)
    }
    try flush()
    do {
      try file.commit(as: URL(fileURLWithPath: path).lastPathComponent)
    } catch {
      throw OutputFailure(path: path, number: error.number)
    }
  }

  private mutating func flush() throws(OutputFailure) {
    do {
      try file.write(buffer[...])
    } catch {
      throw OutputFailure(path: path, number: error.number)
    }
    buffer.removeAll(keepingCapacity: true)
  }
}

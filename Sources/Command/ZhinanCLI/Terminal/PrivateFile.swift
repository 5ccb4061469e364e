internal import Diagnostics
internal import Files

/// Writes files that only their owner may read (mode 0600), whole or not at all.
enum PrivateFile {
  /// Writes to a file that gets its name once it is whole, so that a full disk or a stop leaves nothing half-written.
  /// A path of `-` is standard output, which is not to be a terminal.
  static func write(_ bytes: [UInt8], to path: String) -> Diagnostic? {
    if path == "-" { return writeToStandardOutput(bytes) }
    let kind = FileStatus.kind(of: path)
    if ![.nothing, .file, .folder].contains(kind) {
      return .error("output.unwritable/kind", at: SourcePlace(path), ["reason": .message(kind.reason)])
    }
    do throws(OutputFailure) {
      var file = try AtomicFile(path)
      try file.write(bytes[...])
      try file.commit(synchronised: true)
      return nil
    } catch {
      return error.diagnostic
    }
  }

  private static func writeToStandardOutput(_ bytes: [UInt8]) -> Diagnostic? {
    let place = SourcePlace("stdout")
    guard !StandardStream.isTerminal(StandardStream.output) else {
      return .error("output.terminal", at: place)
    }
    return StandardStream.write(bytes, to: StandardStream.output).map {
      .error("output.unwritable/stdout", at: place, ["reason": .message($0)])
    }
  }
}

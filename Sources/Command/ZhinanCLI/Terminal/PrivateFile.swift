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
      return .error(
        "output.unwritable", at: SourcePlace(path), "This is no file that can be replaced: it \(kind.reason).",
        hint: "Name a new file, or one that exists; “-” is standard output.")
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
      return .error(
        "output.terminal", at: place, "A PDF is not written to a terminal.",
        hint: "Name a file, or lead standard output into one or into another program.")
    }
    return StandardStream.write(bytes, to: StandardStream.output).map {
      .error("output.unwritable", at: place, "Standard output cannot be written: \($0).")
    }
  }
}

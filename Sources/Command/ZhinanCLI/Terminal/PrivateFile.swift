internal import Diagnostics
internal import FormBatch
internal import Foundation

/// Writes files that only their owner may read (mode 0600), whole or not at all.
enum PrivateFile {
  /// Writes to a file that gets its name once it is whole, so that a full disk or a stop leaves nothing half-written.
  static func write(_ bytes: [UInt8], to path: String) -> Diagnostic? {
    var status = stat()
    if stat(path, &status) == 0, ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) {
      return .error(
        "output.unwritable", at: SourcePlace(path), "This is no file that can be replaced.",
        hint: "Name a new file, or one that exists.")
    }
    do throws(OutputFailure) {
      var file = try WholeFile(path)
      try file.write(bytes[...])
      try file.commit(synchronised: true)
      return nil
    } catch {
      return error.diagnostic
    }
  }
}

internal import Diagnostics
internal import Foundation

/// Writes files that only their owner may read (mode 0600), whole or not at all.
enum PrivateFile {
  /// Writes to a file beside `path` and renames it, so that a full disk or a stop leaves nothing half-written.
  static func write(_ bytes: [UInt8], to path: String) -> Diagnostic? {
    var status = stat()
    if stat(path, &status) == 0, ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) {
      return .error(
        "output.unwritable", at: SourcePlace(path), "This is no file that can be replaced.",
        hint: "Name a new file, or one that exists.")
    }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let temporary = "\(folder)/.zhinan-\(ProcessInfo.processInfo.processIdentifier)-\(UInt32.random(in: 0...(.max)))"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else { return failure(path) }
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        Foundation.write(descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
      }
      if written < 0 {
        if errno == EINTR { continue }
        return abandon(temporary, descriptor, path)
      }
      offset += written
    }
    guard fsync(descriptor) == 0 || errno == EINVAL else { return abandon(temporary, descriptor, path) }
    guard close(descriptor) == 0, rename(temporary, path) == 0 else {
      let problem = failure(path)
      unlink(temporary)
      return problem
    }
    return nil
  }

  private static func abandon(_ temporary: String, _ descriptor: Int32, _ path: String) -> Diagnostic {
    let problem = failure(path)
    close(descriptor)
    unlink(temporary)
    return problem
  }

  private static func failure(_ path: String) -> Diagnostic {
    .error(
      "output.unwritable", at: SourcePlace(path), "The file cannot be written: \(String(cString: strerror(errno))).",
      hint: "Check the folder, its permissions and the free space.")
  }
}

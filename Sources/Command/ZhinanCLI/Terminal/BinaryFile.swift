internal import Diagnostics
internal import Files
internal import Foundation

/// A file that is no text.
enum BinaryFile {
  /// The file's first bytes, `limit` at most; one that cannot be read is reported.
  static func read(_ path: String, limit: Int, hint: String? = nil, diagnostics: inout [Diagnostic]) -> [UInt8]? {
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      return [UInt8](try handle.read(upToCount: limit) ?? Data())
    } catch {
      diagnostics.append(
        .error(
          "file.unreadable", at: SourcePlace(path), "The file cannot be read: \(SystemReason.text(error)).", hint: hint)
      )
      return nil
    }
  }
}

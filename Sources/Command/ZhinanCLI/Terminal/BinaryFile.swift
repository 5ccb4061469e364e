internal import Diagnostics
internal import Files

/// A file that is no text.
enum BinaryFile {
  /// The file's first bytes, `limit` at most; one that cannot be read is reported. A pipe is read too, so that what is
  /// decrypted on its way need not be on the disk.
  static func read(_ path: String, limit: Int, hint: Message? = nil, diagnostics: inout [Diagnostic]) -> [UInt8]? {
    do {
      return try InputFile.beginning(of: path, count: limit, waits: true).bytes
    } catch {
      diagnostics.append(
        .error("file.unreadable", at: SourcePlace(path), ["reason": .message(error.reason)], hint: hint))
      return nil
    }
  }
}

package import Diagnostics
package import Foundation

/// A text file that somebody wrote, read as UTF-8.
package struct SourceFile: Sendable {
  /// Path as it is shown in messages.
  package let path: String
  /// The text without a byte order mark; line ends are `\n`.
  package let text: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  /// Reads the file at `url`, named `path` in messages. Reports a file that cannot be read, is larger than
  /// `limit` bytes, is not UTF-8, or holds NUL.
  package static func read(
    _ url: URL, as path: String, limit: Int = 16 << 20, diagnostics: inout [Diagnostic]
  ) -> SourceFile? {
    let place = SourcePlace(path)
    let bytes: [UInt8]
    do {
      var status = stat()
      if stat(url.path, &status) == 0 {
        if status.st_mode & S_IFMT == S_IFDIR {
          diagnostics.append(.error("file.unreadable", at: place, "This is a folder, not a file."))
          return nil
        }
        if Int(status.st_size) > limit {
          diagnostics.append(
            .error("file.too-large", at: place, "The file has \(status.st_size) bytes; at most \(limit) are read."))
          return nil
        }
      }
      bytes = [UInt8](try Data(contentsOf: url))
    } catch {
      diagnostics.append(
        .error(
          "file.unreadable", at: place, "The file cannot be read: \(Self.reason(error)).",
          hint: "Check the path and the permissions."))
      return nil
    }
    return decode(bytes, as: path, diagnostics: &diagnostics)
  }

  /// Decodes bytes as UTF-8, with the place of the first byte that is not.
  package static func decode(
    _ bytes: [UInt8], as path: String, diagnostics: inout [Diagnostic]
  ) -> SourceFile? {
    var content = bytes[...]
    if content.starts(with: [0xEF, 0xBB, 0xBF]) { content = content.dropFirst(3) }
    guard let text = String(validating: content, as: UTF8.self) else {
      let good = String(decoding: content, as: UTF8.self)
      let before = good.unicodeScalars.prefix { $0 != "\u{FFFD}" }
      let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
      diagnostics.append(
        .error(
          "file.encoding",
          at: SourcePlace(path, line: max(lines.count, 1), column: (lines.last?.count ?? 0) + 1),
          "The file is not UTF-8.",
          hint: "Save it as UTF-8 (in many editors: Save with encoding); GB 18030 is not read here."))
      return nil
    }
    if text.utf8.contains(0) {
      let before = text.unicodeScalars.prefix { $0 != "\0" }
      let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
      diagnostics.append(
        .error(
          "file.encoding",
          at: SourcePlace(path, line: max(lines.count, 1), column: (lines.last?.count ?? 0) + 1),
          "The file holds a NUL character.", hint: "It is not a text file, or it is UTF-16: save it as UTF-8."))
      return nil
    }
    // Most files hold no \r; searching text for a pair of characters costs more than reading it.
    let hasReturns = text.utf8.contains(UInt8(ascii: "\r"))
    return SourceFile(path: path, text: hasReturns ? text.replacing("\r\n", with: "\n") : text)
  }

  /// The machine's reason in one phrase.
  package static func reason(_ error: any Error) -> String {
    let cocoa = error as NSError
    if let posix = cocoa.userInfo[NSUnderlyingErrorKey] as? NSError, posix.domain == NSPOSIXErrorDomain {
      return String(cString: strerror(Int32(posix.code)))
    }
    switch CocoaError.Code(rawValue: cocoa.code) {
    case .fileReadNoSuchFile, .fileNoSuchFile: return "no such file"
    case .fileReadNoPermission, .fileWriteNoPermission: return "permission denied"
    case .fileWriteOutOfSpace: return "no space left"
    default: return cocoa.localizedDescription
    }
  }
}

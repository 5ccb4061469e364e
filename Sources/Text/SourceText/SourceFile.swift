package import Diagnostics
internal import Files
package import Foundation

/// A text file that somebody wrote, read as UTF-8.
package struct SourceFile: Sendable {
  /// Path as it is shown in messages.
  package let path: String
  /// The text without a byte order mark; line ends are `\n`.
  package let text: String

  /// A text that is at hand: taken as it is, so it should have no byte order mark and `\n` as line ends.
  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  /// Reads the file at `url`, named `path` in messages. Reports a file that cannot be read, is larger than
  /// `limit` bytes, is not UTF-8, or holds NUL; and one that links lead out of `root`, where one is given.
  package static func read(
    _ url: URL, as path: String, within root: URL? = nil, limit: Int = 16 << 20, diagnostics: inout [Diagnostic]
  ) -> SourceFile? {
    bytes(url, as: path, within: root, limit: limit, diagnostics: &diagnostics)
      .flatMap { decode($0, as: path, diagnostics: &diagnostics) }
  }

  /// The bytes of the file at `url`, named `path` in messages; a file that is not read is reported.
  package static func bytes(
    _ url: URL, as path: String, within root: URL? = nil, limit: Int = .max, diagnostics: inout [Diagnostic]
  ) -> [UInt8]? {
    let place = SourcePlace(path)
    do {
      return try InputFile.read(url.path, within: root?.path, limit: limit)
    } catch {
      diagnostics.append(problem(error, "file.unreadable", at: place, limit: limit))
      return nil
    }
  }

  /// Names of what stands in the folder at `url`, sorted; a folder that cannot be read is reported and counts as empty.
  package static func names(
    in url: URL, as path: String, within root: URL? = nil, diagnostics: inout [Diagnostic]
  ) -> [String] {
    do {
      return try InputFile.names(in: url.path, within: root?.path).sorted()
    } catch {
      diagnostics.append(problem(error, "file.unreadable/folder", at: SourcePlace(path), limit: 0))
      return []
    }
  }

  private static func problem(
    _ failure: InputFailure, _ key: String, at place: SourcePlace, limit: Int
  ) -> Diagnostic {
    switch failure.cause {
    case .refused(let reason):
      .error(key, at: place, ["reason": .message(reason)])
    case .tooLarge(let size):
      .error("file.too-large", at: place, ["size": .number(size), "limit": .number(limit)])
    case .outside(let target):
      .error("file.outside", at: place, ["target": .text(target)])
    }
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
        .error("file.encoding", at: SourcePlace(path, line: max(lines.count, 1), column: (lines.last?.count ?? 0) + 1)))
      return nil
    }
    if text.utf8.contains(0) {
      let before = text.unicodeScalars.prefix { $0 != "\0" }
      let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
      diagnostics.append(
        .error(
          "file.encoding/nul", at: SourcePlace(path, line: max(lines.count, 1), column: (lines.last?.count ?? 0) + 1)))
      return nil
    }
    // Most files hold no \r; searching text for a pair of characters costs more than reading it.
    let hasReturns = text.utf8.contains(UInt8(ascii: "\r"))
    return SourceFile(path: path, text: hasReturns ? text.replacing("\r\n", with: "\n") : text)
  }
}

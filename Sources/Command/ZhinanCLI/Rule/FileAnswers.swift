internal import Diagnostics
internal import Files
internal import RuleLines
internal import ZhinanValidation

/// What the rule `upload_file` says of files, given by their paths.
final class FileAnswers {
  /// Most bytes that are read of a file; a larger one than any platform takes is told by its size.
  private static let most = 1 << 25

  private let line: RuleLine
  /// Files that could not be read, in the order of their paths.
  private(set) var problems: [Diagnostic] = []

  /// Answers by a guide's limits.
  init(line: RuleLine) { self.line = line }

  /// Adds the answer to a path, or to `["a.jpg",300000,"FFD8FF…"]`: whether the file is right; `nil` and no answer when
  /// it cannot be read.
  func answer(_ value: ValueLines.Line, into answers: inout RuleAnswers) -> Bool? {
    guard case .value(let path) = value else { return line.judgeTooLong(into: &answers) }
    if path.first == UInt8(ascii: "["), path.last == UInt8(ascii: "]"), path.contains(UInt8(ascii: ",")) {
      return line.judge(json: path, into: &answers)
    }
    let name = String(decoding: path, as: UTF8.self)
    // The system would take a name's part before a NUL; a line that is not UTF-8 was repaired to another name.
    if path.contains(0) || name.unicodeScalars.contains("\u{FFFD}") {
      return refuse(name, Message("reason.file-name"))
    }
    do {
      let limit = line.facts.uploadLimits.map { Int(clamping: $0.largest) } ?? 0
      let file = try InputFile.beginning(of: name, count: min(Self.most, max(limit, 1 << 16)))
      return file.bytes.withUnsafeBufferPointer {
        line.judge(file: path, size: Int64(file.size), head: $0, into: &answers)
      }
    } catch {
      return refuse(name, error.reason)
    }
  }

  private func refuse(_ name: String, _ reason: Message) -> Bool? {
    problems.append(
      .error("file.unreadable", at: SourcePlace(name.isEmpty ? "stdin" : name), ["reason": .message(reason)]))
    return nil
  }
}

package import Diagnostics
internal import Foundation

/// A file could not be written.
package struct OutputFailure: Error, Sendable, Equatable {
  /// The file, as messages show it.
  package var path: String
  /// An `errno`; 0 where the system was not asked.
  package var number: Int32
  /// Why, in plain words without a full stop.
  package var reason: Message

  /// A failure that the system told of by an `errno`.
  package init(path: String, number: Int32) {
    self.path = path
    self.number = number
    reason = SystemReason.message(number)
  }

  /// A failure of an open file.
  init(path: String, _ refusal: OpenFile.Refusal) { self.init(path: path, number: refusal.number) }

  /// A failure in words; `number` is the system's, where it was asked.
  package init(path: String, reason: Message, number: Int32 = 0) {
    self.path = path
    self.number = number
    self.reason = reason
  }

  /// The same failure of the file at another path.
  package func at(_ path: String) -> Self {
    var copy = self
    copy.path = path
    return copy
  }

  /// Whether there is no room on the disk.
  package var isLackOfSpace: Bool { number == ENOSPC || number == EDQUOT }

  /// The failure as a problem of its file.
  package var diagnostic: Diagnostic {
    .error("output.unwritable", at: SourcePlace(path), ["reason": .message(reason)])
  }
}

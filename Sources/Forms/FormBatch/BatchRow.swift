package import Bytes
package import Diagnostics

/// What is wrong with one row, and the key of the field that it is about.
package struct RowProblem: Sendable {
  /// What reports and console tell; personal values are masked.
  package var diagnostic: Diagnostic
  /// Such as `seals[0].name`, or a repeated group's key; `nil` when it is about the row as a whole.
  package var field: String?

  init(_ diagnostic: Diagnostic, field: String? = nil) {
    self.diagnostic = diagnostic
    self.field = field
  }
}

/// What became of one row.
package struct BatchRow: Sendable {
  /// How a row ended; the raw value is the word of the reports.
  package enum State: String, Sendable {
    /// Its PDF was written in this run.
    case filled
    /// The same record was filled before and its PDF is there.
    case unchanged
    /// Something in it is an error; there is no PDF of it.
    case failed
    /// It does not answer this form, while it answers another one of the batch.
    case notAsked = "not-asked"
  }

  /// A whole PDF in the output folder.
  package struct File: Sendable, Equatable {
    /// Without the folder: `0000012-3f9ac41b07de.pdf`.
    package var name: String
    /// SHA-256 of its bytes.
    package var digest: [UInt8]
  }

  /// From 1, the header not counted.
  package var row: Int
  /// Line on which the row begins.
  package var line: Int
  /// The form that is told of, by its index in the batch.
  package var task = 0
  /// Its name; `nil` in a batch of one form.
  package var form: String?
  /// Of the checked record; `nil` for a row that failed.
  var recordHash: UInt64?
  /// Answers that reports show, as they may be shown.
  package var shown: [String] = []
  /// Failed as soon as one of the problems is an error.
  package var state: State
  /// `nil` for a failed row, which has no PDF.
  package var file: File?
  /// In the order in which they were found; warnings alone let a row pass.
  package var problems: [RowProblem]

  init(row: Int, line: Int) {
    self.row = row
    self.line = line
    state = .failed
    problems = []
  }
}

/// How many rows ended how.
package struct BatchCount: Sendable, Equatable {
  /// Rows whose PDF was written in this run.
  package var filled = 0
  /// Rows whose PDF was there from an earlier run.
  package var unchanged = 0
  /// Rows with an error, which have no PDF.
  package var failed = 0
  /// Rows that do not answer a form of the batch.
  package var notAsked = 0
  /// Warnings of all rows.
  package var warnings = 0
  /// All rows that came to an end.
  package var rows: Int { filled + unchanged + failed + notAsked }

  /// No rows yet.
  package init() {}

  mutating func add(_ row: BatchRow) {
    switch row.state {
    case .filled: filled += 1
    case .unchanged: unchanged += 1
    case .failed: failed += 1
    case .notAsked: notAsked += 1
    }
    warnings += row.problems.count { $0.diagnostic.severity == .warning }
  }

  static func + (left: Self, right: Self) -> Self {
    var sum = left
    sum.filled += right.filled
    sum.unchanged += right.unchanged
    sum.failed += right.failed
    sum.notAsked += right.notAsked
    sum.warnings += right.warnings
    return sum
  }

  /// Writes the counts as members of an object.
  package func write(to writer: inout JSONByteWriter) {
    writer.member("filled", filled)
    writer.member("unchanged", unchanged)
    writer.member("failed", failed)
    if notAsked > 0 { writer.member("notAsked", notAsked) }
    writer.member("warnings", warnings)
  }
}

/// The part of all rows that one process takes: `2/4` takes rows 2, 6, 10, ….
package struct Shard: Sendable, Equatable {
  /// From 1.
  package let number: Int
  /// How many processes share the rows, from 1.
  package let count: Int

  /// `1/1`: all rows.
  package static let whole = Shard(number: 1, count: 1)

  private init(number: Int, count: Int) {
    self.number = number
    self.count = count
  }

  /// Reads `I/N`; `nil` when it is not that, or I is not between 1 and N.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]), number >= 1, number <= count else {
      return nil
    }
    self.init(number: number, count: count)
  }

  func includes(_ row: Int) -> Bool { (row - 1) % count == number - 1 }
}

extension Shard: CustomStringConvertible {
  /// `2/4`, as it is given on the command line.
  package var description: String { "\(number)/\(count)" }
}

package import Bytes
package import Diagnostics

/// What is wrong with one row, and the key of the field that it is about.
package struct RowProblem: Sendable {
  package var diagnostic: Diagnostic
  package var field: String?

  init(_ diagnostic: Diagnostic, field: String? = nil) {
    self.diagnostic = diagnostic
    self.field = field
  }
}

/// What became of one row.
package struct BatchRow: Sendable {
  package enum State: String, Sendable {
    case filled
    /// The same record was filled before and its PDF is there.
    case unchanged
    case failed
  }

  /// A whole PDF in the output folder.
  package struct File: Sendable, Equatable {
    package var name: String
    /// SHA-256 of its bytes.
    package var digest: [UInt8]
  }

  /// From 1, the header not counted.
  package var row: Int
  /// Line on which the row begins.
  package var line: Int
  package var state: State
  package var file: File?
  package var problems: [RowProblem]
}

/// How many rows ended how.
package struct BatchCount: Sendable, Equatable {
  package var filled = 0
  package var unchanged = 0
  package var failed = 0
  /// Warnings of all rows.
  package var warnings = 0
  package var rows: Int { filled + unchanged + failed }

  package init() {}

  mutating func add(_ row: BatchRow) {
    switch row.state {
    case .filled: filled += 1
    case .unchanged: unchanged += 1
    case .failed: failed += 1
    }
    warnings += row.problems.count { $0.diagnostic.severity == .warning }
  }

  static func + (left: Self, right: Self) -> Self {
    var sum = left
    sum.filled += right.filled
    sum.unchanged += right.unchanged
    sum.failed += right.failed
    sum.warnings += right.warnings
    return sum
  }

  /// Writes the counts as members of an object.
  package func write(to writer: inout JSONByteWriter) {
    writer.member("filled", filled)
    writer.member("unchanged", unchanged)
    writer.member("failed", failed)
    writer.member("warnings", warnings)
  }
}

/// The part of all rows that one process takes: `2/4` takes rows 2, 6, 10, ….
package struct Shard: Sendable, Equatable {
  /// From 1.
  package let number: Int
  package let count: Int

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

  func takes(_ row: Int) -> Bool { (row - 1) % count == number - 1 }
}

extension Shard: CustomStringConvertible {
  package var description: String { "\(number)/\(count)" }
}

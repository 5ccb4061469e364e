internal import Bytes
internal import Diagnostics
internal import Files
internal import RuleLines

/// Gives an answer to each value, a line each, in the values' order.
struct ValueAnswers {
  /// Writes the answer to a value without the line's end: whether the value is right. `nil` where there is no answer.
  typealias Answer = (ValueLines.Line, inout RuleAnswers) throws -> Bool?

  /// Bytes of answers that are written in one piece.
  private static let most = 1 << 18

  private let console: Console
  private let answer: Answer
  private var answers = RuleAnswers()
  /// Whether every value was right so far.
  private(set) var areAllFine = true

  /// Answers are written where the console's results go.
  init(console: Console, _ answer: @escaping Answer) {
    self.console = console
    self.answer = answer
  }

  /// Answers the values, or each line of standard input when there is none; an input that cannot be read is told and
  /// ends the command.
  mutating func answer(_ values: [String]) throws {
    guard values.isEmpty else {
      for value in values { try Array(value.utf8).withUnsafeBufferPointer { try add(.value($0)) } }
      return try flush()
    }
    do {
      var lines = try ValueLines()
      try lines.forEach { line in
        if let line { try add(line) } else { try flush() }
      }
    } catch let failure as InputFailure {
      try console.reportAndStop(onErrorsIn: [.unreadableInput(failure)])
    }
  }

  private mutating func add(_ value: ValueLines.Line) throws {
    guard let isRight = try answer(value, &answers) else { return }
    if !isRight { areAllFine = false }
    answers.writer.raw("\n")
    if answers.writer.bytes.count >= Self.most { try flush() }
  }

  /// Writes the answers that are there.
  private mutating func flush() throws {
    guard !answers.writer.bytes.isEmpty else { return }
    try console.write(lines: answers.writer.bytes)
    answers.writer.removeAll()
  }
}

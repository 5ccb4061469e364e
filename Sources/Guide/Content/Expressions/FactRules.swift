package import ZhinanValidation

/// What the rules of a version say that expressions may call; the room that knows rules answers.
package protocol FactRules: Sendable {
  /// What the price list makes of a request: numbers by the names of what is asked for, in ten-thousandths.
  func fee(_ request: [(name: String, number: Int64)]) -> FeeAnswer

  /// The minutes that the office works on each day of a usual week, Monday first; `nil` where there are no hours.
  var workingMinutes: [Int64]? { get }

  /// When the office works from a moment on: then, or when it opens next.
  func nextOpening(from time: LocalTime) -> OpeningAnswer

  /// The data files with what rules work out put beside what is written there.
  func completed(_ data: [String: DataFile]) -> [String: DataFile]
}

/// Reads the rules of a version's data files.
package typealias FactRuleReader = @Sendable ([String: DataFile]) -> any FactRules

/// What a price list answers.
package enum FeeAnswer: Sendable {
  /// Both reckonings, in hundred-millionths.
  case sums(estimate: Int64, upper: Int64)
  /// The codes of what is wrong with the request.
  case refused(String)
  /// A name that nothing is asked for by, and those that there are.
  case unknown(String, known: [String])
  /// There is no price list, or what is wrong with it was reported.
  case none
}

/// What hours answer.
package enum OpeningAnswer: Sendable {
  case at(LocalTime)
  /// The codes of what keeps it from being known.
  case refused(String)
  /// There are no hours, or what is wrong with them was reported.
  case none
}

/// What the rules of a version say that expressions may call; the room that knows rules answers.
package protocol FactRules: Sendable {
  /// What the price list makes of a request: numbers by the names of what is asked for, in ten-thousandths.
  func fee(_ request: [(name: String, number: Int64)]) -> FeeAnswer

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

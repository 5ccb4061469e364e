internal import Bytes
internal import Diagnostics
internal import SourceText

/// Works expressions out, exactly.
struct FactEvaluation {
  /// Gives the value at a path.
  let value: (String) throws(FactProblem) -> FactValue
  /// `nil` where rules cannot be asked.
  let rules: (any FactRules)?
  /// Whether they can be asked later.
  let isEarly: Bool
  /// BCP 47 tag of the guide's language.
  let language: String

  /// What the expression comes to.
  func evaluate(_ expression: FactExpression) throws(FactProblem) -> FactValue {
    switch expression {
    case .number(let text):
      guard let number = Fraction(text) else {
        throw FactProblem(key: "data.expression/number", arguments: ["text": .text(text)])
      }
      return .number(number)
    case .text(let text): return .text(text)
    case .path(let path): return try value(path)
    case .negative(let inner): return .number(try Self.fitting(try evaluate(inner).number().negative))
    case .operation(let sign, let first, let second):
      return .number(try apply(sign, try evaluate(first).number(), try evaluate(second).number()))
    case .call(let name, let arguments, let member): return try call(name, arguments, member)
    }
  }

  static func fitting(_ number: Fraction?) throws(FactProblem) -> Fraction {
    guard let number else { throw FactProblem(key: "data.expression/large") }
    return number
  }

  private func apply(
    _ sign: FactOperator, _ first: Fraction, _ second: Fraction
  ) throws(FactProblem) -> Fraction {
    let result: Fraction? =
      switch sign {
      case .plus: first.adding(second)
      case .minus: second.negative.flatMap { first.adding($0) }
      case .times: first.times(second)
      case .over: second.inverse.flatMap { first.times($0) }
      }
    return try Self.fitting(result)
  }

  private func call(
    _ name: String, _ arguments: [FactExpression.Argument], _ member: String?
  ) throws(FactProblem) -> FactValue {
    if name == "fee" { return try fee(arguments, member) }
    if name == "review_hours" { return try hours(arguments, member) }
    guard let function = FactFunction(rawValue: name) else {
      let known = FactFunction.allCases.map(\.rawValue) + ["fee", "review_hours"]
      throw FactProblem(
        key: "data.expression/function", arguments: ["name": .text(name)],
        hint: .near(NearWord.nearest(to: name, in: known))
          ?? Message("hint.there-are", ["names": .list(known.sorted())]))
    }
    var values: [FactValue] = []
    for argument in arguments { values.append(try evaluate(argument.value)) }
    guard member == nil, arguments.allSatisfy({ $0.name == nil }),
      let result = try function.result(of: values, language: language)
    else {
      throw FactProblem(
        key: "data.expression/arguments", arguments: ["name": .text(name), "usage": .text(function.usage)])
    }
    return result
  }

  /// What the price list makes of a request: `fee(new: 3, years: 2).estimate`.
  private func fee(
    _ arguments: [FactExpression.Argument], _ member: String?
  ) throws(FactProblem) -> FactValue {
    guard let rules else { throw isEarly ? FactProblem(key: Self.later) : Self.noPrices }
    var request: [(name: String, number: Int64)] = []
    for argument in arguments {
      let number = try evaluate(argument.value).number()
      guard let name = argument.name, let scaled = number.times(Fraction(10_000)), scaled.denominator == 1 else {
        throw Self.feeUsage
      }
      request.append((name, scaled.numerator))
    }
    guard member == nil || member == "estimate" || member == "upper" else { throw Self.feeUsage }
    switch rules.fee(request) {
    case .sums(let estimate, let upper):
      return .number(try Self.fitting(Fraction(member == "upper" ? upper : estimate, over: 100_000_000)))
    case .refused(let codes):
      throw FactProblem(key: "data.expression/refused", arguments: ["name": .text("fee"), "code": .text(codes)])
    case .unknown(let name, let known):
      throw FactProblem(
        key: "data.expression/request", arguments: ["name": .text(name)],
        hint: .near(NearWord.nearest(to: name, in: known)) ?? Message("hint.there-are", ["names": .list(known)]))
    case .none: throw Self.noPrices
    }
  }

  /// The key of what is no problem: rules cannot be asked before the facts that they read are filled in.
  static let later = "data.later"

  private static let noPrices = FactProblem(key: "data.expression/rule", arguments: ["name": .text("fee")])
  private static let feeUsage = FactProblem(
    key: "data.expression/arguments",
    arguments: ["name": .text("fee"), "usage": .text("fee(new: 3, years: 2).estimate")])
}

internal import Diagnostics
internal import ZhinanValidation

extension FactEvaluation {
  /// What hours come to: `review_hours().hours` and `.days` of a usual week, `review_hours(day: 6).hours` of one of its
  /// days, `review_hours(from: '2026-10-01').day` and `.time` of when the office works next.
  func hours(_ arguments: [FactExpression.Argument], _ member: String?) throws(FactProblem) -> FactValue {
    guard let rules else { throw isEarly ? FactProblem(key: Self.later) : Self.noHours }
    guard arguments.count < 2 else { throw Self.hoursUsage }
    guard let argument = arguments.first else { return try week(rules, member) }
    switch (argument.name, member) {
    case ("day", "hours"):
      let day = try evaluate(argument.value).number()
      guard day.denominator == 1, (1...7).contains(day.numerator) else { throw Self.hoursUsage }
      guard let minutes = rules.workingMinutes else { throw Self.noHours }
      return .number(try Self.fitting(Fraction(minutes[Int(day.numerator) - 1], over: 60)))
    case ("from", "day"), ("from", "time"):
      let time = try opening(from: try evaluate(argument.value).shown(), rules)
      if member == "day" { return .text(time.date.text) }
      let minute = time.second / 60 % 60
      return .text("\(time.second / 3600):\(minute < 10 ? "0" : "")\(minute)")
    default: throw Self.hoursUsage
    }
  }

  private func week(_ rules: any FactRules, _ member: String?) throws(FactProblem) -> FactValue {
    guard let minutes = rules.workingMinutes else { throw Self.noHours }
    switch member {
    case "hours": return .number(try Self.fitting(Fraction(minutes.reduce(0, +), over: 60)))
    case "days":
      let days = minutes.indices.filter { minutes[$0] > 0 }.map { $0 + 1 }
      return .text(WeekWords(language).text(Set(days)) ?? "")
    default: throw Self.hoursUsage
    }
  }

  private func opening(from text: String, _ rules: any FactRules) throws(FactProblem) -> LocalTime {
    let whole = Array((text.utf8.count == 10 ? text + "T00:00" : text).utf8)
    let moment = whole.withUnsafeBufferPointer { LocalTime.check($0).value }
    guard let moment else { throw Self.hoursUsage }
    switch rules.nextOpening(from: moment) {
    case .at(let time): return time
    case .refused(let codes):
      throw FactProblem(
        key: "data.expression/refused", arguments: ["name": .text("review_hours"), "code": .text(codes)])
    case .none: throw Self.noHours
    }
  }

  private static let noHours = FactProblem(key: "data.expression/hours", arguments: ["name": .text("review_hours")])
  private static let hoursUsage = FactProblem(
    key: "data.expression/arguments",
    arguments: [
      "name": .text("review_hours"),
      "usage": .text(
        "review_hours().hours, review_hours().days, review_hours(day: 6).hours, review_hours(from: '2026-10-01').day"),
    ])
}

internal import Bytes
package import FormModel
internal import ZhinanValidation

// Values that are worked out, in words.
extension FormWords {
  /// What a number of the field may be, a note each.
  package func limits(of field: CompiledField) -> [String] {
    let isWhole = field.kind == .integer || field.digits == 0
    let (both, least, most) = isWhole ? (between, atLeast, atMost) : (from, downTo, upTo)
    func number(_ value: Int64) -> String {
      String(decoding: ExpressionText.number(value, digits: field.digits), as: UTF8.self)
    }
    let limits = ["minimum": number(field.minimum), "maximum": number(field.maximum)]
    var notes: [String] = []
    switch (field.minimum == .min, field.maximum == .max) {
    case (false, false): notes.append(Self.fill(both, limits))
    case (false, true): notes.append(Self.fill(least, limits))
    case (true, false): notes.append(Self.fill(most, limits))
    case (true, true): break
    }
    if !isWhole { notes.append(Self.fill(decimals, ["digits": "\(field.digits)"])) }
    return notes
  }

  /// An expression over the form's questions, such as `the number of “Members” times 2.9`.
  package func words(for expression: FieldExpression, in form: CompiledForm) -> String {
    var stack: [Phrase] = []
    var summed: [Int] = []
    for (place, step) in expression.steps.enumerated() {
      let index = Int(truncatingIfNeeded: step.value)
      switch step.action {
      case .number: stack.append(Phrase(text: Self.text(step.value, .number), number: step.value))
      case .date: stack.append(Phrase(text: Self.text(step.value, .date)))
      case .month: stack.append(Phrase(text: Self.text(step.value, .month)))
      case .time: stack.append(Phrase(text: Self.text(step.value, .time)))
      case .answer: stack.append(Phrase(text: Self.fill(value, ["question": label(of: form.fields[index])])))
      case .addAnswer:
        summed.append(index)
        if expression.steps.dropFirst(place + 1).first?.action == .addAnswer { continue }
        _ = stack.popLast()
        stack.append(Phrase(text: Self.fill(sum, ["questions": questions(summed, in: form)])))
        summed = []
      case .count: stack.append(Phrase(text: Self.fill(count, ["list": title(of: index, in: form)])))
      case .today: stack.append(Phrase(text: today))
      default:
        guard let right = stack.popLast(), let left = stack.popLast() else { return "" }
        stack.append(words(step.action, left, right))
      }
    }
    return stack.last?.text ?? ""
  }

  /// A part of an expression in words.
  private struct Phrase {
    var text: String
    /// The number that it is, in ten-thousandths.
    var number: Int64?
    /// Whether it is a sum or a difference, which stands in brackets in a product.
    var isSum = false
  }

  private func words(_ action: FieldExpression.Action, _ left: Phrase, _ right: Phrase) -> Phrase {
    func bracketed(_ phrase: Phrase) -> String {
      phrase.isSum ? Self.fill(bracket, ["value": phrase.text]) : phrase.text
    }
    let isBefore = right.number ?? 0 < 0
    let shifted = right.number.map { Self.text($0 < 0 ? -$0 : $0, .number) } ?? bracketed(right)
    let isProduct = action == .multiply
    let text =
      switch action {
      case .add: plus
      case .subtract: minus
      case .multiply: times
      case .age: age
      case .days: days
      case .shiftDays: isBefore ? daysEarlier : daysLater
      case .shiftMonths: isBefore ? monthsEarlier : monthsLater
      default: isBefore ? minutesEarlier : minutesLater
      }
    return Phrase(
      text: Self.fill(
        text,
        [
          "left": isProduct ? bracketed(left) : left.text,
          "right": isProduct || action == .subtract ? bracketed(right) : right.text, "number": shifted,
        ]), isSum: action == .add || action == .subtract)
  }

  /// The questions of a sum; those of a list are one question.
  private func questions(_ fields: [Int], in form: CompiledForm) -> String {
    var texts: [String] = []
    for index in fields {
      let field = form.fields[index]
      let text =
        field.item.map {
          Self.fill(column, ["question": label(of: field), "list": title(of: Int($0.group), in: form)])
        } ?? Self.fill(value, ["question": label(of: field)])
      if !texts.contains(text) { texts.append(text) }
    }
    return texts.joined(separator: optionSeparator)
  }

  /// What is said at a question that is one of several of which one is answered at least, a sentence each time.
  package func alternatives(to field: Int, in form: CompiledForm) -> [String] {
    form.checks.compactMap { check in
      guard case .oneOf(let fields) = check.kind, !check.warns, fields.contains(UInt16(field)) else { return nil }
      let places = ["questions": questions(fields.map { Int($0) }, in: form)]
      guard let condition = check.condition else { return Self.fill(oneOf, places) }
      return Self.fill(oneOfWhen, places.merging(["condition": words(for: condition, in: form)]) { first, _ in first })
    }
  }

  private func title(of group: Int, in form: CompiledForm) -> String {
    String(decoding: form.groups[group].title, as: UTF8.self)
  }

  /// How two values compare.
  func words(for comparison: FieldComparison, isNumber: Bool) -> String {
    switch comparison {
    case .equal: equal
    case .notEqual: notEqual
    case .less: isNumber ? less : earlier
    case .greater: isNumber ? greater : later
    case .atMost: isNumber ? noMore : noLater
    case .atLeast: isNumber ? noLess : noEarlier
    }
  }

  private static func text(_ value: Int64, _ quantity: FieldExpression.Quantity) -> String {
    var text: [UInt8] = []
    switch quantity {
    case .number:
      // A price keeps its two digits.
      DecimalNumber.append(value, decimals: value % DecimalNumber.unit == 0 ? 0 : 2, to: &text)
    case .date: CalendarDate(daysSince1970: Int32(clamping: value))?.appendISO(to: &text)
    case .month: YearMonth(number: Int32(clamping: value))?.appendISO(to: &text)
    case .time: TimeOfDay.append(Int32(clamping: value), to: &text)
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension FieldComparison {
  /// What holds where it does not.
  var opposite: FieldComparison {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .atLeast
    case .atMost: .greater
    case .greater: .atMost
    case .atLeast: .less
    }
  }
}

extension FieldExpression {
  /// What it works out, as its steps say.
  func quantity(in form: CompiledForm) -> Quantity {
    var stack: [Quantity] = []
    for step in steps {
      switch step.action {
      case .number, .count: stack.append(.number)
      case .date, .today: stack.append(.date)
      case .month: stack.append(.month)
      case .time: stack.append(.time)
      case .answer: stack.append(Self.quantity(of: form.fields[Int(step.value)].kind))
      case .addAnswer: break
      case .add, .subtract, .multiply, .age, .days:
        stack.removeLast(min(2, stack.count))
        stack.append(.number)
      case .shiftDays, .shiftMonths, .shift: stack.removeLast(min(1, stack.count))
      }
    }
    return stack.last ?? .number
  }

  private static func quantity(of kind: FieldKind) -> Quantity {
    switch kind {
    case .date, .text: .date
    case .yearMonth: .month
    case .time: .time
    case .integer, .decimal, .choice, .choices: .number
    }
  }
}

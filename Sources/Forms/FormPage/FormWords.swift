internal import Foundation
package import FormModel

/// The words with which a page says when a question is asked and what stands for no answer; from `templates/labels.yml`.
///
/// Names in braces are places that are filled in. The words that stand here are English.
package struct FormWords: Sendable, Equatable {
  /// A question that is not always asked.
  package var when = "Only if {condition}"
  /// A question that must not always be answered.
  package var required = "Required if {condition}"
  /// An option among others.
  package var option = "“{option}”"
  /// Between options, and before the last of several.
  package var (optionSeparator, optionLast) = (", ", " or ")
  /// One of the options is the answer; none of them is.
  package var (chosen, notChosen) = ("“{question}” is {options}", "“{question}” is not {options}")
  /// One of the options is among the answers; none of them is.
  package var (among, notAmong) = ("“{question}” includes {options}", "“{question}” does not include {options}")
  /// There is an answer; there is none.
  package var (present, absent) = ("“{question}” is answered", "“{question}” is not answered")
  /// Between conditions that must all hold, and between those of which one is enough.
  package var (and, or) = (" and ", " or ")
  /// What a whole number may be.
  package var (between, atLeast, atMost) = ("{minimum} to {maximum}", "{minimum} at least", "{maximum} at most")
  /// What a number with decimals may be, and how many it has at most.
  package var (from, downTo, upTo) = ("{minimum} to {maximum}", "{minimum} at least", "{maximum} at most")
  /// How many decimals a number has at most.
  package var decimals = "at most {digits} decimals"
  /// What a date, a month or a time may be.
  package var (notBefore, notAfter) = ("not before {value}", "not after {value}")
  /// An answer that is worked out.
  package var computed = "worked out: {value}"
  /// How two values compare: numbers, and dates, months and times.
  package var (equal, notEqual) = ("{left} is {right}", "{left} is not {right}")
  /// Which of two numbers is the greater one.
  package var (less, greater) = ("{left} is less than {right}", "{left} is more than {right}")
  /// The same, where they may be equal.
  package var (noMore, noLess) = ("{left} is at most {right}", "{left} is at least {right}")
  /// Which of two dates, months or times is the later one.
  package var (earlier, later) = ("{left} is before {right}", "{left} is after {right}")
  /// The same, where they may be equal.
  package var (noLater, noEarlier) = ("{left} is not after {right}", "{left} is not before {right}")
  /// A question as part of a value; how many parts a list has; a sum of answers, of one question or of a list's.
  package var (value, count, sum) = ("“{question}”", "the number of “{list}”", "the sum of {questions}")
  /// A question of a list.
  package var column = "“{question}” in “{list}”"
  /// Values that are worked out.
  package var (today, plus, minus) = ("today", "{left} plus {right}", "{left} minus {right}")
  /// A sum in a product.
  package var bracket = "({value})"
  /// A product; years from a birthday to a day; days from one to another.
  package var (times, age, days) = ("{left} times {right}", "the age on {right}", "the days from {left} to {right}")
  /// A date so many days away.
  package var (daysLater, daysEarlier) = ("{number} days after {left}", "{number} days before {left}")
  /// A date or a month so many months away.
  package var (monthsLater, monthsEarlier) = ("{number} months after {left}", "{number} months before {left}")
  /// A time so many minutes away.
  package var (minutesLater, minutesEarlier) = ("{number} minutes after {left}", "{number} minutes before {left}")
  /// Questions of which one is answered at least, always and under a condition.
  package var (oneOf, oneOfWhen) = ("one of {questions} at least", "where {condition}: one of {questions} at least")
  /// A fixed answer for one that is not given; another question's answer.
  package var (fallback, copy) = ("{value} if left empty", "As “{question}” if left empty")

  /// English words.
  package init() {}

  /// Every word by its name in `labels.yml`, with the places that it must have.
  package static var entries: [(name: String, places: [String], path: any WritableKeyPath<Self, String> & Sendable)] {
    [
      ("when", ["condition"], \.when), ("required", ["condition"], \.required), ("option", ["option"], \.option),
      ("optionSeparator", [], \.optionSeparator), ("optionLast", [], \.optionLast),
      ("chosen", ["question", "options"], \.chosen), ("notChosen", ["question", "options"], \.notChosen),
      ("among", ["question", "options"], \.among), ("notAmong", ["question", "options"], \.notAmong),
      ("present", ["question"], \.present), ("absent", ["question"], \.absent), ("and", [], \.and), ("or", [], \.or),
      ("between", ["minimum", "maximum"], \.between), ("atLeast", ["minimum"], \.atLeast),
      ("atMost", ["maximum"], \.atMost), ("default", ["value"], \.fallback), ("copy", ["question"], \.copy),
      ("oneOf", ["questions"], \.oneOf), ("oneOfWhen", ["condition", "questions"], \.oneOfWhen),
    ] + valueEntries
  }

  private static var valueEntries:
    [(name: String, places: [String], path: any WritableKeyPath<Self, String> & Sendable)]
  {
    let both = ["left", "right"]
    return [
      ("from", ["minimum", "maximum"], \.from), ("downTo", ["minimum"], \.downTo), ("upTo", ["maximum"], \.upTo),
      ("decimals", ["digits"], \.decimals), ("notBefore", ["value"], \.notBefore), ("notAfter", ["value"], \.notAfter),
      ("computed", ["value"], \.computed), ("equal", both, \.equal), ("notEqual", both, \.notEqual),
      ("less", both, \.less), ("greater", both, \.greater), ("noMore", both, \.noMore), ("noLess", both, \.noLess),
      ("earlier", both, \.earlier), ("later", both, \.later), ("noLater", both, \.noLater),
      ("noEarlier", both, \.noEarlier), ("value", ["question"], \.value), ("count", ["list"], \.count),
      ("sum", ["questions"], \.sum), ("column", ["question", "list"], \.column), ("today", [], \.today),
      ("plus", both, \.plus), ("minus", both, \.minus), ("times", both, \.times), ("bracket", ["value"], \.bracket),
      ("age", ["right"], \.age),
      ("days", both, \.days), ("daysLater", ["number", "left"], \.daysLater),
      ("daysEarlier", ["number", "left"], \.daysEarlier), ("monthsLater", ["number", "left"], \.monthsLater),
      ("monthsEarlier", ["number", "left"], \.monthsEarlier), ("minutesLater", ["number", "left"], \.minutesLater),
      ("minutesEarlier", ["number", "left"], \.minutesEarlier),
    ]
  }

  /// The text with its places filled, each value as it is.
  package static func fill(_ text: String, _ values: [String: String]) -> String {
    var written = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
      written += rest[..<start]
      let name = rest[rest.index(after: start)..<end]
      written += values[String(name)] ?? String(rest[start...end])
      rest = rest[rest.index(after: end)...]
    }
    return written + rest
  }

  /// A condition over the form's questions, such as `“Kind” is “new”`.
  package func words(for condition: FieldCondition, in form: CompiledForm) -> String {
    words(for: condition, in: form, isHeld: true)
  }

  private func words(for condition: FieldCondition, in form: CompiledForm, isHeld: Bool) -> String {
    switch condition {
    case .chosen(let index, let options):
      let field = form.fields[index]
      let labels = field.options.enumerated().filter { options >> UInt64($0.offset) & 1 == 1 }
        .map { Self.fill(option, ["option": String(decoding: $0.element.label, as: UTF8.self)]) }
      let text = field.kind == .choices ? isHeld ? among : notAmong : isHeld ? chosen : notChosen
      return Self.fill(text, ["question": label(of: field), "options": list(labels)])
    case .present(let index):
      return Self.fill(isHeld ? present : absent, ["question": label(of: form.fields[index])])
    case .compared(let left, let comparison, let right):
      let quantity = left.quantity(in: form)
      let text = words(for: isHeld ? comparison : comparison.opposite, isNumber: quantity == .number)
      return Self.fill(text, ["left": words(for: left, in: form), "right": words(for: right, in: form)])
    case .not(let inner): return words(for: inner, in: form, isHeld: !isHeld)
    case .all(let parts), .any(let parts):
      // None of several holds: each of them does not (De Morgan).
      var isAll = false
      if case .all = condition { isAll = true }
      return parts.map { words(for: $0, in: form, isHeld: isHeld) }.joined(separator: isAll == isHeld ? and : or)
    }
  }

  private func list(_ labels: [String]) -> String {
    guard let last = labels.last, labels.count > 1 else { return labels.joined() }
    return labels.dropLast().joined(separator: optionSeparator) + optionLast + last
  }

  /// The label without the title of a group's element.
  package func label(of field: CompiledField) -> String {
    String(decoding: field.label.dropFirst(field.titleLength), as: UTF8.self)
  }
}

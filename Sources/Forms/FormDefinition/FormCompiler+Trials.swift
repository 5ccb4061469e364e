internal import Diagnostics
internal import FormModel
internal import ZhinanValidation

// What each field says of itself, tried: its default is taken by its own rule and limits, which leave a value.
extension FormCompiler {
  /// Reports defaults that their fields do not take, and limits between which nothing is.
  mutating func tryFields() {
    for (index, field) in form.fields.enumerated() where (field.item?.index ?? 0) == 0 {
      let definition = sources[index].definition
      if case .constant(let text) = definition.fallback, field.options.isEmpty, let failure = Trial(field).failure {
        diagnostics.append(
          .error("form.value/default", at: definition.place, ["text": .text(text), "code": .text("\(failure.name)")]))
      }
      if field.earliest?.usesToday == field.latest?.usesToday, let earliest = field.earliest, earliest.isFixed {
        var trial = Trial(field)
        trial.field.computation = earliest
        if trial.failure?.problem == .form(.eLate) {
          diagnostics.append(
            .error("form.value/nothing-between", at: definition.place, ["key": .text(definition.key)]))
        }
      }
    }
  }
}

/// A field alone in a form, and nothing answered.
private struct Trial {
  var field: CompiledField

  /// The field, without what depends on other answers and on the day.
  init(_ field: CompiledField) {
    self.field = CompiledField(key: field.key, label: field.label, kind: field.kind, rule: .one(.text))
    if case .one(let rule) = field.rule { self.field.rule = .one(rule) }
    if case .constant = field.fallback { self.field.fallback = field.fallback }
    self.field.maxLength = field.maxLength
    self.field.digits = field.digits
    self.field.minimum = field.minimum
    self.field.maximum = field.maximum
    if let earliest = field.earliest, earliest.isFixed { self.field.earliest = earliest }
    if let latest = field.latest, latest.isFixed { self.field.latest = latest }
    if self.field.fallback != .none {
      if self.field.earliest?.usesToday == true { self.field.earliest = nil }
      if self.field.latest?.usesToday == true { self.field.latest = nil }
    }
  }

  /// The first error; the day does not matter.
  var failure: Violation? {
    var form = CompiledForm(id: [], version: [], guideVersion: [], title: [])
    form.fields = [field]
    var violations: [Violation] = []
    guard let today = CalendarDate(year: 2024, month: 6, day: 15) else { return nil }
    _ = form.check(Answers(for: form), today: today, violations: &violations)
    return violations.first { $0.isError }
  }
}

extension FieldExpression {
  fileprivate var usesToday: Bool { steps.contains { $0.action == .today } }
  /// Whether it depends on no answer.
  fileprivate var isFixed: Bool { fields.isEmpty && !steps.contains { $0.action == .count } }
}

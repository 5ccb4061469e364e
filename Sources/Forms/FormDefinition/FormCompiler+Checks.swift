internal import Diagnostics
internal import FormModel

// Checks over several answers.
extension FormCompiler {
  mutating func add(_ check: CheckDefinition, prefix: String) {
    guard let (field, kind) = compiled(check, prefix: prefix) else { return }
    var condition: FieldCondition?
    if let text = check.condition {
      let parser = ConditionParser(scope: scope(prefix))
      guard let parsed = parser.parse(text, diagnostics: &diagnostics) else { return }
      condition = parsed
    }
    guard form.checks.count < CompiledForm.maximumQuestionCount else {
      diagnostics.append(
        .error("form.value/checks", at: check.place, ["limit": .number(CompiledForm.maximumQuestionCount)])
      )
      return
    }
    form.checks.append(
      FieldCheck(
        field: field, kind: kind, condition: condition, warns: check.warns,
        say: check.say.flatMap { [Array($0.language.utf8), Array($0.text.utf8)] }))
  }

  /// What a check compares, and the field at which it is told.
  private mutating func compiled(_ check: CheckDefinition, prefix: String) -> (UInt16, FieldCheck.Kind)? {
    switch check.kind {
    case .equal(let left, let right, let first, let last):
      guard let pair = texts(left, right, prefix, at: check.place) else { return nil }
      return (pair.left, .equal(pair.right, first: UInt8(first), last: UInt8(last)))
    case .different(let left, let right, let first, let last):
      guard let pair = texts(left, right, prefix, at: check.place) else { return nil }
      return (pair.left, .different(pair.right, first: UInt8(first), last: UInt8(last)))
    case .within(let key, let minimum, let maximum):
      return range(key, minimum, maximum, prefix, at: check.place)
    case .holds(let text, let at): return claim(text, at: at, prefix, check.place)
    case .distinct(let name):
      guard let fields = column(name, at: check.place), let first = fields.first else { return nil }
      return (first, .distinct(fields))
    case .oneOf(let keys):
      let fields = keys.compactMap { find($0, prefix, at: check.place) }
      guard fields.count == keys.count, let first = fields.first else { return nil }
      return (UInt16(first), .oneOf(fields.map { UInt16($0) }))
    }
  }

  private mutating func range(
    _ key: String, _ minimum: String?, _ maximum: String?, _ prefix: String, at place: SourcePlace
  ) -> (UInt16, FieldCheck.Kind)? {
    guard let index = find(key, prefix, at: place) else { return nil }
    let field = form.fields[index]
    guard field.kind.isNumber else {
      diagnostics.append(.error("form.value/not-a-number", at: place, ["key": .text(key)]))
      return nil
    }
    let digits = Int(field.digits)
    let least = minimum.map { FieldLimits.units($0, digits: digits) } ?? Int64.min
    let most = maximum.map { FieldLimits.units($0, digits: digits) } ?? Int64.max
    guard let least, let most, least <= most else {
      diagnostics.append(.error("form.value/number", at: place))
      return nil
    }
    return (UInt16(index), .within(minimum: least, maximum: most))
  }

  private mutating func claim(
    _ text: FieldDefinition.ConditionText, at key: String?, _ prefix: String, _ place: SourcePlace
  ) -> (UInt16, FieldCheck.Kind)? {
    let parser = ConditionParser(scope: scope(prefix))
    guard let condition = parser.parse(text, diagnostics: &diagnostics) else { return nil }
    if let key { return find(key, prefix, at: place).map { (UInt16($0), .holds(condition)) } }
    guard let first = condition.fields.first else {
      diagnostics.append(.error("form.value/at", at: place))
      return nil
    }
    return (UInt16(first), .holds(condition))
  }

  /// The fields that `members.idNumber` means.
  private mutating func column(_ name: String, at place: SourcePlace) -> [UInt16]? {
    let scope = scope("")
    do throws(ConditionProblem) {
      let fields = try scope.column(name)
      if fields.count > 1 { return fields.map { UInt16($0) } }
    } catch {
      diagnostics.append(
        .error(
          "form.expression", at: place, ["text": .text(name), "reason": .message(error.reason)], hint: error.hint))
      return nil
    }
    diagnostics.append(.error("form.value/distinct", at: place, ["name": .text(name)]))
    return nil
  }
  private mutating func texts(
    _ left: String, _ right: String, _ prefix: String, at place: SourcePlace
  ) -> (left: UInt16, right: UInt16)? {
    guard let one = find(left, prefix, at: place), let other = find(right, prefix, at: place) else { return nil }
    guard form.fields[one].options.isEmpty, form.fields[other].options.isEmpty else {
      diagnostics.append(
        .error("form.value/choice-compared", at: place))
      return nil
    }
    return (UInt16(one), UInt16(other))
  }
}

#if canImport(ZhinanValidation)
  internal import ZhinanValidation
#endif

/// One step of a condition in postfix order; truth values stand on a stack of bits.
enum ConditionStep: Sendable {
  case chosen(field: UInt16, options: UInt64)
  case present(field: UInt16)
  /// Both sides are indices into the checker's expressions.
  case compared(UInt32, FieldComparison, UInt32)
  case not
  case all(count: UInt8)
  case any(count: UInt8)
}

/// A field's rules without references: what lists held stands in the checker's flat arrays.
struct FieldPlan: Sendable {
  enum Need: Sendable {
    case optional, always
    case when(Range<UInt32>)
  }

  enum Fallback: Sendable {
    case none
    case constant(Range<UInt32>)
    case options(UInt64)
    case copy(field: UInt16, first: UInt8, last: UInt8)
  }

  var kind: FieldKind
  /// The rule, or the one for all other options when `deciding` names a choice.
  var rule: Rule
  var deciding: UInt16?
  var cases: Range<UInt32>
  var maxLength: UInt16
  var digits: UInt8
  var minimum: Int64
  var maximum: Int64
  /// Bytes in the checker's texts.
  var unit: Range<UInt32>
  /// Indices into the checker's expressions.
  var earliest: UInt32?, latest: UInt32?, computation: UInt32?
  var need: Need
  var appliesWhen: Range<UInt32>?
  var fallback: Fallback
  var item: GroupElement?

  /// Whether the record has the element that the question is about.
  func exists(in answers: Answers) -> Bool {
    guard let item else { return true }
    return item.index < answers.itemCounts[Int(item.group)]
  }
}

/// Lays the parts of fields out in flat arrays.
struct PlanLayout {
  private(set) var steps: [ConditionStep] = []
  private(set) var cases: [RuleCase] = []
  private(set) var constants: [UInt8] = []
  private(set) var expressions: [FieldExpression] = []

  mutating func plan(_ field: CompiledField) -> FieldPlan {
    var plan = FieldPlan(
      kind: field.kind, rule: .text, deciding: nil, cases: 0..<0, maxLength: field.maxLength, digits: field.digits,
      minimum: field.minimum, maximum: field.maximum, unit: text(field.unit), need: .optional,
      appliesWhen: field.appliesWhen.map { condition($0) }, fallback: .none, item: field.item)
    plan.earliest = field.earliest.map { expression($0) }
    plan.latest = field.latest.map { expression($0) }
    plan.computation = field.computation.map { expression($0) }
    switch field.rule {
    case .one(let rule): plan.rule = rule
    case .chosen(let by, let list, let otherwise):
      plan.rule = otherwise
      plan.deciding = UInt16(by)
      let start = UInt32(cases.count)
      cases += list
      plan.cases = start..<UInt32(cases.count)
    }
    switch field.need {
    case .optional: break
    case .always: plan.need = .always
    case .when(let condition): plan.need = .when(self.condition(condition))
    }
    switch field.fallback {
    case .none: break
    case .constant(let text):
      if let option = field.options.firstIndex(where: { $0.value == text }) {
        plan.fallback = .options(1 << UInt64(option))
      } else {
        plan.fallback = .constant(self.text(text))
      }
    case .copy(let other, let first, let last):
      plan.fallback = .copy(field: UInt16(other), first: first, last: last)
    }
    return plan
  }

  private mutating func text(_ text: [UInt8]) -> Range<UInt32> {
    let start = UInt32(constants.count)
    constants += text
    return start..<UInt32(constants.count)
  }

  private mutating func expression(_ expression: FieldExpression) -> UInt32 {
    expressions.append(expression)
    return UInt32(expressions.count - 1)
  }

  mutating func condition(_ condition: FieldCondition) -> Range<UInt32> {
    let start = UInt32(steps.count)
    append(condition)
    return start..<UInt32(steps.count)
  }

  private mutating func append(_ condition: FieldCondition) {
    switch condition {
    case .chosen(let field, let options): steps.append(.chosen(field: UInt16(field), options: options))
    case .present(let field): steps.append(.present(field: UInt16(field)))
    case .compared(let left, let comparison, let right):
      steps.append(.compared(expression(left), comparison, expression(right)))
    case .not(let inner):
      append(inner)
      steps.append(.not)
    case .all(let list):
      for inner in list { append(inner) }
      steps.append(.all(count: UInt8(list.count)))
    case .any(let list):
      for inner in list { append(inner) }
      steps.append(.any(count: UInt8(list.count)))
    }
  }
}

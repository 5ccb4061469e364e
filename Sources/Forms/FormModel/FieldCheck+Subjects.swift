extension FieldCheck {
  /// The last of the questions and lists by which a breach can be put right, a list for its elements; `nil` where that is
  /// the question at which it is told, or its list.
  package func lastSubject(in form: CompiledForm) -> Violation.Subject? {
    var subjects: [Violation.Subject] = []
    switch kind {
    case .equal(let other, _, _), .different(let other, _, _): subjects = [form.subject(of: Int(other))]
    case .holds(let condition):
      subjects = condition.fields.map(form.subject) + condition.countedGroups.map { .group($0) }
    case .oneOf(let fields): subjects = fields.map { form.subject(of: Int($0)) }
    case .within, .distinct: return nil
    }
    let own = form.place(of: form.subject(of: Int(field)))
    let last = subjects.max { form.place(of: $0) < form.place(of: $1) }
    return last.flatMap { form.place(of: $0) > own ? $0 : nil }
  }
}

extension FieldCondition {
  /// The repeated groups whose elements it counts.
  fileprivate var countedGroups: [Int] {
    switch self {
    case .chosen, .present: []
    case .compared(let left, _, let right): left.countedGroups + right.countedGroups
    case .not(let condition): condition.countedGroups
    case .all(let conditions), .any(let conditions): conditions.flatMap { $0.countedGroups }
    }
  }
}

extension FieldExpression {
  fileprivate var countedGroups: [Int] {
    var groups: [Int] = []
    for step in steps where step.action == .count { groups.append(Int(step.value)) }
    return groups
  }
}

extension CompiledForm {
  /// A field, or the group that it is in.
  fileprivate func subject(of field: Int) -> Violation.Subject {
    fields[field].item.map { .group(Int($0.group)) } ?? .field(field)
  }

  /// The index of the field, or of the group's first.
  fileprivate func place(of subject: Violation.Subject) -> Int {
    switch subject {
    case .field(let field): field
    case .group(let group): fields.firstIndex { $0.item.map { Int($0.group) } == group } ?? fields.count
    }
  }
}

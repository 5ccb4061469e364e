package import Diagnostics
package import FormModel
internal import SourceText
internal import ZhinanValidation

extension FormDefinition {
  /// The form's fields and rules as they are checked; boxes on paper are added when it is drawn. Unknown keys,
  /// options and conditions are reported.
  package func compiled(diagnostics: inout [Diagnostic]) -> CompiledForm? {
    let before = diagnostics.count
    var compiler = FormCompiler(definition: self)
    compiler.run()
    diagnostics += compiler.diagnostics
    return diagnostics[before...].hasErrors ? nil : compiler.form
  }
}

private struct FormCompiler {
  let definition: FormDefinition
  var form: CompiledForm
  var diagnostics: [Diagnostic] = []
  /// Keys that name a field or a list already, with their lists' keys.
  private var claimed: Set<String> = []
  private var isTooLarge = false
  private var sources: [(definition: FieldDefinition, prefix: String)] = []

  init(definition: FormDefinition) {
    self.definition = definition
    form = CompiledForm(
      id: Array(definition.id.utf8), version: Array(definition.version.utf8),
      guideVersion: Array(definition.guideVersion.utf8), title: Array(definition.title.utf8))
    form.dateFormat = Array(definition.dateFormat.utf8)
  }

  mutating func run() {
    for section in definition.sections {
      guard let repetition = section.repetition else {
        for field in section.fields { add(field, prefix: "", title: "", item: nil) }
        continue
      }
      _ = claim(repetition.key, prefix: "", at: repetition.place)
      let group = form.groups.count
      form.groups.append(
        FieldGroup(
          key: Array(repetition.key.utf8), title: Array(section.title.utf8), minimum: UInt16(repetition.minimum),
          maximum: UInt16(repetition.maximum)))
      for index in 0..<repetition.maximum {
        let title = repetition.itemTitle.replacing("{n}", with: "\(index + 1)")
        for field in section.fields {
          add(
            field, prefix: "\(repetition.key)[\(index)].", title: title,
            item: GroupElement(group: UInt16(group), index: UInt16(index)))
        }
      }
    }
    for index in form.fields.indices { link(index) }
    for section in definition.sections {
      for index in 0..<(section.repetition?.maximum ?? 1) {
        let prefix = section.repetition.map { "\($0.key)[\(index)]." } ?? ""
        let before = diagnostics.count
        for check in section.checks { add(check, prefix: prefix) }
        if diagnostics.count > before { break }  // the other elements have the same problems
      }
    }
    for check in definition.checks { add(check, prefix: "") }
  }

  private mutating func add(_ field: FieldDefinition, prefix: String, title: String, item: GroupElement?) {
    guard claim(field.key, prefix: prefix, at: field.place) else { return }
    guard form.fields.count + form.handFields.count < CompiledForm.maximumQuestionCount else {
      if !isTooLarge {
        diagnostics.append(
          .error("form.value/questions", at: field.place, ["limit": .number(CompiledForm.maximumQuestionCount)]))
      }
      isTooLarge = true
      return
    }
    var role: UInt8?
    if let name = field.role { role = self.role(name, at: field.place) }
    let key = Array((prefix + field.key).utf8)
    let label = Array((title + field.label).utf8)
    let shortLabel = field.shortLabel == field.label ? nil : Array(field.shortLabel.utf8)
    guard field.isAnswerable else {
      form.handFields.append(
        HandField(
          position: UInt16(form.fields.count), key: key, label: label, titleLength: title.utf8.count,
          shortLabel: shortLabel, item: item))
      return
    }
    let kind: FieldKind =
      switch field.kind {
      case .integer: .integer
      case .date: .date
      case .choice: .choice
      case .choices: .choices
      case .text, .blank, .signature: .text
      }
    var compiled = CompiledField(key: key, label: label, kind: kind, rule: .one(.text))
    compiled.titleLength = title.utf8.count
    compiled.shortLabel = shortLabel
    compiled.hint = field.hint.map { Array($0.utf8) }
    compiled.maxLength = UInt16(field.maxLength)
    compiled.minimum = field.minimum
    compiled.maximum = field.maximum
    compiled.options = field.options.map { FieldOption(value: Array($0.value.utf8), label: Array($0.label.utf8)) }
    compiled.privacy = field.privacy
    compiled.item = item
    compiled.role = role
    form.fields.append(compiled)
    sources.append((field, prefix))
  }

  private mutating func role(_ name: String, at place: SourcePlace) -> UInt8? {
    let name = Array(name.utf8)
    if let index = form.roles.firstIndex(of: name) { return UInt8(index) }
    guard form.roles.count < 64 else {
      diagnostics.append(.error("form.value/roles", at: place))
      return nil
    }
    form.roles.append(name)
    return UInt8(form.roles.count - 1)
  }

  private mutating func claim(_ key: String, prefix: String, at place: SourcePlace) -> Bool {
    if claimed.insert(prefix + key).inserted { return true }
    diagnostics.append(.error("form.duplicate-field", at: place, ["key": .text(key)]))
    return false
  }

  /// Fills in what refers to other fields, once all of them are known.
  private mutating func link(_ index: Int) {
    let (field, prefix) = sources[index]
    switch field.rule {
    case .one(let rule): form.fields[index].rule = .one(rule)
    case .chosen(let by, let cases, let otherwise):
      guard let other = earlier(by, prefix, than: index, at: field.place) else { return }
      let options = form.fields[other].options
      let compiled = cases.compactMap { entry -> RuleCase? in
        guard let option = options.firstIndex(where: { $0.value == Array(entry.option.utf8) }) else {
          diagnostics.append(
            .error("form.unknown-option", at: field.place, ["option": .text(entry.option), "by": .text(by)]))
          return nil
        }
        return RuleCase(option: UInt8(option), rule: entry.rule)
      }
      form.fields[index].rule = .chosen(by: other, cases: compiled, otherwise: otherwise)
    }
    switch field.fallback {
    case .none: break
    case .constant(let text):
      let options = form.fields[index].options
      if !options.isEmpty, !options.contains(where: { $0.value == Array(text.utf8) }) {
        diagnostics.append(.error("form.unknown-option/default", at: field.place, ["option": .text(text)]))
      }
      form.fields[index].fallback = .constant(Array(text.utf8))
    case .copy(let key, let first, let last):
      guard let other = earlier(key, prefix, than: index, at: field.place) else { return }
      form.fields[index].fallback = .copy(field: other, first: UInt8(first), last: UInt8(last))
    }
    let parser = parser(before: index, prefix)
    switch field.need {
    case .optional: break
    case .always: form.fields[index].need = .always
    case .when(let text):
      if let condition = condition(text, parser, before: index) { form.fields[index].need = .when(condition) }
    }
    if let text = field.appliesWhen { form.fields[index].appliesWhen = condition(text, parser, before: index) }
  }

  private mutating func condition(
    _ text: FieldDefinition.ConditionText, _ parser: ConditionParser, before index: Int
  ) -> FieldCondition? {
    guard let condition = parser.parse(text, diagnostics: &diagnostics) else { return nil }
    if condition.asksOnly(before: index) { return condition }
    diagnostics.append(
      .error("form.order/condition", at: text.place, ["condition": .text(text.text)]))
    return nil
  }

  /// A field that stands before `index`, whose answer is therefore known when `index` is checked.
  private mutating func earlier(_ key: String, _ prefix: String, than index: Int, at place: SourcePlace) -> Int? {
    guard let other = find(key, prefix, at: place) else { return nil }
    guard other < index else {
      diagnostics.append(
        .error("form.order", at: place, ["key": .text(key)]))
      return nil
    }
    return other
  }

  private mutating func add(_ check: CheckDefinition, prefix: String) {
    let kind: FieldCheck.Kind
    let field: UInt16
    switch check.kind {
    case .equal(let left, let right, let first, let last):
      guard let pair = texts(left, right, prefix, at: check.place) else { return }
      (field, kind) = (pair.left, .equal(pair.right, first: UInt8(first), last: UInt8(last)))
    case .different(let left, let right, let first, let last):
      guard let pair = texts(left, right, prefix, at: check.place) else { return }
      (field, kind) = (pair.left, .different(pair.right, first: UInt8(first), last: UInt8(last)))
    case .within(let key, let minimum, let maximum):
      guard let index = find(key, prefix, at: check.place) else { return }
      guard form.fields[index].kind == .integer else {
        diagnostics.append(
          .error("form.value/not-a-number", at: check.place, ["key": .text(key)]))
        return
      }
      (field, kind) = (UInt16(index), .within(minimum: minimum, maximum: maximum))
    }
    var condition: FieldCondition?
    if let text = check.condition {
      let parser = parser(before: form.fields.count, prefix)
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
      FieldCheck(field: field, kind: kind, condition: condition, warns: check.warns, say: Array(check.say.utf8)))
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

  /// The field that a key means, in the element of a repeated section first.
  private mutating func find(_ key: String, _ prefix: String, at place: SourcePlace) -> Int? {
    if let index = field(key, prefix) { return index }
    diagnostics.append(.error("form.unknown-field", at: place, ["key": .text(key)]))
    return nil
  }

  private func field(_ key: String, _ prefix: String) -> Int? {
    form.field(Array((prefix + key).utf8)) ?? form.field(Array(key.utf8))
  }

  private func parser(before index: Int, _ prefix: String) -> ConditionParser {
    ConditionParser(fields: form.fields, position: index) { [self] key in field(key, prefix) }
  }
}

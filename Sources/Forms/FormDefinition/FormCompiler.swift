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

struct FormCompiler {
  let definition: FormDefinition
  var form: CompiledForm
  var diagnostics: [Diagnostic] = []
  /// Keys that name a field or a list already, with their lists' keys.
  private var claimed: Set<String> = []
  /// The section's labels so far, with the conditions of those who have them.
  private var labels: [String: [String?]] = [:]
  private var isTooLarge = false
  private(set) var sources: [(definition: FieldDefinition, prefix: String)] = []
  /// The form with all its fields, before anything is filled in that refers to others.
  private var known: CompiledForm

  init(definition: FormDefinition) {
    self.definition = definition
    form = CompiledForm(
      id: Array(definition.id.utf8), version: Array(definition.version.utf8),
      guideVersion: Array(definition.guideVersion.utf8), title: Array(definition.title.utf8))
    form.dateFormat = Array(definition.dateFormat.utf8)
    known = form
  }

  mutating func run() {
    for section in definition.sections {
      labels = [:]
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
    known = form
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
    tryFields()
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
      case .decimal: .decimal
      case .date: .date
      case .yearMonth: .yearMonth
      case .time: .time
      case .choice, .yesNo: .choice
      case .choices: .choices
      case .text, .blank, .signature: .text
      }
    var compiled = CompiledField(key: key, label: label, kind: kind, rule: .one(.text))
    compiled.titleLength = title.utf8.count
    compiled.shortLabel = shortLabel
    compiled.hint = field.hint.map { Array($0.utf8) }
    compiled.maxLength = UInt16(field.maxLength)
    compiled.digits = UInt8(field.digits)
    compiled.unit = Array(field.unit.utf8)
    compiled.minimum = field.minimum
    compiled.maximum = field.maximum
    compiled.options = field.options.map { FieldOption(value: Array($0.value.utf8), label: Array($0.label.utf8)) }
    compiled.privacy = field.privacy
    compiled.item = item
    compiled.role = role
    if item.map({ $0.index == 0 }) ?? true { checkLabel(of: field) }
    form.fields.append(compiled)
    sources.append((field, prefix))
  }

  /// Two questions of a section that are asked at once have two labels; which of those with other conditions is asked, its
  /// condition says.
  private mutating func checkLabel(of field: FieldDefinition) {
    let condition = field.appliesWhen?.text
    let others = labels[field.label] ?? []
    if others.contains(where: { $0 == nil || condition == nil || $0 == condition }) {
      diagnostics.append(.warning("form.duplicate-label", at: field.place, ["label": .text(field.label)]))
    }
    labels[field.label] = others + [condition]
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
    let scope = scope(prefix, before: index)
    let quantity = form.fields[index].kind.quantity
    form.fields[index].earliest = expression(field.earliest, scope, quantity)
    form.fields[index].latest = expression(field.latest, scope, quantity)
    form.fields[index].computation = expression(field.computation, scope, quantity)
    // What stands on paper cannot depend on the day on which somebody looks at it.
    if form.fields[index].computation?.steps.contains(where: { $0.action == .today }) == true {
      diagnostics.append(
        .error("form.value/computed-today", at: field.computation?.place ?? field.place, ["key": .text(field.key)]))
    }
    let parser = ConditionParser(scope: scope)
    switch field.need {
    case .optional: break
    case .always: form.fields[index].need = .always
    case .when(let text):
      if let condition = condition(text, parser, before: index) { form.fields[index].need = .when(condition) }
    }
    if let text = field.appliesWhen { form.fields[index].appliesWhen = condition(text, parser, before: index) }
  }

  /// What an expression in an element, or outside of all, may name.
  func scope(_ prefix: String, before index: Int? = nil) -> FieldScope {
    FieldScope(form: known, prefix: prefix, position: index ?? known.fields.count)
  }

  private mutating func condition(
    _ text: FieldDefinition.ConditionText, _ parser: ConditionParser, before index: Int
  ) -> FieldCondition? {
    parser.parse(text, diagnostics: &diagnostics)
  }

  /// An expression that works out what a field holds; `nil` where there is none, and where it is wrong, which is reported.
  private mutating func expression(
    _ text: FieldDefinition.ConditionText?, _ scope: FieldScope, _ quantity: FieldExpression.Quantity?
  ) -> FieldExpression? {
    guard let text, let quantity else { return nil }
    do throws(ConditionProblem) {
      return try ExpressionParser.parse(text.text, scope, for: quantity)
    } catch {
      diagnostics.append(
        .error(
          "form.expression", at: text.place, ["text": .text(text.text), "reason": .message(error.reason)],
          hint: error.hint))
      return nil
    }
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

  /// The field that a key means, in the element of a repeated section first.
  mutating func find(_ key: String, _ prefix: String, at place: SourcePlace) -> Int? {
    if let index = field(key, prefix) { return index }
    diagnostics.append(.error("form.unknown-field", at: place, ["key": .text(key)]))
    return nil
  }

  private func field(_ key: String, _ prefix: String) -> Int? {
    form.field(Array((prefix + key).utf8)) ?? form.field(Array(key.utf8))
  }
}

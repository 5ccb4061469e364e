internal import Bytes
internal import Diagnostics
internal import FormModel
internal import SourceText
internal import ZhinanValidation

extension FieldDefinition {
  /// Reads one element of a section's `fields`.
  static func read(
    _ node: SourceNode, data: (String) -> SourceNode?, yesNo: [String], diagnostics: inout [Diagnostic]
  ) -> FieldDefinition? {
    var reader = MapReader(node, what: Message("what.field"), id: "form")
    let given = reader.requiredText("key")
    let key = given ?? ""
    if let given, !isKey(given) { reader.report(wrongKey(given, at: reader.node("key")?.place ?? node.place)) }
    let label = reader.requiredText("label") ?? ""
    let shortLabel = reader.text("short-label") ?? label
    let kind = reader.choice("type", Kind.self) ?? .text
    let rule = readRule(kind, &reader)
    let maxLength = reader.integer("max-length") ?? 0
    let limits = FieldLimits.read(kind, key: key, &reader)
    let computation = condition("computed", &reader)
    let options = readOptions(kind, data: data, yesNo: yesNo, &reader)
    let need = readNeed(&reader)
    let appliesWhen = condition("when", &reader)
    let fallback = readFallback(&reader)
    let privacy = reader.choice("mask", among: MaskKind.allCases.map { ("\($0.name)", $0) })
    let autofill = reader.choice("autocomplete", among: autofillNames.map { ($0, $0) })
    let suggestions = readSuggestions(data: data, &reader)
    let role = reader.text("role")
    let hint = reader.text("hint")
    _ = reader.text("source")
    if !(0...Int(UInt16.max)).contains(maxLength) {
      reader.report(.error("form.value/limit", at: node.place, ["key": .text(key)]))
    }
    if computation != nil, !options.isEmpty || kind == .text || kind == .blank || kind == .signature {
      reader.report(.error("form.value/computed", at: node.place, ["key": .text(key)]))
    }
    if computation != nil, reader.node("default") != nil {
      reader.report(.error("form.value/computed-default", at: node.place, ["key": .text(key)]))
    }
    let broken = reader.diagnostics.hasErrors
    reader.finish(into: &diagnostics)
    if broken { return nil }
    return FieldDefinition(
      key: key, label: label, shortLabel: shortLabel, kind: kind, rule: rule, maxLength: maxLength,
      digits: limits.digits, unit: limits.unit, minimum: limits.minimum, maximum: limits.maximum,
      earliest: limits.earliest, latest: limits.latest, computation: computation, options: options, need: need,
      appliesWhen: appliesWhen, fallback: fallback,
      privacy: privacy, autofill: autofill, suggestions: suggestions, role: role, hint: hint, place: node.place)
  }

  /// Whether a word can be a key in records and in the PDF: short, ASCII, and not the key of the record's form.
  static func isKey(_ key: String) -> Bool { key != "form" && isWord(key) }

  static func wrongKey(_ key: String, at place: SourcePlace) -> Diagnostic {
    .error("form.value/key", at: place, ["key": .text(key)])
  }

  static func isWord(_ key: String) -> Bool {
    guard let first = key.utf8.first, (65...90).contains(first) || (97...122).contains(first) else { return false }
    return key.utf8.count <= 40
      && key.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) }
  }

  private static func rule(named name: String, at place: SourcePlace, _ reader: inout MapReader) -> Rule {
    let names = Rule.allCases.filter(\.takesText).map { "\($0.name)" }
    if let rule = Rule.allCases.first(where: { $0.takesText && "\($0.name)" == name }) { return rule }
    let near = NearWord.nearest(to: name, in: names)
    reader.report(
      .error("form.unknown-rule", at: place, ["name": .text(name)], hint: .near(near)))
    return .text
  }

  private static func readRule(_ kind: Kind, _ reader: inout MapReader) -> RuleChoice {
    guard let node = reader.node("rule") else {
      switch kind {
      case .integer: return .one(.number)
      case .decimal: return .one(.decimal)
      case .date: return .one(.date)
      case .yearMonth: return .one(.yearMonth)
      case .time: return .one(.time)
      default: return .one(.text)
      }
    }
    if let name = node.text { return .one(rule(named: name, at: node.place, &reader)) }
    var inner = MapReader(node, what: .verbatim("“rule”"), id: "form")
    let by = inner.requiredText("by") ?? ""
    let otherwise = inner.text("otherwise") ?? "text"
    var cases: [(option: String, rule: Rule)] = []
    for entry in inner.requiredEntries("cases", id: "form") {
      cases.append((entry.key, rule(named: entry.value.text ?? "", at: entry.value.place, &reader)))
    }
    let other = rule(named: otherwise, at: node.place, &reader)
    var found: [Diagnostic] = []
    inner.finish(into: &found)
    for diagnostic in found { reader.report(diagnostic) }
    return .chosen(by: by, cases: cases, otherwise: other)
  }

  /// Details of a person or an organisation that stand in one line (HTML Standard, autofill field names).
  private static let autofillNames = [
    "name", "family-name", "given-name", "organization", "organization-title", "email", "tel", "tel-national",
    "address-level1", "address-level2", "address-level3", "address-line1", "postal-code", "bday",
  ]

  private static func readNeed(_ reader: inout MapReader) -> Need {
    guard let condition = condition("required", &reader) else { return .optional }
    switch condition.text {
    case "true": return .always
    case "false": return .optional
    default: return .when(condition)
    }
  }

  /// The condition under this key, `nil` when there is none.
  static func condition(_ key: String, _ reader: inout MapReader) -> ConditionText? {
    guard let node = reader.node(key) else { return nil }
    if let text = node.text { return ConditionText(text: text, place: node.place) }
    reader.report(.error("form.type", at: node.place, ["key": .text(key), "kind": .message(node.kind)]))
    return nil
  }

  private static func readFallback(_ reader: inout MapReader) -> Fallback {
    guard let node = reader.node("default") else { return .none }
    if let text = node.text { return .constant(text) }
    var inner = MapReader(node, what: .verbatim("“default”"), id: "form")
    let field = inner.requiredText("copy") ?? ""
    let range = CharacterRange.read(&inner)
    var found: [Diagnostic] = []
    inner.finish(into: &found)
    for diagnostic in found { reader.report(diagnostic) }
    return .copy(field: field, first: range.first, last: range.last)
  }
}

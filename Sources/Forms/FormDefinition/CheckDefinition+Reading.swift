internal import Diagnostics
internal import SourceText
internal import ZhinanValidation

extension CheckDefinition {
  /// Reads one element of a form's or a section's `checks`.
  static func read(_ node: SourceNode, diagnostics: inout [Diagnostic]) -> CheckDefinition? {
    var reader = MapReader(node, what: Message("what.check"), id: "form")
    let isRange = reader.node("number") != nil
    let kinds = [
      readPair("equal", &reader), readPair("different", &reader), readRange(&reader), readCondition(&reader),
      reader.text("distinct").map { .distinct($0) }, readOneOf(&reader),
    ].compactMap { $0 }
    let condition = FieldDefinition.condition("when", &reader)
    let severity = reader.choice("severity", Diagnostic.SeverityName.self) ?? .error
    let say = readSentence(isNeeded: kinds.first?.hasOwnSentence != true, &reader)
    if kinds.count > 1 || kinds.isEmpty && !isRange {
      reader.report(
        .error("form.value/check", at: node.place))
    }
    reader.finish(into: &diagnostics)
    guard kinds.count == 1 else { return nil }
    return CheckDefinition(
      kind: kinds[0], condition: condition, warns: severity == .warning, say: say, place: node.place)
  }

  /// `equal: [orgCode, uscc], characters: 9-17`.
  private static func readPair(_ key: String, _ reader: inout MapReader) -> Kind? {
    let texts = reader.texts(key)
    guard texts.count == 2 else { return nil }
    let range = CharacterRange.read(&reader)
    return key == "equal"
      ? .equal(left: texts[0], right: texts[1], first: range.first, last: range.last)
      : .different(left: texts[0], right: texts[1], first: range.first, last: range.last)
  }

  /// `number: widthMM, min: 38, max: 45`.
  private static func readRange(_ reader: inout MapReader) -> Kind? {
    guard let field = reader.text("number") else { return nil }
    let (minimum, maximum) = (reader.text("min"), reader.text("max"))
    let numbers = [minimum, maximum].compactMap { $0 }.map { FieldLimits.units($0, digits: DecimalNumber.mostDecimals) }
    let known = numbers.compactMap { $0 }
    guard let least = known.first, let most = known.last, known.count == numbers.count, least <= most else {
      reader.report(.error("form.value/number", at: reader.place))
      return nil
    }
    return .within(field: field, minimum: minimum, maximum: maximum)
  }

  /// `holds: newPeople > oldPeople, at: newPeople`.
  private static func readCondition(_ reader: inout MapReader) -> Kind? {
    let place = reader.text("at")
    return FieldDefinition.condition("holds", &reader).map { .holds($0, at: place) }
  }

  /// `at-least-one-of: [mobile, email]`.
  private static func readOneOf(_ reader: inout MapReader) -> Kind? {
    guard let node = reader.node("at-least-one-of") else { return nil }
    let keys = reader.texts("at-least-one-of")
    if keys.count < 2 { reader.report(.error("form.value/one-of", at: node.place)) }
    return .oneOf(keys)
  }

  /// `say: 请核对`, or `say: {zh-CN: 请核对, en: Check it}`.
  private static func readSentence(
    isNeeded: Bool, _ reader: inout MapReader
  ) -> [(language: String, text: String)] {
    guard let node = reader.node("say"), let map = node.map else {
      let text = isNeeded ? reader.requiredText("say") : reader.text("say")
      return text.map { [("", $0)] } ?? []
    }
    var said: [(language: String, text: String)] = []
    for entry in map {
      guard let text = entry.value.text else {
        reader.report(
          .error(
            "form.type", at: entry.value.place,
            saying: Message("map.type/text", ["key": .text(entry.key), "kind": .message(entry.value.kind)])))
        continue
      }
      said.append((entry.key, text))
    }
    return said
  }
}

extension CheckDefinition.Kind {
  /// Whether the codes' own sentences say enough.
  fileprivate var hasOwnSentence: Bool {
    switch self {
    case .distinct, .oneOf: true
    case .equal, .different, .within, .holds: false
    }
  }
}

extension Diagnostic {
  /// The severities as content files name them.
  enum SeverityName: String, CaseIterable {
    case error, warning
  }
}

/// `characters: 9-17`, counted from 1.
struct CharacterRange {
  var first = 1
  var last = 0

  static func read(_ reader: inout MapReader) -> CharacterRange {
    guard let text = reader.text("characters") else { return CharacterRange() }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let first = parts[0], let last = parts[1], first >= 1, first <= last, last < 256 else {
      reader.report(
        .error("form.value/characters", at: reader.place, ["text": .text(text)]))
      return CharacterRange()
    }
    return CharacterRange(first: first, last: last)
  }
}

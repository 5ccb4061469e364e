internal import Diagnostics
internal import SourceText

extension CheckDefinition {
  /// Reads one element of a form's or a section's `checks`.
  static func read(_ node: SourceNode, diagnostics: inout [Diagnostic]) -> CheckDefinition? {
    var reader = MapReader(node, what: Message("what.check"), id: "form")
    let isRange = reader.node("number") != nil
    let kinds = [readPair("equal", &reader), readPair("different", &reader), readRange(&reader)].compactMap { $0 }
    let condition = FieldDefinition.condition("when", &reader)
    let severity = reader.choice("severity", Diagnostic.SeverityName.self) ?? .error
    let say = reader.requiredText("say") ?? ""
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
    let minimum = reader.integer("min") ?? Int(Int32.min)
    let maximum = reader.integer("max") ?? Int(Int32.max)
    guard let least = Int32(exactly: minimum), let most = Int32(exactly: maximum), least <= most,
      least != .min || most != .max
    else {
      reader.report(
        .error("form.value/number", at: reader.place))
      return nil
    }
    return .within(field: field, minimum: least, maximum: most)
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

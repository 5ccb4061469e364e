package import Diagnostics
internal import FormModel
package import SourceText
internal import Validation

extension FormDefinition {
  /// Reads a form's YAML; every problem is reported, and nothing is returned when one is an error.
  ///
  /// - Parameter data: gives the data file of that name, for `options: {data: name}`.
  package static func read(
    _ file: SourceFile, id: String, guideVersion: String, data: (String) -> SourceNode?,
    diagnostics: inout [Diagnostic]
  ) -> FormDefinition? {
    guard let root = YAMLReader.read(file, diagnostics: &diagnostics) else { return nil }
    var found: [Diagnostic] = []
    var reader = MapReader(root, what: "The form", id: "form")
    let title = reader.requiredText("title") ?? ""
    let version = reader.requiredText("version") ?? ""
    let notice = reader.text("notice") ?? ""
    let dateFormat = reader.text("dates") ?? ""
    let sectionNodes = reader.requiredList("sections", id: "form")
    let checkNodes = reader.list("checks")
    let scripts = reader.bool("scripts") ?? false
    let sections = sectionNodes.map { section($0, data: data, diagnostics: &found) }
    let checks = checkNodes.compactMap { check($0, diagnostics: &found) }
    if let node = root["sections"], node.list?.isEmpty == true {
      reader.report(.error("form.value", at: node.place, "A form needs at least one section."))
    }
    reader.finish(into: &found)
    diagnostics += found
    if found.hasErrors { return nil }
    let form = FormDefinition(
      id: id, title: title, version: version, guideVersion: guideVersion, notice: notice,
      dateFormat: dateFormat, sections: sections,
      checks: checks, scripts: scripts, place: root.place)
    return form
  }

  private static func section(
    _ node: SourceNode, data: (String) -> SourceNode?, diagnostics: inout [Diagnostic]
  ) -> FormSection {
    var reader = MapReader(node, what: "The section", id: "form")
    let title = reader.requiredText("title") ?? ""
    var repetition: FormSection.Repetition?
    if let node = reader.node("repeat") {
      var inner = MapReader(node, what: "“repeat”", id: "form")
      let minimum = inner.integer("min") ?? 0
      let maximum = inner.integer("max") ?? 1
      let most = Int(FieldGroup.mostElements)
      if minimum < 0 || minimum > maximum || maximum > most {
        inner.report(.error("form.value", at: node.place, "“repeat” needs 0 ≤ min ≤ max ≤ \(most)."))
      }
      let key = inner.requiredText("key")
      if let key, !FieldDefinition.isKey(key) {
        inner.report(FieldDefinition.wrongKey(key, at: inner.node("key")?.place ?? node.place))
      }
      repetition = FormSection.Repetition(
        key: key ?? "", minimum: minimum, maximum: maximum, itemTitle: inner.text("item") ?? "{n}", place: node.place)
      inner.finish(into: &diagnostics)
    }
    let role = reader.text("role")
    let fields = reader.requiredList("fields", id: "form").compactMap { node in
      var field = FieldDefinition.read(node, data: data, diagnostics: &diagnostics)
      if field?.role == nil { field?.role = role }
      return field
    }
    reader.finish(into: &diagnostics)
    return FormSection(title: title, repetition: repetition, fields: fields)
  }

  private static func check(_ node: SourceNode, diagnostics: inout [Diagnostic]) -> CheckDefinition? {
    var reader = MapReader(node, what: "The check", id: "form")
    var pair: (String, String, FieldCheck.Relation)?
    for (key, relation) in [("equal", FieldCheck.Relation.equal), ("different", .different)] {
      let texts = reader.texts(key)
      if texts.count == 2 { pair = (texts[0], texts[1], relation) }
    }
    let range = CharacterRange.read(&reader)
    let severity = reader.choice("severity", Diagnostic.SeverityName.self) ?? .error
    let say = reader.requiredText("say") ?? ""
    if pair == nil {
      reader.report(
        .error(
          "form.value", at: node.place, "A check needs “equal” or “different” with two field keys.",
          hint: "equal: [orgCode, uscc]"))
    }
    reader.finish(into: &diagnostics)
    guard let (left, right, relation) = pair else { return nil }
    return CheckDefinition(
      left: left, right: right, first: range.first, last: range.last, relation: relation,
      warns: severity == .warning, say: say, place: node.place)
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
        .error("form.value", at: reader.place, "“characters” should be two numbers such as 9-17, not “\(text)”."))
      return CharacterRange()
    }
    return CharacterRange(first: first, last: last)
  }
}

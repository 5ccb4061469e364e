package import Diagnostics
internal import FormModel
package import SourceText
internal import ZhinanValidation

extension FormDefinition {
  /// Reads a form's YAML; every problem is reported, and nothing is returned when one is an error.
  ///
  /// - Parameters:
  ///   - data: gives the data file of that name, for `options: {data: name}`.
  ///   - yesNo: what `yes` and `no` are called where a question of yes or no does not say.
  package static func read(
    _ file: SourceFile, id: String, guideVersion: String, data: (String) -> SourceNode?,
    yesNo: [String] = ["yes", "no"], diagnostics: inout [Diagnostic]
  ) -> FormDefinition? {
    guard let root = YAMLReader.read(file, diagnostics: &diagnostics) else { return nil }
    return read(root, id: id, guideVersion: guideVersion, data: data, yesNo: yesNo, diagnostics: &diagnostics)
  }

  /// The same of a file that was read as YAML.
  package static func read(
    _ root: SourceNode, id: String, guideVersion: String, data: (String) -> SourceNode?,
    yesNo: [String] = ["yes", "no"], diagnostics: inout [Diagnostic]
  ) -> FormDefinition? {
    var found: [Diagnostic] = []
    root.reportLongTexts("form", diagnostics: &found)
    var reader = MapReader(root, what: Message("what.form"), id: "form")
    let title = reader.requiredText("title") ?? ""
    let shortTitle = reader.text("short-title") ?? title
    let version = reader.requiredText("version") ?? ""
    let versionPlace = reader.node("version")?.place ?? root.place
    let notice = reader.text("notice") ?? ""
    let preparation = reader.texts("prepare")
    let dateFormat = reader.text("dates") ?? ""
    let sectionNodes = reader.requiredList("sections", id: "form")
    let checkNodes = reader.list("checks")
    let scripts = reader.bool("scripts") ?? false
    let sections = sectionNodes.map { section($0, data: data, yesNo: yesNo, diagnostics: &found) }
    let checks = checkNodes.compactMap { CheckDefinition.read($0, diagnostics: &found) }
    if let node = root["sections"], node.list?.isEmpty == true {
      reader.report(.error("form.value/no-section", at: node.place))
    }
    reader.finish(into: &found)
    // Those of a data file did not stand in the form.
    for field in sections.flatMap(\.fields) {
      for option in field.options where option.label.unicodeScalars.count > SourceNode.longestText {
        found.append(
          .error("form.text-length", at: field.place, ["limit": .number(SourceNode.longestText)]))
      }
    }
    diagnostics += found
    if found.hasErrors { return nil }
    let form = FormDefinition(
      id: id, title: title, shortTitle: shortTitle, version: version, guideVersion: guideVersion, notice: notice,
      preparation: preparation, dateFormat: dateFormat, sections: sections,
      checks: checks, scripts: scripts, place: root.place, versionPlace: versionPlace)
    return form
  }

  private static func section(
    _ node: SourceNode, data: (String) -> SourceNode?, yesNo: [String], diagnostics: inout [Diagnostic]
  ) -> FormSection {
    var reader = MapReader(node, what: Message("what.section"), id: "form")
    let title = reader.requiredText("title") ?? ""
    var repetition: FormSection.Repetition?
    if let node = reader.node("repeat") {
      var inner = MapReader(node, what: .verbatim("“repeat”"), id: "form")
      let minimum = inner.integer("min") ?? 0
      let maximum = inner.integer("max") ?? 1
      let most = Int(FieldGroup.mostElements)
      if minimum < 0 || minimum > maximum || maximum > most {
        inner.report(.error("form.value/repeat", at: node.place, ["limit": .number(most)]))
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
      var field = FieldDefinition.read(node, data: data, yesNo: yesNo, diagnostics: &diagnostics)
      if field?.role == nil { field?.role = role }
      return field
    }
    let checks = reader.list("checks").compactMap { CheckDefinition.read($0, diagnostics: &diagnostics) }
    reader.finish(into: &diagnostics)
    return FormSection(title: title, repetition: repetition, fields: fields, checks: checks)
  }
}

package import Diagnostics
package import FormModel
package import SourceText

/// The answers of one record and where each stands in its file.
package struct FormRecord: Sendable {
  package var answers: Answers
  /// Place of each field's answer; the record's own place where nothing was given.
  package var places: [SourcePlace]
  /// Place of each repeated group's list.
  package var groupPlaces: [SourcePlace]

  /// Answers from a file that has no lines, such as a PDF.
  package init(answers: Answers, form: CompiledForm, path: String) {
    self.answers = answers
    places = Array(repeating: SourcePlace(path), count: form.fields.count)
    groupPlaces = Array(repeating: SourcePlace(path), count: form.groups.count)
  }
}

/// Reads a record: a map from field keys (or labels) to answers.
package struct RecordReader {
  private let form: CompiledForm
  private let definition: FormDefinition
  private var record: FormRecord
  private var diagnostics: [Diagnostic] = []
  private var answered: Set<Int> = []

  private init(form: CompiledForm, definition: FormDefinition, place: SourcePlace) {
    self.form = form
    self.definition = definition
    record = FormRecord(answers: Answers(for: form), form: form, path: place.file)
  }

  /// The record in `node`; keys that the form does not have and values of a wrong shape are reported.
  package static func read(
    _ node: SourceNode, form: CompiledForm, definition: FormDefinition, diagnostics: inout [Diagnostic]
  ) -> FormRecord? {
    guard let entries = node.map else {
      diagnostics.append(
        .error("record.type", at: node.place, "A record is a map of answers, but this is \(node.kind)."))
      return nil
    }
    var reader = RecordReader(form: form, definition: definition, place: SourcePlace(node.place.file))
    for entry in entries { reader.read(entry) }
    diagnostics += reader.diagnostics
    return reader.diagnostics.hasErrors ? nil : reader.record
  }

  private mutating func read(_ entry: SourceEntry) {
    if entry.key == "form" {
      if entry.value.text != definition.id {
        diagnostics.append(
          .error(
            "record.form", at: entry.value.place,
            "The record is for the form “\(entry.value.text ?? "")”, not for “\(definition.id)”."))
      }
      return
    }
    if let group = form.groups.firstIndex(where: { $0.key == Array(entry.key.utf8) }) {
      readGroup(group, entry)
      return
    }
    let fields = definition.sections.filter { $0.repetition == nil }.flatMap(\.fields)
    guard let field = field(named: entry, in: fields) else { return }
    if let index = form.field(Array(field.key.utf8)) { set(index, entry.value) }
  }

  private mutating func readGroup(_ group: Int, _ entry: SourceEntry) {
    record.groupPlaces[group] = entry.keyPlace
    guard let section = definition.sections.first(where: { $0.repetition?.key == entry.key }),
      let items = entry.value.isNull ? [] : entry.value.list
    else {
      diagnostics.append(
        .error("record.type", at: entry.value.place, "“\(entry.key)” should be a list, but is \(entry.value.kind)."))
      return
    }
    record.answers.itemCounts[group] = UInt16(clamping: items.count)
    for (number, item) in items.enumerated() {
      guard let entries = item.map else {
        diagnostics.append(
          .error("record.type", at: item.place, "An element of “\(entry.key)” should be a map, but is \(item.kind)."))
        continue
      }
      for entry in entries {
        guard let field = field(named: entry, in: section.fields) else { continue }
        let key = "\(section.repetition?.key ?? "")[\(number)].\(field.key)"
        if let index = form.field(Array(key.utf8)) { set(index, entry.value) }
      }
      for index in form.fields.indices {
        if form.fields[index].item == FieldItem(group: UInt16(group), index: UInt16(clamping: number)),
          !record.answers.isPresent(index)
        {
          record.places[index] = item.place
        }
      }
    }
  }

  /// The field that an entry's key or label names.
  private mutating func field(named entry: SourceEntry, in fields: [FieldDefinition]) -> FieldDefinition? {
    guard let field = fields.first(where: { $0.key == entry.key || $0.label == entry.key }) else {
      let known = fields.filter(\.isAnswerable).map(\.key) + form.groups.map { String(decoding: $0.key, as: UTF8.self) }
      let near = NearWord.nearest(to: entry.key, in: known)
      diagnostics.append(
        .error(
          "record.unknown-field", at: entry.keyPlace, "The form has no field “\(entry.key)”.",
          hint: near.map { "Did you mean “\($0)”?" }))
      return nil
    }
    guard field.isAnswerable else {
      if !entry.value.isNull {
        diagnostics.append(
          .error(
            "record.by-hand", at: entry.keyPlace, "“\(field.label)” is filled in by hand on paper.",
            hint: "Take the line out of the record."))
      }
      return nil
    }
    return field
  }

  private mutating func set(_ index: Int, _ node: SourceNode) {
    guard answered.insert(index).inserted else {
      let label = String(decoding: form.fields[index].label, as: UTF8.self)
      diagnostics.append(
        .error(
          "record.duplicate-field", at: node.place, "“\(label)” is answered twice.",
          hint: "Its key and its label mean the same field."))
      return
    }
    record.places[index] = node.place
    let isChoice = !form.fields[index].options.isEmpty
    switch node.value {
    case .null: break
    case .scalar(let text):
      if isChoice {
        if !text.isEmpty { record.answers.choose(index, word: Array(text.utf8), in: form) }
      } else {
        record.answers.set(index, text: text.utf8)
      }
    case .list(let nodes) where form.fields[index].kind == .choices:
      for node in nodes {
        guard let text = node.text else {
          wrongShape(index, node)
          continue
        }
        record.answers.choose(index, word: Array(text.utf8), in: form)
      }
    case .list, .map: wrongShape(index, node)
    }
  }

  private mutating func wrongShape(_ index: Int, _ node: SourceNode) {
    let label = String(decoding: form.fields[index].label, as: UTF8.self)
    diagnostics.append(
      .error("record.type", at: node.place, "“\(label)” should be one answer, but is \(node.kind)."))
  }
}

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
  /// Whether all of it could be read; one that could not is checked, so that everything wrong is told at once, but is
  /// not filled.
  package fileprivate(set) var isWhole = true
  /// Fields and groups that the record names, with an answer or without one.
  package fileprivate(set) var namedFields: Set<Int> = []
  package fileprivate(set) var namedGroups: Set<Int> = []
  /// Fields and groups whose answers have a wrong shape: they are not reported as missing besides.
  fileprivate var unreadFields: Set<Int> = []
  fileprivate var unreadGroups: Set<Int> = []

  /// Answers from a file that has no lines, such as a PDF.
  package init(answers: Answers, form: CompiledForm, path: String) {
    self.answers = answers
    places = Array(repeating: SourcePlace(path), count: form.fields.count)
    groupPlaces = Array(repeating: SourcePlace(path), count: form.groups.count)
  }
}

extension FormRecord {
  /// Whether a violation only follows from an answer that could not be read.
  package func isConsequence(_ violation: Violation) -> Bool {
    switch violation.subject {
    case .field(let index): unreadFields.contains(index)
    case .group(let index): unreadGroups.contains(index)
    }
  }
}

/// Reads a record: a map from field keys (or labels) to answers.
package struct RecordReader {
  private let form: CompiledForm
  private let messages: MessageCatalog
  private var record: FormRecord
  private var diagnostics: [Diagnostic] = []
  private let names: RecordNames

  private init(form: CompiledForm, names: RecordNames, messages: MessageCatalog, path: String) {
    self.form = form
    self.names = names
    self.messages = messages
    record = FormRecord(answers: Answers(for: form), form: form, path: path)
  }

  /// The record in `node`; keys that the form does not have and values of a wrong shape are reported and left out.
  /// `nil` when it is no map at all. `names` are the form's, made beforehand where many records are read.
  package static func read(
    _ node: SourceNode, form: CompiledForm, names: RecordNames? = nil,
    messages: MessageCatalog = MessageCatalog(), diagnostics: inout [Diagnostic]
  ) -> FormRecord? {
    var reader = RecordReader(
      form: form, names: names ?? RecordNames(form), messages: messages, path: node.place.file)
    if let entries = node.map {
      for entry in entries { reader.read(entry) }
    } else {
      reader.report(.type, at: node.place, "A record is a map of answers, but this is \(node.kind).")
    }
    diagnostics += reader.diagnostics
    reader.record.isWhole = !reader.diagnostics.hasErrors
    return node.map == nil ? nil : reader.record
  }

  /// Reports a problem in the catalogue's words, or in English where it has none.
  private mutating func report(
    _ problem: RecordProblem, at place: SourcePlace, _ english: String, hint: String? = nil,
    _ values: [String: String] = [:]
  ) {
    diagnostics.append(messages.diagnostic(problem, at: place, english, hint: hint, values))
  }

  private mutating func read(_ entry: SourceEntry) {
    if entry.key == "form" {
      let id = String(decoding: form.id, as: UTF8.self)
      if entry.value.text != id {
        // What stands there may be anything of the record, so it is not quoted.
        report(
          .form, at: entry.value.place, "The record is for another form than “\(id)”.", ["form": id])
      }
      return
    }
    if let group = names.groups[entry.key] {
      read(group, entry)
      return
    }
    if let index = question(named: entry, in: names.top)?.fields[0] { set(index, entry.value) }
  }

  private mutating func read(_ names: RecordNames.Group, _ entry: SourceEntry) {
    let group = names.index
    record.groupPlaces[group] = entry.keyPlace
    record.namedGroups.insert(group)
    guard let items = entry.value.isNull ? [] : entry.value.list else {
      record.unreadGroups.insert(group)
      report(
        .type, at: entry.value.place, "“\(entry.key)” should be a list, but is \(entry.value.kind).",
        ["label": entry.key])
      return
    }
    record.answers.itemCounts[group] = UInt16(clamping: items.count)
    for (number, item) in items.enumerated() {
      let fields = names.items.indices.contains(number) ? names.items[number] : []
      guard let entries = item.map else {
        report(
          .type, at: item.place, "An element of “\(entry.key)” should be a map, but is \(item.kind).",
          ["label": entry.key])
        record.unreadFields.formUnion(fields)
        continue
      }
      for entry in entries {
        if let index = question(named: entry, in: names.questions)?.fields[number] { set(index, entry.value) }
      }
      for index in fields where !record.answers.isPresent(index) { record.places[index] = item.place }
    }
  }

  /// The question that an entry's key or label names.
  private mutating func question(named entry: SourceEntry, in questions: RecordNames.Questions) -> RecordNames.Question?
  {
    guard let question = questions[entry.key] else {
      let known =
        questions.list.filter(\.isAnswerable).map(\.key) + form.groups.map { String(decoding: $0.key, as: UTF8.self) }
      let near = NearWord.nearest(to: entry.key, in: known)
      report(
        .unknownField, at: entry.keyPlace, "The form has no field “\(shown(entry.key))”.",
        hint: near.map { "Did you mean “\($0)”?" }, ["key": shown(entry.key), "near": near ?? "–"])
      return nil
    }
    guard question.isAnswerable else {
      if !entry.value.isNull {
        report(
          .byHand, at: entry.keyPlace, "“\(question.label)” is filled in by hand on paper.",
          hint: "Take the line out of the record.", ["label": question.label])
      }
      return nil
    }
    return question
  }

  private mutating func set(_ index: Int, _ node: SourceNode) {
    guard record.namedFields.insert(index).inserted else {
      let label = String(decoding: form.fields[index].label, as: UTF8.self)
      report(
        .duplicateField, at: node.place, "“\(label)” is answered twice.",
        hint: "Its key and its label mean the same field.", ["label": label])
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

  private func shown(_ word: String) -> String { MessageCatalog.shown(word) }

  private mutating func wrongShape(_ index: Int, _ node: SourceNode) {
    let label = String(decoding: form.fields[index].label, as: UTF8.self)
    record.unreadFields.insert(index)
    report(
      .type, at: node.place, "“\(label)” should be one answer, but is \(node.kind).", ["label": label])
  }
}

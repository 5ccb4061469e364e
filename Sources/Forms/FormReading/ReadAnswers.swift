package import FormModel

/// The answers of a filled PDF to a form's questions, and what is odd about them.
package struct ReadAnswers: Sendable, Equatable {
  /// Ready to be checked.
  package var answers: Answers
  /// Texts as the PDF has them, by field, with surrogates that lost their partner.
  package private(set) var texts: [Int: PDFText] = [:]
  /// Buttons whose value and picture disagree, by the field's index.
  package private(set) var contradictions: [Int] = []
  /// Fields that stand several times in the PDF with different values: which one is meant cannot be known.
  package private(set) var ambiguous: [Int] = []
  /// Names of fields that stand for the form's own a second time, as programs rename them that put several forms into
  /// one file (`agentName [57]`, `agentName+1`): which form is meant cannot be known.
  package private(set) var copies: [String] = []
  /// Names of answer fields that the PDF lacks, in the form's order.
  package private(set) var missing: [String] = []
  /// Names of texts, lists and buttons that are not the form's, ``copies`` too, sorted.
  package private(set) var unknown: [String] = []

  /// Finds the answers to `form`. A field is known by its whole name, else by its last part.
  package init(of filled: FilledForm, to form: CompiledForm) {
    answers = Answers(for: form)
    var byName: [String: [PDFField]] = [:]
    for field in filled.contents.fields { byName[field.lastName, default: []].append(field) }
    var known: Set<String> = []
    for (index, field) in form.fields.enumerated() {
      let name = String(decoding: field.pdfName, as: UTF8.self)
      if field.kind == .choices {
        for option in field.options {
          let name = "\(name)-\(String(decoding: option.value, as: UTF8.self))"
          known.insert(name)
          if let found = find(name, in: byName, index), !found.states.isEmpty {
            answers.choose(index, word: option.value, in: form)
          }
        }
      } else {
        known.insert(name)
        if let found = find(name, in: byName, index) { accept(found, index, form) }
      }
      if let item = field.item, answers.isPresent(index) {
        answers.itemCounts[Int(item.group)] = max(answers.itemCounts[Int(item.group)], item.index + 1)
      }
    }
    copies = byName.keys.filter { !known.contains($0) && Self.renamed($0).map(known.contains) ?? false }.sorted()
    unknown = byName.filter { name, fields in
      !known.contains(name) && fields.contains { ["Tx", "Btn", "Ch"].contains($0.kind) }
    }.keys.sorted()
  }

  /// The name without the number that a merging program put behind it; `nil` when there is none.
  private static func renamed(_ name: String) -> String? {
    let number = name.reversed().prefix { $0.isNumber || " +[]()#_-~".contains($0) }
    guard number.contains(where: \.isNumber), number.contains(where: { !$0.isNumber }) else { return nil }
    return String(name.dropLast(number.count))
  }

  /// Gives a field another text.
  mutating func replace(_ field: Int, by text: PDFText) {
    texts[field] = text
    answers.set(field, text: text.text.utf8)
  }

  private mutating func find(_ name: String, in fields: [String: [PDFField]], _ index: Int) -> PDFField? {
    guard let found = fields[name], let first = found.first(where: { $0.name == name }) ?? found.first else {
      missing.append(name)
      return nil
    }
    if found.contains(where: { $0.states != first.states }), !ambiguous.contains(index) { ambiguous.append(index) }
    if found.contains(where: \.isContradictory), !contradictions.contains(index) { contradictions.append(index) }
    return first
  }

  private mutating func accept(_ found: PDFField, _ index: Int, _ form: CompiledForm) {
    guard let value = found.states.first else { return }
    if form.fields[index].options.isEmpty {
      texts[index] = value
      answers.set(index, text: value.text.utf8)
    } else {
      for word in found.states { answers.choose(index, word: Array(word.text.utf8), in: form) }
    }
  }
}

extension PDFField {
  /// What is answered: the text, or the names of what is chosen. A button counts as chosen when its value says so, or,
  /// where that says nothing, its picture.
  fileprivate var states: [PDFText] {
    guard kind == "Btn" else { return values.filter { !$0.scalars.isEmpty } }
    return valued.isEmpty ? pictured : valued
  }

  /// The states that a button's value names.
  private var valued: [PDFText] {
    // pypdf writes the name of a radio group's choice as a string, slash and all.
    values.map { $0.scalars.first == 0x2F ? PDFText(scalars: Array($0.scalars.dropFirst())) : $0 }
      .filter { !$0.scalars.isEmpty && $0.text != "Off" }.map(exported)
  }

  /// The states that the widgets show, each once.
  private var pictured: [PDFText] {
    var shown: [PDFText] = []
    for case let state? in widgets.map(\.state) where state != "Off" {
      let text = exported(PDFText(state))
      if !shown.contains(text) { shown.append(text) }
    }
    return shown
  }

  /// A button's state may be an index into `/Opt` (PDF 32000-1 §12.7.4.2.3).
  private func exported(_ state: PDFText) -> PDFText {
    guard let index = Int(state.text), options.indices.contains(index) else { return state }
    return options[index].export
  }

  fileprivate var isContradictory: Bool {
    guard kind == "Btn", !values.isEmpty, widgets.contains(where: { $0.state != nil }) else { return false }
    return Set(valued.map(\.text)) != Set(pictured.map(\.text))
  }
}

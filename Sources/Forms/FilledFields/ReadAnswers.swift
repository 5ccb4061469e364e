#if canImport(FormModel)
  package import FormModel
#endif

/// A field that a PDF lacks.
package struct LackingField: Sendable, Equatable {
  /// Index of the question.
  package let field: Int
  /// Its name in PDFs.
  package let name: [UInt8]
}

/// The answers of a filled PDF to a form's questions, and what is odd about them.
package struct ReadAnswers: Sendable, Equatable {
  /// Ready to be checked.
  package var answers: Answers
  /// Texts as the PDF has them, by field, with surrogates that lost their partner; `nil` where there is none.
  package private(set) var texts: [PDFText?]
  /// Buttons whose value and picture disagree, by the field's index.
  package private(set) var contradictions: [Int] = []
  /// Fields that stand several times in the PDF with different values: which one is meant cannot be known.
  package private(set) var ambiguous: [Int] = []
  /// Names of fields that stand for the form's own a second time, as programs rename them that put several forms into
  /// one file (`agentName [57]`, `agentName+1`), ascending: which form is meant cannot be known.
  package private(set) var copyNames: [[UInt8]] = []
  /// Answer fields that the PDF lacks, in the form's order, by their names in PDFs.
  package private(set) var lacking: [LackingField] = []
  /// Names of texts, lists and buttons that are not the form's, ``copyNames`` too, ascending.
  package private(set) var unknownNames: [[UInt8]] = []

  /// Finds the answers to `form`. A field is known by its whole name, else by its last part.
  package init(in fields: [PDFField], to form: CompiledForm) {
    answers = Answers(for: form)
    texts = Array(repeating: nil, count: form.fields.count)
    let byName = FieldsByName(fields)
    var known: [[UInt8]] = []
    for (index, field) in form.fields.enumerated() {
      for (number, name) in field.pdfNames.enumerated() {
        known.append(name)
        guard let found = find(name, in: byName, index) else { continue }
        if field.kind != .choices {
          accept(found, index, form)
        } else if !found.states.isEmpty {
          answers.choose(index, word: field.options[number].value, in: form)
        }
      }
      if let item = field.item, answers.isPresent(index) {
        answers.itemCounts[Int(item.group)] = max(answers.itemCounts[Int(item.group)], item.index + 1)
      }
    }
    for (name, fields) in byName.entries where !known.contains(name) {
      if let original = Self.renamed(name), known.contains(original) { copyNames.append(name) }
      if fields.contains(where: { $0.kind != .signature && $0.kind != .other }) { unknownNames.append(name) }
    }
  }

  /// The name without the number that a merging program put behind it; `nil` when there is none.
  private static func renamed(_ name: [UInt8]) -> [UInt8]? {
    var (digits, signs) = (0, 0)
    for byte in name.reversed() {
      switch byte {
      case 0x30...0x39: digits += 1
      // Space, + [ ] ( ) # _ - ~
      case 0x20, 0x2B, 0x5B, 0x5D, 0x28, 0x29, 0x23, 0x5F, 0x2D, 0x7E: signs += 1
      default: return digits > 0 && signs > 0 ? Array(name.dropLast(digits + signs)) : nil
      }
    }
    return digits > 0 && signs > 0 ? [] : nil
  }

  /// Gives a field another text.
  package mutating func replace(_ field: Int, by text: PDFText) {
    texts[field] = text
    answers.set(field, text: text.utf8)
  }

  /// Takes a field's answer away.
  package mutating func remove(_ field: Int) {
    texts[field] = nil
    answers.set(field, options: 0)
  }

  /// Damage that can be seen in a text of the form by itself.
  package func damages(in field: Int, of form: CompiledForm) -> [DamagedCharacter] {
    guard form.fields[field].kind == .text, let text = texts[field] else { return [] }
    return DamagedCharacter.all(in: text.scalars)
  }

  private mutating func find(_ name: [UInt8], in fields: FieldsByName, _ index: Int) -> PDFField? {
    let found = fields[name]
    guard let first = found.first(where: { $0.name == name }) ?? found.first else {
      lacking.append(LackingField(field: index, name: name))
      return nil
    }
    for field in found {
      if field.states != first.states, ambiguous.last != index { ambiguous.append(index) }
      if field.isContradictory, contradictions.last != index { contradictions.append(index) }
    }
    return first
  }

  private mutating func accept(_ found: PDFField, _ index: Int, _ form: CompiledForm) {
    let states = found.states
    guard let value = states.first else { return }
    if form.fields[index].options.isEmpty {
      replace(index, by: value)
    } else {
      for word in states { answers.choose(index, word: word.utf8, in: form) }
    }
  }
}

extension CompiledField {
  /// Names of the PDF's fields that hold its answer: one for every option where several may be chosen.
  package var pdfNames: [[UInt8]] {
    guard kind == .choices else { return [pdfName] }
    var names: [[UInt8]] = []
    for option in options { names.append(pdfName + [0x2D] + option.value) }
    return names
  }
}

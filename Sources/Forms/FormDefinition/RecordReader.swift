internal import Bytes
package import Diagnostics
package import FormModel
package import FormRecords
package import SourceText

/// Reads a record from a file: a map from field keys (or labels) to answers.
package enum RecordReader {
  /// The record in `node`; keys that the form does not have and values of a wrong shape are reported and left out.
  /// `nil` when it is no map at all. `names` are the form's, made beforehand where many records are read.
  package static func read(
    _ node: SourceNode, form: CompiledForm, names: AnswerNames? = nil,
    messages: MessageCatalog = MessageCatalog(), diagnostics: inout [Diagnostic]
  ) -> FormRecord? {
    let names = names ?? AnswerNames(form)
    var reader = AnswerReader(form: form, names: names)
    let isMap = reader.read(AnswerTree(node))
    let told = AnswerProblemText(form: form, names: names, messages: messages, path: node.place.file)
    diagnostics += reader.problems.map { told.diagnostic(for: $0) }
    return isMap
      ? FormRecord(
        reader.given, at: SourcePlace(node.place.file), isWhole: reader.problems.isEmpty) : nil
  }
}

extension AnswerTree {
  /// A record from YAML or JSON.
  fileprivate init(_ node: SourceNode) {
    let value: Value =
      switch node.value {
      case .null: .null
      case .scalar(let text): .scalar(Array(text.utf8))
      case .list(let nodes): .list(nodes.map { AnswerTree($0) })
      case .map(let entries):
        .map(
          entries.map {
            AnswerEntry(key: Array($0.key.utf8), at: $0.keyPlace.position, value: AnswerTree($0.value))
          })
      }
    self.init(value, at: node.place.position)
  }
}

extension SourcePlace {
  fileprivate var position: TextPosition? {
    guard let line, let column else { return nil }
    return TextPosition(line: line, column: column)
  }
}

/// Says what is wrong with a record's form in the catalogue's words, or in English where it has none.
struct AnswerProblemText {
  let form: CompiledForm
  let names: AnswerNames
  let messages: MessageCatalog
  let path: String

  func diagnostic(for problem: AnswerProblem) -> Diagnostic {
    let place = problem.position.map { SourcePlace(path, line: $0.line, column: $0.column) } ?? SourcePlace(path)
    func tell(
      _ kind: RecordProblem, _ english: String, hint: String? = nil, _ values: [String: String] = [:]
    ) -> Diagnostic {
      messages.diagnostic(kind, at: place, english, hint: hint, values)
    }
    let found = "\(problem.found)"
    switch problem.kind {
    case .notAMap: return tell(.type, "A record is a map of answers, but this is \(found).")
    case .otherForm:
      // What stands there may be anything of the record, so it is not quoted.
      let id = text(form.id)
      return tell(.form, "The record is for another form than “\(id)”.", ["form": id])
    case .notAList(_, let name):
      return tell(.type, "“\(text(name))” should be a list, but is \(found).", ["label": text(name)])
    case .notAnElement(_, let name):
      return tell(
        .type, "An element of “\(text(name))” should be a map, but is \(found).", ["label": text(name)])
    case .unknownField(let name, let group):
      let known =
        names.questions(in: group).filter(\.isAnswerable).map { text($0.key) } + form.groups.map { text($0.key) }
      let near = NearWord.nearest(to: text(name), in: known)
      let shown = MessageCatalog.shown(text(name))
      return tell(
        .unknownField, "The form has no field “\(shown)”.", hint: near.map { "Did you mean “\($0)”?" },
        ["key": shown, "near": near ?? "–"])
    case .byHand(let label):
      return tell(
        .byHand, "“\(text(label))” is filled in by hand on paper.", hint: "Take the line out of the record.",
        ["label": text(label)])
    case .duplicateField(let field):
      let label = text(form.fields[field].label)
      return tell(
        .duplicateField, "“\(label)” is answered twice.", hint: "Its key and its label mean the same field.",
        ["label": label])
    case .notOneAnswer(let field):
      let label = text(form.fields[field].label)
      return tell(.type, "“\(label)” should be one answer, but is \(found).", ["label": label])
    }
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

internal import Bytes
package import Diagnostics
package import FormMessages
package import FormModel
package import FormRecords
package import SourceText

/// Reads a record from a file: a map from field keys (or labels) to answers.
package enum RecordReader {
  /// For so many problems of one record the name that was meant is looked for; far fewer are printed.
  private static let mostNearSought = 1000

  /// The record in `node`; keys that the form does not have and values of a wrong shape are reported and left out.
  /// `nil` when it is no map at all. `names` and `sentences` are the form's, made beforehand where many records are read.
  package static func read(
    _ node: SourceNode, form: CompiledForm, names: AnswerNames? = nil, sentences: RecordSentences? = nil,
    diagnostics: inout [Diagnostic]
  ) -> FormRecord? {
    let names = names ?? AnswerNames(form)
    let sentences = sentences ?? RecordSentences(form: form, names: names)
    var reader = AnswerReader(form: form, names: names)
    let isMap = reader.read(AnswerTree(node))
    let path = node.place.file
    for (number, problem) in reader.problems.enumerated() {
      let isNearSought = number < mostNearSought
      diagnostics.append(problem.diagnostic(in: path, sentences: sentences, isNearSought: isNearSought))
    }
    return isMap ? FormRecord(reader.given, at: SourcePlace(path), isWhole: reader.problems.isEmpty) : nil
  }
}

extension AnswerProblem {
  /// The problem with its place in the file at `path`; with the name that was meant, where it is sought.
  package func diagnostic(in path: String, sentences: RecordSentences, isNearSought: Bool = true) -> Diagnostic {
    let place = position.map { SourcePlace(path, line: $0.line, column: $0.column) } ?? SourcePlace(path)
    if !isNearSought, case .unknownField(let key, _) = kind {
      return .error("record.\(name)", at: place, sentences.sentence(forUnknown: key))
    }
    return .error("record.\(name)", at: place, sentences.sentence(for: self))
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

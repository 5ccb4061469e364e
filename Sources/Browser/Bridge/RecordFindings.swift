#if canImport(Bytes)
  package import Bytes
#endif
#if canImport(FormMessages)
  package import FormMessages
#endif
#if canImport(FormModel)
  internal import FormModel
#endif
#if canImport(FormRecords)
  internal import FormRecords
#endif

/// What was found in one record.
package struct RecordFindings: Sendable {
  /// One thing that is wrong with the record.
  package struct Problem: Sendable {
    /// The field's or repeated section's key, where the problem is about one (ASCII).
    package let key: [UInt8]?
    /// The stable name; `record.` before it makes the command's id, where it has no full stop.
    package let code: StaticString
    /// What is wrong and what to do about it, in the session's language.
    package let sentence: Sentence
    /// Where it stands in the record's text; `nil` for what is missing.
    package let position: TextPosition?
  }

  /// Whether the record can be filled in.
  package internal(set) var isRight = false
  /// What could not be read, then what breaks a rule, in the form's order.
  package internal(set) var problems: [Problem] = []

  mutating func add(_ problem: AnswerProblem, _ sentence: Sentence, of form: CompiledForm) {
    let key: [UInt8]?
    switch problem.kind {
    case .notAList(let group, _), .notAnElement(let group, _): key = form.groups[group].key
    case .duplicateField(let field), .notOneAnswer(let field): key = form.fields[field].key
    case .notAMap, .otherForm, .unknownField, .byHand: key = nil
    }
    problems.append(Problem(key: key, code: problem.name, sentence: sentence, position: problem.position))
  }

  mutating func add(_ violation: Violation, _ sentence: Sentence, in given: GivenAnswers, of form: CompiledForm) {
    let key: [UInt8]
    let position: TextPosition?
    switch violation.subject {
    case .field(let field):
      key = form.fields[field].key
      position = given.positions[given.answers.source(of: field, in: form)]
    case .group(let group):
      key = form.groups[group].key
      position = given.groupPositions[group]
    }
    problems.append(Problem(key: key, code: violation.name, sentence: sentence, position: position))
  }

  /// As the browser gets it.
  var json: [UInt8] {
    var writer = JSONByteWriter()
    writer.raw("{\"ok\":")
    writer.bool(isRight)
    writer.raw(",\"problems\":")
    writer.array(problems) { writer, problem in
      writer.raw("{")
      if let key = problem.key {
        writer.raw("\"key\":")
        writer.string(key)
        writer.raw(",")
      }
      writer.raw("\"code\":")
      writer.string(problem.code)
      writer.raw(",\"say\":")
      writer.string(problem.sentence.say)
      if let hint = problem.sentence.hint {
        writer.raw(",\"hint\":")
        writer.string(hint)
      }
      if let position = problem.position {
        writer.raw(",\"line\":")
        writer.number(Int64(position.line))
        writer.raw(",\"column\":")
        writer.number(Int64(position.column))
      }
      writer.raw("}")
    }
    writer.raw("}")
    return writer.bytes
  }
}

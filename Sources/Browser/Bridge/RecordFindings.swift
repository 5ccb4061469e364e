#if canImport(Bytes)
  package import Bytes
#endif
#if canImport(FormModel)
  internal import FormModel
#endif
#if canImport(FormRecords)
  internal import FormRecords
#endif

/// What was found in one record.
package struct RecordFindings: Sendable {
  package struct Problem: Sendable {
    /// The field's or repeated section's key, where the problem is about one (ASCII).
    package let key: [UInt8]?
    /// The stable name; `record.` before it makes the command's id, where it has no full stop.
    package let code: StaticString
    package let position: TextPosition?
  }

  /// Whether the record can be filled in.
  package internal(set) var isRight = false
  /// What could not be read, then what breaks a rule, in the form's order.
  package internal(set) var problems: [Problem] = []

  mutating func add(_ found: [AnswerProblem], of form: CompiledForm) {
    for problem in found {
      let key: [UInt8]?
      switch problem.kind {
      case .notAList(let group, _), .notAnElement(let group, _): key = form.groups[group].key
      case .duplicateField(let field), .notOneAnswer(let field): key = form.fields[field].key
      case .notAMap, .otherForm, .unknownField, .byHand: key = nil
      }
      problems.append(Problem(key: key, code: problem.name, position: problem.position))
    }
  }

  mutating func add(_ violation: Violation, in given: GivenAnswers, of form: CompiledForm) {
    switch violation.subject {
    case .field(let field):
      let position = given.positions[given.answers.source(of: field, in: form)]
      problems.append(Problem(key: form.fields[field].key, code: violation.name, position: position))
    case .group(let group):
      problems.append(
        Problem(key: form.groups[group].key, code: violation.name, position: given.groupPositions[group]))
    }
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

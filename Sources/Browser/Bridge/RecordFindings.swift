#if canImport(Bytes)
  package import Bytes
#endif
#if canImport(FormMessages)
  internal import FormMessages
#endif
#if canImport(FormModel)
  internal import FormModel
#endif
#if canImport(FormRecords)
  internal import FormRecords
#endif
#if canImport(ZhinanValidation)
  package import ZhinanValidation
#endif

/// What was found in one record.
package struct RecordFindings: Sendable {
  /// One thing that is wrong with the record.
  package struct Problem: Sendable {
    /// The field's or repeated section's key, where the problem is about one (ASCII).
    package let key: [UInt8]?
    /// The stable name; `record.` before it makes the command's id, where it has no full stop.
    package let code: StaticString
    /// Whether it is told only, and does not reject the record.
    package let warns: Bool
    /// What is wrong and what to do about it, in the session's language.
    package let sentence: Sentence
    /// Where it stands in the record's text; `nil` for what is missing.
    package let position: TextPosition?
    /// Its place in the form's order: the index of its field or of its section's first, and one more; 0 for what is about
    /// none.
    let place: Int
    /// The key of the last question or repeated section by which it can be put right, where that is asked later (ASCII).
    var lastKey: [UInt8]?
  }

  /// Whether the record can be filled in.
  package internal(set) var isRight = false
  /// What could not be read, then what breaks a rule, in the form's order.
  package internal(set) var problems: [Problem] = []

  mutating func add(_ problem: AnswerProblem, _ sentence: Sentence, of form: CompiledForm) {
    var subject: Violation.Subject?
    switch problem.kind {
    case .notAList(let group, _), .notAnElement(let group, _): subject = .group(group)
    case .duplicateField(let field), .notOneAnswer(let field): subject = .field(field)
    case .notAMap, .otherForm, .unknownField, .byHand: break
    }
    add(subject, problem.name, warns: false, sentence, at: problem.position, of: form)
  }

  mutating func add(_ violation: Violation, _ sentence: Sentence, in given: GivenAnswers, of form: CompiledForm) {
    let position: TextPosition?
    switch violation.subject {
    case .field(let field): position = given.positions[given.answers.source(of: field, in: form)]
    case .group(let group): position = given.groupPositions[group]
    }
    add(violation.subject, violation.name, warns: !violation.isError, sentence, at: position, of: form)
    switch violation.check.flatMap({ form.checks[$0].lastSubject(in: form) }) {
    case .field(let field): problems[problems.count - 1].lastKey = form.fields[field].key
    case .group(let group): problems[problems.count - 1].lastKey = form.groups[group].key
    case nil: break
    }
  }

  /// Adds what is wrong with a row as a whole, or what is odd about it.
  mutating func add(_ code: StaticString, _ sentence: Sentence, warns: Bool = false, at position: TextPosition?) {
    problems.append(
      Problem(key: nil, code: code, warns: warns, sentence: sentence, position: position, place: 0))
  }

  private mutating func add(
    _ subject: Violation.Subject?, _ code: StaticString, warns: Bool, _ sentence: Sentence, at position: TextPosition?,
    of form: CompiledForm
  ) {
    var key: [UInt8]?
    var place = 0
    switch subject {
    case .field(let field):
      key = form.fields[field].key
      place = field + 1
    case .group(let group):
      key = form.groups[group].key
      place = (form.fields.firstIndex { $0.item.map { Int($0.group) } == group } ?? 0) + 1
    case nil: break
    }
    problems.append(
      Problem(key: key, code: code, warns: warns, sentence: sentence, position: position, place: place))
  }

  /// Adds that the record is no JSON.
  mutating func add(_ problem: JSONProblem) {
    let sentence = Sentence(say: problem.sentence, hint: problem.hint.map { $0.utf8 })
    problems.append(
      Problem(key: nil, code: "json.syntax", warns: false, sentence: sentence, position: problem.position, place: 0))
  }

  /// The problems in the form's order, those of one field in the order in which they were found.
  func inOrder(of form: CompiledForm) -> [Problem] {
    var ordered: [Problem] = []
    ordered.reserveCapacity(problems.count)
    for place in 0...form.fields.count {
      for problem in problems where problem.place == place { ordered.append(problem) }
    }
    return ordered
  }

  /// As the browser gets it.
  var json: [UInt8] {
    var writer = JSONByteWriter()
    writer.raw("{\"ok\":")
    writer.bool(isRight)
    writer.raw(",\"problems\":")
    writer.array(problems) { writer, problem in
      problem.write(to: &writer, saysWhetherItWarns: false)
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

extension RecordFindings.Problem {
  /// Writes the members up to the hint, with the opening brace.
  func write(to writer: inout JSONByteWriter, saysWhetherItWarns: Bool) {
    writer.raw("{")
    if let key {
      writer.raw("\"key\":")
      writer.string(key)
      writer.raw(",")
    }
    writer.raw("\"code\":")
    writer.string(code)
    if saysWhetherItWarns {
      writer.raw(",\"warns\":")
      writer.bool(warns)
    }
    if let lastKey {
      writer.raw(",\"until\":")
      writer.string(lastKey)
    }
    writer.raw(",\"say\":")
    writer.string(sentence.say)
    if let hint = sentence.hint {
      writer.raw(",\"hint\":")
      writer.string(hint)
    }
  }
}

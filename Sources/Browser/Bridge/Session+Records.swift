#if canImport(Bytes)
  internal import Bytes
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
#if canImport(FormTables)
  internal import FormTables
#endif
#if canImport(ZhinanValidation)
  package import ZhinanValidation
#endif

extension Session {
  /// What is wrong with a record, for a message `today LF record`, the record in JSON as the command reads it; `nil`
  /// without a form and for a message of another shape. The answer is
  /// `{"ok":…,"problems":[{"key":…,"code":…,"say":…,"hint":…,"line":…,"column":…},…]}`: a problem has a key where it is
  /// about a field or a repeated section, a hint where there is one, and a place where something stands that it is about.
  package func checkRecord(_ message: [UInt8]) -> [UInt8]? {
    guard let (today, json) = Self.parted(message) else { return nil }
    return check(json, today: today)?.json
  }

  /// What is wrong with a record in JSON; `nil` without a form.
  package func check(_ json: [UInt8], today: CalendarDate) -> RecordFindings? {
    opened?.read(json, today: today).findings
  }

  /// How a draft stands, for a message `today LF record`: which questions are asked, what is answered, what is wrong; the
  /// record in JSON may lack anything. `nil` without a form and for a message of another shape. ``DraftState`` has the
  /// answer's shape.
  package mutating func state(_ message: [UInt8]) -> [UInt8]? {
    guard let (today, json) = Self.parted(message) else { return nil }
    let (fonts, isWhole) = (fonts, hasAllPacks)
    return opened?.state(json, today: today, fonts: fonts, isWhole: isWhole).json
  }

  /// A message's first line, a date, and what follows.
  static func parted(_ message: [UInt8]) -> (today: CalendarDate, rest: [UInt8])? {
    guard let end = message.firstIndex(of: 0x0A), let today = CalendarDate(iso: message[..<end]) else { return nil }
    return (today, Array(message[(end + 1)...]))
  }
}

/// A record in JSON as far as it could be read and checked.
struct ReadRecord: ~Copyable {
  var given: GivenAnswers
  let found: FoundAnswers
  var findings: RecordFindings
}

extension OpenForm {
  /// Reads and checks a record. What is no map is an empty record, with the one problem that it is none.
  func read(_ json: [UInt8], today: CalendarDate) -> ReadRecord {
    var findings = RecordFindings()
    var reader = AnswerReader(form: form, names: names)
    var isMap = false
    do throws(JSONProblem) {
      isMap = reader.read(AnswerTree(try JSONNode.read(json, .file)))
    } catch {
      findings.add(error)
    }
    return check(reader, findings, today: today, isReadable: isMap)
  }

  /// Reads and checks a row of a table.
  func read(_ row: some TableRow, under header: TableHeader, today: CalendarDate) -> ReadRecord {
    var findings = RecordFindings()
    var reader = AnswerReader(form: form, names: names)
    var wrong: [RowShapeProblem] = []
    reader.read(row, under: header, of: form, readsForm: true, problems: &wrong)
    for problem in wrong {
      let place = row.position(min(problem.column, row.count - 1))
      findings.add(problem.problem.name, sentences.messages.sentence(for: problem), at: place)
    }
    return check(reader, findings, today: today, isReadable: wrong.isEmpty)
  }

  /// Checks what was read, and tells what could not be.
  private func check(
    _ reader: AnswerReader, _ findings: RecordFindings, today: CalendarDate, isReadable: Bool
  ) -> ReadRecord {
    var findings = findings
    for problem in reader.problems { findings.add(problem, sentences.sentence(for: problem), of: form) }
    var violations: [Violation] = []
    let given = reader.given
    let found = checker.find(given.answers, today: today, violations: &violations)
    if isReadable { add(violations.filter { !given.isConsequence($0) }, of: given, to: &findings) }
    findings.isRight = isReadable && reader.problems.isEmpty && found.record != nil
    return ReadRecord(given: given, found: found, findings: findings)
  }

  /// Adds violations with their sentences.
  func add(_ violations: [Violation], of given: GivenAnswers, to findings: inout RecordFindings) {
    for violation in violations {
      findings.add(violation, sentences.sentence(for: violation, in: given.answers), in: given, of: form)
    }
  }
}

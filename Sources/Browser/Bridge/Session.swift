#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(FormModel)
  internal import FormModel
#endif
#if canImport(FormRecords)
  internal import FormRecords
#endif
#if canImport(RuleLines)
  internal import RuleLines
#endif
#if canImport(Validation)
  package import Validation
#endif

/// What a page asks while somebody answers a form: it holds the guide's facts and one form, and answers with bytes. The
/// same in a browser and in the tests that run it natively.
package struct Session: Sendable {
  /// A form made ready for records.
  struct OpenForm: Sendable {
    let form: CompiledForm
    let names: AnswerNames
    let checker: RecordChecker

    init(_ form: CompiledForm) {
      self.form = form
      names = AnswerNames(form)
      checker = RecordChecker(form)
    }
  }

  private var facts = RuleFacts()
  private var opened: OpenForm?

  /// A session without a form and without facts.
  package init() {}

  /// Takes the guide's facts, one JSON object; whether it is JSON.
  package mutating func accept(facts json: [UInt8]) -> Bool {
    guard let value = JSONValue(json) else { return false }
    facts = RuleFacts(value)
    return true
  }

  /// Opens a compiled form in place of the one before; whether it can be used. One that cannot leaves no form open.
  package mutating func open(form bytes: [UInt8]) -> Bool {
    opened = (try? CompiledForm(decoding: bytes)).map { OpenForm($0) }
    return opened != nil
  }

  /// The answer of a rule to a message `rule LF today LF json`: one JSON line; `nil` for a message of another shape.
  package func answerRule(_ message: [UInt8]) -> [UInt8]? {
    let parts = message.split(separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let rule = Rule(name: parts[0]), let today = CalendarDate(iso: parts[1]) else { return nil }
    return RuleLine(rule: rule, today: today, facts: facts).answer(json: Array(parts[2]))
  }

  /// What is wrong with a record, for a message `today LF record`, the record in JSON as the command reads it; `nil`
  /// without a form and for a message of another shape. The answer is
  /// `{"ok":…,"problems":[{"key":…,"code":…,"line":…,"column":…},…]}`: a problem has a key where it is about a field or
  /// a repeated section, and a place where something stands that it is about.
  package func checkRecord(_ message: [UInt8]) -> [UInt8]? {
    guard let end = message.firstIndex(of: 0x0A), let today = CalendarDate(iso: message[..<end]),
      let findings = check(Array(message[(end + 1)...]), today: today)
    else { return nil }
    return findings.json
  }

  /// What is wrong with a record in JSON; `nil` without a form.
  package func check(_ json: [UInt8], today: CalendarDate) -> RecordFindings? {
    guard let opened else { return nil }
    var findings = RecordFindings()
    let record: AnswerTree
    do throws(JSONProblem) {
      record = AnswerTree(try JSONNode.read(json, .file))
    } catch {
      findings.problems.append(RecordFindings.Problem(key: nil, code: "json.syntax", position: error.position))
      return findings
    }
    var reader = AnswerReader(form: opened.form, names: opened.names)
    let isMap = reader.read(record)
    findings.add(reader.problems, of: opened.form)
    guard isMap else { return findings }
    var violations: [Violation] = []
    let checked = opened.checker.check(reader.given.answers, today: today, violations: &violations)
    for violation in violations where !reader.given.isConsequence(violation) {
      findings.add(violation, in: reader.given, of: opened.form)
    }
    findings.isRight = reader.problems.isEmpty && checked != nil
    return findings
  }
}

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
    var sentences: RecordSentences

    init(_ form: CompiledForm, _ messages: MessageTable) {
      self.form = form
      names = AnswerNames(form)
      checker = RecordChecker(form)
      sentences = RecordSentences(form: form, names: names, messages: messages)
    }

    mutating func say(in messages: MessageTable) {
      sentences = RecordSentences(form: form, names: names, messages: messages)
    }
  }

  private var facts = RuleFacts()
  private(set) var messages = MessageTable()
  private(set) var opened: OpenForm?

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
    opened = (try? CompiledForm(decoding: bytes)).map { OpenForm($0, messages) }
    return opened != nil
  }

  /// Takes a language's table of sentences, in which problems are told from now on; whether it can be used. One that
  /// cannot leaves the sentences as they were: codes, and English, before the first.
  package mutating func accept(messages bytes: [UInt8]) -> Bool {
    guard let table = try? MessageTable(decoding: bytes) else { return false }
    messages = table
    opened?.say(in: table)
    return true
  }

  /// The answer of a rule to a message `rule LF today LF json`: one JSON line; `nil` for a message of another shape.
  package func answerRule(_ message: [UInt8]) -> [UInt8]? {
    let parts = message.split(separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let rule = Rule(name: parts[0]), let today = CalendarDate(iso: parts[1]) else { return nil }
    return RuleLine(rule: rule, today: today, facts: facts).answer(json: Array(parts[2]))
  }

  /// What is wrong with a record, for a message `today LF record`, the record in JSON as the command reads it; `nil`
  /// without a form and for a message of another shape. The answer is
  /// `{"ok":…,"problems":[{"key":…,"code":…,"say":…,"hint":…,"line":…,"column":…},…]}`: a problem has a key where it is
  /// about a field or a repeated section, a hint where there is one, and a place where something stands that it is about.
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
      let sentence = Sentence(say: error.sentence, hint: error.hint.map { $0.utf8 })
      findings.problems.append(
        RecordFindings.Problem(key: nil, code: "json.syntax", sentence: sentence, position: error.position))
      return findings
    }
    var reader = AnswerReader(form: opened.form, names: opened.names)
    let isMap = reader.read(record)
    for problem in reader.problems {
      findings.add(problem, opened.sentences.sentence(for: problem), of: opened.form)
    }
    guard isMap else { return findings }
    var violations: [Violation] = []
    let checked = opened.checker.check(reader.given.answers, today: today, violations: &violations)
    for violation in violations where !reader.given.isConsequence(violation) {
      let sentence = opened.sentences.sentence(for: violation, in: reader.given.answers)
      findings.add(violation, sentence, in: reader.given, of: opened.form)
    }
    findings.isRight = reader.problems.isEmpty && checked != nil
    return findings
  }
}

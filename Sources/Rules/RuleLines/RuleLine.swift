#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(ZhinanValidation)
  package import ZhinanValidation
#endif

/// Answers a rule on one value with one line of JSON:
/// `{"rule","ok","value","errors":[…],"warnings":[…]}`; `"found"` behind them names the kind that a file really is
/// when its name says another. The same on every machine and in the browser.
package struct RuleLine: Sendable {
  /// The rule that values are held against.
  package let rule: Rule
  /// The day that ages and future dates are counted from.
  package let today: CalendarDate
  /// The guide's facts; whoever asks a rule makes sure that it lacks none.
  package let facts: RuleFacts

  /// A rule on one day, for any number of values.
  package init(rule: Rule, today: CalendarDate, facts: RuleFacts) {
    self.rule = rule
    self.today = today
    self.facts = facts
  }

  /// Adds the judgement on a text as it stands; a rule with several inputs takes it as JSON.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - answers: gets one line without its end; its room is used again, so that most rules allocate nothing.
  /// - Returns: whether the value has no error; warnings alone do not count.
  package func judge(text: UnsafeBufferPointer<UInt8>, into answers: inout RuleAnswers) -> Bool {
    if rule == .phoneList { return judge(phones: text, into: &answers) }
    if rule.takesText {
      let verdict = rule.check(text, today: today, canonical: &answers.canonical)
      begin(verdict, &answers.writer)
      if verdict.isValid { answers.writer.string(answers.canonical) } else { answers.writer.raw("null") }
      end(verdict, &answers.writer)
      return verdict.isValid
    }
    if rule == .reviewHours, text.first != 0x22 { return add(reviewHours([UInt8](text)), to: &answers) }
    return judge(json: text, into: &answers)
  }

  /// Adds the judgement on a JSON value: a string, or the array or object that a rule with several inputs takes. What
  /// is no JSON, or has another shape, is `E_TYPE`. Otherwise as for a text.
  package func judge(json: UnsafeBufferPointer<UInt8>, into answers: inout RuleAnswers) -> Bool {
    if rule.takesText, let text = Self.plainString(json) { return judge(text: text, into: &answers) }
    guard let value = JSONValue(json) else { return add(Answer(Verdict(.eType)), to: &answers) }
    if rule.takesText, let text = value.text {
      return text.withUnsafeBufferPointer { judge(text: $0, into: &answers) }
    }
    return add(answer(value), to: &answers)
  }

  /// Adds the judgement on a value that is too long to be kept, whatever it is: `E_LENGTH`.
  package func judgeTooLong(into answers: inout RuleAnswers) -> Bool { add(Answer(Verdict(.eLength)), to: &answers) }

  /// The line of the judgement on a JSON value.
  package func answer(json: [UInt8]) -> [UInt8] {
    var answers = RuleAnswers()
    _ = json.withUnsafeBufferPointer { judge(json: $0, into: &answers) }
    return answers.writer.bytes
  }

  /// The same for the rules that the guide's pages ask, `fee` and `review_hours`; `E_TYPE` for any other.
  package func answerTool(json: [UInt8]) -> [UInt8] {
    var answers = RuleAnswers()
    _ = add(JSONValue(json).map { toolAnswer($0) } ?? Answer(Verdict(.eType)), to: &answers)
    return answers.writer.bytes
  }

  /// What stands between the quotation marks of a JSON string without escapes; `nil` for any other JSON.
  private static func plainString(_ json: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    guard json.count >= 2, json[0] == 0x22, json[json.count - 1] == 0x22 else { return nil }
    let text = UnsafeBufferPointer(rebasing: json[1..<(json.count - 1)])
    for byte in text where byte < 0x20 || byte == 0x22 || byte == 0x5C { return nil }
    return text
  }

  /// A verdict and what writes the canonical value.
  struct Answer {
    var verdict: Verdict
    var write: ((inout JSONByteWriter) -> Void)?
    /// What a file really is whose name says another kind.
    var found: StaticString?
    /// Warnings that a price list itself has, ASCII.
    var doubts: [[UInt8]] = []
    /// What else is told of a file, members of JSON behind commas.
    var details: ((inout JSONByteWriter) -> Void)?

    init(_ verdict: Verdict, _ write: ((inout JSONByteWriter) -> Void)? = nil) {
      self.verdict = verdict
      self.write = write
    }
  }

  private func answer(_ value: JSONValue) -> Answer {
    switch (rule, value) {
    case (.passport, .array): pair(value.elements, passport)
    case (.postalCode, .array): postalCode(value.elements)
    case (.orgCode, .array): pair(value.elements, orgCode)
    case (.taxID, .array): pair(value.elements, taxID)
    case (.dateValidity, .array): pair(value.elements, dateValidity)
    case (.uploadFile, .array): uploadFile(value.elements)
    case (.mask, .object): mask(value)
    default: toolAnswer(value)
    }
  }

  private func toolAnswer(_ value: JSONValue) -> Answer {
    switch (rule, value) {
    case (.reviewHours, .string(let text)): reviewHours(text)
    case (.fee, .object): fee(value)
    default: Answer(Verdict(.eType))
    }
  }

  func add(_ answer: Answer, to answers: inout RuleAnswers) -> Bool {
    let isValid = answer.verdict.isValid
    begin(answer.verdict, &answers.writer)
    if isValid, let write = answer.write { write(&answers.writer) } else { answers.writer.raw("null") }
    end(answer.verdict, doubts: answer.doubts, &answers.writer) { writer in
      answer.details?(&writer)
      guard let found = answer.found else { return }
      writer.raw(",\"found\":")
      writer.string(found)
    }
    return isValid
  }

  /// The numbers of a list, shortened ones completed; a whole number is kept as it is written.
  private func judge(phones text: UnsafeBufferPointer<UInt8>, into answers: inout RuleAnswers) -> Bool {
    let list = PhoneList.read(text)
    var (numbers, verdict) = (list.written, list.verdict)
    if !verdict.isValid {
      verdict = rule.check(text, today: today, canonical: &answers.canonical)
      numbers = answers.canonical.withUnsafeBufferPointer { PhoneList.expand($0) }
    }
    begin(verdict, &answers.writer)
    if verdict.isValid {
      answers.writer.raw("[")
      for place in numbers.indices {
        if place > 0 { answers.writer.raw(",") }
        answers.writer.string(numbers[place])
      }
      answers.writer.raw("]")
    } else {
      answers.writer.raw("null")
    }
    end(verdict, &answers.writer)
    return verdict.isValid
  }

  private func begin(_ verdict: Verdict, _ writer: inout JSONByteWriter) {
    writer.raw("{\"rule\":\"")
    writer.raw(rule.name)
    writer.raw(verdict.isValid ? "\",\"ok\":true,\"value\":" : "\",\"ok\":false,\"value\":")
  }

  private func end(
    _ verdict: Verdict, doubts: [[UInt8]] = [], _ writer: inout JSONByteWriter,
    details: (inout JSONByteWriter) -> Void = { _ in }
  ) {
    writer.raw(",\"errors\":")
    codes(verdict.errors, &writer)
    writer.raw(",\"warnings\":")
    if doubts.isEmpty { codes(verdict.warnings, &writer) } else { writer.array(doubts) { $0.string($1) } }
    details(&writer)
    writer.raw("}")
  }

  private func codes(_ codes: CodeSet, _ writer: inout JSONByteWriter) {
    if codes.isEmpty { return writer.raw("[]") }
    writer.array(codes) { writer, code in
      guard code == .wOutsideHomeRegion, !facts.regionID.isEmpty else { return writer.string(code.name) }
      let region = facts.regionID.map { $0 >= 0x61 && $0 <= 0x7A ? $0 - 32 : $0 }
      writer.string([0x57, 0x5F, 0x4E, 0x4F, 0x54, 0x5F] + region)  // W_NOT_
    }
  }

  private func pair(_ parts: [JSONValue], _ answer: ([UInt8], [UInt8]) -> Answer) -> Answer {
    guard parts.count == 2, let first = parts[0].text, let second = parts[1].text else {
      return Answer(Verdict(.eType))
    }
    return answer(first, second)
  }
}

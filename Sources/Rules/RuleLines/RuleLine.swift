#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(Validation)
  package import Validation
#endif

/// Answers a rule on one value with one line of JSON:
/// `{"rule","ok","value","errors":[…],"warnings":[…]}`; `"found"` behind them names the kind that a file really is
/// when its name says another. The same on every machine and in the browser.
package struct RuleLine: Sendable {
  /// The rule that values are held against.
  package let rule: Rule
  /// The day that ages and future dates are counted from.
  package let today: CalendarDate
  /// The guide's facts; a rule that lacks those it needs answers `E_TYPE`.
  package let facts: RuleFacts

  /// A rule on one day, for any number of values.
  package init(rule: Rule, today: CalendarDate, facts: RuleFacts) {
    self.rule = rule
    self.today = today
    self.facts = facts
  }

  /// The judgement on a text as it stands; a rule with several inputs takes it as JSON.
  package func judgement(text: [UInt8]) -> Judgement {
    if rule.takesText { return line(check(text)) }
    if rule == .reviewHours, text.first != 0x22 { return line(reviewHours(text)) }
    return judgement(json: text)
  }

  /// The judgement on a JSON value: a string, or the array or object that a rule with several inputs takes. What is no
  /// JSON, or has another shape, is `E_TYPE`.
  package func judgement(json: [UInt8]) -> Judgement {
    guard let value = JSONValue(json) else { return line(Answer(Verdict(.eType))) }
    return line(answer(value))
  }

  /// The judgement on a value that is too long to be kept, whatever it is: `E_LENGTH`.
  package var judgementOnTooLong: Judgement { line(Answer(Verdict(.eLength))) }

  /// The line of the judgement on a JSON value.
  package func answer(json: [UInt8]) -> [UInt8] { judgement(json: json).line }

  /// Whether a value keeps the rule, and the line that says so.
  package struct Judgement: Sendable {
    /// Whether the value has no error; warnings alone do not count.
    package let isValid: Bool
    /// One line of JSON without its end.
    package let line: [UInt8]
  }

  /// A verdict and what writes the canonical value.
  struct Answer {
    var verdict: Verdict
    var write: ((inout JSONByteWriter) -> Void)?
    /// What a file really is whose name says another kind.
    var found: StaticString?

    init(_ verdict: Verdict, _ write: ((inout JSONByteWriter) -> Void)? = nil) {
      self.verdict = verdict
      self.write = write
    }
  }

  private func check(_ text: [UInt8]) -> Answer {
    if rule == .phoneList { return phoneList(text) }
    let checked = rule.check(text, today: today)
    return Answer(checked.verdict) { writer in
      if let value = checked.value { writer.string(value) }
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
    case (.reviewHours, .string(let text)): reviewHours(text)
    case (.fee, .object): fee(value)
    case (.mask, .object): mask(value)
    case (_, .string(let text)) where rule.takesText: check(text)
    default: Answer(Verdict(.eType))
    }
  }

  private func line(_ answer: Answer) -> Judgement {
    var writer = JSONByteWriter()
    writer.raw("{\"rule\":")
    writer.string(rule.name)
    writer.raw(",\"ok\":")
    writer.bool(answer.verdict.isValid)
    writer.raw(",\"value\":")
    if answer.verdict.isValid, let write = answer.write { write(&writer) } else { writer.raw("null") }
    writer.raw(",\"errors\":")
    codes(answer.verdict.errors, &writer)
    writer.raw(",\"warnings\":")
    codes(answer.verdict.warnings, &writer)
    if let found = answer.found {
      writer.raw(",\"found\":")
      writer.string(found)
    }
    writer.raw("}")
    return Judgement(isValid: answer.verdict.isValid, line: writer.bytes)
  }

  private func codes(_ codes: CodeSet, _ writer: inout JSONByteWriter) {
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

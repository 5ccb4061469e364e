internal import Bytes
internal import Facts
internal import RuleLines
internal import ZhinanValidation

/// Writes explanations: lines for people, or a line of JSON each. The value itself is masked as everywhere else.
struct ExplanationLines {
  let explanation: ValueExplanation
  let inChinese: Bool
  /// Whether answers are JSON.
  let writesJSON: Bool
  /// Whether values are JSON strings.
  let readsJSON: Bool
  /// For sums of prices in place of values: the rule, and what the guide says of its doubts.
  var prices: (line: RuleLine, facts: GuideFacts)?

  /// Adds the explanation of a value; whether it is right.
  func explain(_ value: ValueLines.Line, into answers: inout RuleAnswers) -> Bool {
    switch value {
    case .tooLong: return add(Verdict(.eLength), shown: "", [], &answers.writer)
    case .value(let json) where prices != nil: return explain(request: json, &answers.writer)
    case .value(let text) where !readsJSON: return explain(text, &answers.writer)
    case .value(let json):
      guard let text = JSONValue(json)?.text else { return add(Verdict(.eType), shown: "", [], &answers.writer) }
      return text.withUnsafeBufferPointer { explain($0, &answers.writer) }
    }
  }

  private func explain(_ text: UnsafeBufferPointer<UInt8>, _ writer: inout JSONByteWriter) -> Bool {
    var canonical: [UInt8] = []
    let verdict = explanation.rule.check(text, today: explanation.today, canonical: &canonical)
    let parts =
      verdict.isValid ? canonical.withUnsafeBufferPointer(explanation.parts(of:)) : explanation.parts(of: text)
    return add(verdict, shown: shown(text, canonical), parts, &writer)
  }

  private func add(
    _ verdict: Verdict, shown: String, _ parts: [ExplainedPart], _ writer: inout JSONByteWriter
  ) -> Bool {
    add(
      errors: verdict.errors.map { "\($0.name)" }, warnings: verdict.warnings.map { "\($0.name)" }, shown: shown, parts,
      &writer)
  }

  /// Adds what is said of a value; whether it is right.
  func add(
    errors: [String], warnings: [String], shown: String, _ parts: [ExplainedPart], _ writer: inout JSONByteWriter
  ) -> Bool {
    if writesJSON {
      addJSON(errors, warnings, shown, parts, &writer)
    } else {
      writer.unquoted(lines(errors.isEmpty, errors + warnings, shown, parts))
    }
    return errors.isEmpty
  }

  private func addJSON(
    _ errors: [String], _ warnings: [String], _ shown: String, _ parts: [ExplainedPart],
    _ writer: inout JSONByteWriter
  ) {
    writer.object { writer in
      writer.member("rule", "\(explanation.rule.name)")
      writer.key("ok")
      writer.bool(errors.isEmpty)
      writer.member("shown", shown)
      writer.key("errors")
      writer.array(errors) { $0.text($1) }
      writer.key("warnings")
      writer.array(warnings) { $0.text($1) }
      writer.key("holds")
      writer.value(ExplainedPart.value(of: parts), inChinese: inChinese)
    }
  }

  private func lines(_ isRight: Bool, _ codes: [String], _ shown: String, _ parts: [ExplainedPart]) -> String {
    let judgement = isRight ? Words("正确", "right") : Words("不正确", "wrong")
    let head = "\(shown)  \(explanation.rule.name)\(inChinese ? "：" : ": ")\(judgement.text(inChinese: inChinese))"
    let told =
      codes.isEmpty ? "" : inChinese ? "（\(codes.joined(separator: "，"))）" : " (\(codes.joined(separator: ", ")))"
    let labels = parts.map { $0.label.text(inChinese: inChinese) }
    let width = labels.map { columns(of: $0) }.max() ?? 0
    let rows = zip(labels, parts).map { label, part in
      "\n    \(label)\(String(repeating: " ", count: width - columns(of: label) + 2))\(part.text.text(inChinese: inChinese))"
    }
    return head + told + rows.joined()
  }

  /// Columns of a terminal: two for a Han character.
  private func columns(of text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) } }

  /// The value as far as it may be seen: a date and a postal code that are right are nobody's alone.
  private func shown(_ text: UnsafeBufferPointer<UInt8>, _ canonical: [UInt8]) -> String {
    let masked: [UInt8]
    switch explanation.rule {
    case .date, .postalCode: masked = canonical.isEmpty ? Masking.mask([UInt8](text), as: .text) : canonical
    case .bankCard: masked = Masking.mask([UInt8](text), as: .bank)
    case .mobile, .landline, .phone, .phoneList:
      let numbers = PhoneNumber.explain(text).map { Masking.mask($0.number, as: .mobile) }
      masked = numbers.isEmpty ? Masking.mask([UInt8](text), as: .mobile) : [UInt8](numbers.joined(separator: [0x2F]))
    default: masked = Masking.mask([UInt8](text), as: .id)
    }
    return String(decoding: masked, as: UTF8.self)
  }
}

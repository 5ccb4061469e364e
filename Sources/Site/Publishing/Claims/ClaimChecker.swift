internal import Bytes
internal import Diagnostics
internal import Facts
internal import FormPage
internal import GuideText
internal import RuleLines
internal import Site
internal import SourceText
internal import ZhinanValidation

/// Judges what the pages of one version claim.
struct ClaimChecker {
  let today: CalendarDate
  let facts: GuideFacts
  /// The version's forms.
  let forms: [PublishedForm]

  /// Why the claim does not hold; `nil` when it does.
  ///
  /// - Parameter text: what readers see of the page, without white space.
  func problem(of claim: Claim, text: String) -> Diagnostic? {
    if let problem = claim.problem { return problem }
    switch claim.subject {
    case .rule(let name, let value, let codes): return rule(name, value, codes, claim)
    case .fee(let request, let estimate, let upper): return fee(request, estimate, upper, claim)
    case .hours(let moment, let isOpen): return hours(moment, isOpen, claim)
    case .says(let words):
      return text.contains(Self.joined(words))
        ? nil : .error("claim.failed/says", at: claim.place, ["text": .text(words)])
    case .saysNot(let words):
      return text.contains(Self.joined(words))
        ? .error("claim.failed/says-not", at: claim.place, ["text": .text(words)]) : nil
    case .asks(let id, let question): return asks(id, question, claim)
    case .fact, .link, .sourceSays, .sourceSaysNot, .elements: return nil
    }
  }

  /// A text without white space, as pages are searched.
  static func joined(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  private func rule(_ name: String, _ value: SourceNode, _ codes: Set<String>, _ claim: Claim) -> Diagnostic? {
    guard let rule = Rule.allCases.first(where: { "\($0.name)" == name }) else {
      return .error("claim.rule", at: claim.place, ["name": .text(name)])
    }
    let answer = self.answer(rule, value)
    let told = [answer.member("errors"), answer.member("warnings")].compactMap(\.self).flatMap(\.elements)
    let found = Set(told.compactMap { $0.text.map { String(decoding: $0, as: UTF8.self) } })
    guard found != codes else { return nil }
    return .error(
      "claim.failed/rule", at: claim.place,
      ["rule": .text(name), "found": .text(Self.list(found)), "wanted": .text(Self.list(codes))])
  }

  private func fee(_ request: SourceNode, _ estimate: String, _ upper: String?, _ claim: Claim) -> Diagnostic? {
    let value = answer(.fee, request).member("value")
    let found = [value?.member("estimate"), value?.member("upper")].map { sum in
      if case .number(let digits)? = sum { String(decoding: digits, as: UTF8.self) } else { "–" }
    }
    guard found != [estimate, upper ?? estimate] else { return nil }
    return .error(
      "claim.failed/fee", at: claim.place,
      ["found": .text(Self.range(found)), "wanted": .text(Self.range([estimate, upper ?? estimate]))])
  }

  private static func range(_ sums: [String]) -> String { Set(sums).count == 1 ? sums[0] : sums.joined(separator: "–") }

  private func hours(_ moment: String, _ isOpen: Bool, _ claim: Claim) -> Diagnostic? {
    var answers = RuleAnswers()
    let line = RuleLine(rule: .reviewHours, today: today, facts: ruleFacts)
    _ = Array(moment.utf8).withUnsafeBufferPointer { line.judge(text: $0, into: &answers) }
    guard JSONValue(answers.writer.bytes)?.member("value")?.member("open") == .bool(isOpen) else {
      return .error(isOpen ? "claim.failed/closed" : "claim.failed/open", at: claim.place, ["moment": .text(moment)])
    }
    return nil
  }

  private func asks(_ id: String, _ question: String, _ claim: Claim) -> Diagnostic? {
    guard let form = forms.first(where: { $0.id == id }) else {
      return FormProblem.unknown(id, forms.map(\.id), at: claim.place)
    }
    let asked = form.page.sections.flatMap(\.questions)
    if asked.contains(where: { $0.key == question || $0.label == question }) { return nil }
    return .error("claim.failed/asks", at: claim.place, ["form": .text(id), "question": .text(question)])
  }

  private var ruleFacts: RuleFacts { RuleFacts(JSONValue(facts.rulesJSON) ?? .null) }

  private func answer(_ rule: Rule, _ value: SourceNode) -> JSONValue {
    var writer = JSONByteWriter(.misleading)
    Self.write(value, &writer)
    return JSONValue(RuleLine(rule: rule, today: today, facts: ruleFacts).answer(json: writer.bytes)) ?? .null
  }

  private static func list(_ codes: Set<String>) -> String {
    codes.isEmpty ? "ok" : codes.sorted().joined(separator: ", ")
  }

  /// YAML as the JSON that rules with several inputs take: digits in maps and lists are numbers.
  private static func write(_ node: SourceNode, _ writer: inout JSONByteWriter, inside: Bool = false) {
    switch node.value {
    case .null: writer.raw("null")
    case .scalar(let text):
      if inside, text.wholeMatch(of: /-?[0-9]{1,15}(\.[0-9]{1,15})?/) != nil {
        writer.raw(Array(text.utf8))
      } else if inside, text == "true" || text == "false" {
        writer.bool(text == "true")
      } else {
        writer.text(text)
      }
    case .list(let nodes): writer.array(nodes) { writer, node in write(node, &writer, inside: true) }
    case .map(let entries):
      writer.object { writer in
        for entry in entries {
          writer.key(entry.key)
          write(entry.value, &writer, inside: true)
        }
      }
    }
  }
}

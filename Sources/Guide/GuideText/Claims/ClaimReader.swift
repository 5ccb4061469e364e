internal import Diagnostics
internal import SourceText

/// Reads the body of a `{check}` block: a list of claims.
enum ClaimReader {
  /// The claims; what is none is reported.
  static func claims(_ node: SourceNode, diagnostics: inout [Diagnostic]) -> [Claim] {
    guard let list = node.list else {
      diagnostics.append(.error("claim.list", at: node.place))
      return []
    }
    return list.compactMap { claim($0, diagnostics: &diagnostics) }
  }

  private static func claim(_ node: SourceNode, diagnostics: inout [Diagnostic]) -> Claim? {
    var map = MapReader(node, what: Message("what.claim"), id: "claim")
    let why = map.text("why")
    let subject = subject(node, &map)
    for key in ["says", "says-not", "source-says", "source-says-not", "link"] {
      if let node = node[key], node.text?.allSatisfy(\.isWhitespace) ?? node.isNull {
        map.report(.error("claim.empty", at: node.place, ["key": .text(key)]))
      }
    }
    if subject == nil, !map.diagnostics.hasErrors { map.report(.error("claim.kind", at: node.place)) }
    let isBroken = map.diagnostics.hasErrors
    map.finish(into: &diagnostics)
    guard let subject, !isBroken,
      let first = node.map?.first(where: {
        !["why", "value", "gives", "is", "upper", "open", "asks", "have", "source"].contains($0.key)
      })
    else { return nil }
    return Claim(
      subject: subject, name: why ?? "\(first.key): \(first.value.text ?? "…")", place: node.place, problem: nil)
  }

  private static func subject(_ node: SourceNode, _ map: inout MapReader) -> Claim.Subject? {
    if let rule = map.text("rule") {
      guard let value = map.requiredNode("value") else { return nil }
      let codes = map.node("gives")?.list?.compactMap(\.text) ?? map.text("gives").map { $0 == "ok" ? [] : [$0] } ?? []
      return .rule(rule, value: value, codes: Set(codes))
    }
    if let request = map.node("fee") {
      return map.requiredText("is").map { .fee(request: request, estimate: $0, upper: map.text("upper")) }
    }
    if let moment = map.text("hours") { return .hours(moment, isOpen: map.bool("open") ?? true) }
    if let path = map.text("fact") { return map.requiredText("is").map { .fact(path, value: $0) } }
    if let text = map.text("says") { return .says(text) }
    if let text = map.text("says-not") { return .saysNot(text) }
    if let text = map.text("source-says") { return .sourceSays(text, source: map.text("source") ?? "") }
    if let text = map.text("source-says-not") { return .sourceSaysNot(text, source: map.text("source") ?? "") }
    if let address = map.text("link") { return .link(address) }
    if let form = map.text("form") { return map.requiredText("asks").map { .asks(form: form, question: $0) } }
    if let data = map.text("elements") {
      return .elements(data: data, names: map.list("have").compactMap(\.text))
    }
    return nil
  }
}

internal import Content
internal import Diagnostics
internal import Markdown
internal import SourceText

extension PageResolver {
  /// `{check}`: claims, of which nothing is shown. Those of facts, links and sources are judged at once.
  mutating func claim(_ directive: Directive) {
    guard let body = options(of: directive) else { return }
    for var claim in ClaimReader.claims(body, diagnostics: &diagnostics) {
      claim.subject = filled(claim.subject, at: claim.place)
      claim.problem = problem(of: claim)
      claims.append(claim)
    }
  }

  /// Words that a claim names, with their facts.
  private mutating func filled(_ subject: Claim.Subject, at place: SourcePlace) -> Claim.Subject {
    switch subject {
    case .says(let text): .says(filled(text, at: place))
    case .saysNot(let text): .saysNot(filled(text, at: place))
    case .sourceSays(let text, let source): .sourceSays(filled(text, at: place), source: source)
    case .sourceSaysNot(let text, let source): .sourceSaysNot(filled(text, at: place), source: source)
    case .rule, .fee, .hours, .fact, .link, .asks, .elements: subject
    }
  }

  private mutating func problem(of claim: Claim) -> Diagnostic? {
    switch claim.subject {
    case .fact(let path, let wanted):
      var filler = FactFiller(version)
      let found = filler.value(of: "data", path, at: claim.place)
      guard let found, found != wanted else { return filler.diagnostics.first }
      return .error(
        "claim.failed/fact", at: claim.place, ["path": .text(path), "found": .text(found), "wanted": .text(wanted)])
    case .link(let address):
      switch LinkResolver(index: index, place: place).target(of: address, at: claim.place) {
      case .success: return nil
      case .failure(let problem): return problem.diagnostic
      }
    case .sourceSays(let text, let source):
      let quotation = WrittenText(text: text, place: claim.place)
      return index.quotations.problems(quotation, version: place.version, source: source).first?.asError
    case .sourceSaysNot(let text, let source):
      let quotation = WrittenText(text: text, place: claim.place)
      guard let problem = index.quotations.problems(quotation, version: place.version, source: source).first else {
        return .error("claim.failed/source", at: claim.place, ["text": .text(text)])
      }
      return problem.id == "quote.different" ? nil : problem.asError
    case .elements(let data, let names):
      let rows = version.data[data]?.root["rows"]?.list ?? []
      let told = Set(
        rows.filter { $0["value-md"]?.text != nil || $0["absent"]?.text == "true" }.compactMap { $0["name"]?.text })
      let lacking = names.filter { !told.contains($0) }
      return lacking.isEmpty
        ? nil : .error("claim.failed/elements", at: claim.place, ["names": .list(lacking), "data": .text(data)])
    case .rule, .fee, .hours, .says, .saysNot, .asks: return nil
    }
  }
}

extension Diagnostic {
  /// The same as an error: a claim that cannot be judged does not hold.
  fileprivate var asError: Diagnostic {
    var error = self
    error.severity = .error
    return error
  }
}

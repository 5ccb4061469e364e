internal import Content
internal import Diagnostics
internal import Markdown
internal import SourceText

extension PageResolver {
  /// `{check}`: claims, of which nothing is shown. Those of facts and links are judged at once.
  mutating func claim(_ directive: Directive) {
    guard let body = options(of: directive) else { return }
    for var claim in ClaimReader.claims(body, diagnostics: &diagnostics) {
      claim.problem = problem(of: claim)
      claims.append(claim)
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

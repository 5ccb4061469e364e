internal import Content
internal import Diagnostics
internal import FormPage

/// Words that pages would say in English, because the theme's labels lack them in the guide's language.
enum LackingWords {
  /// A warning that names them; none for a guide in English.
  ///
  /// - Parameter labels: names of the labels that pages need.
  static func problems(_ site: SiteContext, labels: Set<String>, hasForms: Bool) -> [Diagnostic] {
    let guide = site.guide
    guard guide.language.split(separator: "-").first?.lowercased() != "en" else { return [] }
    let forms = hasForms ? FormWords.entries.map { "forms.\($0.name)" } : []
    let words = GuideWords.entries.map(\.name).filter {
      site.templates.words.contains($0) && !guide.labels.words.has($0)
    }
    let states = Set(guide.versions.map(\.status.rawValue)).filter {
      site.templates.names(saidBy: "page").contains("statusWord") && !guide.labels.words.has($0)
    }
    let changes =
      site.changes.pairs.isEmpty
      ? [] : ChangeWords.entries.map(\.name).filter { !guide.labels.changes.set.contains($0) }
    let lacking =
      (labels.sorted() + forms).filter { !guide.labels.named.contains($0) }
      + changes.map { "changes.\($0)" } + Set(words).union(states).sorted().map { "words.\($0)" }
    guard !lacking.isEmpty else { return [] }
    return [
      .warning(
        "labels.lacking", at: SourcePlace(guide.labels.path),
        ["names": .list(lacking), "language": .text(guide.language)])
    ]
  }
}

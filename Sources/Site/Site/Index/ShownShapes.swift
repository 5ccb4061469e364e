internal import Content
internal import Diagnostics
internal import GuideText

/// Looks at the data files that directives show: that they have the shapes of the theme's directives, and that something
/// reads every key.
struct ShownShapes {
  /// What is wrong with the data files, by versions.
  private(set) var diagnostics: [Diagnostic] = []
  /// Files that have not the shape of a directive that shows them, and its templates: what these find wrong besides is no
  /// second problem.
  private var wrong: Set<String> = []

  /// Looks at a version's data files. A directive whose template is the guide's own asks for no shape.
  mutating func look(_ site: SiteContext, version: Int, shown: Set<ShownFacts>) {
    let data = site.guide.versions[version].data
    var found: [Diagnostic] = []
    var seen: Set<ShownFacts> = []
    for use in shown.sorted(by: { ($0.data, $0.directive) < ($1.data, $1.directive) }) {
      guard let (name, shape) = FactShape.shape(of: use.directive), let file = data[use.data],
        let template = site.templates.theme("directives/\(use.directive)")
      else { continue }
      let problems = shape.problems(in: file, of: name)
      if !problems.isEmpty { wrong.formUnion([file.path, template]) }
      if seen.insert(ShownFacts(directive: name, data: use.data)).inserted { found += problems }
    }
    let places = Set(found.compactMap(\.place))
    diagnostics += found
    diagnostics += UnreadFacts.problems(site, version: version, shown: shown).filter { problem in
      problem.place.map { !places.contains($0) } ?? true
    }
  }

  /// Those of what was found while templates were filled that do not come of a file without its shape.
  func others(of problems: [Diagnostic]) -> [Diagnostic] {
    problems.filter { problem in problem.place.map { !wrong.contains($0.file) } ?? true }
  }
}

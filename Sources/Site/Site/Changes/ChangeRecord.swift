internal import Content
internal import GuideText
internal import Redline
internal import Templates

/// The record of what changed in a version, `<version>/changes/`: a sentence for each page.
enum ChangeRecord {
  static func file(_ changes: VersionChanges, _ site: SiteContext) -> OutputFile {
    let path = GuideChanges.path(of: changes.pair.newer, in: site.guide)
    return OutputFile(
      path: path.file, bytes: site.templates.fill(ChangePages.recordTemplate, context(changes, at: path, in: site)))
  }

  /// A line of the record: what it is about, where that is shown, and a sentence of it.
  struct Line {
    let title: String
    let path: SitePath?
    var sentence = ""
  }

  /// The parts of the record, each with a title: changed pages, forms, new pages, pages that are gone.
  static func parts(_ changes: VersionChanges, _ site: SiteContext) -> [(title: String, lines: [Line])] {
    let (words, index) = (site.guide.labels.changes, site.index)
    let sentences = ChangeSentences(words)
    func name(_ id: PageID) -> String { index.page(id).source.title }
    let pages = changes.pages.map {
      Line(
        title: name($0.page), path: GuideChanges.path(of: $0.page, in: index),
        sentence: [
          DescentSentence.origin(of: $0.descent, in: index)?.text(words, index) ?? "",
          sentences.sentence($0.counts, $0.facts),
        ].filter { !$0.isEmpty }.joined(separator: words["descentSeparator"]))
    }
    let forms = changes.forms.map {
      Line(title: $0.form.title, path: GuideChanges.path(of: $0.form), sentence: sentences.counts($0.counts))
    }
    func lines(_ ids: [PageID]) -> [Line] { ids.map { Line(title: name($0), path: index.page($0).path) } }
    let fronts = front(changes, site)
    return [
      (words["pages"], fronts.changed + pages), (words["forms"], forms),
      (words["newPages"], fronts.added + lines(changes.added)),
      (words["gonePages"], fronts.removed + lines(changes.removed)),
    ].filter { !$0.lines.isEmpty }
  }

  /// The line of the front page, which stands at the site's root while its version is in force, and nowhere else.
  private static func front(
    _ changes: VersionChanges, _ site: SiteContext
  ) -> (changed: [Line], added: [Line], removed: [Line]) {
    let words = site.guide.labels.changes
    func line(_ version: Int) -> Line {
      Line(title: words["frontPage"], path: version == site.index.current ? SitePath("") : nil)
    }
    switch changes.front {
    case nil: return ([], [], [])
    case .added: return ([], [line(changes.pair.newer)], [])
    case .removed: return ([], [], [line(changes.pair.older)])
    case .changed(let counts, let facts):
      let path = GuideChanges.frontPath(of: changes.pair.newer, in: site.guide)
      let sentence = ChangeSentences(words).sentence(counts, facts)
      return ([Line(title: words["frontPage"], path: path, sentence: sentence)], [], [])
    }
  }

  /// The line of pages that are the same; `nil` where there is none.
  static func unchanged(_ changes: VersionChanges, _ site: SiteContext) -> String? {
    let words = site.guide.labels.changes
    let titles = changes.unchanged.map { site.index.page($0).source.title }
    return titles.isEmpty
      ? nil : words.filled("unchanged", ["pages": titles.joined(separator: words["pageSeparator"])])
  }

  /// The version switcher's entries: each leads to that version's record, or to its home.
  static func switcher(_ version: Int, from path: SitePath, in site: SiteContext) -> TemplateValue {
    .list(
      site.index.versions(seenFrom: version).map { number in
        var members = VersionContext.members(site.index, number, from: path)
        let hasRecord = site.changes.pairs.contains { $0.newer == number }
        members[.isThis] = .flag(number == version)
        members[.hasPage] = .flag(hasRecord)
        members[.url] =
          hasRecord ? .text(GuideChanges.path(of: number, in: site.guide).relative(from: path)) : members[.home]
        return .map(members)
      })
  }

  private static func context(_ changes: VersionChanges, at path: SitePath, in site: SiteContext) -> TemplateValue {
    let (words, index, version) = (site.guide.labels.changes, site.index, changes.pair.newer)
    let (newer, older) = (site.guide.versions[version], site.guide.versions[changes.pair.older])
    var members = SiteValue.members(site, root: path.root)
    members[.version] = VersionContext.value(index, version, from: path)
    members[.versions] = switcher(version, from: path, in: site)
    members[.noindex] = true
    members[.search] = SearchPages.value(version, from: path, in: site)
    members[.navigation] = .lazy {
      NavigationContext.groups(site, version: version, Addresses(index: index.text, from: path), this: nil)
    }
    var facts = RedlineWriter(words: words, table: site.guide.labels.table, from: path)
    facts.write(facts: changes.facts)
    members[.page] = RedlineContext.page(
      words["record"], words.filled("recordLead", ["new": newer.title, "old": older.title]), at: path,
      html: facts.out, in: site)
    members[.sections] = .list(
      parts(changes, site).map { title, lines in
        [
          .title: .text(title),
          .pages: .list(
            lines.map { line in
              [
                .title: .text(line.title), .note: line.sentence.isEmpty ? .absent : .text(line.sentence),
                .url: .optional(line.path?.relative(from: path)),
              ]
            }),
        ]
      })
    members[.note] = .optional(unchanged(changes, site))
    return .map(members)
  }
}

internal import Content
internal import GuideText
internal import Markdown
internal import Templates

/// The feed of all records, `changes.xml` (Atom, RFC 4287): an entry for each version that has one and a date.
enum ChangeFeed {
  private static let path = SitePath("changes.xml")

  /// The key `feed` of a page, whose way to the site's root is `root`; absent where there is no feed.
  static func value(_ site: SiteContext, root: String) -> TemplateValue {
    site.changes.pairs.contains { date(of: site.guide.versions[$0.newer]) != nil } ? .text(root + path.text) : .absent
  }

  static func files(_ records: [VersionChanges], _ site: SiteContext) -> [OutputFile] {
    let entries = records.compactMap { record in
      date(of: site.guide.versions[record.pair.newer]).map { (record, $0) }
    }
    guard let last = entries.map(\.1).max() else { return [] }
    let guide = site.guide
    let feed = path.absolute(below: guide.address)
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    out += "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(text(guide.language))\">\n"
    out += "<id>\(text(feed))</id>\n"
    out += "<title>\(text("\(guide.shortTitle) – \(guide.labels.changes["record"])"))</title>\n"
    out += "<updated>\(last)</updated>\n<author><name>\(text(guide.title))</name></author>\n"
    out += "<link rel=\"self\" type=\"application/atom+xml\" href=\"\(text(feed))\"/>\n"
    out += "<link rel=\"alternate\" type=\"text/html\" href=\"\(text(guide.address))\"/>\n"
    for (record, date) in entries { out += entry(record, date, site) }
    return [OutputFile(path: path.text, text: out + "</feed>\n")]
  }

  private static func entry(_ record: VersionChanges, _ date: String, _ site: SiteContext) -> String {
    let version = site.guide.versions[record.pair.newer]
    let address = GuideChanges.path(of: record.pair.newer, in: site.guide).absolute(below: site.guide.address)
    var html = ""
    for (title, lines) in ChangeRecord.parts(record, site) {
      html += "<h2>\(HTMLText.escaped(title))</h2>\n<ul>\n"
      for line in lines {
        let name = HTMLText.escaped(line.title)
        let link = line.path.map { HTMLText.escaped($0.absolute(below: site.guide.address)) }
        html += "<li>" + (link.map { "<a href=\"\($0)\">\(name)</a>" } ?? name)
        html += line.sentence.isEmpty ? "</li>\n" : " " + HTMLText.escaped(line.sentence) + "</li>\n"
      }
      html += "</ul>\n"
    }
    if let same = ChangeRecord.unchanged(record, site) { html += "<p>\(HTMLText.escaped(same))</p>\n" }
    return """
      <entry>
      <id>\(text(address))</id>
      <title>\(text(version.title))</title>
      <updated>\(date)</updated>
      <link rel="alternate" type="text/html" href="\(text(address))"/>
      <content type="html">\(text(html))</content>
      </entry>

      """
  }

  /// When a version was published, else when it came into force, where it did, else when one of its pages was last changed (RFC 3339).
  private static func date(of version: GuideVersion) -> String? {
    let changed = version.pages.compactMap(\.updated).max()
    // A day to come is none on which something became known.
    let start = version.status == .upcoming ? nil : version.effective
    let known = version.published ?? start ?? changed ?? version.effective
    // What was put right since is news, too.
    let date = known.map { ([$0] + version.errata.map(\.date)).max() ?? $0 }
    return date.map { "\($0)T00:00:00Z" }
  }

  /// A text without what XML has no characters for.
  private static func text(_ text: String) -> String {
    let fit = text.unicodeScalars.filter {
      $0.value >= 0x20 && $0.value != 0xFFFE && $0.value != 0xFFFF || $0 == "\n" || $0 == "\t"
    }
    return HTMLText.escaped(String(String.UnicodeScalarView(fit)))
  }
}

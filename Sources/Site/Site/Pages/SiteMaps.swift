internal import Bytes
internal import Content
internal import GuideText
internal import Markdown

/// The files that programs read: versions.json, sitemap.xml, robots.txt.
enum SiteMaps {
  static func files(_ index: SiteIndex) -> [OutputFile] {
    [
      OutputFile(path: "versions.json", text: versions(index)),
      OutputFile(path: "sitemap.xml", text: sitemap(index)),
      // GitHub Pages leaves out what begins with an underscore without it.
      OutputFile(path: ".nojekyll", bytes: []),
      OutputFile(path: "robots.txt", text: "User-agent: *\nAllow: /\nSitemap: \(index.guide.address)sitemap.xml\n"),
    ]
  }

  /// The shape that the tool mike writes.
  private static func versions(_ index: SiteIndex) -> String {
    let entries = index.versions(seenFrom: nil).map { number in
      let version = index.guide.versions[number]
      let aliases = version.status == .current ? "[\"latest\"]" : "[]"
      let (id, title) = (quoted(version.id), quoted(version.title))
      return "  {\"version\": \(id), \"title\": \(title), "
        + "\"aliases\": \(aliases)}"
    }
    return "[\n\(entries.joined(separator: ",\n"))\n]\n"
  }

  private static func quoted(_ text: String) -> String { JSONByteWriter.quoted(text, .misleading) }

  /// All pages that are their own canonical address, but those of drafts (sitemaps.org protocol 0.9).
  private static func sitemap(_ index: SiteIndex) -> String {
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    out += "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    out += "<url><loc>\(HTMLText.escaped(index.guide.address))</loc></url>\n"
    for (number, version) in index.guide.versions.enumerated() where version.status != .draft {
      for (position, page) in index.text.pages[number].enumerated() {
        let id = PageID(version: number, page: position)
        // A page of an older version that a newer one has leads search engines there.
        guard !index.text.isDraft(id), index.text.canonical(of: id).text == page.path.text else { continue }
        let address = HTMLText.escaped(page.path.absolute(below: index.guide.address))
        let date = page.source.updated.map { "<lastmod>\($0)</lastmod>" } ?? ""
        out += "<url><loc>\(address)</loc>\(date)</url>\n"
      }
      for form in index.forms(version: number) {
        let path = SitePath(version: version.id, form: form.id)
        out += "<url><loc>\(HTMLText.escaped(path.absolute(below: index.guide.address)))</loc></url>\n"
      }
    }
    return out + "</urlset>\n"
  }
}

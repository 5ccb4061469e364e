internal import Bytes
internal import Content
internal import GuideText
internal import Templates

/// The pages among which a wrong address looks for the one that was meant.
enum NearPages {
  /// Most pages that are listed, newest versions first: the list stands in the page for wrong addresses.
  private static let mostPages = 2_000

  /// Address below the site's root, title and version's title of each page, forms' pages too, as JSON that may stand in a
  /// script element.
  static func json(_ index: SiteIndex) -> [UInt8] {
    var listed: [[String]] = []
    for number in index.versions(seenFrom: nil) {
      let version = index.guide.versions[number]
      var pages = index.listed[number].map { page in
        let page = index.text.pages[number][page]
        return (path: page.path, title: page.source.title)
      }
      pages += index.forms(version: number).map { (SitePath(version: version.id, form: $0.id), $0.title) }
      listed += pages.prefix(mostPages - listed.count).map {
        [$0.path.relative(from: SitePath("")), $0.title, version.title]
      }
    }
    var writer = JSONByteWriter(.beyondASCII)
    writer.array(listed) { writer, page in writer.array(page) { $0.text($1) } }
    return ModuleValue.script(writer)
  }
}

internal import Content
internal import GuideText

/// How the texts of one page name other places.
struct Addresses: Sendable {
  let index: GuideIndex
  /// The address that relative ones start from.
  let from: SitePath
  /// The version whose pages all stand on this one, where they do.
  var whole: Int?

  /// The way to a page, or to its place on this one.
  func page(_ id: PageID, query: String = "", fragment: String = "") -> String {
    if id.version == whole, index.isListed(id) { return "#" + self.id(fragment, on: id) }
    return place(index.page(id).path) + query + (fragment.isEmpty ? "" : "#\(fragment)")
  }

  /// The way to any other place of the site.
  func place(_ path: SitePath) -> String { path.relative(from: from) }

  /// The id that a heading has here; without one, that of the page itself. No name and no id holds a colon.
  func id(_ id: String, on page: PageID?) -> String {
    guard whole != nil, let page else { return id }
    let name = index.page(page).source.name
    return "\(id.isEmpty ? "" : name):\(id.isEmpty ? name : id)"
  }
}

internal import Content
internal import GuideText
internal import Templates

/// All that pages are rendered with.
struct SiteContext: Sendable {
  let index: SiteIndex
  let templates: TemplateSet
  let facts: VersionFacts
  /// ``NavigationEntries/all(_:)``; empty while facts are rendered, which name no pages.
  var entries: [[String: [TemplateValue]]] = []
  /// What pages with tools load, by the version's id.
  let toolParts: [String: [PublishedPart]]
  /// Names of the data files that forms read, by the version's id.
  var formData: [String: Set<String>] = [:]
  /// What stood on pages before they were split, by the page that has their readers.
  var moved: [PageID: [MovedAnchor]] = [:]
  /// Which pages tell what changed.
  var changes = GuideChanges()

  var guide: Guide { index.guide }
}

internal import Content

/// All that pages are rendered with.
struct SiteContext: Sendable {
  let index: SiteIndex
  let templates: TemplateSet
  let facts: [VersionFacts]
  /// What pages with tools load, by the version's id.
  let toolParts: [String: [PublishedPart]]

  var guide: Guide { index.guide }
}

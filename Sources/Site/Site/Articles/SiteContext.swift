internal import Content

/// All that pages are rendered with.
struct SiteContext: Sendable {
  let index: SiteIndex
  let templates: TemplateSet
  let facts: [VersionFacts]

  var guide: Guide { index.guide }
}

package import Content
package import Diagnostics
internal import Facts
internal import FormDefinition
internal import FormMessages
internal import FormModel
internal import GuideText
package import Foundation
package import Site
package import ZhinanValidation

/// A guide built in memory: its text read, its forms drawn, its pages rendered.
package struct BuiltGuide {
  /// The guide as it was read.
  package let guide: Guide
  /// Every form of every version.
  package let forms: [PublishedForm]
  /// The files of the site and what was found while they were made.
  package let site: SiteOutput

  /// What the pages claim, judged, in the order of versions and pages.
  package let claims: [ClaimResult]

  /// Number of pages of each version, newest version first.
  package var pageCounts: [(version: String, pages: Int)] { guide.versions.map { ($0.id, $0.pages.count) } }

  /// Reads everything below `root` and builds the site; `nil` when something is an error.
  ///
  /// - Parameters:
  ///   - today: the day on which versions are in force or not.
  ///   - readsReleases: whether versions are held against what was released of them, and forms are those.
  ///   - drafts: whether drafts are listed as the rest.
  ///   - program: name and version of the program, for the blanks' metadata.
  ///   - browserModule: the WebAssembly module that the site publishes, where there is one.
  ///   - pageModule: the packed module that pages of forms load, where there is one.
  ///   - tableModule: the packed module that pages with a table of records load.
  ///   - toolModule: the packed module that pages with small tools load, where there is one.
  ///   - kept: what was made by the builds before, and need not be made again.
  package static func build(
    root: URL, today: CalendarDate, drafts: Bool = false, readsReleases: Bool = true, program: String,
    browserModule: [UInt8]?,
    pageModule: [UInt8]?,
    tableModule: [UInt8]? = nil, toolModule: [UInt8]? = nil, keeping kept: KeptParts? = nil,
    diagnostics: inout [Diagnostic]
  ) async -> BuiltGuide? {
    var guide = GuideReader.read(
      root: root, today: today, readsReleases: readsReleases, rules: { WorkedFacts($0) }, diagnostics: &diagnostics)
    guide?.listsDrafts = drafts
    let templates = TemplateSet.read(root: root, diagnostics: &diagnostics)
    guard var guide, let templates else { return nil }
    let facts = Dictionary(uniqueKeysWithValues: guide.versions.map { ($0.id, GuideFacts(of: $0)) })
    for version in guide.versions { diagnostics += facts[version.id]?.problems ?? [] }
    let hasForms = guide.versions.contains { !$0.formFiles.isEmpty }
    let hasTools = toolModule != nil && facts.values.contains(where: \.hasTools)
    let current = guide.current.map { FormFacts($0) }
    let messages =
      hasForms || hasTools
      ? catalogs(guide.language, root: root, facts: current, keeping: kept, diagnostics: &diagnostics) : []
    let (drawn, packs, formData, written) = published(
      guide, root: root, program: program, messages: hasForms ? messages.first : nil, withPacks: pageModule != nil,
      keeping: kept,
      diagnostics: &diagnostics)
    for number in guide.versions.indices {
      if let own = written[guide.versions[number].id] { guide.versions[number].written.add(own) }
      if let current, guide.versions[number].status == .current { guide.versions[number].written.add(current.written) }
    }
    diagnostics += TypedFacts.problems(guide, root: root)
    var parts = BrowserParts(
      module: hasForms ? pageModule : nil, tableModule: tableModule, toolModule: hasTools ? toolModule : nil,
      glyphPacks: packs,
      keeping: kept)
    let forms = parts.published(drawn, in: guide, facts: facts, messages: messages.first)
    if parts.isIncomplete { diagnostics.append(.error("site.parts", at: nil)) }
    let site = await SiteBuilder.build(
      guide, templates: templates, forms: forms,
      extraFiles: browserFiles(guide, facts: facts, module: browserModule, messages: messages) + parts.files,
      toolParts: parts.toolParts, formData: formData)
    diagnostics += site.diagnostics
    diagnostics += UnusedLayouts.problems(guide, root: root, diagnostics: &diagnostics)
    guard !diagnostics.hasErrors else { return nil }
    let claims = claims(of: site, guide, today: today, facts: facts, forms: forms)
    return BuiltGuide(guide: guide, forms: forms, site: site, claims: claims)
  }

  private static func claims(
    of site: SiteOutput, _ guide: Guide, today: CalendarDate, facts: [String: GuideFacts], forms: [PublishedForm]
  ) -> [ClaimResult] {
    site.claims.flatMap { page -> [ClaimResult] in
      let version = guide.versions[page.version]
      guard let facts = facts[version.id] else { return [] }
      let checker = ClaimChecker(today: today, facts: facts, forms: forms.filter { $0.version == version.id })
      let text = ClaimChecker.joined(page.text)
      return page.claims.map { claim in
        ClaimResult(
          name: claim.name, version: version.id, page: page.page, place: claim.place,
          problem: checker.problem(of: claim, text: text))
      }
    }
  }

  /// The sentences of every language, those of the guide's own first; none when that one cannot be read.
  private static func catalogs(
    _ language: String, root: URL, facts: FormFacts?, keeping kept: KeptParts?, diagnostics: inout [Diagnostic]
  ) -> [MessageCatalog] {
    guard let own = MessageCatalog.read(language, root: root, facts: facts, keeping: kept, diagnostics: &diagnostics)
    else {
      return []
    }
    let others = MessageCatalog.languages(root: root, diagnostics: &diagnostics).filter { $0 != language }
      .compactMap { MessageCatalog.read($0, root: root, facts: facts, keeping: kept, diagnostics: &diagnostics) }
    return [own] + others
  }

  /// The forms of every version, drawn, and the glyphs that a browser fills them with.
  private static func published(
    _ guide: Guide, root: URL, program: String, messages: MessageCatalog?, withPacks: Bool, keeping kept: KeptParts?,
    diagnostics: inout [Diagnostic]
  ) -> (
    [PublishedForm], packs: [[UInt8]], data: [String: Set<String>], written: [String: WrittenFacts]
  ) {
    guard let messages, let fonts = FontLibrary.read(root: root, diagnostics: &diagnostics) else {
      return ([], [], [:], [:])
    }
    var forms = GuideForms(root: root, fonts: fonts, messages: messages, program: program, keeping: kept)
    var published: [PublishedForm] = []
    var compiled: [CompiledForm] = []
    for version in guide.versions {
      for file in version.formFiles {
        if let drawn = forms.draw(file, of: version, language: guide.language, diagnostics: &diagnostics) {
          compiled.append(drawn.compiled)
          var form = forms.published(
            drawn, version: version.id, words: guide.labels.forms, diagnostics: &diagnostics)
          form.layout = forms.layout(of: file)
          published.append(form)
        }
      }
    }
    let packs =
      withPacks
      ? GuideGlyphs.packs(
        for: compiled, of: guide, fonts: forms.fonts, root: root, keeping: kept, diagnostics: &diagnostics) : []
    return (published, packs, forms.dataRead, forms.written)
  }

  /// What checks answers in a browser: the WebAssembly module, each version's facts for it, and, beside the compiled
  /// forms, each language's sentences.
  private static func browserFiles(
    _ guide: Guide, facts: [String: GuideFacts], module: [UInt8]?, messages: [MessageCatalog]
  ) -> [OutputFile] {
    let facts = guide.versions.filter { !$0.data.isEmpty }.compactMap { version in
      facts[version.id].map { OutputFile(path: "\(version.id)/facts.json", bytes: $0.json) }
    }
    let sentences = guide.versions.filter { !$0.formFiles.isEmpty }.flatMap { version in
      messages.map { catalog in
        let language = String(decoding: catalog.table.language, as: UTF8.self)
        return OutputFile(path: "\(version.id)/forms/\(language).messages", bytes: catalog.table.encoded())
      }
    }
    return facts + sentences + (module.map { [OutputFile(path: "assets/zhinan.wasm", bytes: $0)] } ?? [])
  }
}

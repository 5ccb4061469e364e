internal import Bytes
internal import Content
internal import Diagnostics
internal import FormPage
internal import GuideText
internal import Templates

/// The pages on which forms are read and filled: `<version>/forms/<id>/`.
enum FormPages {
  private static let template = "form-page"

  static func files(_ site: SiteContext, diagnostics: inout [Diagnostic]) -> [OutputFile] {
    let index = site.index
    let forms = index.guide.versions.indices.flatMap { number in
      index.forms(version: number).map { (version: number, form: $0) }
    }
    guard !forms.isEmpty else { return [] }
    guard site.templates.has(template) else {
      diagnostics.append(.error("template.missing", at: SourcePlace("templates/\(template).mustache")))
      return []
    }
    return forms.map { version, form in
      let path = SitePath(version: form.version, form: form.id)
      return OutputFile(
        path: path.file, bytes: site.templates.fill(template, context(form, version, at: path, in: site)))
    }
  }

  private static func context(
    _ form: PublishedForm, _ version: Int, at path: SitePath, in site: SiteContext
  ) -> TemplateValue {
    let index = site.index
    var members = SiteValue.members(site, root: path.root)
    members[.version] = VersionContext.value(index, version, from: path)
    members[.versions] = switcher(form, version, from: path, index)
    members[.banner] = banner(form, version, from: path, index)
    members[.noindex] = .flag(index.guide.versions[version].status == .draft)
    members[.search] = SearchPages.value(version, from: path, in: site)
    members[.changes] = site.changes.link(of: form, from: path, in: site)
    members[.record] = site.changes.record(of: version, from: path, in: site)
    members[.coming] = site.changes.coming(for: form, of: version, from: path, in: site)
    members[.page] = [
      .title: .text(form.title), .shortTitle: .text(form.page.shortTitle), .description: .optional(form.notice),
      .canonical: .text(canonical(form, version, index).absolute(below: index.guide.address)), .isHome: false,
      .name: .text(form.id), .step: .absent, .updated: .absent, .reviewed: .absent, .isFolded: false, .source: .absent,
      .report: .optional(
        index.guide.report?.filled(title: form.title, address: path.absolute(below: index.guide.address))),
    ]
    members[.navigation] = NavigationContext.groups(
      site, version: version, Addresses(index: index.text, from: path), this: nil)
    members[.form] = FormContext.value(form, from: path)
    members[.scans] =
      form.scans.map { scans in
        [.kinds: .list(scans.kinds.map { .text($0) }), .inColour: .flag(scans.inColour)]
      } ?? .absent
    members[.otherForms] = .html(otherForms(form, version, from: path, index))
    members[.shownOn] =
      index.page(showing: form.id, version: version).map { id in
        let page = index.page(id)
        return [
          .title: .text(page.source.shortTitle ?? page.source.title), .url: .text(page.path.relative(from: path)),
          .step: page.source.step.map { .number($0) } ?? .absent,
        ]
      } ?? .absent
    members.merge(ModuleValue.members(form.parts, at: path, in: site))
    return .map(members)
  }

  /// The version's other forms as JSON that may stand in a script element: title and address by id, for whoever opens a
  /// file on the wrong page.
  private static func otherForms(
    _ form: PublishedForm, _ version: Int, from: SitePath, _ index: SiteIndex
  ) -> [UInt8] {
    var writer = JSONByteWriter(.beyondASCII)
    writer.object { writer in
      for other in index.forms(version: version) where other.id != form.id {
        writer.key(other.id)
        writer.object {
          $0.member("title", other.page.shortTitle)
          $0.member("url", SitePath(version: other.version, form: other.id).relative(from: from))
        }
      }
    }
    return ModuleValue.script(writer)
  }

  /// The same form in other versions, or their homes.
  static func switcher(
    _ form: PublishedForm, _ version: Int, from: SitePath, _ index: SiteIndex
  ) -> TemplateValue {
    .list(
      index.versions(seenFrom: version).map { number in
        var members = VersionContext.members(index, number, from: from)
        let same = index.form(form.id, version: number)
        members[.isThis] = .flag(number == version)
        members[.hasPage] = .flag(same != nil)
        members[.url] =
          same.map { .text(SitePath(version: $0.version, form: $0.id).relative(from: from)) } ?? members[.home]
        return .map(members)
      })
  }

  private static func banner(
    _ form: PublishedForm, _ version: Int, from: SitePath, _ index: SiteIndex
  ) -> TemplateValue {
    VersionBanner.values(index, version: version, from: from) { version in
      index.form(form.id, version: version).map { SitePath(version: $0.version, form: $0.id) }
    }
  }

  /// The newest version's page of the form that is no draft and not to come.
  private static func canonical(_ form: PublishedForm, _ version: Int, _ index: SiteIndex) -> SitePath {
    let newest = index.guide.versions.indices.first {
      ![.draft, .upcoming].contains(index.guide.versions[$0].status) && index.form(form.id, version: $0) != nil
    }
    return SitePath(version: index.guide.versions[newest ?? version].id, form: form.id)
  }
}

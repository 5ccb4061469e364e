internal import Content
internal import Diagnostics
internal import GuideText
internal import Redline
internal import SourceText
internal import Templates

/// The redlines of forms, by question.
enum FormRedlines {
  /// Those of the forms that both versions have, noted in `changes`; a form that changed under its old version is reported.
  static func files(
    _ changes: inout VersionChanges, _ site: SiteContext, diagnostics: inout [Diagnostic]
  ) -> [OutputFile] {
    let words = site.guide.labels.changes
    var files: [OutputFile] = []
    for form in site.index.forms(version: changes.pair.newer) {
      guard let old = site.index.form(form.id, version: changes.pair.older) else { continue }
      let comparison = FormComparison(old.page, form.page, required: (words["must"], words["may"]))
      if old.formVersion == form.formVersion,
        comparison.counts.total > 0 || old.pageCount != form.pageCount || isOtherOnPaper(old, form),
        site.guide.versions[changes.pair.newer].release == nil
      {
        diagnostics.append(
          .warning(
            "form.same-version", at: form.versionPlace,
            ["form": .text(form.id), "version": .text(old.version), "number": .text(form.formVersion)]))
      }
      guard comparison.counts.total > 0 else { continue }
      changes.forms.append(VersionChanges.Form(form: form, counts: comparison.counts))
      files.append(file(old, form, comparison, changes.pair, site))
    }
    return files
  }

  /// Whether other words or places stand on paper; comments are none.
  private static func isOtherOnPaper(_ old: PublishedForm, _ new: PublishedForm) -> Bool {
    guard let before = old.layout, let now = new.layout, before.text != now.text else { return false }
    var ignored: [Diagnostic] = []
    guard let before = YAMLReader.read(before, diagnostics: &ignored),
      let now = YAMLReader.read(now, diagnostics: &ignored)
    else { return false }
    return !before.holdsSame(as: now)
  }

  private static func file(
    _ old: PublishedForm, _ new: PublishedForm, _ comparison: FormComparison, _ pair: GuideChanges.Pair,
    _ site: SiteContext
  ) -> OutputFile {
    let path = GuideChanges.path(of: new)
    var writer = RedlineWriter(words: site.guide.labels.changes, table: site.guide.labels.table, from: path)
    writer.write(comparison)
    let ends = RedlineContext.Ends(
      title: new.title,
      older: [RedlineContext.End(version: pair.older, path: SitePath(version: old.version, form: old.id))],
      newer: RedlineContext.End(version: pair.newer, path: SitePath(version: new.version, form: new.id)))
    var members = RedlineContext.members(ends, counts: comparison.counts, html: writer.out, at: path, in: site)
    members[.versions] = FormPages.switcher(new, pair.newer, from: path, site.index)
    members[.navigation] = NavigationContext.groups(
      site, version: pair.newer, Addresses(index: site.index.text, from: path), this: nil)
    return OutputFile(path: path.file, bytes: site.templates.fill(ChangePages.pageTemplate, .map(members)))
  }
}

extension RedlineWriter {
  mutating func write(_ comparison: FormComparison) {
    write(comparison.added, "newQuestions", element: "ins", "inserted")
    write(comparison.removed, "goneQuestions", element: "del", "deleted")
    if comparison.changed.isEmpty { return }
    raw("<h2>")
    text(words["changedQuestions"])
    raw("</h2>\n")
    for question in comparison.changed {
      raw("<h3>")
      text(question.label)
      raw("</h3>\n<dl>\n")
      for (part, runs) in question.parts {
        raw("<div><dt>")
        text(words[part.rawValue])
        raw("</dt><dd>")
        write(runs)
        raw("</dd></div>\n")
      }
      raw("</dl>\n")
    }
  }

  private mutating func write(_ labels: [String], _ title: String, element: String, _ word: String) {
    if labels.isEmpty { return }
    raw("<h2>")
    text(words[title])
    raw("</h2>\n<ul>\n")
    for label in labels {
      raw("<li>")
      mark(element, word) { $0.text(label) }
      raw("</li>\n")
    }
    raw("</ul>\n")
  }
}

internal import Content
internal import Diagnostics
internal import Markdown
internal import SourceText
internal import Templates

extension ArticleRenderer {
  private static let builtIn = ["note", "tip", "warning", "details", "table", "flow", "steps", "form", "forms"]

  mutating func html(of directive: Directive) -> String {
    switch directive.name {
    case "note", "tip", "warning", "details": container(directive)
    case "table": table(directive)
    case "flow": flow(directive)
    case "steps": steps(directive)
    case "form": form(directive)
    case "forms": forms(directive)
    default: facts(directive)
    }
  }

  private mutating func container(_ directive: Directive) -> String {
    if directive.name == "details", directive.argument.isEmpty {
      report(
        .error("directive.argument", at: directive.place))
    }
    let html = HTMLRenderer.html(of: directive.content ?? [], resolver: &self)
    let argument = filled(directive.argument, at: directive.place)
    let title = argument.isEmpty ? TemplateValue.absent : .text(argument)
    return site.templates.html(
      "directives/\(directive.name)", [.title: title, .html: .html(html), .root: .text(place.path.root)])
  }

  private mutating func steps(_ directive: Directive) -> String {
    guard hasTemplate(directive) else { return "" }
    return site.templates.html(
      "directives/steps",
      [
        .steps: NavigationContext.steps(site.index, version: place.version, from: place.path, this: place.page),
        .root: .text(place.path.root),
      ])
  }

  private mutating func form(_ directive: Directive) -> String {
    guard hasTemplate(directive) else { return "" }
    guard site.index.hasForm(directive.argument, version: place.version) else {
      report(
        FormProblem.unknown(
          directive.argument, site.index.formNames(version: place.version), at: directive.place))
      return ""
    }
    guard let form = site.index.form(directive.argument, version: place.version) else { return "" }
    let context: TemplateValue = [
      .form: FormContext.value(form, from: place.path), .root: .text(place.path.root),
      .version: VersionContext.value(site.index, place.version, from: place.path),
    ]
    return site.templates.html("directives/form", context)
  }

  /// All forms of the version, in the order of the pages that show them.
  private mutating func forms(_ directive: Directive) -> String {
    guard hasTemplate(directive) else { return "" }
    let index = site.index
    let version = place.version
    let forms = index.forms(version: version).map { form in
      (page: index.page(showing: form.id, version: version)?.page ?? Int.max, form: form)
    }
    let sorted = forms.sorted { ($0.page, $0.form.id) < ($1.page, $1.form.id) }.map(\.form)
    return site.templates.html(
      "directives/forms",
      [
        .forms: .list(sorted.map { FormContext.value($0, from: place.path) }), .root: .text(place.path.root),
        .version: VersionContext.value(index, version, from: place.path),
      ])
  }

  /// A directive of the guide's own: a template filled with a data file.
  private mutating func facts(_ directive: Directive) -> String {
    guard hasTemplate(directive) else { return "" }
    let options = YAMLReader.read(
      directive.body, path: directive.place.file, lineOffset: directive.bodyOffset.lines,
      columnOffset: directive.bodyOffset.columns, diagnostics: &diagnostics)
    if let options, options.map == nil {
      report(
        .error("directive.options", at: options.place, ["name": .text(directive.name)]))
    }
    let name = directive.argument.isEmpty ? directive.name : directive.argument
    guard let value = dataFile(name, of: directive) else { return "" }
    return site.templates.html(
      "directives/\(directive.name)",
      [
        .data: value, .options: options.map { templateValue(of: $0) } ?? .absent,
        .argument: directive.argument.isEmpty ? .absent : .text(directive.argument),
        .root: .text(place.path.root),
        .version: VersionContext.value(site.index, place.version, from: place.path),
      ])
  }

  private mutating func hasTemplate(_ directive: Directive) -> Bool {
    if site.templates.has("directives/\(directive.name)") { return true }
    let known = Set(Self.builtIn + site.templates.directiveNames).sorted()
    report(
      .error(
        "directive.unknown", at: directive.place, ["name": .text(directive.name)],
        hint: NearName.hint(directive.name, in: known)))
    return false
  }

  private mutating func dataFile(_ name: String, of directive: Directive) -> TemplateValue? {
    if let value = site.facts[place.version].value(name, at: place.path) { return value }
    reportMissingData(name, of: directive)
    return nil
  }

  mutating func reportMissingData(_ name: String, of directive: Directive) {
    if version.unread.contains("data/\(name).yml") { return }
    report(
      .error(
        "directive.no-data", at: directive.place, ["directive": .text(directive.name), "name": .text(name)],
        hint: NearName.hint(name, in: version.data.keys.sorted())))
  }
}

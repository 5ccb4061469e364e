internal import Content
internal import FormPage
internal import GuideText
internal import Markdown
internal import SourceText
internal import Templates

extension HTMLWriter {
  mutating func write(_ directive: ResolvedDirective) {
    switch directive {
    case .container(let name, let title, let content): container(name, title, content)
    case .quotation(let content): quotation(content)
    case .flow(let chart): flow(chart)
    case .steps:
      raw(
        site.templates.fill(
          "directives/steps",
          [
            .steps: NavigationContext.steps(site, version: version, addresses, this: page),
            .root: .text(addresses.from.root), .words: words,
          ]))
    case .form(let id): form(id)
    case .forms: forms()
    case .template(let name, let argument, let data, let options): template(name, argument, data, options)
    }
  }

  private var words: TemplateValue { WordsValue.value(site.guide.labels.words) }

  private mutating func container(_ name: String, _ title: String, _ content: [ResolvedBlock]) {
    let html = inner { $0.write(content) }
    raw(
      site.templates.fill(
        "directives/\(name)",
        [
          .title: title.isEmpty ? .absent : .text(title), .html: .html(html), .root: .text(addresses.from.root),
          .words: words,
        ]))
  }

  private mutating func quotation(_ content: [ResolvedBlock]) {
    raw("<figure class=\"quotation\">\n<blockquote>\n")
    write(content)
    raw("</blockquote>\n<figcaption>")
    text(site.guide.labels.words["quoted"])
    raw("</figcaption>\n</figure>\n")
  }

  private mutating func form(_ id: String) {
    guard let form = site.index.form(id, version: version) else { return }
    raw(
      site.templates.fill(
        "directives/form",
        [
          .form: FormContext.value(form, from: addresses.from), .root: .text(addresses.from.root),
          .version: VersionContext.value(site.index, version, from: addresses.from), .words: words,
        ]))
  }

  /// In the order of the pages that show them.
  private mutating func forms() {
    let index = site.index
    let forms = index.forms(version: version).map { form in
      (page: index.page(showing: form.id, version: version)?.page ?? Int.max, form: form)
    }
    let sorted = forms.sorted { ($0.page, $0.form.id) < ($1.page, $1.form.id) }.map(\.form)
    raw(
      site.templates.fill(
        "directives/forms",
        [
          .forms: .list(sorted.map { FormContext.value($0, from: addresses.from) }), .root: .text(addresses.from.root),
          .version: VersionContext.value(index, version, from: addresses.from), .words: words,
        ]))
  }

  private mutating func template(_ name: String, _ argument: String, _ data: String, _ options: SourceNode?) {
    guard let value = site.facts.value(data, version: version, addresses) else { return }
    var reader = FactReader(site, version: version, addresses: addresses)
    raw(
      site.templates.fill(
        "directives/\(name)",
        [
          .data: value, .options: options.map { reader.value(of: $0) } ?? .absent,
          .argument: argument.isEmpty ? .absent : .text(argument), .root: .text(addresses.from.root),
          .version: VersionContext.value(site.index, version, from: addresses.from), .words: words,
        ]))
  }

  // MARK: Flow charts

  /// A drawing, and the same steps in words.
  private mutating func flow(_ chart: FlowChart) {
    raw("<figure class=\"flow-figure\">\n")
    // An id of a drawing's parts is a name of XML.
    let place = addresses.whole == nil ? "" : "\(page?.page ?? 0)-"
    raw(FlowDrawing.svg(chart, id: "flow-\(place)\(nextFlow())"))
    raw("<details class=\"flow-text\">\n<summary>")
    text(site.guide.labels.flowText)
    raw("</summary>\n")
    list(of: chart.steps)
    raw("</details>\n</figure>\n")
  }

  private mutating func list(of steps: [FlowChart.Step]) {
    raw("<ol>\n")
    for step in steps {
      raw("<li>")
      title(of: step)
      if let location = step.location {
        raw(" <span class=\"flow-place\">")
        text(location)
        raw("</span>")
      }
      for line in [step.detail, step.branches.isEmpty ? nil : step.choice] {
        guard let line else { continue }
        raw("<br>")
        text(line)
      }
      if let way = step.back { back(way) }
      if !step.branches.isEmpty { branches(step.branches) }
      raw("</li>\n")
    }
    raw("</ol>\n")
  }

  private mutating func branches(_ branches: [FlowChart.Branch]) {
    raw("\n<ul>\n")
    for branch in branches {
      raw("<li><strong>")
      text(branch.label)
      raw("</strong>\n")
      if let way = branch.back { back(way) }
      if !branch.steps.isEmpty { list(of: branch.steps) }
      raw("</li>\n")
    }
    raw("</ul>\n")
  }

  private mutating func back(_ way: FlowChart.Back) {
    raw("<br>")
    if let label = way.label {
      text(label)
      raw("<br>")
    }
    text(FormWords.fill(site.guide.labels.flowBack, ["step": way.title]))
  }

  private mutating func title(of step: FlowChart.Step) {
    if let page = step.page {
      raw("<a href=\"")
      text(addresses.address(of: page))
      raw("\">")
    }
    raw("<strong>")
    text(step.title)
    raw(step.page == nil ? "</strong>" : "</strong></a>")
  }
}

internal import Content
internal import Diagnostics
internal import Markdown
internal import SourceText

extension PageResolver {
  private static let builtIn = [
    "note", "tip", "warning", "details", "table", "flow", "steps", "form", "forms", "check", "quote",
  ]

  mutating func directive(_ directive: Directive) -> ResolvedBlock? {
    switch directive.name {
    case "quote": .directive(quotation(directive))
    case _ where PageParsing.containers.contains(directive.name): .directive(container(directive))
    case "table": spanTable(directive).map { .table($0) }
    case "check": claimed(directive)
    case "flow": flow(directive).map { .directive($0) }
    case "steps": isDefined(directive) ? .directive(.steps) : nil
    case "forms": isDefined(directive) ? .directive(allForms()) : nil
    case "form": form(directive).map { .directive($0) }
    default: template(directive).map { .directive($0) }
    }
  }

  private mutating func claimed(_ directive: Directive) -> ResolvedBlock? {
    claim(directive)
    return nil
  }

  private mutating func container(_ directive: Directive) -> ResolvedDirective {
    if directive.name == "details", directive.argument.isEmpty {
      report(.error("directive.argument", at: directive.place))
    }
    let content = blocks(directive.content ?? [])
    return .container(
      name: directive.name, title: filled(directive.argument, at: directive.place), content: content)
  }

  /// `{quote}`: what a source says, the source named where there are several.
  private mutating func quotation(_ directive: Directive) -> ResolvedDirective {
    let content = blocks(directive.content ?? [])
    var text = ""
    for block in content { text += block.plainText + "\n" }
    diagnostics += index.quotations.problems(
      WrittenText(text: text, place: directive.place), version: place.version, source: directive.argument)
    return .quotation(content)
  }

  /// `{table}`: rows and cells in YAML, with spans.
  private mutating func spanTable(_ directive: Directive) -> ResolvedTable? {
    guard let body = options(of: directive) else { return nil }
    let table = TableSource.read(body, diagnostics: &diagnostics)
    let caption = table.caption.flatMap { node in node.text.map { runningText($0, at: node.place) } }
    if caption == nil { need(label: "table") }
    let head = table.head.map { cells(of: $0, isHead: true) }
    return ResolvedTable(caption: caption, head: head, rows: table.rows.map { cells(of: $0, isHead: false) })
  }

  private mutating func cells(of row: TableRow, isHead: Bool) -> [ResolvedTable.Cell] {
    row.cells.map { cell in
      ResolvedTable.Cell(
        content: runningText(cell.text, at: cell.place), rows: cell.rows, columns: cell.columns,
        isHeader: isHead || cell.isHeader)
    }
  }

  private mutating func flow(_ directive: Directive) -> ResolvedDirective? {
    guard let file = version.data[directive.argument] else {
      reportMissingData(directive.argument, of: directive)
      return nil
    }
    need(label: "flowText")
    let chart = FlowChartReader.chart(file, &self)
    if chart.hasWayBack { need(label: "flowBack") }
    charts.append(chart)
    return .flow(chart)
  }

  private mutating func form(_ directive: Directive) -> ResolvedDirective? {
    guard isDefined(directive) else { return nil }
    guard index.hasForm(directive.argument, version: place.version) else {
      report(
        FormProblem.unknown(directive.argument, index.formNames(version: place.version), at: directive.place))
      return nil
    }
    use(SitePath("\(version.id)/forms/\(directive.argument).pdf"))
    return .form(id: directive.argument)
  }

  private mutating func allForms() -> ResolvedDirective {
    for id in index.formNames(version: place.version) { use(SitePath("\(version.id)/forms/\(id).pdf")) }
    return .forms
  }

  /// A directive of the guide's own: a template filled with a data file.
  private mutating func template(_ directive: Directive) -> ResolvedDirective? {
    guard isDefined(directive) else { return nil }
    let options = options(of: directive)
    if let options, options.map == nil {
      report(.error("directive.options", at: options.place, ["name": .text(directive.name)]))
    }
    let name = directive.argument.isEmpty ? directive.name : directive.argument
    guard version.data[name] != nil else {
      reportMissingData(name, of: directive)
      return nil
    }
    return .template(name: directive.name, argument: directive.argument, data: name, options: options)
  }

  /// The YAML that is a directive's body.
  mutating func options(of directive: Directive) -> SourceNode? {
    YAMLReader.read(
      directive.body, path: directive.place.file, lineOffset: directive.bodyOffset.lines,
      columnOffset: directive.bodyOffset.columns, diagnostics: &diagnostics)
  }

  private mutating func isDefined(_ directive: Directive) -> Bool {
    if templates.contains(directive.name) { return true }
    let known = Set(Self.builtIn).union(templates).sorted()
    report(
      .error(
        "directive.unknown", at: directive.place, ["name": .text(directive.name)],
        hint: NearName.hint(directive.name, in: known)))
    return false
  }

  private mutating func reportMissingData(_ name: String, of directive: Directive) {
    if version.unread.contains("data/\(name).yml") { return }
    report(
      .error(
        "directive.no-data", at: directive.place, ["directive": .text(directive.name), "name": .text(name)],
        hint: NearName.hint(name, in: version.data.keys.sorted())))
  }
}

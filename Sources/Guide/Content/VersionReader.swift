internal import Diagnostics
internal import Files
internal import Foundation
internal import SourceText

/// Reads one version: its entry in guide.yml and its folder.
package enum VersionReader {
  /// The folder beside the versions that holds the guide's own templates.
  static let templates = "templates"
  /// Folder names at a site's or a guide's top that no version may take.
  private static let reservedIDs: Set<String> = [
    "latest", "assets", "index", "forms", "index.html", "404.html", "versions.json", "sitemap.xml", "robots.txt",
    "changes.xml",
    templates,
  ]
  /// What guide.yml may state; all else follows from dates.
  private static let statedStatuses: [VersionStatus] = [.draft, .current, .superseded]
  /// Sections in sections at most.
  static let deepest = 3

  /// - Parameters:
  ///   - versions: the ids of all versions.
  ///   - language: BCP 47 tag of the guide's language.
  ///   - quoted: reads the sources that the version names.
  ///   - rules: reads the rules that facts may be worked out by.
  static func read(
    _ node: SourceNode, in content: ContentFolder, versions: Set<String>, language: String,
    readsRelease: Bool,
    quoted: inout QuotedSourceReader, rules: FactRuleReader?, diagnostics: inout [Diagnostic]
  ) -> GuideVersion? {
    var map = MapReader(node, what: Message("what.version"), id: "guide")
    let id = map.requiredText("id")
    let title = map.requiredText("title") ?? id ?? ""
    let stated = map.choice("status", among: VersionReader.statedStatuses.map { ($0.rawValue, $0) })
    let kind = map.choice("kind", VersionKind.self) ?? .edition
    let effective = map.date("effective", id: "guide.date")
    let published = map.date("published", id: "guide.date")
    let repealed = map.date("repealed", id: "guide.date")
    let note = map.text("note")
    let errata = map.list("errata").compactMap { erratum($0, &map) }
    let sources = quoted.sources(of: &map)
    let isMisdated = map.diagnostics.contains { $0.id == "guide.date" }
    map.finish(into: &diagnostics)
    guard let id else { return nil }
    guard isValid(id) else {
      diagnostics.append(
        .error("guide.version-id", at: node["id"]?.place ?? node.place, ["id": .text(id)]))
      return nil
    }
    let folder = content.folder(id)
    guard folder.exists else {
      diagnostics.append(
        .error("guide.version-folder", at: node["id"]?.place ?? node.place, ["path": .text(folder.path)]))
      return nil
    }
    let files = VersionFiles(folder, diagnostics: &diagnostics)
    let texts = pages(files.pages, in: folder, versions, diagnostics: &diagnostics)
    let pages = texts.filter { $0.name != "front" }
    let data = data(in: folder.folder("data"), diagnostics: &diagnostics)
    let dataNames = folder.folder("data").names(diagnostics: &diagnostics).filter { $0.hasSuffix(".yml") }
    if !files.pages.contains("index.md") {
      diagnostics.append(
        .error("content.no-home", at: SourcePlace(folder.path)))
    }
    checkSteps(pages, diagnostics: &diagnostics)
    var version = GuideVersion(
      id: id, title: title, status: stated ?? .draft, kind: kind, language: language, effective: effective,
      repealed: repealed,
      statedStatus: stated, published: published, note: note, place: node.place,
      pages: pages, front: texts.first { $0.name == "front" }, data: data,
      figures: figures(files.pictures, in: folder, diagnostics: &diagnostics),
      attachments: attachments(in: folder, diagnostics: &diagnostics),
      formFiles: forms(in: folder.folder("forms"), diagnostics: &diagnostics),
      unread: Set(files.pages).subtracting(texts.map(\.file))
        .union(dataNames.filter { data[String($0.dropLast(4))] == nil }.map { "data/\($0)" }))
    if readsRelease { version.release = ReleaseReader.read(folder, diagnostics: &diagnostics) }
    version.isMisdated = isMisdated
    version.errata = errata
    for erratum in errata where !isThere(erratum.file, in: folder) {
      diagnostics.append(.error("release.erratum/file", at: erratum.place, ["file": .text(erratum.file)]))
    }
    version.sources = sources ?? []
    version.fillFacts(rules, diagnostics: &diagnostics)
    version.fillFacts(node, diagnostics: &diagnostics)
    for number in version.pages.indices {
      version.pages[number] = filled(version.pages[number], in: &version, diagnostics: &diagnostics)
    }
    if let front = version.front { version.front = filled(front, in: &version, diagnostics: &diagnostics) }
    var drafts: Set<String> = []
    for (number, page) in version.pages.enumerated()
    where page.isDraft || page.section.map({ drafts.contains($0) }) == true {
      // A section's pages are no readier than the section.
      version.pages[number].isDraft = true
      drafts.insert(page.name)
    }
    return version
  }

  /// One of `errata`: its day, the file and what readers are told.
  private static func erratum(_ node: SourceNode, _ map: inout MapReader) -> Erratum? {
    var reader = MapReader(node, what: Message("what.erratum"), id: "release")
    let date = reader.date("date", id: "guide.date")
    let (file, text) = (reader.requiredText("file"), reader.requiredText("say"))
    if reader.node("date") == nil { _ = reader.requiredText("date") }
    var problems: [Diagnostic] = []
    reader.finish(into: &problems)
    for problem in problems { map.report(problem) }
    guard let date, let file, let text else { return nil }
    return Erratum(date: date, file: file, text: text, place: node.place)
  }

  private static func isThere(_ file: String, in folder: ContentFolder) -> Bool {
    PlainPath.isPlain(file) && InputFile.kind(of: folder.file(file).path) == .file
  }

  /// The page with the facts that its front matter's texts name.
  private static func filled(
    _ page: SourcePage, in version: inout GuideVersion, diagnostics: inout [Diagnostic]
  ) -> SourcePage {
    var page = page
    var filler = FactFiller(version)
    func fill(_ key: String, _ text: String) -> String {
      let place = page.textPlaces[key] ?? SourcePlace(page.path)
      page.writtenTexts.append(WrittenText(text: text, place: place))
      return filler.filled(text, at: place)
    }
    page.title = fill("title", page.title)
    page.shortTitle = page.shortTitle.map { fill("short-title", $0) }
    page.description = fill("description", page.description)
    page.group = page.group.map { fill("group", $0) }
    page.source = page.source.map { fill("source", $0) }
    version.written.note(filler)
    diagnostics += filler.diagnostics
    for (key, text) in [("title", page.title), ("short-title", page.shortTitle)]
    where text.map(UnfitText.isBlank) ?? false {
      diagnostics.append(.error("page.blank", at: page.textPlaces[key] ?? SourcePlace(page.path), ["key": .text(key)]))
    }
    return page
  }

  /// Whether a version may have this id: small letters, digits, `-` and `.`, and no name that a site has otherwise.
  package static func isValid(_ id: String) -> Bool {
    !reservedIDs.contains(id) && id.first != "."
      && id.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46 }
  }

  /// The pages in reading order: the home page, then each page, a section's before those that it holds.
  private static func pages(
    _ files: [String], in folder: ContentFolder, _ versions: Set<String>, diagnostics: inout [Diagnostic]
  ) -> [SourcePage] {
    let read = Parallel.map(files) { file in
      var problems: [Diagnostic] = []
      return (
        page: PageReader.read(file, in: folder, versions: versions, diagnostics: &problems), problems: problems
      )
    }
    diagnostics += read.flatMap(\.problems)
    let pages = distinct(read.compactMap(\.page), diagnostics: &diagnostics)
    let bySection = Dictionary(grouping: pages) { $0.section ?? "" }
    func ordered(_ section: String) -> [SourcePage] {
      (bySection[section] ?? []).sorted {
        ($0.isHome ? 0 : 1, $0.order, $0.name) < ($1.isHome ? 0 : 1, $1.order, $1.name)
      }.flatMap { [$0] + ordered($0.name) }
    }
    return bySection.count == 1 ? ordered("") : ordered("") + orphans(of: bySection, Set(pages.map(\.name)))
  }

  /// Pages of sections that have no page of their own, which was reported.
  private static func orphans(of sections: [String: [SourcePage]], _ names: Set<String>) -> [SourcePage] {
    sections.filter { !$0.key.isEmpty && !names.contains($0.key) }.sorted { $0.key < $1.key }.flatMap(\.value)
  }

  /// The pages without those whose address another has; these are reported, and sections without a page of their own.
  private static func distinct(_ pages: [SourcePage], diagnostics: inout [Diagnostic]) -> [SourcePage] {
    var files: [String: String] = [:]
    let distinct = pages.filter { page in
      guard let other = files[page.name] else {
        files[page.name] = page.file
        return true
      }
      diagnostics.append(.error("page.same-address", at: SourcePlace(page.path), ["other": .text(other)]))
      return false
    }
    for section in Set(pages.compactMap(\.section)).sorted() where files[section] == nil {
      guard let page = pages.first(where: { $0.section == section }) else { continue }
      let path = page.path.dropLast(page.path.split(separator: "/").last?.count ?? 0) + "index.md"
      diagnostics.append(.error("content.no-section", at: SourcePlace(String(path))))
    }
    return distinct
  }

  private static func checkSteps(_ pages: [SourcePage], diagnostics: inout [Diagnostic]) {
    for (position, page) in pages.filter({ $0.step != nil && !$0.isDraft }).enumerated() where page.step != position + 1
    {
      diagnostics.append(
        .error("page.step", at: page.stepPlace, ["step": .number(page.step ?? 0), "number": .number(position + 1)]))
    }
  }

  private static func data(in folder: ContentFolder, diagnostics: inout [Diagnostic]) -> [String: DataFile] {
    var files: [String: DataFile] = [:]
    for file in ymlNames(in: folder, diagnostics: &diagnostics) {
      guard let text = folder.text(file, diagnostics: &diagnostics),
        let root = YAMLReader.read(text, diagnostics: &diagnostics)
      else { continue }
      let name = String(file.dropLast(4))
      diagnostics += UnfitText.problems(in: root)
      files[name] = DataFile(name: name, path: text.path, root: root)
    }
    return files
  }

  /// The YAML files of a folder; what else stands there is told.
  private static func ymlNames(in folder: ContentFolder, diagnostics: inout [Diagnostic]) -> [String] {
    let names = folder.names(diagnostics: &diagnostics)
    for name in names where !name.hasSuffix(".yml") {
      let key = name.lowercased().hasSuffix(".yaml") ? "content.unknown-file/yaml" : "content.unknown-file"
      diagnostics.append(.warning(key, at: SourcePlace(folder.shown(name))))
    }
    return names.filter { $0.hasSuffix(".yml") }
  }

  private static func figures(
    _ files: [String], in folder: ContentFolder, diagnostics: inout [Diagnostic]
  ) -> [Figure] {
    files.compactMap { file in
      guard let bytes = folder.bytes(file, diagnostics: &diagnostics) else { return nil }
      let kind = VersionFiles.kind(of: file)
      if kind == "svg" { diagnostics += SVGCheck.problems(in: bytes, path: folder.shown(file)) }
      return Figure(name: file, path: folder.shown(file), bytes: bytes, size: PictureSize(bytes, kind: kind))
    }
  }

  /// Kinds that a browser would run or show as a page of this site.
  private static let activeKinds: Set<String> = [
    "html", "htm", "xhtml", "xht", "shtml", "xml", "xsl", "svg", "svgz", "mhtml", "mht", "js", "mjs", "css", "wasm",
    "rss",
    "atom", "rdf", "mml", "xslt", "htc", "hta", "swf", "php", "eml",
  ]

  private static func attachments(in version: ContentFolder, diagnostics: inout [Diagnostic]) -> [Attachment] {
    let folder = version.folder("files")
    return folder.names(diagnostics: &diagnostics).compactMap { name in
      let path = folder.shown(name)
      if VersionFiles.isSystemFile(name) || folder.folder(name).exists {
        diagnostics.append(.warning("content.unknown-file", at: SourcePlace(path)))
        return nil
      }
      // Some systems take spaces and dots at a name's end away.
      let kind = VersionFiles.kind(of: String(name.reversed().drop { $0 == " " || $0 == "." }.reversed()))
      if activeKinds.contains(kind) {
        diagnostics.append(.error("file.kind", at: SourcePlace(path)))
        return nil
      }
      guard let bytes = folder.bytes(name, diagnostics: &diagnostics) else { return nil }
      return Attachment(name: "files/\(name)", path: path, bytes: bytes)
    }
  }

  private static func forms(in folder: ContentFolder, diagnostics: inout [Diagnostic]) -> [FormFile] {
    let names = ymlNames(in: folder, diagnostics: &diagnostics)
    let layouts = names.filter { $0.hasSuffix(".layout.yml") }
    let forms = names.filter { !$0.hasSuffix(".layout.yml") }
    for layout in layouts where !forms.contains("\(layout.dropLast(".layout.yml".count)).yml") {
      diagnostics.append(.warning("content.unknown-file/layout", at: SourcePlace(folder.shown(layout))))
    }
    return forms.map { name in
      let layout = "\(name.dropLast(".yml".count)).layout.yml"
      return FormFile(
        id: String(name.dropLast(4)), path: folder.shown(name), url: folder.file(name),
        layout: layouts.contains(layout) ? (folder.file(layout), folder.shown(layout)) : nil)
    }
  }
}

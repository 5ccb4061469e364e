internal import Diagnostics
internal import Foundation
internal import SourceText

/// Reads one version: its entry in guide.yml and its folder.
enum VersionReader {
  /// Folder names at a site's top that no version may take.
  private static let reservedIDs: Set<String> = ["latest", "assets", "index", "forms"]

  static func read(_ node: SourceNode, in content: ContentFolder, diagnostics: inout [Diagnostic]) -> GuideVersion? {
    var map = MapReader(node, what: Message("what.version"), id: "guide")
    let id = map.requiredText("id")
    let title = map.requiredText("title") ?? id ?? ""
    let status = map.requiredNode("status").flatMap { _ in map.choice("status", VersionStatus.self) } ?? .draft
    let effective = map.date("effective", id: "guide.date")
    let published = map.date("published", id: "guide.date")
    let note = map.text("note")
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
    let texts = pages(in: folder, diagnostics: &diagnostics)
    let pages = texts.filter { $0.name != "front" }
    let data = data(in: folder.folder("data"), diagnostics: &diagnostics)
    let names = folder.names(diagnostics: &diagnostics).filter { $0.hasSuffix(".md") }
    let dataNames = folder.folder("data").names(diagnostics: &diagnostics).filter { $0.hasSuffix(".yml") }
    if !names.contains("index.md") {
      diagnostics.append(
        .error("content.no-home", at: SourcePlace(folder.path)))
    }
    checkSteps(pages, diagnostics: &diagnostics)
    var version = GuideVersion(
      id: id, title: title, status: status, effective: effective, published: published, note: note, place: node.place,
      pages: pages, front: texts.first { $0.name == "front" }, data: data,
      figures: figures(in: folder.folder("figures"), diagnostics: &diagnostics),
      formFiles: forms(in: folder.folder("forms"), diagnostics: &diagnostics),
      unread: Set(names).subtracting(texts.map { "\($0.name).md" })
        .union(dataNames.filter { data[String($0.dropLast(4))] == nil }.map { "data/\($0)" }))
    version.pages = version.pages.map { filled($0, in: version, diagnostics: &diagnostics) }
    version.front = version.front.map { filled($0, in: version, diagnostics: &diagnostics) }
    return version
  }

  /// The page with the facts that its front matter's texts name.
  private static func filled(
    _ page: SourcePage, in version: GuideVersion, diagnostics: inout [Diagnostic]
  ) -> SourcePage {
    var page = page
    func fill(_ key: String, _ text: String) -> String {
      FactText.filled(
        text, at: page.textPlaces[key] ?? SourcePlace(page.path), in: version, diagnostics: &diagnostics)
    }
    page.title = fill("title", page.title)
    page.shortTitle = page.shortTitle.map { fill("short-title", $0) }
    page.description = fill("description", page.description)
    page.group = page.group.map { fill("group", $0) }
    page.source = page.source.map { fill("source", $0) }
    return page
  }

  private static func isValid(_ id: String) -> Bool {
    !reservedIDs.contains(id) && id.first != "."
      && id.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46 }
  }

  private static func pages(in folder: ContentFolder, diagnostics: inout [Diagnostic]) -> [SourcePage] {
    let names = folder.names(diagnostics: &diagnostics)
    let read = Parallel.map(names.filter { $0.hasSuffix(".md") }) { name in
      var problems: [Diagnostic] = []
      return (page: PageReader.read(name, in: folder, diagnostics: &problems), problems: problems)
    }
    diagnostics += read.flatMap(\.problems)
    for name in names where !name.hasSuffix(".md") {
      if !["data", "figures", "forms", "examples"].contains(name) {
        diagnostics.append(
          .warning("content.unknown-file", at: SourcePlace(folder.shown(name))))
      }
    }
    return read.compactMap(\.page).sorted {
      ($0.isHome ? 0 : 1, $0.order, $0.name) < ($1.isHome ? 0 : 1, $1.order, $1.name)
    }
  }

  private static func checkSteps(_ pages: [SourcePage], diagnostics: inout [Diagnostic]) {
    for (position, page) in pages.filter({ $0.step != nil }).enumerated() where page.step != position + 1 {
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

  private static func figures(in folder: ContentFolder, diagnostics: inout [Diagnostic]) -> [Figure] {
    folder.names(diagnostics: &diagnostics).compactMap { name in
      if ["thumbs.db", "desktop.ini"].contains(name.lowercased()) || folder.folder(name).exists {
        diagnostics.append(.warning("content.unknown-file", at: SourcePlace(folder.shown(name))))
        return nil
      }
      let kind = name.split(separator: ".").last?.lowercased() ?? ""
      guard ["svg", "png", "jpg", "jpeg", "webp", "gif", "avif"].contains(kind) else {
        diagnostics.append(
          .error("figure.kind", at: SourcePlace(folder.shown(name))))
        return nil
      }
      guard let bytes = folder.bytes(name, diagnostics: &diagnostics) else { return nil }
      if kind == "svg" { diagnostics += SVGCheck.problems(in: bytes, path: folder.shown(name)) }
      return Figure(name: name, path: folder.shown(name), bytes: bytes)
    }
  }

  private static func forms(in folder: ContentFolder, diagnostics: inout [Diagnostic]) -> [FormFile] {
    ymlNames(in: folder, diagnostics: &diagnostics).map {
      FormFile(id: String($0.dropLast(4)), path: folder.shown($0), url: folder.file($0))
    }
  }
}

internal import Diagnostics
internal import SourceText

/// Reads a page: its front matter against the schema, and its text.
enum PageReader {
  /// Names that a version's own folders have.
  private static let reservedNames: Set<String> = ["figures", "forms", "data", "search"]

  static func read(_ file: String, in folder: ContentFolder, diagnostics: inout [Diagnostic]) -> SourcePage? {
    let name = String(file.dropLast(3))
    let path = folder.shown(file)
    guard isValid(name) else {
      diagnostics.append(
        .error("page.name", at: SourcePlace(path), ["name": .text(name)]))
      return nil
    }
    guard let text = folder.text(file, diagnostics: &diagnostics),
      let matter = FrontMatter.read(text, diagnostics: &diagnostics)
    else { return nil }
    var map = MapReader(matter.fields, what: Message("what.front-matter"), id: "front-matter")
    let title = map.requiredText("title")
    let description = map.requiredText("description")
    if name != "index" { _ = map.requiredNode("order") }
    let texts = ["title", "short-title", "description", "group", "source"]
    let page = SourcePage(
      name: name, title: title ?? name, shortTitle: map.text("short-title"), description: description ?? "",
      order: map.integer("order") ?? 0, group: map.text("group"), step: map.integer("step"),
      stepPlace: map.node("step")?.place,
      textPlaces: Dictionary(uniqueKeysWithValues: texts.compactMap { key in map.node(key).map { (key, $0.place) } }),
      updated: map.date("updated", id: "front-matter.date"), formerly: formerNames(&map), source: map.text("source"),
      body: matter.body, bodyLine: matter.bodyLine, path: path)
    map.finish(into: &diagnostics)
    return page
  }

  private static func isValid(_ name: String) -> Bool {
    !name.isEmpty && !reservedNames.contains(name)
      && name.unicodeScalars.allSatisfy {
        $0 == "-" || $0 == "_" || $0.properties.isAlphabetic || $0.properties.numericType == .decimal
      }
  }

  private static func formerNames(_ map: inout MapReader) -> [FormerName] {
    var names: [FormerName] = []
    for node in map.list("formerly") {
      let parts = (node.text ?? "").split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      switch parts.count {
      case 1 where isValid(parts[0]):
        names.append(FormerName(version: nil, name: parts[0], place: node.place))
      case 2 where isValid(parts[1]):
        names.append(FormerName(version: parts[0], name: parts[1], place: node.place))
      default:
        map.report(
          .error("front-matter.formerly", at: node.place, ["found": .message(node.textOrKind)]))
      }
    }
    return names
  }
}

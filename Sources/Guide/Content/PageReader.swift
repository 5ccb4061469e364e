internal import Diagnostics
internal import SourceText

/// Reads a page: its front matter against the schema, and its text.
enum PageReader {
  /// Names that a version's own folders have.
  private static let reservedNames: Set<String> = [
    "figures", "forms", "data", "files", "examples", "search", "all", "changes",
  ]

  /// - Parameter file: its path below the version's folder.
  static func read(
    _ file: String, in folder: ContentFolder, versions: Set<String>, diagnostics: inout [Diagnostic]
  ) -> SourcePage? {
    let name = SourcePage.name(ofFile: file)
    let path = folder.shown(file)
    guard isValid(name), name != "front" || file == "front.md" else {
      diagnostics.append(
        .error("page.name", at: SourcePlace(path), ["name": .text(name)]))
      return nil
    }
    guard let text = folder.text(file, diagnostics: &diagnostics),
      let matter = FrontMatter.read(text, diagnostics: &diagnostics)
    else { return nil }
    diagnostics += UnfitText.problems(in: matter.fields)
    var map = MapReader(matter.fields, what: Message("what.front-matter"), id: "front-matter")
    let title = map.requiredText("title")
    let description = map.requiredText("description")
    if !["index", "front"].contains(name) { _ = map.requiredNode("order") }
    let isSubpage = name.utf8.contains(UInt8(ascii: "/"))
    if isSubpage, let group = map.node("group") {
      map.report(.error("front-matter.group", at: group.place))
    }
    let texts = ["title", "short-title", "description", "group", "source", "reviewed", "fold"]
    checkFront(name, &map)
    let page = SourcePage(
      name: name, file: file, title: title ?? name, shortTitle: map.text("short-title"), description: description ?? "",
      order: map.integer("order") ?? 0, group: map.text("group"), step: map.integer("step"),
      stepPlace: map.node("step")?.place,
      textPlaces: Dictionary(uniqueKeysWithValues: texts.compactMap { key in map.node(key).map { (key, $0.place) } }),
      updated: map.date("updated", id: "front-matter.date"), reviewed: map.date("reviewed", id: "front-matter.date"),
      reviewIn: map.reviewInterval(), fold: foldedLevel(&map), formerly: formerNames(&map, versions),
      source: map.text("source"), body: matter.body, bodyLine: matter.bodyLine, path: path,
      isDraft: map.bool("draft") ?? false)
    map.finish(into: &diagnostics)
    return page
  }

  /// Whether it can be a page's name, or a section's and a page's.
  private static func isValid(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return !isReserved(parts[0]) && parts.allSatisfy(isValid)
  }

  fileprivate static func isReserved(_ part: Substring) -> Bool { reservedNames.contains(part.lowercased()) }

  private static func isValid(_ part: Substring) -> Bool {
    !part.isEmpty
      && part.unicodeScalars.allSatisfy {
        $0 == "-" || $0 == "_" || $0.properties.isAlphabetic || $0.properties.numericType == .decimal
          || [.nonspacingMark, .spacingMark].contains($0.properties.generalCategory)
      }
  }

  /// Keys that a home page or the front page cannot have: they are no drafts, and the front page stands in no list.
  private static func checkFront(_ name: String, _ map: inout MapReader) {
    if ["index", "front"].contains(name), map.bool("draft") == true, let node = map.node("draft") {
      map.report(.error("front-matter.draft", at: node.place))
    }
    guard name == "front" else { return }
    for key in ["order", "group", "step", "formerly", "fold"] {
      guard let node = map.node(key) else { continue }
      map.report(.error("front-matter.front", at: node.place, ["key": .text(key)]))
    }
  }

  /// The level under `fold`: that of a heading in a text, 2 to 6.
  private static func foldedLevel(_ map: inout MapReader) -> Int? {
    guard let level = map.integer("fold"), let node = map.node("fold") else { return nil }
    if (2...6).contains(level) { return level }
    map.report(.error("front-matter.fold", at: node.place, ["level": .number(level)]))
    return nil
  }

  /// `name`, `section/name`, or the same behind a version's id.
  private static func formerNames(_ map: inout MapReader, _ versions: Set<String>) -> [FormerName] {
    var names: [FormerName] = []
    for node in map.list("formerly") {
      let text = node.text ?? ""
      let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      if parts.count == 2, versions.contains(parts[0]), isValid(parts[1]) {
        names.append(FormerName(version: parts[0], name: parts[1], place: node.place))
      } else if parts.count < 2 || !versions.contains(parts[0]),
        text.utf8.count(where: { $0 == UInt8(ascii: "/") }) <= VersionReader.deepest, isValid(text)
      {
        names.append(FormerName(version: nil, name: text, place: node.place))
      } else {
        map.report(
          .error("front-matter.formerly", at: node.place, ["found": .message(node.textOrKind)]))
      }
    }
    return names
  }
}

extension SourcePage {
  /// Whether a version has something else at a page's address, or the name means something else.
  package static func isReserved(_ name: String) -> Bool {
    name == "front" || name.split(separator: "/").first.map(PageReader.isReserved) ?? false
  }
}

package import Diagnostics
package import Foundation
internal import SourceText
internal import Validation

/// Reads `content/` and `templates/labels.yml` of a project.
package enum GuideReader {
  /// The guide below `root`; `nil` when guide.yml cannot be read. All problems are gathered.
  package static func read(root: URL, diagnostics: inout [Diagnostic]) -> Guide? {
    let content = ContentFolder(
      url: root.appendingPathComponent("content", isDirectory: true), path: "content", root: root)
    guard let file = content.text("guide.yml", diagnostics: &diagnostics),
      let node = YAMLReader.read(file, diagnostics: &diagnostics)
    else { return nil }
    var map = MapReader(node, what: "the guide", id: "guide")
    let title = map.requiredText("title") ?? ""
    let shortTitle = map.text("short-title") ?? title
    let language = map.requiredText("language") ?? "en"
    let description = map.requiredText("description") ?? ""
    let address = address(&map)
    var versions: [GuideVersion] = []
    _ = map.requiredNode("versions")
    let listed = map.list("versions")
    let ids = listed.compactMap { $0["id"]?.text }
    for name in content.names(diagnostics: &diagnostics) where content.folder(name).exists && !ids.contains(name) {
      diagnostics.append(
        .warning(
          "guide.unlisted", at: SourcePlace(content.shown(name)), "This folder is no version of guide.yml.",
          hint: "Add it to “versions”, as a draft at first, or move it elsewhere."))
    }
    for node in listed {
      guard let version = VersionReader.read(node, in: content, diagnostics: &diagnostics) else { continue }
      if versions.contains(where: { $0.id == version.id }) {
        map.report(.error("guide.duplicate-version", at: version.place, "The version “\(version.id)” is listed twice."))
        continue
      }
      versions.append(version)
    }
    if versions.count(where: { $0.status == .current }) != 1 {
      map.report(
        .error(
          "guide.current", at: map.place, "Exactly one version must have the status current.",
          hint: "Older ones are superseded, those not yet in force are draft."))
    }
    map.finish(into: &diagnostics)
    let labels = Labels.read(
      root.appendingPathComponent("templates/labels.yml"), as: "templates/labels.yml", within: root,
      diagnostics: &diagnostics)
    return Guide(
      title: title, shortTitle: shortTitle, language: language, description: description, address: address,
      versions: versions, labels: labels)
  }

  private static func address(_ map: inout MapReader) -> String {
    guard let node = map.requiredNode("address") else { return "https://example.org/" }
    let text = node.text ?? ""
    if let reason = SiteAddress.problem(of: text) {
      let shown = text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? $0.escaped(asASCII: true) : "\($0)" }
      map.report(
        .error(
          "guide.address", at: node.place, "“\(shown.joined())” is no address of a site: \(reason).",
          hint: "Write it in full, such as https://example.org/guide/."))
      return "https://example.org/"
    }
    return text.hasSuffix("/") ? text : text + "/"
  }
}

extension MapReader {
  /// A date, reported under `id` when the calendar has none such.
  mutating func date(_ key: String, id: String) -> String? {
    guard let node = node(key) else { return nil }
    if let text = node.text, CalendarDate(iso: text.utf8) != nil { return text }
    report(
      .error(
        id, at: node.place, "“\(key)” is “\(node.text ?? node.kind)”, which is no date.",
        hint: "Write it as 2026-11-22."))
    return nil
  }
}

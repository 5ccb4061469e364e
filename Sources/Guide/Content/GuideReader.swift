package import Diagnostics
internal import Files
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
    var map = MapReader(node, what: Message("what.guide"), id: "guide")
    let title = map.requiredText("title") ?? ""
    let shortTitle = map.text("short-title") ?? title
    let language = map.requiredText("language") ?? "en"
    let description = map.requiredText("description") ?? ""
    let address = address(&map)
    let reviewIn = map.reviewInterval()
    let report = map.reportAddress()
    let image = map.node("image").map { SitePicture(path: $0.text ?? "", place: $0.place) }
    var versions: [GuideVersion] = []
    _ = map.requiredNode("versions")
    let listed = map.list("versions")
    let ids = listed.compactMap { $0["id"]?.text }
    for name in content.names(diagnostics: &diagnostics) where content.folder(name).exists && !ids.contains(name) {
      diagnostics.append(
        .warning("guide.unlisted", at: SourcePlace(content.shown(name))))
    }
    for node in listed {
      guard
        let version = VersionReader.read(node, in: content, versions: Set(ids), diagnostics: &diagnostics)
      else { continue }
      if versions.contains(where: { $0.id == version.id }) {
        map.report(.error("guide.duplicate-version", at: version.place, ["version": .text(version.id)]))
        continue
      }
      versions.append(version)
    }
    checkOrder(versions, &map)
    if versions.count(where: { $0.status == .current }) != 1 {
      map.report(
        .error("guide.current", at: map.place))
    }
    let redirects = redirects(&map)
    map.finish(into: &diagnostics)
    let labels = Labels.read(
      root.appendingPathComponent("templates/labels.yml"), as: "templates/labels.yml", within: root,
      diagnostics: &diagnostics)
    return Guide(
      title: title, shortTitle: shortTitle, language: language, description: description, address: address,
      versions: versions, labels: labels, redirects: redirects, addressPlace: node["address"]?.place,
      reviewIn: reviewIn, report: report, image: image)
  }

  /// Versions stand newest first: drafts, the one in force, those before it; later ones before earlier ones.
  private static func checkOrder(_ versions: [GuideVersion], _ map: inout MapReader) {
    let ranks: [VersionStatus: Int] = [.draft: 0, .current: 1, .superseded: 2]
    for (newer, older) in zip(versions, versions.dropFirst()) {
      var isEarlier = false
      if let date = newer.published, let other = older.published { isEarlier = date < other }
      if ranks[newer.status, default: 0] > ranks[older.status, default: 0] || isEarlier {
        map.report(
          .error("guide.order", at: older.place, ["version": .text(older.id), "before": .text(newer.id)]))
      }
    }
  }

  /// `redirects:` a map from retired addresses to what stands in their place.
  private static func redirects(_ map: inout MapReader) -> [RetiredAddress] {
    guard let node = map.node("redirects") else { return [] }
    guard let entries = node.map else {
      map.report(.error("guide.redirects", at: node.place))
      return []
    }
    return entries.compactMap { entry in
      let from = entry.key.hasPrefix("/") ? String(entry.key.dropFirst()) : entry.key
      guard let to = entry.value.text, !to.isEmpty,
        PlainPath.isPlain(from.hasSuffix("/") ? String(from.dropLast()) : from)
      else {
        map.report(.error("guide.redirects/address", at: entry.keyPlace, ["address": .text(entry.key)]))
        return nil
      }
      return RetiredAddress(from: from, to: to, place: entry.value.place)
    }
  }

  private static func address(_ map: inout MapReader) -> String {
    guard let node = map.requiredNode("address") else { return "https://example.org/" }
    let text = node.text ?? ""
    if let reason = SiteAddress.problem(of: text) {
      let shown = text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? $0.escaped(asASCII: true) : "\($0)" }
      map.report(
        .error("guide.address", at: node.place, ["address": .text(shown.joined()), "reason": .message(reason)]))
      return "https://example.org/"
    }
    return text.hasSuffix("/") ? text : text + "/"
  }
}

extension GuideReader {
  /// The language that guide.yml below `root` names, however wrong the rest of it may be; `nil` when it names none or
  /// cannot be read. For messages that come before the guide is read.
  package static func language(root: URL) -> String? {
    let path = root.appending(path: "content/guide.yml").path
    guard let bytes = try? InputFile.read(path, within: root.path, limit: 1 << 20) else { return nil }
    for line in bytes.split(whereSeparator: { $0 == 10 || $0 == 13 }) where line.starts(with: "language:".utf8) {
      let value = String(decoding: line.dropFirst("language:".utf8.count), as: UTF8.self)
      let tag = value.prefix { $0 != "#" }.trimmingCharacters(in: CharacterSet(charactersIn: " \t\"'"))
      return tag.isEmpty ? nil : tag
    }
    return nil
  }
}

extension MapReader {
  /// A date, reported under `id` when the calendar has none such.
  mutating func date(_ key: String, id: String) -> String? {
    guard let node = node(key) else { return nil }
    if let text = node.text, CalendarDate(iso: text.utf8) != nil { return text }
    report(
      .error(
        id, at: node.place, saying: Message("map.date", ["key": .text(key), "found": .message(node.textOrKind)])))
    return nil
  }
}

internal import Bytes
package import Diagnostics
internal import Files
package import Foundation
internal import SourceText
package import ZhinanValidation

/// Reads `content/` and the theme's labels of a project.
package enum GuideReader {
  /// The guide below `root` as it stands on a day; `nil` when guide.yml cannot be read. All problems are gathered.
  ///
  /// - Parameters:
  ///   - readsReleases: whether versions are held against what was released of them.
  ///   - rules: reads the rules that facts may be worked out by.
  package static func read(
    root: URL, today: CalendarDate, readsReleases: Bool = true, rules: FactRuleReader? = nil,
    diagnostics: inout [Diagnostic]
  ) -> Guide? {
    let content = ContentFolder(
      url: root.appendingPathComponent("content", isDirectory: true), path: "content", root: root)
    guard let file = content.text("guide.yml", diagnostics: &diagnostics),
      let node = YAMLReader.read(file, diagnostics: &diagnostics)
    else { return nil }
    diagnostics += UnfitText.problems(in: node)
    var map = MapReader(node, what: Message("what.guide"), id: "guide")
    let title = map.requiredText("title") ?? ""
    let shortTitle = map.text("short-title") ?? title
    let language = map.requiredText("language") ?? "en"
    let description = map.requiredText("description") ?? ""
    let address = address(&map)
    let reviewIn = map.reviewInterval()
    let report = map.reportAddress()
    let image = map.node("image").map { SitePicture(path: $0.text ?? "", place: $0.place) }
    let notice = map.text("notice")
    let noticeTitle = map.text("notice-title")
    var labels = Labels.read(root: root, diagnostics: &diagnostics)
    if let words = map.node("words") { labels.words.read(words, diagnostics: &diagnostics) }
    var versions: [GuideVersion] = []
    _ = map.requiredNode("versions")
    let listed = map.list("versions")
    let ids = listed.compactMap { $0["id"]?.text }
    var quoted = QuotedSourceReader(content, versions: Set(ids))
    let sources = quoted.sources(of: &map) ?? []
    let sourceFolders = QuotedSourceReader.folders(of: node)
    for name in content.names(diagnostics: &diagnostics)
    where content.folder(name).exists && !ids.contains(name) && name != VersionReader.templates
      && !sourceFolders.contains(name)
    {
      diagnostics.append(
        .warning("guide.unlisted", at: SourcePlace(content.shown(name))))
    }
    for node in listed {
      guard
        var version = VersionReader.read(
          node, in: content, versions: Set(ids), language: language, readsRelease: readsReleases, quoted: &quoted,
          rules: rules,
          diagnostics: &diagnostics)
      else { continue }
      version.addSources(sources)
      if versions.contains(where: { $0.id == version.id }) {
        map.report(.error("guide.duplicate-version", at: version.place, ["version": .text(version.id)]))
        continue
      }
      versions.append(version)
    }
    diagnostics += quoted.diagnostics
    carryFormerNames(&versions)
    VersionTimeline(versions, today: today).settle(&versions, &map)
    checkOrder(versions, &map)
    let redirects = redirects(&map)
    map.finish(into: &diagnostics)
    var guide = Guide(
      title: title, shortTitle: shortTitle, language: language, description: description, address: address,
      versions: versions, labels: labels, redirects: redirects, addressPlace: node["address"]?.place,
      reviewIn: reviewIn, report: report, image: image, notice: notice, noticeTitle: noticeTitle)
    guide.fillFacts(node, root: root, diagnostics: &diagnostics)
    return guide
  }

  /// A section that had another name takes its pages along: those that an older version has below that name.
  private static func carryFormerNames(_ versions: inout [GuideVersion]) {
    for number in versions.indices {
      let own = Set(versions[number].pages.map(\.name))
      let older = Set(versions[(number + 1)...].flatMap { $0.pages.map(\.name) })
      for section in versions[number].pages where !section.formerly.isEmpty {
        for (page, child) in versions[number].pages.enumerated() where child.name.hasPrefix(section.name + "/") {
          for former in section.formerly {
            let name = former.name + child.name.dropFirst(section.name.count)
            guard older.contains(name), !own.contains(name), !child.formerly.contains(where: { $0.name == name }) else {
              continue
            }
            versions[number].pages[page].formerly.append(
              FormerName(version: former.version, name: name, place: former.place))
          }
        }
      }
    }
  }

  /// Editions stand newest first: drafts, those to come, the one in force, those before it; later ones before earlier
  /// ones.
  private static func checkOrder(_ versions: [GuideVersion], _ map: inout MapReader) {
    let ranks: [VersionStatus: Int] = [.draft: 0, .upcoming: 1, .current: 2, .superseded: 3]
    let editions = versions.filter { $0.kind == .edition }
    for (newer, older) in zip(editions, editions.dropFirst()) {
      var isEarlier = false
      if let date = newer.effective, let other = older.effective {
        isEarlier = date < other
      } else if let date = newer.published, let other = older.published {
        isEarlier = date < other
      }
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
      let to = entry.value.text ?? ""
      let decoded = entry.key.removingPercentEncoding ?? ""
      let from = decoded.hasPrefix("/") ? String(decoded.dropFirst()) : decoded
      let isOutside = to.hasPrefix("https://") || to.hasPrefix("http://")
      let isKnown = isOutside ? SiteAddress.problem(of: String(to.prefix { !"?#".contains($0) })) == nil : !to.isEmpty
      guard isKnown, isRetired(from) else {
        map.report(.error("guide.redirects/address", at: entry.keyPlace, ["address": .text(entry.key)]))
        return nil
      }
      return RetiredAddress(from: from, to: to, place: entry.value.place)
    }
  }

  /// Whether it can be an address below the site's: parts that begin with no dot, without what ends an address's path
  /// and what nobody sees.
  private static func isRetired(_ path: String) -> Bool {
    let plain = path.hasSuffix("/") ? String(path.dropLast()) : path
    return PlainPath.isPlain(plain) && plain.utf8.count <= 500
      && plain.utf8.split(separator: UInt8(ascii: "/")).allSatisfy { $0.first != UInt8(ascii: ".") && $0.count <= 200 }
      && !plain.unicodeScalars.contains { "?#\\".unicodeScalars.contains($0) || UnicodeText.isInvisible($0.value) }
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

internal import Bytes
internal import Content
internal import GuideText
internal import Redline
internal import SourceText

extension Figure {
  /// A hash of the file.
  var hash: UInt64 { FNV1a.hash64(bytes) }
}

/// Finds pages that are the same in two versions without reading them again: their files say the same, and so do the data
/// files that they name or show.
struct PageSources {
  /// Directives that show what stands in other files than data.
  private static let outward: Set<String> = ["steps", "form", "forms"]

  private let index: GuideIndex
  /// Data files that are not the same, or that a text of them leads to such.
  private let changedData: Set<String>
  /// Whether both versions have the same pictures and attachments, which texts lead to.
  private let areFilesSame: Bool

  init(_ site: SiteContext, _ pair: GuideChanges.Pair) {
    index = site.index.text
    let (older, newer) = (site.guide.versions[pair.older], site.guide.versions[pair.newer])
    let (old, new) = (older.data, newer.data)
    var changed = Set(old.keys).symmetricDifference(new.keys)
    for (name, file) in new where old[name].map({ !$0.root.holdsSame(as: file.root) }) == true { changed.insert(name) }
    let texts = new.mapValues { $0.root.texts.joined(separator: "\n") }
    var before = -1
    while changed.count != before {
      before = changed.count
      for (name, text) in texts where !changed.contains(name) && Self.names(changed, in: text) { changed.insert(name) }
    }
    changedData = changed
    areFilesSame =
      Self.areSame(older.figures, newer.figures, \.name, \.bytes)
      && Self.areSame(older.attachments, newer.attachments, \.name, \.bytes)
  }

  /// Whether readers surely see the same on both pages.
  func areSame(_ old: PageID, _ new: PageID) -> Bool {
    let (before, after) = (index.page(old), index.page(new))
    let (left, right) = (before.source, after.source)
    guard left.body == right.body, left.title == right.title, left.description == right.description,
      left.source == right.source, left.fold == right.fold,
      after.directives.isDisjoint(with: Self.outward)
    else { return false }
    return after.shown.allSatisfy { !changedData.contains($0.data) } && !Self.names(changedData, in: right.body)
      && (areFilesSame || !right.body.contains("]"))
  }

  /// Pictures or attachments by their names and bytes.
  private static func areSame<File>(_ old: [File], _ new: [File], _ name: (File) -> String, _ bytes: (File) -> [UInt8])
    -> Bool
  {
    let known = Dictionary(old.map { (name($0), bytes($0)) }) { first, _ in first }
    return old.count == new.count && new.allSatisfy { known[name($0)] == bytes($0) }
  }

  /// Whether a text has a role with a path into one of the files.
  private static func names(_ files: Set<String>, in text: String) -> Bool {
    text.contains("}`") && files.contains { text.contains("}`\($0).") || text.contains("}`\($0)`") }
  }
}

extension SourceNode {
  /// All texts in it.
  fileprivate var texts: [String] {
    switch value {
    case .null: []
    case .scalar(let text): [text]
    case .list(let nodes): nodes.flatMap(\.texts)
    case .map(let entries): entries.flatMap(\.value.texts)
    }
  }
}

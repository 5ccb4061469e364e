package import Diagnostics
internal import SourceText

/// A text that versions quote, as guide.yml names it.
package struct QuotedSource: Sendable {
  /// Where the text stands.
  package enum Text: Sendable {
    /// The pages of the version with this id.
    case version(String)
    /// A file below `content/`, as it was read.
    case file(String)
  }

  /// What a block names it by.
  package var name: String
  /// Its text.
  package var text: Text

  /// A source of a name.
  package init(name: String, text: Text) { (self.name, self.text) = (name, text) }
}

/// A text of a guide, and where it stands.
package struct WrittenText: Sendable, Hashable {
  /// Its words.
  package var text: String
  /// Place of the text.
  package var place: SourcePlace

  /// A text at a place.
  package init(text: String, place: SourcePlace) { (self.text, self.place) = (text, place) }
}

/// Reads the sources of guide.yml: `source: 2019-09` or `source: sources/notice.txt`, or `sources` with names.
struct QuotedSourceReader {
  let content: ContentFolder
  let versions: Set<String>
  private(set) var diagnostics: [Diagnostic] = []

  init(_ content: ContentFolder, versions: Set<String>) { (self.content, self.versions) = (content, versions) }

  /// The sources that a map names; `nil` when it names none.
  mutating func sources(of map: inout MapReader) -> [QuotedSource]? {
    let (single, several) = (map.node("source"), map.node("sources"))
    if let single { return [source(single, named: "source")].compactMap(\.self) }
    guard let several else { return nil }
    guard let entries = several.map else {
      diagnostics.append(.error("guide.source/map", at: several.place, ["kind": .message(several.kind)]))
      return []
    }
    return entries.compactMap { source($0.value, named: $0.key) }
  }

  /// A version's id, a file's path, or a map with one of both.
  private mutating func source(_ node: SourceNode, named name: String) -> QuotedSource? {
    let version = node["version"]?.text ?? node.text.flatMap { versions.contains($0) ? $0 : nil }
    if let version, versions.contains(version) { return QuotedSource(name: name, text: .version(version)) }
    guard version == nil, let path = node["file"]?.text ?? node.text, Self.isFile(path),
      let file = content.text(path, diagnostics: &diagnostics)
    else {
      diagnostics.append(
        .error(
          "guide.source", at: node.place, ["source": .message(version.map { .verbatim($0) } ?? node.textOrKind)]))
      return nil
    }
    return QuotedSource(name: name, text: .file(file.text))
  }

  /// Whether it can be a file's path below `content/`, and no version's id that was meant.
  private static func isFile(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count > 1 && parts.allSatisfy { !$0.isEmpty && $0.first != "." }
  }

  /// The folders of `content/` that hold such files, of the guide and of its versions.
  static func folders(of guide: SourceNode) -> Set<String> {
    let holders = [guide] + (guide["versions"]?.list ?? [])
    let nodes = holders.flatMap { [$0["source"]].compactMap(\.self) + ($0["sources"]?.map?.map(\.value) ?? []) }
    return Set(
      nodes.compactMap { node in
        (node["file"]?.text ?? node.text)?.split(separator: "/").first.map(String.init)
      })
  }
}

extension GuideVersion {
  /// Takes the guide's sources where the version names none of its own; a version is no source of itself.
  mutating func addSources(_ all: [QuotedSource]) {
    guard sources.isEmpty else { return }
    sources = all.filter { source in
      if case .version(let id) = source.text { return id != self.id }
      return true
    }
  }
}

package import Diagnostics
internal import Files
package import Foundation
internal import Mustache
internal import SourceText

/// How the site looks: everything below `templates/` that pages are made with.
package struct TemplateSet: Sendable {
  private let library: MustacheLibrary
  private let names: Set<String>
  /// The files of `assets/`, copied as they are.
  let assets: [OutputFile]
  private let assetHashes: [String: String]

  /// Templates that every site needs.
  private static let required = [
    "page", "home", "redirect", "not-found", "directives/note", "directives/tip", "directives/warning",
    "directives/details",
  ]

  /// The templates below `root`; `nil` when the folder cannot be read. All problems are gathered.
  package static func read(root: URL, diagnostics: inout [Diagnostic]) -> TemplateSet? {
    let folder = root.appendingPathComponent("templates", isDirectory: true)
    let before = diagnostics.count
    let paths = paths(below: folder, within: root, diagnostics: &diagnostics)
    if paths.isEmpty, diagnostics.count > before { return nil }
    var sources: [TemplateSource] = []
    var assets: [OutputFile] = []
    for path in paths {
      let url = folder.appendingPathComponent(path)
      if path.hasSuffix(".mustache") {
        guard let file = SourceFile.read(url, as: "templates/\(path)", within: root, diagnostics: &diagnostics)
        else { continue }
        sources.append(TemplateSource(name: String(path.dropLast(".mustache".count)), file: file))
      } else if path.hasPrefix("assets/") {
        guard let bytes = SourceFile.bytes(url, as: "templates/\(path)", within: root, diagnostics: &diagnostics)
        else { continue }
        assets.append(OutputFile(path: path, bytes: bytes))
      }
    }
    return TemplateSet(sources, assets: assets, diagnostics: &diagnostics)
  }

  private init(_ sources: [TemplateSource], assets: [OutputFile], diagnostics: inout [Diagnostic]) {
    let endless = TemplateCheck.run(sources, diagnostics: &diagnostics)
    var library = MustacheLibrary()
    for source in sources where !endless.contains(source.name) {
      guard let template = source.parsed(diagnostics: &diagnostics) else { continue }
      library.register(template, named: source.name)
    }
    self.library = library
    names = Set(sources.map(\.name))
    self.assets = assets
    assetHashes = Dictionary(assets.map { ($0.path, ContentHash.text(of: $0.bytes)) }) { first, _ in first }
    for name in Self.required where !names.contains(name) {
      diagnostics.append(
        .error("template.missing", at: SourcePlace("templates/\(name).mustache"), "The template is missing."))
    }
  }

  /// Deepest folder below `templates/` that is looked into, so that links that lead round in a circle end.
  private static let deepest = 16

  /// Paths of all files below a folder, sorted, without hidden ones; links to folders are followed within `root`.
  private static func paths(
    below folder: URL, _ path: String = "", within root: URL, diagnostics: inout [Diagnostic]
  ) -> [String] {
    var found: [String] = []
    let shown = path.isEmpty ? "templates" : "templates/\(path)"
    let url = path.isEmpty ? folder : folder.appendingPathComponent(path)
    for name in SourceFile.names(in: url, as: shown, within: root, diagnostics: &diagnostics)
    where !name.hasPrefix(".") {
      let inner = path.isEmpty ? name : "\(path)/\(name)"
      guard InputFile.kind(of: folder.appendingPathComponent(inner).path) == .folder else {
        found.append(inner)
        continue
      }
      guard inner.split(separator: "/").count <= deepest else {
        diagnostics.append(
          .error("file.unreadable", at: SourcePlace("templates/\(inner)"), "The folder cannot be read: too many links.")
        )
        continue
      }
      found += paths(below: folder, inner, within: root, diagnostics: &diagnostics)
    }
    return path.isEmpty ? found.sorted() : found
  }

  func has(_ name: String) -> Bool { names.contains(name) }

  /// Names of the directives that templates define.
  var directiveNames: [String] {
    names.filter { $0.hasPrefix("directives/") }.map { String($0.dropFirst("directives/".count)) }.sorted()
  }

  /// The template filled; empty when there is none of the name, which was reported when the set was read.
  func render(_ name: String, _ context: TemplateValue) -> String {
    library.render(context, withTemplate: name) ?? ""
  }

  /// Address of an asset with its content's hash, so that browsers keep it until it changes.
  func assetURL(_ path: String, root: String) -> TemplateValue {
    assetHashes[path].map { .text("\(root)\(path)?v=\($0)") } ?? .absent
  }
}

/// A short name for bytes: FNV-1a, 64 bits.
enum ContentHash {
  static func text(of bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return String(hash, radix: 36)
  }
}

internal import Bytes
internal import Content
package import Diagnostics
internal import Files
package import Foundation
internal import SourceText
internal import Synchronization
internal import Templates

/// How the site looks: everything below `templates/` that pages are made with.
package struct TemplateSet: Sendable {
  private let library: TemplateLibrary
  private let names: Set<String>
  /// The files of `assets/`, copied as they are but for scripts that are joined (``JoinedScripts``).
  let assets: [OutputFile]
  private let assetHashes: [String: String]
  /// The ids that elements around a page's text have, or its directives.
  let ids: Set<String>
  /// The ids that elements around the front page's text have.
  let frontIDs: Set<String>
  /// Names of the directives whose templates, or the partials in them, hold an element with `data-tool`: a script makes something of it.
  let toolDirectives: Set<String>
  private let problemsFound = FillingProblems()

  /// Templates that every site needs.
  private static let required = [
    "page", "home", "redirect", "not-found", "directives/note", "directives/tip", "directives/warning",
    "directives/details",
  ]

  /// Largest template that is read, in bytes.
  private static let longestTemplate = 128 << 10

  /// The templates below `root`; `nil` when the folder cannot be read. All problems are gathered.
  package static func read(root: URL, diagnostics: inout [Diagnostic]) -> TemplateSet? {
    let folder = root.appendingPathComponent("templates", isDirectory: true)
    let before = diagnostics.count
    let paths = paths(below: folder, within: root, diagnostics: &diagnostics)
    if paths.isEmpty, diagnostics.count > before { return nil }
    var sources: [(name: String, file: SourceFile)] = []
    var assets: [OutputFile] = []
    for path in paths {
      guard FileName.isFit(path, at: SourcePlace("templates/\(path)"), diagnostics: &diagnostics) else { continue }
      let url = folder.appendingPathComponent(path)
      if path.hasSuffix(".mustache") {
        guard
          let file = SourceFile.read(
            url, as: "templates/\(path)", within: root, limit: longestTemplate, diagnostics: &diagnostics)
        else { continue }
        sources.append((String(path.dropLast(".mustache".count)), file))
      } else if path.hasPrefix("assets/") {
        guard let bytes = SourceFile.bytes(url, as: "templates/\(path)", within: root, diagnostics: &diagnostics)
        else { continue }
        checkAsset(path, bytes, diagnostics: &diagnostics)
        assets.append(OutputFile(path: path, bytes: bytes))
      }
    }
    assets = JoinedScripts.joined(assets, diagnostics: &diagnostics)
    return TemplateSet(sources, assets: assets, diagnostics: &diagnostics)
  }

  private init(
    _ sources: [(name: String, file: SourceFile)], assets: [OutputFile], diagnostics: inout [Diagnostic]
  ) {
    library = TemplateLibrary(sources, diagnostics: &diagnostics)
    TemplateVocabulary.check(library, diagnostics: &diagnostics)
    let directives = sources.map(\.name).filter { $0.hasPrefix("directives/") }
    ids = Self.ids(in: sources, held: library.held(by: ["page"] + directives))
    frontIDs = Self.ids(in: sources, held: library.held(by: ["home"] + directives))
    names = Set(sources.map(\.name))
    let tools = Set(sources.filter { $0.file.text.contains(" data-tool=") }.map(\.name))
    let all = library
    toolDirectives = Set(
      directives.filter { !all.held(by: [$0]).isDisjoint(with: tools) }
        .map { String($0.dropFirst("directives/".count)) })
    self.assets = assets
    assetHashes = Dictionary(assets.map { ($0.path, String(FNV1a.hash64($0.bytes), radix: 36)) }) { first, _ in first }
    for name in Self.required where !names.contains(name) {
      diagnostics.append(
        .error("template.missing", at: SourcePlace("templates/\(name).mustache")))
    }
  }

  private static func ids(in sources: [(name: String, file: SourceFile)], held names: Set<String>) -> Set<String> {
    Set(
      sources.filter { names.contains($0.name) }.flatMap { source in
        source.file.text.matches(of: #/ id="([^"{}]+)"/#).map { String($0.output.1) }
      })
  }

  /// Pictures draw only, and pages are made by templates, which say what a browser may load.
  private static func checkAsset(_ path: String, _ bytes: [UInt8], diagnostics: inout [Diagnostic]) {
    switch path.split(separator: ".").last?.lowercased() {
    case "svg": diagnostics += SVGCheck.problems(in: bytes, path: "templates/\(path)")
    case "html", "htm", "xhtml", "xht", "shtml", "xml", "xsl", "svgz", "mhtml":
      diagnostics.append(
        .error("template.asset", at: SourcePlace("templates/\(path)")))
    default: break
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
          .error("file.unreadable/links", at: SourcePlace("templates/\(inner)"))
        )
        continue
      }
      found += paths(below: folder, inner, within: root, diagnostics: &diagnostics)
    }
    return path.isEmpty ? found.sorted() : found
  }

  /// The names in a template's tags and in those of the partials that it holds.
  func names(saidBy name: String) -> Set<String> { Set(library.tags(of: [name]).flatMap(\.path)) }

  func has(_ name: String) -> Bool { names.contains(name) }

  /// Names of the directives that templates define.
  var directiveNames: [String] {
    names.filter { $0.hasPrefix("directives/") }.map { String($0.dropFirst("directives/".count)) }.sorted()
  }

  /// What was found wrong while templates were filled: names that are nowhere, and templates that have no end.
  var problems: [Diagnostic] {
    let (found, reasons) = problemsFound.state.withLock { ($0.diagnostics, $0.reasons) }
    return found.sorted { $0.key < $1.key }.map(\.value)
      + reasons.sorted { $0.key < $1.key }.map { name, reason in
        .error(
          "template.endless", at: SourcePlace("templates/\(name).mustache"),
          ["name": .text(name), "reason": .message(reason)])
      }
  }

  /// How many bytes all fillings together may make.
  private static let mostBytes = 1 << 30

  /// The template filled, as UTF-8; empty when there is none of the name, which was reported when the set was read.
  func fill(_ name: String, _ value: TemplateValue) -> [UInt8] {
    if problemsFound.state.withLock({ $0.reasons[name] != nil }) { return [] }
    let filled = library.fill(name, value)
    let made = problemsFound.bytes.add(filled.bytes.count, ordering: .relaxed).newValue
    let reason = filled.overrun ?? (made > Self.mostBytes ? Message("reason.template-all-pages") : nil)
    if reason == nil, filled.diagnostics.isEmpty { return filled.bytes }
    problemsFound.state.withLock { state in
      for problem in filled.diagnostics {
        state.diagnostics["\(problem.place.map { "\($0)" } ?? "") \(problem.id)"] = problem
      }
      if let reason { state.reasons[name] = reason }
    }
    return reason == nil ? filled.bytes : []
  }

  /// The same as HTML that stands in a page.
  func html(_ name: String, _ value: TemplateValue) -> String { String(decoding: fill(name, value), as: UTF8.self) }

  /// Address of an asset with its content's hash, so that browsers keep it until it changes.
  func assetURL(_ path: String, root: String) -> TemplateValue {
    assetHashes[path].map { .text("\(root)\(path)?v=\($0)") } ?? .absent
  }
}

private final class FillingProblems: Sendable {
  struct State {
    /// By place and id, each once.
    var diagnostics: [String: Diagnostic] = [:]
    /// Why a template could not be filled to its end, by its name.
    var reasons: [String: Message] = [:]
  }

  let state = Mutex(State())
  /// How many bytes all fillings made.
  let bytes = Atomic(0)
}

internal import Bytes
internal import Content
package import Diagnostics
internal import Files
package import Foundation
internal import SourceText
internal import Synchronization
internal import Templates

/// How the site looks: everything below `templates/`, and below `content/templates/` over it, that pages are made with.
package struct TemplateSet: Sendable {
  private let library: TemplateLibrary
  private let names: Set<String>
  /// The files of the templates as messages name them, by their names.
  private let paths: [String: String]
  /// Names of the templates that are the guide's own.
  private let own: Set<String>
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

  /// The templates below `root`, the guide's own over the theme's; `nil` when the theme cannot be read. All problems are
  /// gathered.
  package static func read(root: URL, diagnostics: inout [Diagnostic]) -> TemplateSet? {
    guard let entries = ThemeFiles.read(root: root, diagnostics: &diagnostics) else { return nil }
    var sources: [(name: String, file: SourceFile)] = []
    var own: Set<String> = []
    var assets: [OutputFile] = []
    for entry in entries {
      if entry.path.hasSuffix(".mustache") {
        guard
          let file = SourceFile.read(
            entry.url, as: entry.shown, within: root, limit: longestTemplate, diagnostics: &diagnostics)
        else { continue }
        let name = String(entry.path.dropLast(".mustache".count))
        sources.append((name, file))
        if entry.isOwn { own.insert(name) }
      } else if entry.path.hasPrefix("assets/") {
        guard let bytes = SourceFile.bytes(entry.url, as: entry.shown, within: root, diagnostics: &diagnostics)
        else { continue }
        checkAsset(entry, bytes, diagnostics: &diagnostics)
        assets.append(OutputFile(path: entry.path, bytes: bytes))
      }
    }
    let shown = Dictionary(entries.map { ($0.path, $0.shown) }) { first, _ in first }
    assets = JoinedScripts.joined(assets, shown: { shown[$0] ?? $0 }, diagnostics: &diagnostics)
    return TemplateSet(sources, own: own, assets: assets, diagnostics: &diagnostics)
  }

  private init(
    _ sources: [(name: String, file: SourceFile)], own: Set<String>, assets: [OutputFile],
    diagnostics: inout [Diagnostic]
  ) {
    library = TemplateLibrary(sources, diagnostics: &diagnostics)
    TemplateVocabulary.check(library, diagnostics: &diagnostics)
    let directives = sources.map(\.name).filter { $0.hasPrefix("directives/") }
    ids = Self.ids(in: sources, held: library.held(by: ["page"] + directives))
    frontIDs = Self.ids(in: sources, held: library.held(by: ["home"] + directives))
    names = Set(sources.map(\.name))
    paths = Dictionary(sources.map { ($0.name, $0.file.path) }) { first, _ in first }
    self.own = own
    let tools = Set(sources.filter { $0.file.text.contains(" data-tool=") }.map(\.name))
    let all = library
    toolDirectives = Set(
      directives.filter { !all.held(by: [$0]).isDisjoint(with: tools) }
        .map { String($0.dropFirst("directives/".count)) })
    self.assets = assets
    diagnostics += NamedAssets.problems(sources, assets: assets)
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
  private static func checkAsset(_ entry: ThemeEntry, _ bytes: [UInt8], diagnostics: inout [Diagnostic]) {
    switch entry.path.split(separator: ".").last?.lowercased() {
    case "svg": diagnostics += SVGCheck.problems(in: bytes, path: entry.shown)
    case "html", "htm", "xhtml", "xht", "shtml", "xml", "xsl", "svgz", "mhtml":
      diagnostics.append(.error("template.asset", at: SourcePlace(entry.shown)))
    default: break
    }
  }

  /// The names in a template's tags and in those of the partials that it holds.
  func names(saidBy name: String) -> Set<String> { Set(library.tags(of: [name]).flatMap(\.path)) }

  func has(_ name: String) -> Bool { names.contains(name) }

  /// The file of a template of the theme; `nil` where there is none, or the guide's own.
  func theme(_ name: String) -> String? { own.contains(name) ? nil : paths[name] }

  /// The words of ``GuideWords`` that templates name.
  var words: Set<String> {
    Set(library.tags(of: names.sorted()).compactMap { $0.path.count == 2 && $0.path[0] == "words" ? $0.path[1] : nil })
  }

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
          "template.endless", at: SourcePlace(paths[name] ?? "templates/\(name).mustache"),
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

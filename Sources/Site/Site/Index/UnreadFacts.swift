internal import Content
internal import Diagnostics
internal import GuideText
internal import Markdown
internal import SourceText

/// Keys of data files that nothing reads: mostly slips of the pen, of which templates say nothing where a key may be
/// missing.
///
/// A key is read when a template that shows its file names it, when a text names it behind `{data}` or `{tel}`, or when a
/// rule does; a file that a flow chart or a form reads is theirs, with a schema of its own. `id` names a list's element.
struct UnreadFacts {
  /// What rules read of data files (`GuideFacts`), by the file's name.
  private static let ruleKeys: [String: Set<String>] = [
    "region": ["id", "postalPrefix"],
    "fees": [
      "currency", "prices", "price", "tiers", "up-to", "inputs", "min", "max", "default", "decimals", "kind",
      "estimate", "upper",
      "times", "doubts", "code", "when", "say", "hint", "request",
    ],
    "hours": ["timezone", "week", "days", "weekdays", "windows"],
    "limits": ["formats", "bytes", "accept-min", "accept-max", "safe-min", "safe-max", "scan", "dpi", "colour"],
  ]
  /// Files whose keys are no names, such as years.
  private static let ownKeys: Set<String> = ["holidays"]

  private let site: SiteContext
  private let version: GuideVersion
  /// Names that templates say of each file.
  private var read: [String: Set<String>] = [:]
  /// Files that others read by a schema.
  private var taken: Set<String> = ownKeys

  /// Warnings about the version's data files.
  static func problems(_ site: SiteContext, version: Int, shown: Set<ShownFacts>) -> [Diagnostic] {
    var facts = UnreadFacts(site, site.guide.versions[version])
    for use in shown { facts.note(use) }
    for text in facts.texts { facts.note(pathsIn: text) }
    for path in facts.version.written.paths { facts.note(path: path) }
    return facts.version.data.values.sorted { $0.name < $1.name }.flatMap { facts.problems(in: $0) }
  }

  private init(_ site: SiteContext, _ version: GuideVersion) {
    self.site = site
    self.version = version
    read = Self.ruleKeys
    // Requests of examples name the inputs.
    let inputs = version.data["fees"]?.root["inputs"]?.list ?? []
    read["fees"]?.formUnion(inputs.compactMap { $0["id"]?.text })
  }

  private mutating func note(_ use: ShownFacts) {
    if use.directive == "flow" {
      taken.insert(use.data)
    } else {
      read[use.data, default: []].formUnion(site.templates.names(saidBy: "directives/\(use.directive)"))
    }
  }

  /// All texts in which a path may stand: pages with their front matter, and the data files' own.
  private var texts: [String] {
    version.texts.flatMap { [$0.body, $0.title, $0.description, $0.shortTitle ?? "", $0.group ?? "", $0.source ?? ""] }
      + version.data.values.flatMap { Self.scalars(of: $0.root) }
  }

  private static func scalars(of node: SourceNode) -> [String] {
    switch node.value {
    case .null: []
    case .scalar(let text): [text]
    case .list(let nodes): nodes.flatMap(scalars)
    case .map(let entries): entries.flatMap { scalars(of: $0.value) }
    }
  }

  /// Notes the keys of every path that a role in the text names.
  private mutating func note(pathsIn text: String) {
    guard text.utf8.contains(UInt8(ascii: "`")) else { return }
    for match in text.matches(of: /\}`([^`]*)`/) {
      for path in FactExpression.paths(in: String(match.output.1)) { note(path: path) }
    }
  }

  private mutating func note(path: String) {
    let parts = path.split(separator: ".").map(String.init)
    if let file = parts.first { read[file, default: []].formUnion(parts.dropFirst()) }
  }

  /// Whether a key is read as a quotation: it is held against a source.
  private func isHeld(_ key: String) -> Bool { !version.sources.isEmpty && DataFile.isQuotation(key) }

  private func problems(in file: DataFile) -> [Diagnostic] {
    if taken.contains(file.name) || site.formData[version.id]?.contains(file.name) == true { return [] }
    guard let read = read[file.name] else {
      return [.warning("data.unread/file", at: SourcePlace(file.path))]
    }
    return problems(in: file.root, read.union(["id"]))
  }

  private func problems(in node: SourceNode, _ read: Set<String>) -> [Diagnostic] {
    switch node.value {
    case .null, .scalar: []
    case .list(let nodes): nodes.flatMap { problems(in: $0, read) }
    case .map(let entries):
      entries.flatMap { entry -> [Diagnostic] in
        let name = entry.key.hasSuffix("-md") ? String(entry.key.dropLast(3)) : entry.key
        if read.contains(name) || read.contains(entry.key) || isHeld(entry.key) {
          return problems(in: entry.value, read)
        }
        return [
          .warning(
            "data.unread", at: entry.keyPlace, ["key": .text(entry.key)], hint: NearName.hint(name, in: read.sorted()))
        ]
      }
    }
  }
}

package import Diagnostics
package import SourceText

/// What stands in a version's data files before facts are filled in, and what its texts name of them.
package struct WrittenFacts: Sendable {
  /// The data files as they were written, where something was filled in or worked out.
  package var data: [String: DataFile] = [:]
  /// Every path that titles, data files, forms and the like name; pages name theirs themselves.
  package var paths: Set<String> = []
  /// Every text that they mark as a quotation.
  package var quotations: [WrittenText] = []
  /// Places of texts that lack a fact, which was told.
  package fileprivate(set) var lacking: Set<SourcePlace> = []
  /// What may be worked out by rules; `nil` where the guide was read without them.
  package var rules: (any FactRules)?

  /// What was wrong with the data files' own texts.
  fileprivate var found: [Diagnostic] = []

  /// No facts.
  package init() {}

  /// Takes over what other texts of the version name and quote.
  package mutating func add(_ other: WrittenFacts) {
    paths.formUnion(other.paths)
    quotations += other.quotations
  }

  fileprivate mutating func takeDiagnostics() -> [Diagnostic] {
    defer { found = [] }
    return found
  }

  /// Notes what a filler has found in texts.
  package mutating func note(_ filler: FactFiller) {
    paths.formUnion(filler.paths)
    quotations += filler.quotations
  }
}

extension GuideVersion {
  /// The data file as it was written.
  package func written(_ name: String) -> DataFile? { written.data[name] ?? data[name] }

  /// Fills the facts into the data files' own texts and into drawings, and lets rules put beside them what they work out.
  mutating func fillFacts(_ reader: FactRuleReader?, diagnostics: inout [Diagnostic]) {
    let holders = data.values.filter { $0.root.holdsRole }
    let asWritten = self
    if !holders.isEmpty { fill(holders, from: asWritten) }
    if let reader {
      let rules = reader(data)
      written.rules = rules
      if !holders.isEmpty {
        var source = asWritten
        source.written.rules = rules
        fill(holders, from: source)
      }
      let completed = rules.completed(data)
      for (name, file) in completed where data[name]?.root != file.root {
        if written.data[name] == nil { written.data[name] = data[name] }
        data[name] = file
      }
    }
    diagnostics += written.takeDiagnostics()
    fillFigures(diagnostics: &diagnostics)
  }

  private mutating func fill(_ holders: [DataFile], from source: GuideVersion) {
    var filler = FactFiller(source)
    filler.isAmongFacts = true
    for file in holders.sorted(by: { $0.name < $1.name }) {
      written.data[file.name] = file
      data[file.name]?.root = filler.filled(file.root)
    }
    written.paths = filler.paths
    written.quotations = filler.quotations
    written.found = filler.diagnostics
    written.lacking = Set(filler.diagnostics.compactMap(\.place))
  }

  /// Drawings with facts in their words.
  private mutating func fillFigures(diagnostics: inout [Diagnostic]) {
    for number in figures.indices where figures[number].name.hasSuffix(".svg") {
      let bytes = figures[number].bytes
      guard bytes.firstRange(of: "}`".utf8) != nil else { continue }
      var filler = FactFiller(self)
      filler.isInXML = true
      figures[number].written = bytes
      figures[number].bytes = filler.filledDrawing(bytes, path: figures[number].path)
      written.note(filler)
      diagnostics += filler.diagnostics
      if SVGCheck.problems(in: bytes, path: "").isEmpty {
        diagnostics += SVGCheck.problems(in: figures[number].bytes, path: figures[number].path)
      }
    }
  }
}

extension FactFiller {
  /// The value with the facts of its texts; keys that end in `-md` stay, since what they hold is read as Markdown.
  package mutating func filled(_ node: SourceNode) -> SourceNode {
    guard node.holdsRole else { return node }
    switch node.value {
    case .null: return node
    case .scalar(let text): return SourceNode(.scalar(filled(text, at: node.place)), at: node.place)
    case .list(let nodes):
      var list: [SourceNode] = []
      for inner in nodes { list.append(filled(inner)) }
      return SourceNode(.list(list), at: node.place)
    case .map(let entries):
      var map: [SourceEntry] = []
      for var entry in entries {
        if !entry.key.hasSuffix("-md") { entry.value = filled(entry.value) }
        map.append(entry)
      }
      return SourceNode(.map(map), at: node.place)
    }
  }

  /// A drawing's bytes with the facts of its lines, their signs escaped.
  mutating func filledDrawing(_ bytes: [UInt8], path: String) -> [UInt8] {
    var out: [UInt8] = []
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if number > 0 { out.append(0x0A) }
      let text = String(decoding: line, as: UTF8.self)
      let hasRole = line.firstRange(of: "}`".utf8) != nil
      guard hasRole else {
        out += line
        continue
      }
      let column = text.firstIndex(of: "{").map { text[..<$0].unicodeScalars.count + 1 }
      out += filled(text, at: SourcePlace(path, line: number + 1, column: column)).utf8
    }
    return out
  }
}

extension SourceNode {
  /// Whether a role may stand in one of its texts.
  var holdsRole: Bool {
    switch value {
    case .null: false
    case .scalar(let text): text.utf8.contains(UInt8(ascii: "`"))
    case .list(let nodes): nodes.contains(where: \.holdsRole)
    case .map(let entries): entries.contains { $0.value.holdsRole }
    }
  }
}

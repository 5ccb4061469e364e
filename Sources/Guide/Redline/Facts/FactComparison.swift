internal import Content
package import SourceText

/// Compares the data files of two versions, value by value.
package struct FactComparison {
  /// Most values that are told of a map that came or went.
  private static let mostValues = 6

  private let shown: (_ text: String, _ key: String, ComparedSide) -> String
  private var file = ""
  private var found: [FactChange] = []

  /// What changed in data files, by their names, in the newer files' order.
  ///
  /// - Parameter shown: a value as readers see it, by its key: what it has of Markdown is their affair.
  ///
  /// A version without any data file is no other state of the facts: then nothing is told.
  package static func changes(
    _ old: [String: SourceNode], _ new: [String: SourceNode],
    shown: @escaping (_ text: String, _ key: String, ComparedSide) -> String
  ) -> [FactChange] {
    if old.isEmpty || new.isEmpty { return [] }
    var comparison = FactComparison(shown: shown)
    for name in Set(old.keys).union(new.keys).sorted() {
      comparison.file = name
      comparison.compare(old[name], new[name], path: [], name: nil)
    }
    return comparison.found
  }

  /// How the values of data files are written, by the paths that changes have; none for what rules put beside them.
  package static func writtenTexts(_ filled: [String: SourceNode], as written: [String: SourceNode]) -> [String: String]
  {
    var texts: [String: String] = [:]
    func note(_ node: SourceNode, _ source: SourceNode?, _ path: String) {
      switch node.value {
      case .null: break
      case .scalar: texts[path] = source?.text
      case .map(let entries): for entry in entries { note(entry.value, source?[entry.key], "\(path).\(entry.key)") }
      case .list(let nodes):
        let sources = source?.list ?? []
        for (number, key) in FactTree.keys(of: nodes).enumerated() {
          note(nodes[number], sources.indices.contains(number) ? sources[number] : nil, "\(path).\(key)")
        }
      }
    }
    for (name, root) in filled { note(root, written[name], name) }
    return texts
  }

  private init(shown: @escaping (_ text: String, _ key: String, ComparedSide) -> String) { self.shown = shown }

  /// - Parameter name: what the map around the values is called.
  private mutating func compare(_ old: SourceNode?, _ new: SourceNode?, path: [String], name: String?) {
    let (old, new) = (old.flatMap { $0.isNull ? nil : $0 }, new.flatMap { $0.isNull ? nil : $0 })
    guard let old, let new else { return addOne(old, new, path, name) }
    if old.holdsSame(as: new) { return }
    switch (old.value, new.value) {
    // A way to a page is no fact: files are called otherwise when pages are renamed.
    case (.scalar(let before), .scalar(let after)) where before.hasSuffix(".md") && after.hasSuffix(".md"): break
    case (.scalar(let before), .scalar(let after)):
      if !before.utf8.elementsEqual(after.utf8) { add(text(before, path, .old), text(after, path, .new), path, name) }
    case (.map(let before), .map(let after)):
      let called = self.name(of: new, .new) ?? self.name(of: old, .old)
      let isNamed = FactTree.name(of: new)?.key
      // How a source writes a fact is no other fact.
      let gone = before.filter { entry in
        !DataFile.isQuotation(entry.key) && !after.contains { $0.key == entry.key }
      }
      for entry in after where !DataFile.isQuotation(entry.key) {
        compare(old[entry.key], entry.value, path: path + [entry.key], name: entry.key == isNamed ? nil : called)
      }
      for entry in gone { compare(entry.value, nil, path: path + [entry.key], name: called) }
    case (.list(let before), .list(let after)): compare(before, after, path, name)
    default:
      addOne(old, nil, path, name)
      addOne(nil, new, path, name)
    }
  }

  private mutating func compare(_ old: [SourceNode], _ new: [SourceNode], _ path: [String], _ name: String?) {
    let (oldKeys, newKeys) = (FactTree.keys(of: old), FactTree.keys(of: new))
    let places = Dictionary(zip(oldKeys, old.indices)) { first, _ in first }
    let known = Set(newKeys)
    for (key, element) in zip(newKeys, new) {
      compare(places[key].map { old[$0] }, element, path: path + [key], name: name)
    }
    for (key, element) in zip(oldKeys, old) where !known.contains(key) {
      compare(element, nil, path: path + [key], name: name)
    }
  }

  /// A value that one version alone has.
  private mutating func addOne(_ old: SourceNode?, _ new: SourceNode?, _ path: [String], _ name: String?) {
    guard let node = new ?? old else { return }
    let side: ComparedSide = new == nil ? .old : .new
    let told = values(of: node, path.last ?? "", side)
    let text =
      told.count > Self.mostValues
      ? told.prefix(Self.mostValues).joined(separator: " · ") + " …" : told.joined(separator: " · ")
    let called = self.name(of: node, side) ?? name
    add(side == .old ? text : nil, side == .new ? text : nil, path, called)
  }

  private mutating func add(_ old: String?, _ new: String?, _ path: [String], _ name: String?) {
    let written = ([file] + path).joined(separator: ".")
    // Markdown may say the same in other signs.
    if let old, let new, old == new { return }
    found.append(FactChange(file: file, path: path, name: name ?? written, old: old, new: new))
  }

  /// The values in a node, but what names it and what only programs know it by.
  private func values(of node: SourceNode, _ key: String, _ side: ComparedSide) -> [String] {
    switch node.value {
    case .null: []
    case .scalar(let text): [shown(text, key, side)]
    case .list(let nodes): nodes.flatMap { values(of: $0, key, side) }
    case .map(let entries):
      entries.filter { $0.key != "id" && $0.key != FactTree.name(of: node)?.key }
        .flatMap { values(of: $0.value, $0.key, side) }
    }
  }

  private func text(_ text: String, _ path: [String], _ side: ComparedSide) -> String {
    // Elements of a list of texts stand under the list's key.
    shown(text, path.last { Int($0) == nil } ?? "", side)
  }

  private func name(of node: SourceNode, _ side: ComparedSide) -> String? {
    FactTree.name(of: node).map { shown($0.text, $0.key, side) }
  }
}

package import Diagnostics
internal import Files
package import FormPage
package import Foundation
package import SourceText

/// The few words that the engine itself writes into pages, from `templates/labels.yml`.
package struct Labels: Sendable {
  /// What opens a flow chart's text.
  package var flowText = "In words"
  /// A flow chart's way back to a step.
  package var flowBack = "Back to “{step}”"
  /// Accessible name of a table without caption.
  package var table = "Table"
  /// Accessible name of a heading's link to itself; without it headings have no such link.
  package var headingLink: String?
  /// How the pages of forms say when a question is asked.
  package var forms = FormWords()
  /// How pages tell what changed from one version to the next.
  package var changes = ChangeWords()
  /// Words that one guide says otherwise than another.
  package var words = GuideWords()
  /// The file that was read, as messages name it.
  package private(set) var path = "\(ThemeFile.theme)/labels.yml"
  /// Names of what it sets, those of `forms` as `forms.when`.
  package private(set) var named: Set<String> = []

  /// The labels that are used where a guide sets none.
  package init() {}

  /// Reads the labels below `root`; without any the words are English.
  ///
  /// - Parameter fill: puts facts into what they say.
  package static func read(
    root: URL, filling fill: (SourceNode) -> SourceNode = { $0 }, diagnostics: inout [Diagnostic]
  ) -> Labels {
    var labels = Labels()
    labels.path = ThemeFile.path(of: "labels.yml", below: root)
    let url = root.appending(path: labels.path)
    guard InputFile.kind(of: url.path) != .nothing,
      let file = SourceFile.read(url, as: labels.path, within: root, diagnostics: &diagnostics),
      let node = YAMLReader.read(file, diagnostics: &diagnostics).map(fill)
    else { return labels }
    var map = MapReader(node, what: Message("what.labels"), id: "labels")
    labels.flowText = map.text("flowText") ?? labels.flowText
    labels.table = map.text("table") ?? labels.table
    if let node = map.node("flowBack"), let text = map.text("flowBack") {
      labels.flowBack = text
      if !text.contains("{step}") {
        map.report(.error("labels.place", at: node.place, ["name": .text("flowBack"), "place": .text("{step}")]))
      }
    }
    labels.headingLink = map.text("headingLink")
    if let node = map.node("forms") { labels.readForms(node, diagnostics: &diagnostics) }
    if let node = map.node("changes") { labels.changes.read(node, diagnostics: &diagnostics) }
    if let node = map.node("words") { labels.words.read(node, diagnostics: &diagnostics) }
    map.finish(into: &diagnostics)
    labels.named.formUnion((node.map ?? []).filter { !$0.value.isNull }.map(\.key))
    return labels
  }

  /// Reads the words of `forms`.
  private mutating func readForms(_ node: SourceNode, diagnostics: inout [Diagnostic]) {
    var map = MapReader(node, what: Message("what.labels"), id: "labels")
    let paths = Dictionary(FormWords.entries.map { ($0.name, $0.path) }) { first, _ in first }
    for (name, text) in map.words(FormWords.entries.map { ($0.name, $0.places) }) {
      if let path = paths[name] { forms[keyPath: path] = text }
      named.insert("forms.\(name)")
    }
    map.finish(into: &diagnostics)
  }
}

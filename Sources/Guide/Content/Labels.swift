package import Diagnostics
internal import Files
package import FormPage
package import Foundation
internal import SourceText

/// The few words that the engine itself writes into pages, from `templates/labels.yml`.
package struct Labels: Sendable {
  /// What opens a flow chart's text.
  package var flowText = "In words"
  /// Accessible name of a table without caption.
  package var table = "Table"
  /// Accessible name of a heading's link to itself; without it headings have no such link.
  package var headingLink: String?
  /// How the pages of forms say when a question is asked.
  package var forms = FormWords()

  /// The labels that are used where a guide sets none.
  package init() {}

  /// Reads the file; without one the words are English.
  package static func read(
    _ url: URL, as path: String, within root: URL? = nil, diagnostics: inout [Diagnostic]
  ) -> Labels {
    var labels = Labels()
    guard InputFile.kind(of: url.path) != .nothing,
      let file = SourceFile.read(url, as: path, within: root, diagnostics: &diagnostics),
      let node = YAMLReader.read(file, diagnostics: &diagnostics)
    else { return labels }
    var map = MapReader(node, what: Message("what.labels"), id: "labels")
    labels.flowText = map.text("flowText") ?? labels.flowText
    labels.table = map.text("table") ?? labels.table
    labels.headingLink = map.text("headingLink")
    if let node = map.node("forms") { labels.readForms(node, diagnostics: &diagnostics) }
    map.finish(into: &diagnostics)
    return labels
  }

  /// Reads the words of `forms`; one that lacks a place would leave out what it is to say.
  private mutating func readForms(_ node: SourceNode, diagnostics: inout [Diagnostic]) {
    var map = MapReader(node, what: Message("what.labels"), id: "labels")
    for (name, places, path) in FormWords.entries {
      guard let text = map.text(name) else { continue }
      for place in places where !text.contains("{\(place)}") {
        map.report(
          .error(
            "labels.place", at: map.node(name)?.place ?? node.place,
            ["name": .text(name), "place": .text("{\(place)}")]))
      }
      forms[keyPath: path] = text
    }
    map.finish(into: &diagnostics)
  }
}

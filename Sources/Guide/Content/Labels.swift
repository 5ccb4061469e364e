package import Diagnostics
internal import Files
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
    map.finish(into: &diagnostics)
    return labels
  }
}

package import Diagnostics

extension SourceNode {
  /// Longest text that has to find its place on paper or in a message, in characters.
  package static var longestText: Int { 5000 }

  /// Reports every text, of a key too, that has more characters than ``longestText``, which no label or paragraph of a
  /// form has: breaking it into lines again and again would take minutes.
  package func reportLongTexts(_ id: String, diagnostics: inout [Diagnostic]) {
    switch value {
    case .null: break
    case .scalar(let text): Self.report(text, id, at: place, &diagnostics)
    case .list(let nodes): for node in nodes { node.reportLongTexts(id, diagnostics: &diagnostics) }
    case .map(let entries):
      for entry in entries {
        Self.report(entry.key, id, at: entry.keyPlace, &diagnostics)
        entry.value.reportLongTexts(id, diagnostics: &diagnostics)
      }
    }
  }

  private static func report(_ text: String, _ id: String, at place: SourcePlace, _ diagnostics: inout [Diagnostic]) {
    guard text.utf8.count > longestText, text.unicodeScalars.count > longestText else { return }
    diagnostics.append(
      .error(
        "\(id).text-length", at: place,
        saying: Message(
          "map.text-length", ["count": .number(text.unicodeScalars.count), "limit": .number(longestText)])))
  }
}

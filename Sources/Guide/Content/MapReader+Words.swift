internal import Diagnostics
internal import SourceText

extension MapReader {
  /// The words of these names that are set; one that lacks a place would leave out what it is to say, and is reported.
  mutating func words(_ entries: [(name: String, places: [String])]) -> [(name: String, text: String)] {
    entries.compactMap { name, places in
      guard let node = node(name), let text = text(name) else { return nil }
      for place in places where !text.contains("{\(place)}") {
        report(
          .error("labels.place", at: node.place, ["name": .text(name), "place": .text("{\(place)}")]))
      }
      return (name, text)
    }
  }
}

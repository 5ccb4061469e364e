internal import Content
internal import Diagnostics
internal import SourceText

/// The region that a guide is for, in `region.yml`.
package struct RegionFacts: Sendable {
  /// Its name in codes, ASCII; empty where the guide has none.
  package private(set) var id = ""
  /// First digits of its postal codes; empty where the guide has none.
  package private(set) var postalPrefix = ""

  /// What a data file says of the region.
  static func read(_ file: DataFile, _ diagnostics: inout [Diagnostic]) -> RegionFacts {
    var facts = RegionFacts()
    var top = MapReader(file.root, "what.region")
    facts.id = top.text("id") ?? ""
    facts.postalPrefix = top.text("postalPrefix") ?? ""
    if facts.id.wholeMatch(of: /[A-Za-z0-9_-]*/) == nil, let node = file.root["id"] {
      top.report(.error("facts.id", at: node.place, ["id": .text(facts.id)]))
    }
    if facts.postalPrefix.wholeMatch(of: /[0-9]{0,6}/) == nil, let node = file.root["postalPrefix"] {
      top.report(.error("facts.postal", at: node.place, ["text": .text(facts.postalPrefix)]))
    }
    top.finish(&diagnostics)
    return facts
  }
}

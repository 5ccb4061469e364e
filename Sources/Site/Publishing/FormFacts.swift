package import Content
internal import Diagnostics
internal import Facts
internal import Foundation
internal import SourceText
internal import ZhinanValidation

/// Fills the facts of a version into forms, layouts and messages, and keeps what they name until it is asked for.
package final class FormFacts {
  private let version: GuideVersion
  /// What the texts name and quote.
  private(set) var written = WrittenFacts()
  private var diagnostics: [Diagnostic] = []

  /// The facts of a version.
  package init(_ version: GuideVersion) { self.version = version }

  /// Those of the version that is in force now in China (UTC+8) of the guide below `root`, for sentences that belong to no
  /// build; `nil` where there is none. What is wrong with the guide is told by whoever builds it.
  convenience init?(current root: URL) {
    var ignored: [Diagnostic] = []
    let days = Int32(clamping: (Int(Date().timeIntervalSince1970) + 8 * 3600) / 86_400)
    guard let today = CalendarDate(daysSince1970: days) else { return nil }
    let guide = GuideReader.read(root: root, today: today, rules: { WorkedFacts($0) }, diagnostics: &ignored)
    guard let current = guide?.current else { return nil }
    self.init(current)
  }

  /// Whether a file may name a fact.
  static func mayName(_ text: String) -> Bool { text.utf8.contains(UInt8(ascii: "`")) }

  /// A file's value with its facts, and all its texts where there were any.
  func filled(_ root: SourceNode) -> (root: SourceNode, facts: String) {
    var filler = FactFiller(version)
    let filled = filler.filled(root)
    guard !filler.paths.isEmpty || !filler.quotations.isEmpty || !filler.diagnostics.isEmpty || filled != root else {
      return (root, "")
    }
    written.note(filler)
    diagnostics += filler.diagnostics
    return (filled, String(decoding: filled.content, as: UTF8.self))
  }

  /// What was wrong with the facts of the texts so far, told once.
  func takeDiagnostics() -> [Diagnostic] {
    defer { diagnostics = [] }
    return diagnostics
  }
}

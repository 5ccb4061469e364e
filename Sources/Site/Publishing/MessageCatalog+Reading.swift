internal import Content
package import Diagnostics
internal import Files
package import FormDefinition
package import Foundation
internal import SourceText

extension MessageCatalog {
  private static let folders = ["\(ThemeFile.theme)/messages", "\(ThemeFile.own)/messages"]

  /// The catalogue of a language below `root`: the theme's, and what the guide says otherwise.
  ///
  /// - Parameters:
  ///   - facts: what its sentences may name; without it the guide's version in force is read where one does.
  ///   - kept: what was read before, and need not be read again.
  package static func read(
    _ language: String, root: URL, facts: FormFacts? = nil, keeping kept: KeptParts? = nil,
    diagnostics: inout [Diagnostic]
  ) -> MessageCatalog? {
    let all = folders.map { "\($0)/\(language).yml" }
    let paths = isTag(language) ? all.filter { InputFile.kind(of: root.appending(path: $0).path) != .nothing } : []
    guard !paths.isEmpty else {
      diagnostics.append(
        .error("messages.language", at: SourcePlace(all[0]), ["language": .text(language)]))
      return nil
    }
    let files = paths.compactMap {
      SourceFile.read(root.appending(path: $0), as: $0, within: root, diagnostics: &diagnostics)
    }
    guard files.count == paths.count else { return nil }
    let own = files.count > 1 ? files[1] : nil
    let hasFacts = own.map { FormFacts.mayName($0.text) } ?? false
    if !hasFacts, let catalog = kept?.catalog(language, files.map(\.text).joined()) { return catalog }
    var found: [Diagnostic] = []
    let facts = facts ?? (hasFacts ? FormFacts(current: root) : nil)
    let catalog = read(
      files[0], under: own, language: language, filling: { facts?.filled($0) ?? ($0, "") }, diagnostics: &found)
    if let facts { found += facts.takeDiagnostics() }
    diagnostics += found
    if let catalog, found.isEmpty, !hasFacts { kept?.keep(catalog, language) }
    return catalog
  }

  /// The languages below `root` that have a catalogue, sorted.
  static func languages(root: URL, diagnostics: inout [Diagnostic]) -> [String] {
    let names = folders.filter { InputFile.kind(of: root.appending(path: $0).path) == .folder }.flatMap {
      SourceFile.names(in: root.appending(path: $0), as: $0, within: root, diagnostics: &diagnostics)
    }
    return Set(names.filter { $0.hasSuffix(".yml") }.map { String($0.dropLast(4)) }.filter(isTag)).sorted()
  }

  /// Whether it may be a language's tag, such as `zh-CN` (RFC 5646 §2.1: two or three small letters, then parts of up to
  /// eight letters and digits), and no path.
  private static func isTag(_ language: String) -> Bool {
    language.wholeMatch(of: /[a-z]{2,3}(-[A-Za-z0-9]{1,8})*/) != nil
  }
}

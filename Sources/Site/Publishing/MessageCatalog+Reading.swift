package import Diagnostics
internal import Files
package import FormDefinition
package import Foundation
internal import SourceText

extension MessageCatalog {
  private static let folder = "templates/messages"

  /// The catalogue of a language below `root`.
  ///
  /// - Parameter kept: what was read before, and need not be read again.
  package static func read(
    _ language: String, root: URL, keeping kept: KeptParts? = nil, diagnostics: inout [Diagnostic]
  ) -> MessageCatalog? {
    let path = "\(folder)/\(language).yml"
    guard isTag(language), InputFile.kind(of: root.appending(path: path).path) != .nothing else {
      diagnostics.append(
        .error("messages.language", at: SourcePlace(path), ["language": .text(language)]))
      return nil
    }
    guard let file = SourceFile.read(root.appending(path: path), as: path, within: root, diagnostics: &diagnostics)
    else { return nil }
    if let catalog = kept?.catalog(language, file.text) { return catalog }
    var found: [Diagnostic] = []
    let catalog = read(file, language: language, diagnostics: &found)
    diagnostics += found
    if let catalog, found.isEmpty { kept?.keep(catalog, language) }
    return catalog
  }

  /// The languages below `root` that have a catalogue, sorted.
  static func languages(root: URL, diagnostics: inout [Diagnostic]) -> [String] {
    SourceFile.names(in: root.appending(path: folder), as: folder, within: root, diagnostics: &diagnostics)
      .filter { $0.hasSuffix(".yml") }.map { String($0.dropLast(4)) }.filter(isTag)
  }

  /// Whether it may be a language's tag, such as `zh-CN` (RFC 5646 §2.1: two or three small letters, then parts of up to
  /// eight letters and digits), and no path.
  private static func isTag(_ language: String) -> Bool {
    language.wholeMatch(of: /[a-z]{2,3}(-[A-Za-z0-9]{1,8})*/) != nil
  }
}

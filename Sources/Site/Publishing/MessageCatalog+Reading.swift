package import Diagnostics
internal import Files
package import FormDefinition
package import Foundation
internal import SourceText

extension MessageCatalog {
  /// The catalogue of a language below `root`.
  package static func read(_ language: String, root: URL, diagnostics: inout [Diagnostic]) -> MessageCatalog? {
    let path = "templates/messages/\(language).yml"
    guard language.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }),
      InputFile.kind(of: root.appending(path: path).path) != .nothing
    else {
      diagnostics.append(
        .error(
          "messages.language", at: SourcePlace(path), "There are no messages in “\(language)”.",
          hint: "--root names the folder that holds templates/; --lang takes another language."))
      return nil
    }
    return SourceFile.read(root.appending(path: path), as: path, within: root, diagnostics: &diagnostics)
      .flatMap { read($0, diagnostics: &diagnostics) }
  }
}

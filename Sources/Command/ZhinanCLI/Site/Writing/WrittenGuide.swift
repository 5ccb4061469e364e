internal import ArgumentParser
internal import Content
internal import Diagnostics
internal import Foundation
internal import SourceText

/// The guide that gets something new: as it was read, and guide.yml as it is written.
struct WrittenGuide {
  let guide: Guide
  /// guide.yml, byte for byte.
  let text: String

  /// The guide of a command; what is wrong with it is told, and ends the command.
  static func read(_ shared: SharedOptions) throws -> WrittenGuide {
    var diagnostics: [Diagnostic] = []
    let guide = GuideReader.read(root: shared.rootURL, today: try Clock.today(nil), diagnostics: &diagnostics)
    let bytes = SourceFile.bytes(
      shared.rootURL.appending(path: "content/guide.yml"), as: "content/guide.yml", within: shared.rootURL,
      diagnostics: &diagnostics)
    try shared.console.reportAndStop(
      onErrorsIn: diagnostics.filter { $0.severity == .error && $0.id != "guide.current" })
    guard let guide, let bytes else { throw Outcome.fault }
    return WrittenGuide(guide: guide, text: String(decoding: bytes, as: UTF8.self))
  }

  /// The version with this id; the one in force where none is given.
  func version(_ id: String?) -> GuideVersion? {
    id.map { id in guide.versions.first { $0.id == id } } ?? guide.current
  }

  /// Whether what is begun says its words in Chinese.
  var isChinese: Bool { guide.language.hasPrefix("zh") }
}

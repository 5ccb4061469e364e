internal import ArgumentParser
internal import Content
internal import Diagnostics
internal import Foundation

/// What begins files of a version: which version, what they are called, and the files written where there are none.
struct NewFiles: ParsableArguments {
  @Option(help: ArgumentHelp("The version that gets it; the current one when not given.", valueName: "id"))
  var version: String?
  @Option(help: ArgumentHelp("Its title.", valueName: "text"))
  var title: String
  @OptionGroup var language: LanguageOption
  @OptionGroup var shared: SharedOptions

  /// Writes the files that are made of the version and of whether its guide is in Chinese, by their paths below the
  /// version's folder; none where one of them is there.
  func write(
    _ name: String, isFit: Bool, _ files: (GuideVersion, _ inChinese: Bool) -> KeyValuePairs<String, String>
  ) throws {
    guard isFit else { throw ValidationError(saying: "usage.page-name", ["name": .text(name)]) }
    let guide = try WrittenGuide.read(shared)
    guard let version = guide.version(version) else {
      throw ValidationError(saying: "usage.version", ["version": .text(version ?? "")])
    }
    var change = ContentChange(root: shared.rootURL, console: shared.console)
    for (path, text) in files(version, guide.isChinese) {
      try change.begin("\(version.id)/\(path)")
      change.write("\(version.id)/\(path)", text.utf8)
    }
    try change.perform()
  }
}

extension ContentChange {
  /// Ends the command where something has the name.
  func begin(_ path: String) throws {
    guard isThere(path) else { return }
    try console.reportAndStop(
      onErrorsIn: [.error("new.taken", at: SourcePlace(shown(path)), ["path": .text(shown(path))])])
  }
}

extension String {
  /// The text as YAML reads it back, in quotation marks.
  var quotedAsYAML: String { "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\"" }
}

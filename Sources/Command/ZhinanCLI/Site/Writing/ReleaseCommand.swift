internal import ArgumentParser
internal import Bytes
internal import Content
internal import Diagnostics
internal import Files
internal import Foundation
internal import Publishing
internal import Site
internal import SourceText
internal import ZhinanValidation

/// `zhinan release`: writes down what a version is, so that it is not changed without a word.
struct ReleaseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release", abstract: "Writes down a version as it is, so that it cannot change without a word.",
    discussion: """
      content/<version>/release/ gets a list of the version's files with their SHA-256, and its blanks and compiled \
      forms, which are handed out from then on. Layouts that it shares with other versions are copied to its own \
      forms/. A version that was released is released again when each change since is named by a new erratum in guide.yml.
      """)

  @Argument(help: ArgumentHelp("The version's id.", valueName: "version"))
  var version: String
  @OptionGroup var day: ReviewDay
  @OptionGroup var language: LanguageOption
  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let today = try Clock.today(day.today)
    var diagnostics: [Diagnostic] = []
    let guide = GuideReader.read(root: shared.rootURL, today: today, diagnostics: &diagnostics)
    guard let version = guide?.versions.first(where: { $0.id == version }) else {
      try shared.console.reportAndStop(onErrorsIn: diagnostics)
      throw ValidationError(saying: "usage.version", ["version": .text(version)])
    }
    // What was changed since the last release is no error where an erratum names it.
    let prefix = "content/\(version.id)/"
    let changed = diagnostics.filter { $0.id == "release.changed" }
      .compactMap { $0.place?.file }.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
    try shared.console.reportAndStop(onErrorsIn: Self.unnamed(changed, of: version, below: prefix))
    diagnostics = []
    let built = await BuiltGuide.build(
      root: shared.rootURL, today: today, drafts: true, readsReleases: false, diagnostics: &diagnostics)
    diagnostics += built?.claims.compactMap(\.problem) ?? []
    // What another version's files repeat is that version's affair.
    diagnostics.removeAll { $0.severity == .warning && $0.place?.file.hasPrefix(prefix) != true }
    try shared.console.reportAndStop(onErrorsIn: diagnostics)
    guard let built else { throw Outcome.fault }
    try write(version, built, changed: changed, on: day.today ?? Self.text(today))
  }

  /// Changes that no erratum names.
  private static func unnamed(_ changed: [String], of version: GuideVersion, below prefix: String) -> [Diagnostic] {
    guard let release = version.release else { return [] }
    let last = release.corrected ?? release.released
    let new = version.errata.filter { $0.date >= last && !release.errata.contains($0.line) }
    return changed.filter { file in !new.contains { $0.file == file } }.map { file in
      .error("release.erratum", at: SourcePlace(prefix + file), ["file": .text(file), "date": .text(last)])
    }
  }

  private func write(_ version: GuideVersion, _ built: BuiltGuide, changed: [String], on day: String) throws {
    var change = ContentChange(root: shared.rootURL, console: shared.console)
    var diagnostics: [Diagnostic] = []
    var files = ReleaseFiles.digests(of: version.id, root: shared.rootURL, diagnostics: &diagnostics)
    for form in version.formFiles where form.layout == nil {
      let path = ThemeFile.path(of: "forms/\(form.id).layout.yml", below: shared.rootURL)
      let bytes = SourceFile.bytes(
        shared.rootURL.appending(path: path), as: path, within: shared.rootURL, diagnostics: &diagnostics)
      guard let bytes else { continue }
      files["forms/\(form.id).layout.yml"] = ReleaseFiles.digest(of: bytes)
      change.write("\(version.id)/forms/\(form.id).layout.yml", bytes)
    }
    try shared.console.reportAndStop(onErrorsIn: diagnostics)
    let forms = self.forms(of: version, built, changed: changed)
    for (name, bytes) in forms {
      let path = "\(version.id)/\(Release.folder)/forms/\(name)"
      change.write(path, bytes, replaces: change.isThere(path))
    }
    let manifest = "\(version.id)/\(Release.manifest)"
    let text = Self.manifest(
      version.release?.released ?? day, corrected: version.release == nil ? nil : day, version.errata, files,
      forms.mapValues { ReleaseFiles.digest(of: $0) })
    change.write(manifest, text.utf8, replaces: change.isThere(manifest))
    try change.perform()
  }

  /// The forms' files by name: as they were handed out, unless something that they are made of was put right.
  private func forms(of version: GuideVersion, _ built: BuiltGuide, changed: [String]) -> [String: [UInt8]] {
    let isRedrawn = changed.contains { path in
      ["forms/", "data/", "figures/", Release.folder + "/"].contains { path.hasPrefix($0) }
    }
    var files: [String: [UInt8]] = [:]
    for form in built.forms where form.version == version.id {
      let kept = isRedrawn ? nil : version.release?.forms[form.id]
      files["\(form.id).pdf"] = kept?.blank ?? form.pdf
      files["\(form.id).form"] = kept?.compiled ?? form.compiled
    }
    return files
  }

  /// The list as it is kept: a line a file, so that a difference shows what changed.
  private static func manifest(
    _ released: String, corrected: String?, _ errata: [Erratum], _ files: [String: String], _ forms: [String: String]
  ) -> String {
    func quoted(_ text: String) -> String { JSONByteWriter.quoted(text, .misleading) }
    func lines(_ digests: [String: String]) -> String {
      digests.sorted { $0.key < $1.key }.map { "\n    \(quoted($0.key)): \(quoted($0.value))" }
        .joined(separator: ",") + "\n  }"
    }
    var text = "{\n  \"released\": \(quoted(released)),\n"
    if let corrected { text += "  \"corrected\": \(quoted(corrected)),\n" }
    if !errata.isEmpty {
      text += "  \"errata\": [\(errata.map { "\n    " + quoted($0.line) }.joined(separator: ","))\n  ],\n"
    }
    text += "  \"program\": \(quoted("zhinan \(zhinanVersion)")),\n"
    return text + "  \"files\": {\(lines(files)),\n  \"forms\": {\(lines(forms))\n}\n"
  }

  private static func text(_ date: CalendarDate) -> String {
    var bytes: [UInt8] = []
    date.appendISO(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

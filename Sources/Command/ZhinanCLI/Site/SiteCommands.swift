internal import ZhinanValidation
internal import ArgumentParser
internal import BrowserModule
internal import Content
internal import Diagnostics
internal import Foundation
internal import Publishing
internal import Site

/// `zhinan build`: the whole site.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Builds the whole site: pages of every version, blank forms, compiled forms.")

  @Option(help: ArgumentHelp("Folder the site is written to.", valueName: "dir"))
  var output: String?
  @Option(help: ArgumentHelp("Zip that the site is packed into as well, for a USB stick.", valueName: "file.zip"))
  var zip: String?
  @Flag(help: "Warnings stop the output as errors do.")
  var strict = false
  @Flag(help: "Lists drafts as the rest.")
  var drafts = false
  @OptionGroup var day: ReviewDay
  @OptionGroup var language: LanguageOption
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if output == "-" { throw ValidationError(saying: "usage.site-folder") }
    if let zip, !zip.lowercased().hasSuffix(".zip") {
      throw ValidationError(saying: "usage.zip-file", ["path": .text(zip)])
    }
  }

  func run() async throws {
    let today = try Clock.today(day.today)
    let folder = output ?? shared.rootURL.appending(path: "site").relativePath
    let writer = SiteWriter(output: URL(fileURLWithPath: folder))
    var diagnostics: [Diagnostic] = []
    do {
      try writer.recover()
    } catch {
      try shared.console.reportAndStop(onErrorsIn: [error.diagnostic])
    }
    let archive = zip.map { SiteArchive(path: $0) }
    try shared.console.reportAndStop(onErrorsIn: [archive?.refusal()].compactMap(\.self))
    let built = await BuiltGuide.build(root: shared.rootURL, today: today, drafts: drafts, diagnostics: &diagnostics)
    diagnostics += built?.guide.dueReviews(on: today) ?? []
    diagnostics += built?.claims.compactMap(\.problem) ?? []
    try shared.console.reportAndStop(onErrorsIn: diagnostics)
    if archive != nil, let built {
      try shared.console.reportAndStop(onErrorsIn: SiteArchive.problems(of: built.site.files))
    }
    if strict, !diagnostics.isEmpty { throw Outcome.problems }
    guard let built else { throw Outcome.fault }
    let report: WriteReport
    do {
      report = try writer.write(built.site.files)
    } catch {
      try shared.console.reportAndStop(onErrorsIn: [error.diagnostic])
      throw Outcome.fault
    }
    for (version, pages) in built.pageCounts {
      try shared.console.write(
        Message("text.pages", ["path": .text("\(folder)/\(version)/"), "count": .number(pages)]))
    }
    for form in built.forms {
      let path = "\(folder)/\(form.version)/forms/\(form.id).pdf"
      try shared.console.write(Message("text.blank-form", ["path": .text(path), "title": .text(form.title)]))
    }
    try shared.console.write(
      Message(
        "text.site-written",
        [
          "written": .number(report.written), "unchanged": .number(report.unchanged),
          "removed": .number(report.removed),
        ]))
    if let archive { try write(built.site.files, into: archive) }
  }

  private func write(_ files: [OutputFile], into archive: SiteArchive) throws {
    switch archive.write(files) {
    case .success(let size):
      try shared.console.write(
        Message(
          "text.zip-written",
          ["path": .text(archive.path), "size": .number(size), "folder": .text(archive.folder)]))
    case .failure(let failure): try shared.console.reportAndStop(onErrorsIn: [failure.diagnostic])
    }
  }
}

/// The day on which versions are in force or not, reviews of pages are due, and examples are right.
struct ReviewDay: ParsableArguments {
  @Option(
    help: ArgumentHelp("Today's date: which version is in force, which reviews are due.", valueName: "YYYY-MM-DD"))
  var today: String?
}

extension BuiltGuide {
  /// The guide below `root`, built by this program with its module for browsers.
  static func build(
    root: URL, today: CalendarDate, drafts: Bool, readsReleases: Bool = true, keeping kept: KeptParts? = nil,
    diagnostics: inout [Diagnostic]
  ) async -> BuiltGuide? {
    await build(
      root: root, today: today, drafts: drafts, readsReleases: readsReleases, program: "zhinan \(zhinanVersion)",
      browserModule: BrowserModule.bytes(),
      pageModule: BrowserModule.pageBytes(), tableModule: BrowserModule.tableBytes(),
      toolModule: BrowserModule.toolBytes(), keeping: kept,
      diagnostics: &diagnostics)
  }
}

/// `zhinan check`: everything that can be wrong, without writing.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks content, templates, forms, examples, claims and every link, without writing.")

  @Flag(help: "Warnings count as errors do.")
  var strict = false
  @Flag(help: "Lists drafts as the rest.")
  var drafts = false
  @Option(help: "Prints what became of each claim, as programs that collect tests read it.")
  var report: ClaimReport?
  @OptionGroup var day: ReviewDay
  @OptionGroup var language: LanguageOption
  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let today = try Clock.today(day.today)
    var diagnostics: [Diagnostic] = []
    let built = await BuiltGuide.build(root: shared.rootURL, today: today, drafts: drafts, diagnostics: &diagnostics)
    diagnostics += built?.guide.dueReviews(on: today) ?? []
    if let report, let built {
      try shared.console.write(
        lines: Array(report.text(built.claims, language: shared.console.language).utf8))
    }
    diagnostics += built?.claims.compactMap(\.problem) ?? []
    if diagnostics.hasErrors { try shared.console.reportAndStop(onErrorsIn: diagnostics) }
    guard let built else { throw Outcome.fault }
    diagnostics +=
      try GuideExamples.problems(built.guide, on: day.today, root: shared.rootURL, console: shared.console)
      + built.site.unlinked
      + PlaceholderAddress.warnings(built.guide)
    try shared.console.reportAndStop(onErrorsIn: diagnostics)
    if strict, !diagnostics.isEmpty { throw Outcome.problems }
    if shared.format == .text, report == nil {
      try shared.console.write(
        Message(
          diagnostics.isEmpty ? "text.guide-fine" : "text.guide-right",
          [
            "versions": .number(built.pageCounts.count), "files": .number(built.site.files.count),
            "forms": .number(built.forms.count),
          ]))
    }
  }
}

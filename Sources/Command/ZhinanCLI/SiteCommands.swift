internal import ArgumentParser
internal import BrowserModule
internal import Content
internal import Diagnostics
internal import FormDefinition
internal import Foundation
internal import Site

/// A guide built in memory.
struct BuiltGuide {
  var guide: Guide
  var forms: [PublishedForm]
  var site: SiteOutput

  /// Reads everything below `root` and builds the site; `nil` when something is an error.
  static func build(root: URL, diagnostics: inout [Diagnostic]) async -> BuiltGuide? {
    let guide = GuideReader.read(root: root, diagnostics: &diagnostics)
    let templates = TemplateSet.read(root: root, diagnostics: &diagnostics)
    guard let guide, let templates else { return nil }
    var published: [PublishedForm] = []
    if guide.versions.contains(where: { !$0.formFiles.isEmpty }),
      let shelf = FontShelf.read(root: root, diagnostics: &diagnostics),
      let messages = MessageCatalog.read(guide.language, root: root, diagnostics: &diagnostics)
    {
      var forms = GuideForms(root: root, shelf: shelf, messages: messages)
      for version in guide.versions {
        for file in version.formFiles {
          if let drawn = forms.draw(file, of: version, language: guide.language, diagnostics: &diagnostics) {
            published.append(GuideForms.published(drawn, version: version.id))
          }
        }
      }
    }
    let site = await SiteBuilder.build(
      guide, templates: templates, forms: published, extraFiles: browserFiles(guide))
    diagnostics += site.diagnostics
    return diagnostics.hasErrors ? nil : BuiltGuide(guide: guide, forms: published, site: site)
  }
}

extension BuiltGuide {
  /// What runs the rules in a browser: the WebAssembly module, and each version's facts for it.
  private static func browserFiles(_ guide: Guide) -> [OutputFile] {
    let facts = guide.versions.filter { !$0.data.isEmpty }.map {
      OutputFile(path: "\($0.id)/facts.json", text: GuideFacts.json(of: $0))
    }
    return facts + (BrowserModule.bytes().map { [OutputFile(path: "assets/zhinan.wasm", bytes: $0)] } ?? [])
  }
}

/// `zhinan build`: the whole site.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Builds the whole site: pages of every version, blank forms, compiled forms.")

  @Option(help: ArgumentHelp("Folder the site is written to.", valueName: "dir"))
  var output: String?
  @Flag(help: "Warnings stop the output as errors do.")
  var strict = false
  @OptionGroup var shared: SharedOptions

  func run() async throws {
    var diagnostics: [Diagnostic] = []
    let built = await BuiltGuide.build(root: shared.rootURL, diagnostics: &diagnostics)
    try shared.console.tellAndStop(onErrorsIn: diagnostics)
    if strict, !diagnostics.isEmpty { throw Outcome.problems }
    guard let built else { throw Outcome.fault }
    let folder = output ?? shared.rootURL.appending(path: "site").relativePath
    let report: WriteReport
    do {
      report = try SiteWriter(output: URL(fileURLWithPath: folder)).write(built.site.files)
    } catch {
      try shared.console.tellAndStop(onErrorsIn: [error.diagnostic])
      throw Outcome.fault
    }
    for (version, pages) in built.pageCounts { try shared.console.say("\(folder)/\(version)/  \(pages) pages") }
    for form in built.forms {
      try shared.console.say("\(folder)/\(form.version)/forms/\(form.id).pdf  blank form: \(form.title)")
    }
    try shared.console.say(
      "\(report.written) files written, \(report.unchanged) unchanged, \(report.removed) removed")
  }
}

extension BuiltGuide {
  /// Number of pages of each version, newest version first.
  var pageCounts: [(version: String, pages: Int)] { guide.versions.map { ($0.id, $0.pages.count) } }
}

/// `zhinan check`: everything that can be wrong, without writing.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Checks content, templates, forms and every link, without writing.")

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    var diagnostics: [Diagnostic] = []
    let built = await BuiltGuide.build(root: shared.rootURL, diagnostics: &diagnostics)
    try shared.console.tellAndStop(onErrorsIn: diagnostics)
    guard let built else { throw Outcome.fault }
    if shared.format == .text {
      try shared.console.say(
        "\(built.guide.versions.count) versions, \(built.site.files.count) files, \(built.forms.count) forms: fine")
    }
  }
}

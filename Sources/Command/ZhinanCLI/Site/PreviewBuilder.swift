internal import Content
internal import Diagnostics
internal import Foundation
internal import Preview
internal import Publishing
internal import Site

/// Builds the guide that is previewed, again and again: what did not change since the last build is kept.
actor PreviewBuilder {
  private let root: URL
  private let today: String?
  private let drafts: Bool
  private let console: Console
  private let kept = KeptParts()
  private let writer: SiteWriter
  private var last: [OutputFile] = []

  /// - Parameters:
  ///   - root: the guide's folder.
  ///   - today: the day whose versions are shown, `YYYY-MM-DD`; that of each build where none is given.
  ///   - drafts: whether drafts are listed as the rest.
  ///   - folder: where the site is built; nobody else writes there.
  init(root: URL, today: String?, drafts: Bool, folder: URL, console: Console) {
    self.root = root
    self.today = today
    self.drafts = drafts
    self.console = console
    writer = SiteWriter(output: folder, lasts: false)
  }

  /// Builds the site and writes it; problems are printed and leave the last good site.
  ///
  /// - Parameter moment: when the change was seen, for the time that is printed.
  func build(seen moment: ContinuousClock.Instant) async -> PreviewServer.Outcome {
    var diagnostics: [Diagnostic] = []
    guard let today = try? Clock.today(today),
      let built = await BuiltGuide.build(
        root: root, today: today, drafts: drafts, keeping: kept, diagnostics: &diagnostics)
    else {
      return refused(diagnostics)
    }
    diagnostics += built.claims.compactMap(\.problem)
    if diagnostics.hasErrors { return refused(diagnostics) }
    do {
      let report = try writer.write(built.site.files, after: last)
      last = built.site.files
      let time = (ContinuousClock.now - moment) / .milliseconds(1)
      try? console.write(
        Message(
          "text.rebuilt",
          ["time": .number(Int(time.rounded())), "count": .number(report.written + report.removed)]))
    } catch {
      last = []
      return refused(diagnostics + [error.diagnostic])
    }
    console.report(diagnostics)
    let prefix = URL(string: built.guide.address)?.path ?? ""
    return .built(pathPrefix: prefix.isEmpty ? "/" : prefix)
  }

  private func refused(_ diagnostics: [Diagnostic]) -> PreviewServer.Outcome {
    console.report(diagnostics)
    return .refused(PreviewProblems(diagnostics, in: console.language))
  }
}

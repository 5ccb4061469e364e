internal import ArgumentParser
internal import Diagnostics
internal import Files
internal import FormBatch
internal import FormDefinition
internal import FormFilling
internal import FormModel
internal import Foundation
internal import RecordStreams

/// `zhinan form batch`: many records, a folder of PDFs.
struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch", abstract: "Fills a form from every record of a CSV or JSON Lines file.",
    discussion: """
      One bad record never stops the others: each is told with line and column. A second run skips what is done and \
      unchanged. Exit codes besides the usual ones: 1 when a record failed, 130 when stopped by Ctrl-C.
      """)

  enum Encoding: String, CaseIterable, ExpressibleByArgument {
    case auto, gb18030
    case utf8 = "utf-8"
  }

  @Argument(help: FormArgument.help)
  var form: FormArgument
  @Argument(help: ArgumentHelp("A .csv or .jsonl file, - for standard input.", valueName: "records"))
  var records: String
  @Option(name: .shortAndLong, help: ArgumentHelp("Folder for the PDFs.", valueName: "dir"))
  var output: String
  @Option(help: ArgumentHelp("A report, .json or .csv; may be given twice.", valueName: "file"))
  var report: [String] = []
  @Option(help: ArgumentHelp("Threads; as many as there are cores when not given.", valueName: "n"))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount
  @Option(help: ArgumentHelp("Takes only every n-th row, from row i on.", valueName: "i/n"))
  var shard: Shard = .whole
  @Option(help: ArgumentHelp("Encoding of the records.", valueName: "auto|utf-8|gb18030"))
  var encoding: Encoding = .auto
  @Option(help: ArgumentHelp("How the records are written; guessed from the name.", valueName: "csv|jsonl"))
  var inputFormat: RecordFormat?
  @Flag(
    help: ArgumentHelp(
      "Goes on in a folder that was filled from standard input, or from a file that had another path."))
  var resume = false
  @OptionGroup var filling: FillingOptions
  @OptionGroup var options: FormOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if output == "-" { throw ValidationError(saying: "usage.batch-folder") }
    if inputFormat == nil, RecordFormat(name: records) == nil {
      throw ValidationError(saying: "usage.input-format", ["path": .text(records)])
    }
    for path in report where ReportKind(name: path) == nil {
      throw ValidationError(saying: "usage.report", ["path": .text(path)])
    }
    try DistinctFiles.check(outputs: report, inputs: form.files + [records])
    guard (1...256).contains(jobs) else { throw ValidationError(saying: "usage.jobs") }
    if encoding == .gb18030, !RecordDecoder.hasGB18030 {
      throw ValidationError(saying: "usage.gb18030")
    }
  }

  func run() throws {
    let session = try FormSession.open(form, root: shared.rootURL, console: shared.console, options: options)
    let stop = StopSign()
    let console = session.console
    let filled = try filling.options(for: session.form)
    var diagnostics: [Diagnostic] = []
    guard let reports = reports(session, &diagnostics), let batch = batch(session, filled, stop, &diagnostics) else {
      try console.reportAndStop(onErrorsIn: diagnostics)
      throw Outcome.fault
    }
    let interrupts = Interrupts(stop)
    let progress = BatchProgress(batch, console: console, messages: session.messages)
    let ending = batch.run(
      jobs: jobs, reports: Set(report.compactMap { ReportKind(name: $0) })
    ) { rows throws(OutputFailure) in
      progress.report(rows.reported)
      try reports.add(rows)
    }
    progress.end()
    let isComplete = ending.failure == nil && !stop.isRaised
    diagnostics = ending.remarks + [ending.failure].compactMap { $0 }
    diagnostics += reports.finish(ending.count, isComplete: isComplete)
    diagnostics += progress.summarise(ending.count, isComplete: isComplete)
    try console.reportAndStop(onErrorsIn: diagnostics)
    if interrupts.isRaised { throw Outcome.interrupted }
    if ending.count.failed > 0 { throw Outcome.problems }
  }

  /// The batch, its header read; problems are appended and nothing is done.
  private func batch(
    _ session: FormSession, _ options: FillOptions, _ stop: StopSign, _ diagnostics: inout [Diagnostic]
  ) -> Batch? {
    guard let format = inputFormat ?? RecordFormat(name: records) else { return nil }
    let name = records == "-" ? "stdin" : records
    let given: TextEncoding? =
      switch encoding {
      case .auto: nil
      case .utf8: .utf8
      case .gb18030: .gb18030
      }
    guard
      var stream = RecordStream.open(
        records, as: name, format, encoding: given, isStopped: { stop.isRaised }, diagnostics: &diagnostics)
    else { return nil }
    let form = session.batchForm(options)
    var header: HeaderRow?
    if format == .csv {
      let first = stream.next()
      if let failure = stream.failure {
        diagnostics.append(failure)
        return nil
      }
      header = HeaderRow.read(first, path: name, form: form, diagnostics: &diagnostics)
      if header == nil { return nil }
    }
    let owner = BatchOwner(form: form.id, records: records)
    guard let folder = OutputFolder.open(output, owner: owner, resumes: resume, diagnostics: &diagnostics) else {
      return nil
    }
    return Batch(
      form: form, header: header, stream: stream, fonts: session.batchFonts, folder: folder, shard: shard, stop: stop)
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private func reports(_ session: FormSession, _ diagnostics: inout [Diagnostic]) -> BatchReports? {
    let about = [
      ("form", text(session.form.id)), ("formVersion", text(session.form.version)),
      ("guide", text(session.form.guideVersion)), ("program", "zhinan \(zhinanVersion)"), ("records", records),
      ("shard", "\(shard)"),
    ]
    do throws(OutputFailure) {
      return try BatchReports(report, about: about)
    } catch {
      diagnostics.append(error.diagnostic)
      return nil
    }
  }
}

extension RecordFormat: ExpressibleByArgument {}

extension Shard: ExpressibleByArgument {
  init?(argument: String) { self.init(argument) }
}

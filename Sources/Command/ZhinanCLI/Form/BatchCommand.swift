internal import ArgumentParser
internal import Bytes
internal import Diagnostics
internal import Files
internal import FormBatch
internal import FormDefinition
internal import FormFilling
internal import FormModel
internal import FormTables
internal import Foundation
internal import RecordStreams
internal import Workbooks

/// `zhinan form batch`: many records, a folder of PDFs.
struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch", abstract: "Fills forms from every record of a workbook, a CSV or a JSON Lines file.",
    discussion: """
      One bad record never stops the others: each is told with line and column. A second run skips what is done and \
      unchanged. Exit codes besides the usual ones: 1 when a record failed, 130 when stopped by Ctrl-C.
      """)

  enum Encoding: String, CaseIterable, ExpressibleByArgument {
    case auto, gb18030
    case utf8 = "utf-8"
  }

  @Argument(
    help: ArgumentHelp(
      """
      The form's name, or the path of a compiled form, NAME.form, with its blank beside it. Several with commas between \
      them: each row fills those that it answers, in a folder each.
      """, valueName: "form,…"))
  var form: FormList
  @Argument(help: ArgumentHelp("An .xlsx, .csv, .tsv or .jsonl file, - for standard input.", valueName: "records"))
  var records: String
  @Option(name: .shortAndLong, help: ArgumentHelp("Folder for the PDFs.", valueName: "dir"))
  var output: String
  @Option(help: ArgumentHelp("A report, .xlsx, .csv or .json; may be given several times.", valueName: "file"))
  var report: [String] = []
  @Option(
    help: ArgumentHelp(
      "Fields whose answers reports show, with commas between them; none that is private.", valueName: "keys"))
  var reportColumns: String?
  @Option(
    help: ArgumentHelp("Field whose answer stands in the names of PDFs; none that is private.", valueName: "key"))
  var nameBy: String?
  @Option(help: ArgumentHelp("Threads; as many as there are cores when not given.", valueName: "n"))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount
  @Option(help: ArgumentHelp("Takes only every n-th row, from row i on.", valueName: "i/n"))
  var shard: Shard = .whole
  @Option(help: ArgumentHelp("Encoding of the records.", valueName: "auto|utf-8|gb18030"))
  var encoding: Encoding = .auto
  @Option(help: ArgumentHelp("How the records are written; guessed from the name.", valueName: "csv|jsonl"))
  var inputFormat: RecordFormat?
  @Option(
    help: ArgumentHelp("Sheet of the workbook, by name or number; the first when not given.", valueName: "name"))
  var sheet: String?
  @Option(help: ArgumentHelp("Line with the names of the columns, below a title.", valueName: "line"))
  var headerRow: Int?
  @Option(help: ArgumentHelp("Column that is left out, such as 备注; may be given several times.", valueName: "name"))
  var ignore: [String] = []
  @Flag(
    help: ArgumentHelp(
      "Goes on in a folder that was filled from standard input, or from a file that had another path."))
  var resume = false
  @OptionGroup var filling: FillingOptions
  @OptionGroup var options: FormOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if output == "-" { throw ValidationError(saying: "usage.batch-folder") }
    if inputFormat == nil, RecordFormat(name: records) == nil, !isWorkbook {
      throw ValidationError(saying: "usage.input-format", ["path": .text(records)])
    }
    for path in report where ReportKind(name: path) == nil {
      throw ValidationError(saying: "usage.report", ["path": .text(path)])
    }
    try DistinctFiles.check(outputs: report, inputs: form.files + [records])
    if let headerRow, headerRow < 1 { throw ValidationError(saying: "usage.header-row") }
    let hasCells = isWorkbook || (inputFormat ?? RecordFormat(name: records)) == .csv
    if !hasCells, headerRow != nil || !ignore.isEmpty || form.all.count > 1 {
      throw ValidationError(saying: "usage.table-only")
    }
    if sheet != nil, !isWorkbook { throw ValidationError(saying: "usage.sheet", ["path": .text(records)]) }
    guard (1...256).contains(jobs) else { throw ValidationError(saying: "usage.jobs") }
    if encoding == .gb18030, !RecordDecoder.hasGB18030 {
      throw ValidationError(saying: "usage.gb18030")
    }
  }

  /// Whether the records are a workbook, whatever the file is called.
  private var isWorkbook: Bool {
    if inputFormat != nil || records == "-" { return false }
    if WorkbookName.isOne(records) { return true }
    guard InputFile.kind(of: records) == .file, let start = try? InputFile.beginning(of: records, count: 8) else {
      return false
    }
    return WorkbookRows.isWorkbook(start.bytes)
  }

  func run() throws {
    let sessions = try form.all.map {
      try FormSession.open($0, root: shared.rootURL, console: shared.console, options: options)
    }
    let session = sessions[0]
    let ids = sessions.map { text($0.form.id) }
    if let twice = ids.first(where: { id in ids.count { $0 == id } > 1 }) {
      throw ValidationError(saying: "usage.form-twice", ["name": .text(twice)])
    }
    let stop = StopSign()
    let console = session.console
    let filled = try sessions.map { try filling.options(for: $0.form) }
    var diagnostics: [Diagnostic] = []
    let shown = try shownFields(sessions)
    let style = ReportStyle(
      kinds: Set(report.compactMap { ReportKind(name: $0) }), messages: session.messages,
      hasForms: sessions.count > 1, columns: shown.columns, hasSheet: isWorkbook)
    guard let reports = reports(sessions, style, &diagnostics),
      let batch = batch(sessions, filled, shown, stop, &diagnostics)
    else {
      try console.reportAndStop(onErrorsIn: diagnostics)
      throw Outcome.fault
    }
    let interrupts = Interrupts(stop)
    let progress = BatchProgress(batch, console: console, messages: session.messages)
    let ending = batch.run(jobs: jobs, reports: style) { rows throws(OutputFailure) in
      progress.report(rows.reported)
      try reports.add(rows)
    }
    progress.end()
    let isComplete = ending.failure == nil && !stop.isRaised
    diagnostics = ending.remarks + [ending.failure].compactMap { $0 }
    diagnostics += reports.finish(ending.count, isComplete: isComplete)
    diagnostics += progress.summarise(ending.count, isComplete: isComplete)
    // The rows' own problems are counted by the last line.
    try console.reportAndStop(onErrorsIn: diagnostics, hasTotal: false)
    if interrupts.isRaised { throw Outcome.interrupted }
    if ending.count.failed > 0 { throw Outcome.problems }
  }

  /// Fields that reports and names of PDFs show.
  private struct ShownFields {
    var columns: [(key: String, label: String)] = []
    /// By form, then by column.
    var fields: [[Int?]]
    /// By form.
    var labels: [Int?]
  }

  private func shownFields(_ sessions: [FormSession]) throws -> ShownFields {
    var shown = ShownFields(fields: sessions.map { _ in [] }, labels: sessions.map { _ in nil })
    for name in reportColumns?.split(whereSeparator: { ",，、".contains($0) }).map(String.init) ?? [] {
      let found = try fields(name, sessions)
      let (session, field) = zip(sessions, found).compactMap { session, field in field.map { (session, $0) } }[0]
      shown.columns.append((text(session.form.fields[field].key), text(session.form.fields[field].label)))
      for (index, field) in found.enumerated() { shown.fields[index].append(field) }
    }
    if let nameBy { shown.labels = try fields(nameBy, sessions) }
    return shown
  }

  /// The field of each form that a name means; none where one is private, or no form has it.
  private func fields(_ name: String, _ sessions: [FormSession]) throws -> [Int?] {
    let name = name.trimmingCharacters(in: .whitespaces)
    let found = sessions.map { session -> Int? in
      let targets = ColumnNames(session.form).targets(of: Array(name.utf8))
      guard targets.count == 1, case .field(let field) = targets[0] else { return nil }
      return field
    }
    if found.allSatisfy({ $0 == nil }) {
      let known = sessions.flatMap { session in
        session.form.fields.filter { $0.privacy == nil && $0.item == nil }.map { text($0.key) }
      }
      let near = NearWord.nearest(to: name, in: known)
      throw ValidationError(
        saying: "usage.report-column",
        [
          "name": .text(name),
          "advice": .message(Message.near(near) ?? Message("hint.fields", ["names": .list(known)])),
        ])
    }
    for (session, field) in zip(sessions, found) {
      if let field, session.form.fields[field].privacy != nil {
        throw ValidationError(saying: "usage.report-private", ["name": .text(text(session.form.fields[field].label))])
      }
    }
    return found
  }

  /// The batch, its header read; problems are appended and nothing is done.
  private func batch(
    _ sessions: [FormSession], _ options: [FillOptions], _ shown: ShownFields, _ stop: StopSign,
    _ diagnostics: inout [Diagnostic]
  ) -> Batch? {
    let name = records == "-" ? "stdin" : records
    guard var source = source(name, stop, &diagnostics) else { return nil }
    let forms = zip(sessions, options).map { $0.batchForm($1) }
    var headers: [TableHeader]?
    if isWorkbook || (inputFormat ?? RecordFormat(name: records)) == .csv {
      var choice = HeaderOptions()
      choice.line = headerRow
      choice.leftOut = ignore
      headers = HeaderRow.take(from: &source, forms: forms, options: choice, diagnostics: &diagnostics)
      if headers == nil { return nil }
    }
    var tasks: [BatchTask] = []
    for (index, form) in forms.enumerated() {
      let owner = BatchOwner(form: form.id, records: records)
      let path = forms.count > 1 ? "\(output)/\(form.id)" : output
      guard
        let folder = OutputFolder.open(
          path, owner: owner, resumes: resume, hasLabels: nameBy != nil, diagnostics: &diagnostics)
      else { return nil }
      tasks.append(
        BatchTask(
          form: form, header: headers?[index], fonts: sessions[index].batchFonts, folder: folder,
          label: shown.labels[index], reported: shown.fields[index]))
    }
    return Batch(tasks: tasks, source: source, shard: shard, stop: stop)
  }

  private func source(_ name: String, _ stop: StopSign, _ diagnostics: inout [Diagnostic]) -> RecordSource? {
    if isWorkbook {
      return WorkbookRows.open(records, as: name, sheet: sheet, diagnostics: &diagnostics).map { RecordSource($0) }
    }
    guard let format = inputFormat ?? RecordFormat(name: records) else { return nil }
    let given: TextEncoding? =
      switch encoding {
      case .auto: nil
      case .utf8: .utf8
      case .gb18030: .gb18030
      }
    guard
      let stream = RecordStream.open(
        records, as: name, format, encoding: given, isStopped: { stop.isRaised }, diagnostics: &diagnostics)
    else { return nil }
    return RecordSource(stream)
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private func reports(
    _ sessions: [FormSession], _ style: ReportStyle, _ diagnostics: inout [Diagnostic]
  ) -> BatchReports? {
    func each(_ property: (FormSession) -> [UInt8]) -> String {
      sessions.map { text(property($0)) }.joined(separator: ",")
    }
    let about = [
      ("form", each(\.form.id)), ("formVersion", each(\.form.version)), ("guide", text(sessions[0].form.guideVersion)),
      ("program", "zhinan \(zhinanVersion)"), ("records", records),
      ("shard", "\(shard)"),
    ]
    do throws(OutputFailure) {
      return try BatchReports(report, about: about, style: style)
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

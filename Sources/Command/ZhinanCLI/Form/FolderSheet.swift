internal import ArgumentParser
internal import Diagnostics
internal import FilledFields
internal import Files
internal import FormDefinition
internal import FormMessages
internal import FormModel
internal import FormReading
internal import FormTables
internal import Foundation
internal import Workbooks
internal import FormSheets
internal import Publishing

/// The answers of many filled PDFs as one sheet, a row a PDF: which form it is and what is odd about it in columns of
/// remarks, then a column a question. `form batch` reads such a sheet.
struct FolderSheet {
  private enum State { case right, warned, wrong, unread }

  private struct Row {
    var path: String
    var state: State
    var diagnostics: [Diagnostic]
    /// The form's index among the sessions, and the answers.
    var answers: (session: Int, Answers)?
  }

  private static let deepest = 16
  private let root: URL
  private let options: FormOptions
  /// The form that PDFs are which do not say so.
  private let form: String?
  private let console: Console
  private var messages: MessageCatalog
  private var sessions: [FormSession] = []
  /// The index of a session by form and version of the guide; `nil` where the guide lacks it, with what is said then.
  private var known: [String: Result<Int, UnknownForm>] = [:]
  private var rows: [Row] = []
  private var isAtWork = false

  init(root: URL, options: FormOptions, form: String?, console: Console) {
    self.root = root
    self.options = options
    self.form = form
    self.console = console
    messages = FilledFile.messages(root: root, options: options)
  }

  /// Paths of the PDFs in a folder and those below it, sorted; links and hidden files are passed over.
  func files(in path: String) throws -> [String] {
    var found: [String] = []
    do throws(OutputFailure) {
      try Self.list(try RealFolder(path, makes: false), path, depth: 0, &found)
    } catch {
      try console.reportAndStop(onErrorsIn: [
        .error("file.unreadable", at: SourcePlace(error.path), ["reason": .message(error.reason)])
      ])
    }
    if found.isEmpty { try console.reportAndStop(onErrorsIn: [.error("pdf.none", at: SourcePlace(path))]) }
    return found
  }

  private static func list(
    _ folder: RealFolder, _ path: String, depth: Int, _ found: inout [String]
  ) throws(OutputFailure) {
    for name in try folder.names().sorted() where !name.hasPrefix(".") {
      switch try folder.status(of: name).kind {
      case .folder where depth < deepest: try list(folder.folder(name), "\(path)/\(name)", depth: depth + 1, &found)
      case .file where name.lowercased().hasSuffix(".pdf"): found.append("\(path)/\(name)")
      default: break
      }
    }
  }

  // MARK: Reading

  /// Reads one PDF; what is wrong with it stands in its row, and only a guide that cannot be read ends the command.
  mutating func read(_ path: String) throws {
    let filled: FilledFile
    do throws(FilledFile.Rejection) {
      filled = try FilledFile(path)
    } catch {
      switch error {
      case .unreadable(let problems): rows.append(Row(path: path, state: .unread, diagnostics: problems))
      case .problem(let problem, let values):
        if problem == .tooSlow { isAtWork = true }
        let told = messages.diagnostic(problem, at: SourcePlace(path), values)
        rows.append(Row(path: path, state: .unread, diagnostics: [told]))
      }
      return
    }
    var diagnostics: [Diagnostic] = []
    guard let index = try session(for: filled, &diagnostics) else {
      rows.append(Row(path: path, state: .unread, diagnostics: diagnostics))
      return
    }
    let session = sessions[index]
    var read = session.answers(of: filled, diagnostics: &diagnostics)
    guard read.copies.isEmpty, read.ambiguous.isEmpty else {
      rows.append(Row(path: path, state: .unread, diagnostics: diagnostics))
      return
    }
    session.repair(&read, from: path, by: nil, diagnostics: &diagnostics)
    let checked = session.check(
      FormRecord(answers: read.answers, form: session.form, path: path), diagnostics: &diagnostics)
    if let checked, let problem = session.codeProblem(of: filled, checked) { diagnostics.append(problem) }
    let state: State = diagnostics.hasErrors ? .wrong : diagnostics.isEmpty ? .right : .warned
    rows.append(
      Row(path: path, state: state, diagnostics: diagnostics, answers: (index, checked?.answers ?? read.answers)))
  }

  /// The session of the form that a PDF is; `nil` with a problem where it is none of the guide's.
  private mutating func session(for filled: FilledFile, _ diagnostics: inout [Diagnostic]) throws -> Int? {
    let place = SourcePlace(filled.path)
    let origin = filled.form.origin
    var options = options
    options.guide = options.guide ?? origin?.guideVersion
    let recognised =
      origin == nil && form == nil
      ? try FormRecognition.form(
        of: filled.form, root: root, guide: options.guide, today: Clock.today(options.today)) : nil
    guard let id = origin?.formID ?? form ?? recognised else {
      diagnostics.append(messages.diagnostic(.foreign, at: place))
      return nil
    }
    if recognised != nil { diagnostics.append(messages.diagnostic(.noMetadata, at: place, ["form": id])) }
    let key = "\(options.guide ?? "")/\(id)"
    if known[key] == nil {
      do {
        sessions.append(try FormSession.drawn(id, root: root, console: console, options: options))
        known[key] = .success(sessions.count - 1)
      } catch let unknown as UnknownForm {
        if origin == nil { throw unknown.usageError }
        known[key] = .failure(unknown)
      }
    }
    switch known[key] {
    case .success(let index): return index
    case .failure(let unknown):
      diagnostics.append(.error("pdf.unknown-form", at: place, ["reason": .message(unknown.reasonOfPDF)]))
    case nil: break
    }
    return nil
  }

  // MARK: Writing

  /// Writes the sheet and says how many PDFs are right; ends the command with 1 where one is not.
  func write(to output: String, isStrict: Bool) throws {
    let columns = columns()
    let fixed = [
      (word(.file), 34.0), (word(.state), 10), (word(.damagedPart), 30), (word(.changedPart), 30),
      (word(.signedPart), 30), (word(.missingPart), 30), (word(.problems), 40),
    ]
    var design = SheetDesign(
      name: word(.report),
      columns: fixed.map { SheetDesign.Column("#\($0.0)", width: $0.1) }
        + [SheetDesign.Column(SheetWords.formColumn(messages), width: 16)]
        + columns.map { SheetDesign.Column($0.title, width: 18) })
    design.frozenColumns = 1
    var problems: [Diagnostic] = []
    do throws(OutputFailure) {
      let writer = try WorkbookWriter(design, streams: true)
      for row in rows {
        writer.add(cells(of: row, columns), row.state == .wrong || row.state == .unread ? .failed : .plain)
      }
      if let problem = PrivateFile.write(try writer.finish(), to: output) { problems.append(problem) }
    } catch {
      problems.append(error.diagnostic)
    }
    func count(_ state: State) -> String { "\(rows.count { $0.state == state })" }
    let summary = messages.phrase(
      .readSummary,
      ["right": count(.right), "warned": count(.warned), "wrong": count(.wrong), "unread": count(.unread)])
    if problems.isEmpty { problems += console.errorsWriting(summary) }
    try console.reportAndStop(onErrorsIn: problems)
    let isFine = rows.allSatisfy { $0.state == .right || $0.state == .warned && !isStrict }
    // Without cleaning up where libqpdf is still at work.
    if isAtWork { _exit(Outcome.problems.rawValue) }
    if !isFine { throw Outcome.problems }
  }

  private func word(_ phrase: BatchPhrase) -> String { messages.phrase(phrase, [:]) }

  private struct Column {
    var title: String
    /// The field in each session's form.
    var fields: [Int?]
  }

  /// Every question that some PDF's form asks, each key once; elements of lists as many as any PDF has.
  private func columns() -> [Column] {
    var elements = sessions.map { $0.form.groups.map { _ in 1 } }
    for case (let session, let answers)? in rows.map(\.answers) {
      for (group, count) in answers.itemCounts.enumerated() {
        elements[session][group] = max(elements[session][group], Int(count))
      }
    }
    let names = sessions.map { ColumnNames($0.form) }
    var keys: [[UInt8]] = []
    for (session, elements) in zip(sessions, elements) {
      for field in session.form.fields
      where field.item.map({ Int($0.index) < elements[Int($0.group)] }) ?? true && !keys.contains(field.key) {
        keys.append(field.key)
      }
    }
    return keys.compactMap { key in
      let fields = sessions.map { $0.form.field(key) }
      guard
        let first = zip(sessions, fields).lazy.compactMap({ session, field in field.map { session.form.fields[$0] } })
          .first
      else { return nil }
      let title = ColumnNames.title(label: first.label, key: key, of: Array(zip(names, fields)).map { ($0, $1) })
      return Column(title: String(decoding: title, as: UTF8.self), fields: fields)
    }
  }

  private func cells(of row: Row, _ columns: [Column]) -> [String] {
    let state: BatchPhrase =
      switch row.state {
      case .right: .right
      case .warned: .warned
      case .wrong: .wrong
      case .unread: .unread
      }
    var parts: [ReadingPart: [String]] = [:]
    for diagnostic in row.diagnostics.inOrder() {
      let language = messages.programLanguage
      let hint = diagnostic.hint(in: language).map { " " + $0 } ?? ""
      parts[ReadingPart(diagnostic.id), default: []].append(diagnostic.summary(in: language) + hint)
    }
    let told = ReadingPart.allCases.map { parts[$0]?.joined(separator: "\n") ?? "" }
    guard let (index, answers) = row.answers else { return [row.path, word(state)] + told }
    let session = sessions[index]
    return [row.path, word(state)] + told + [String(decoding: session.form.id, as: UTF8.self)]
      + columns.map { column in
        column.fields[index].map { String(decoding: answers.cell($0, of: session.form), as: UTF8.self) } ?? ""
      }
  }
}

/// Which column of remarks a problem of a PDF stands in.
private enum ReadingPart: CaseIterable {
  case damaged, changed, signed, missing, other

  init(_ id: String) {
    switch id {
    case "pdf.empty", "pdf.damaged", "pdf.not-a-pdf", "pdf.encrypted", "pdf.flattened", "pdf.too-large",
      "pdf.too-many-parts", "pdf.too-slow", "pdf.repaired", "file.unreadable", "pdf.no-form":
      self = .damaged
    case "pdf.altered-page", "pdf.added-drawing", "pdf.added-page", "pdf.annotation", "pdf.altered-field",
      "pdf.stale-code", "pdf.contradiction", "pdf.unknown-field", "pdf.changed-after-signing", "pdf.attachment",
      "pdf.merged", "pdf.ambiguous-field":
      self = .changed
    case "pdf.signed": self = .signed
    case "pdf.missing-field", "pdf.missing-page", "record.E_REQUIRED", "record.E_ITEMS": self = .missing
    default: self = id.hasSuffix("-character") ? .damaged : .other
    }
  }
}

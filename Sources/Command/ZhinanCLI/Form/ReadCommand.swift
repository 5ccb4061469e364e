internal import ArgumentParser
internal import Diagnostics
internal import Files
internal import FilledFields
internal import FormDefinition
internal import FormMessages
internal import FormModel
internal import FormReading
internal import Foundation

extension RecordText: ExpressibleByArgument {}

/// `zhinan form read`: a filled PDF back to a record, checked.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Prints the record that a filled PDF holds, and checks it; a folder's as one sheet.",
    discussion: """
      Ends with 0 when the record is right, whatever differs from the blank or from --against; with 1 when it has an \
      error or the PDF cannot be read back, with --strict also when anything was warned of; with 74 when a file cannot \
      be read or written.
      """)

  @Argument(
    help: ArgumentHelp("A PDF that was filled in any viewer, at most 64 MB; or a folder of them.", valueName: "file"))
  var file: String
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The sheet (.xlsx, mode 0600) that a folder's answers go to, a row a PDF.", valueName: "file"))
  var output: String?
  @Option(
    help: ArgumentHelp(
      "The form it is, where the PDF does not say so, or the path of a compiled form.", valueName: "form"))
  var form: FormArgument?
  @Option(
    help: ArgumentHelp(
      "The record that the PDF was pre-filled from: differences are told, damaged characters put right.",
      valueName: "record"))
  var against: String?
  @Option(
    help: ArgumentHelp(
      "Writes a fresh PDF of the record (mode 0600), if it has no error; to standard output, in place of the record, when -.",
      valueName: "file"))
  var rebake: String?
  @Flag(help: "Warnings end the command with 1 too.")
  var strict = false
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("How the record is written; JSON where --format is json.", valueName: "yaml|json"))
  var recordText: RecordText?
  @Option(help: ArgumentHelp("How problems are printed.", valueName: "text|json"))
  var format: DiagnosticFormat = .text
  @Option(help: ArgumentHelp("Folder that holds content/ and templates/.", valueName: "dir"))
  var root = "."
  @OptionGroup var filling: FillingOptions
  @OptionGroup var options: FormOptions

  func validate() throws {
    try DistinctFiles.check(
      outputs: [rebake].compactMap { $0 }, inputs: [file] + [against].compactMap { $0 } + (form?.files ?? []))
    let isFolder = InputFile.kind(of: file) == .folder
    if let output, !isFolder || !output.lowercased().hasSuffix(".xlsx") {
      throw ValidationError(saying: isFolder ? "usage.read-sheet" : "usage.read-folder", ["path": .text(output)])
    }
    if isFolder {
      if output == nil { throw ValidationError(saying: "usage.read-output", ["path": .text(file)]) }
      var isCompiled = false
      if case .compiled = form { isCompiled = true }
      if against != nil || rebake != nil || recordText != nil || isCompiled {
        throw ValidationError(saying: "usage.read-one")
      }
    }
    if rebake == nil, filling.lock != nil || filling.flatten {
      throw ValidationError(saying: "usage.rebake-only")
    }
  }

  private var rootURL: URL { URL(fileURLWithPath: root, isDirectory: true) }

  func run() throws {
    if let output { return try readFolder(into: output) }
    var diagnostics: [Diagnostic] = []
    var (session, filled) = try session(
      Console(format: format, language: Arguments.language), diagnostics: &diagnostics)
    let console = session.console
    let filling = try filling.options(for: session.form, keeping: session.locks(of: filled))
    var read = session.answers(of: filled, diagnostics: &diagnostics)
    if !read.copies.isEmpty || !read.ambiguous.isEmpty { try console.reportAndStop(onErrorsIn: diagnostics) }
    if rebake != nil { diagnostics += session.losses(of: filled) }
    let original = try against.map { try originalAnswers($0, session) }
    session.repair(&read, from: file, by: original, diagnostics: &diagnostics)
    let record = FormRecord(answers: read.answers, form: session.form, path: file)
    let checked = session.check(record, diagnostics: &diagnostics)
    let answers = checked?.answers ?? read.answers
    if let checked, let problem = session.codeProblem(of: filled, checked) { diagnostics.append(problem) }
    if let original { diagnostics += session.changes(from: original, to: answers, in: file) }
    if rebake != "-" {
      diagnostics += console.errorsWriting(
        String((recordText ?? (format == .json ? .json : .yaml)).text(of: answers, form: session.form).dropLast()))
    }
    var fresh: [UInt8]?
    if rebake != nil, let checked, !diagnostics.hasErrors {
      fresh = try session.fill(record, checked, options: filling, diagnostics: &diagnostics)
    }
    if let rebake, let fresh, !diagnostics.hasErrors, let problem = PrivateFile.write(fresh, to: rebake) {
      diagnostics.append(problem)
    }
    try console.reportAndStop(onErrorsIn: diagnostics)
    if strict, !diagnostics.isEmpty { throw Outcome.problems }
  }

  private func readFolder(into output: String) throws {
    var name: String?
    if case .named(let given) = form { name = given }
    var sheet = FolderSheet(
      root: rootURL, options: options, form: name, console: Console(format: format, language: Arguments.language))
    let files = try sheet.files(in: file)
    for path in files { try sheet.read(path) }
    try sheet.write(to: output, isStrict: strict)
  }

  /// The answers of the record that the PDF was pre-filled from, canonical where they are right: an old record need not
  /// be.
  private func originalAnswers(_ path: String, _ session: FormSession) throws -> Answers {
    var diagnostics: [Diagnostic] = []
    let record = session.read(path, diagnostics: &diagnostics)
    try session.console.reportAndStop(onErrorsIn: diagnostics)
    guard let record else { throw Outcome.fault }
    var ignored: [Diagnostic] = []
    return session.check(record, diagnostics: &ignored)?.answers ?? record.answers
  }

  /// The PDF, and the form that it is.
  private func session(_ console: Console, diagnostics: inout [Diagnostic]) throws -> (FormSession, FilledFile) {
    guard let form, case .compiled = form else {
      let filled = try FilledFile.read(
        file, console: console, messages: FilledFile.messages(root: rootURL, options: options))
      return (try session(for: filled, console, diagnostics: &diagnostics), filled)
    }
    let session = try FormSession.open(form, root: rootURL, console: console, options: options)
    let filled = try FilledFile.read(file, console: console, messages: session.messages)
    let wanted = String(decoding: session.form.id, as: UTF8.self)
    try reject(filled, unlessItIs: wanted, console, messages: session.messages)
    return (session, filled)
  }

  /// Ends the command when the PDF says that it is another form.
  private func reject(
    _ filled: FilledFile, unlessItIs wanted: String, _ console: Console, messages: @autoclosure () -> MessageCatalog
  ) throws {
    guard let origin = filled.form.origin, origin.formID != wanted else { return }
    let values = ["form": ReadingNotes.shownIdentity(origin.formID), "wanted": wanted]
    try console.reportAndStop(onErrorsIn: [messages().diagnostic(.otherForm, at: SourcePlace(file), values)])
  }

  /// The form that the PDF is; a version or form that this guide lacks is the PDF's trouble, not wrong usage.
  private func session(
    for filled: FilledFile, _ console: Console, diagnostics: inout [Diagnostic]
  ) throws -> FormSession {
    var options = options
    let place = SourcePlace(file)
    let origin = filled.form.origin
    let messages = { FilledFile.messages(root: rootURL, options: options) }
    var given: String?
    if case .named(let name) = form {
      given = name
      try reject(filled, unlessItIs: name, console, messages: messages())
    }
    options.guide = options.guide ?? origin?.guideVersion
    let recognised =
      origin == nil && given == nil
      ? try FormRecognition.form(
        of: filled.form, root: rootURL, guide: options.guide, today: Clock.today(options.today)) : nil
    guard let id = given ?? origin?.formID ?? recognised else {
      try console.reportAndStop(onErrorsIn: [messages().diagnostic(.foreign, at: place)])
      throw Outcome.fault
    }
    do {
      let session = try FormSession.drawn(id, root: rootURL, console: console, options: options)
      if recognised != nil { diagnostics.append(session.messages.diagnostic(.noMetadata, at: place, ["form": id])) }
      return session
    } catch let unknown as UnknownForm {
      guard origin != nil, self.options.guide == nil else { throw unknown.usageError }
      try console.reportAndStop(onErrorsIn: [
        .error(
          "pdf.unknown-form", at: place, ["reason": .message(unknown.reasonOfPDF)])
      ])
      throw Outcome.fault
    }
  }
}

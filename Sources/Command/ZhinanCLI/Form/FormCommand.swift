internal import ArgumentParser
internal import Diagnostics
internal import FormFilling
internal import FormModel
internal import Foundation

/// The commands for paper forms.
struct FormCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "form", abstract: "Blank and filled forms.",
    subcommands: [
      BlankCommand.self, CheckRecordCommand.self, FillCommand.self, SheetCommand.self, BatchCommand.self,
      ReadCommand.self,
    ])
}

/// `zhinan form blank`: the empty fillable PDF.
struct BlankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "blank", abstract: "Writes a form's empty, fillable PDF.")

  @Argument(help: FormArgument.help)
  var form: FormArgument
  @Option(name: .shortAndLong, help: ArgumentHelp("Where the PDF goes; - is standard output.", valueName: "file"))
  var output: String
  @Flag(help: "Draws the fields' boxes and names, for maintainers.")
  var boxes = false
  @OptionGroup var options: FormOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if boxes, case .compiled(let path) = form {
      throw ValidationError(saying: "usage.boxes", ["path": .text(path)])
    }
    try DistinctFiles.check(outputs: [output], inputs: form.files)
  }

  func run() throws {
    let session = try FormSession.open(
      form, root: shared.rootURL, console: shared.console, options: options, showsBoxes: boxes)
    if let problem = PrivateFile.write(session.blank.bytes, to: output) {
      try session.console.reportAndStop(onErrorsIn: [problem])
    }
    if output != "-" { try session.console.write(output) }
  }
}

/// `zhinan form check`: what is wrong with a record, without writing.
struct CheckRecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Checks a record (YAML or JSON) against a form and prints every problem.")

  @Argument(help: FormArgument.help)
  var form: FormArgument
  @Argument(help: ArgumentHelp("The record: a .yml or .json file.", valueName: "record"))
  var record: String
  @OptionGroup var options: FormOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    var session = try FormSession.open(form, root: shared.rootURL, console: shared.console, options: options)
    var diagnostics: [Diagnostic] = []
    if let (record, checked) = session.check(record, diagnostics: &diagnostics) {
      session.place(record, checked, diagnostics: &diagnostics)
    }
    try session.console.reportAndStop(onErrorsIn: diagnostics)
    if shared.format == .text { try session.console.write(Message("text.record-fine", ["path": .text(record)])) }
  }
}

/// `zhinan form fill`: one record, one PDF.
struct FillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fill", abstract: "Fills a form from a record; writes nothing when the record has an error.")

  @Argument(help: FormArgument.help)
  var form: FormArgument
  @Argument(help: ArgumentHelp("The record: a .yml or .json file.", valueName: "record"))
  var record: String
  @Option(
    name: .shortAndLong, help: ArgumentHelp("Where the PDF goes (mode 0600); - is standard output.", valueName: "file"))
  var output: String
  @Option(
    help: ArgumentHelp(
      "A filled PDF of this form: the record's answers are laid over its answers. A key without an answer empties one.",
      valueName: "pdf"))
  var onto: String?
  @OptionGroup var filling: FillingOptions
  @OptionGroup var options: FormOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    try DistinctFiles.check(outputs: [output], inputs: form.files + [record] + [onto].compactMap { $0 })
  }

  func run() throws {
    var session = try FormSession.open(form, root: shared.rootURL, console: shared.console, options: options)
    var diagnostics: [Diagnostic] = []
    var pdf: [UInt8]?
    let filled = try onto.map {
      try FilledFile.read($0, console: session.console, messages: session.messages)
    }
    let choices = try filling.options(
      for: session.form, keeping: filled.map { session.locks(of: $0) } ?? .none)
    let checked =
      filled.map { session.check(record, over: $0, diagnostics: &diagnostics) }
      ?? session.check(record, diagnostics: &diagnostics)
    if let (record, checked) = checked, !diagnostics.hasErrors {
      pdf = try session.fill(record, checked, options: choices, diagnostics: &diagnostics)
    }
    try session.console.reportAndStop(onErrorsIn: diagnostics)
    guard let pdf else { throw Outcome.fault }
    if let problem = PrivateFile.write(pdf, to: output) {
      try session.console.reportAndStop(onErrorsIn: [problem])
    }
    if output != "-" { try session.console.write(output) }
  }
}

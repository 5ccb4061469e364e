internal import ArgumentParser
internal import Diagnostics
internal import FormDefinition
internal import FormModel
internal import FormReading
internal import Foundation
internal import SourceText

extension RecordText: ExpressibleByArgument {}

/// `zhinan form read`: a filled PDF back to a record, checked.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Prints the record that a filled PDF holds, and checks it.")

  @Argument(help: ArgumentHelp("A PDF that was filled in any viewer.", valueName: "file"))
  var file: String
  @Option(help: ArgumentHelp("How the record is written.", valueName: "yaml|json"))
  var format: RecordText = .yaml
  @Option(help: ArgumentHelp("Folder that holds content/ and templates/.", valueName: "dir"))
  var root = "."
  @OptionGroup var options: FormOptions

  func run() throws {
    let console = Console(format: format == .json ? .json : .text)
    var diagnostics: [Diagnostic] = []
    guard let filled = read(&diagnostics) else {
      try console.tellAndStop(onErrorsIn: diagnostics)
      throw Outcome.fault
    }
    let session = try session(for: filled, console)
    let compiled = session.drawn.compiled
    let answers = filled.answers(to: compiled)
    let version = String(decoding: compiled.version, as: UTF8.self)
    if filled.formVersion != version {
      diagnostics.append(
        .warning(
          "pdf.other-version", at: SourcePlace(file),
          "The PDF is version \(filled.formVersion) of the form; this guide has \(version)."))
    }
    let checked = session.check(answers, from: file, diagnostics: &diagnostics)
    console.say(String(format.text(of: checked?.answers ?? answers, form: compiled).dropLast()))
    try console.tellAndStop(onErrorsIn: diagnostics)
  }

  /// The form that the PDF names; a version or form that this guide lacks is the PDF's trouble, not wrong usage.
  private func session(for filled: FilledForm, _ console: Console) throws -> FormSession {
    var options = options
    options.guide = options.guide ?? filled.guideVersion
    do {
      return try FormSession(
        form: filled.formID, root: URL(fileURLWithPath: root, isDirectory: true), console: console, options: options)
    } catch let error as ValidationError where self.options.guide == nil {
      try console.tellAndStop(onErrorsIn: [
        .error(
          "pdf.unknown-form", at: SourcePlace(file), "This guide cannot read the PDF. \(error.message)",
          hint: "--guide VERSION reads it as another version's form.")
      ])
      throw Outcome.fault
    }
  }

  private func read(_ diagnostics: inout [Diagnostic]) -> FilledForm? {
    let place = SourcePlace(file)
    let bytes: [UInt8]
    do {
      bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
    } catch {
      diagnostics.append(
        .error("file.unreadable", at: place, "The file cannot be read: \(SourceFile.reason(error))."))
      return nil
    }
    do {
      return try FilledForm(reading: bytes)
    } catch {
      let summary =
        switch error {
        case .notAPDF: "This is no PDF, or it is damaged."
        case .encrypted: "The PDF is encrypted: save it without a password first."
        case .noForm: "The PDF has no form fields; a printed or flattened form cannot be read back."
        case .foreign: "The PDF is not one of zhinan's forms."
        }
      diagnostics.append(.error("pdf.unreadable", at: place, summary))
      return nil
    }
  }
}

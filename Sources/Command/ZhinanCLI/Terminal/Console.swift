internal import ArgumentParser
internal import Diagnostics

/// How a command ends.
enum Outcome {
  /// Problems were found and printed.
  static let problems = ExitCode(1)
  /// A fault of the program.
  static let fault = ExitCode(70)
  /// A file could not be read or written.
  static let inputOutput = ExitCode(74)
  /// Stopped by Ctrl-C or SIGTERM.
  static let interrupted = ExitCode(130)
}

/// Prints results on standard output and problems on standard error.
struct Console: Sendable {
  let format: DiagnosticFormat
  let language: MessageLanguage
  /// How it is said that more problems of a kind are there than are printed, from their number; in the program's own
  /// words when `nil`.
  var more: (@Sendable (String) -> String)?

  /// The same console in another language, with a guide's words for problems that are not printed.
  func speaking(_ language: MessageLanguage, more: @escaping @Sendable (String) -> String) -> Console {
    Console(format: format, language: language, more: more)
  }

  /// One line of a result, seen at once also where standard output is a pipe; what keeps it from being written is told
  /// and ends the command.
  func write(_ line: String) throws { try reportAndStop(onErrorsIn: errorsWriting(line)) }

  /// The same for a sentence.
  func write(_ message: Message) throws { try write(message.text(in: language)) }

  /// Lines of results with their ends, UTF-8; what keeps them from being written is told and ends the command.
  func write(lines: [UInt8]) throws { try reportAndStop(onErrorsIn: errorsWriting(lines: lines)) }

  /// One line of a result; the problem when it cannot be written.
  func errorsWriting(_ line: String) -> [Diagnostic] { errorsWriting(lines: Array("\(line)\n".utf8)) }

  private func errorsWriting(lines: [UInt8]) -> [Diagnostic] {
    guard let reason = StandardStream.write(lines, to: StandardStream.output) else { return [] }
    return [.error("output.unwritable/stdout", at: SourcePlace("stdout"), ["reason": .message(reason)])]
  }

  /// All problems, in order; of one kind in one file a hundred, then how many more there are.
  ///
  /// - Parameter hasTotal: whether how many there are stands below them; not where others were told before.
  func report(_ diagnostics: [Diagnostic], hasTotal: Bool = true) {
    let ordered = diagnostics.inOrder()
    guard !ordered.isEmpty else { return }
    var printed = PrintedProblems()
    var text = ""
    for (position, diagnostic) in ordered.enumerated() {
      if printed.admits(diagnostic) { text += format.lines(for: diagnostic, in: language) + "\n" }
      let isLastOfFile = position + 1 == ordered.count || ordered[position + 1].place?.file != diagnostic.place?.file
      if isLastOfFile { for rest in printed.rest(more) { text += format.lines(for: rest, in: language) + "\n" } }
    }
    if format == .text, hasTotal {
      let errors = ordered.count { $0.severity == .error }
      text += Self.total(errors: errors, warnings: ordered.count - errors).text(in: language) + "\n"
    }
    StandardStream.write(text, to: StandardStream.error)
  }

  private static func total(errors: Int, warnings: Int) -> Message {
    let errors = Message(errors == 1 ? "text.error" : "text.errors", ["count": .number(errors)])
    let warnings = Message(warnings == 1 ? "text.warning" : "text.warnings", ["count": .number(warnings)])
    return Message("text.total", ["errors": .message(errors), "warnings": .message(warnings)])
  }

  /// Prints the problems and ends the command when one of them is an error: with 74 when all errors are about files
  /// that cannot be read or written.
  func reportAndStop(onErrorsIn diagnostics: [Diagnostic], hasTotal: Bool = true) throws {
    report(diagnostics, hasTotal: hasTotal)
    let errors = diagnostics.filter { $0.severity == .error }
    guard !errors.isEmpty else { return }
    throw errors.allSatisfy { Self.isInputOutput($0.id) } ? Outcome.inputOutput : Outcome.problems
  }

  private static func isInputOutput(_ id: String) -> Bool {
    ["file.unreadable", "font.unreadable", "output."].contains { id.hasPrefix($0) }
  }
}

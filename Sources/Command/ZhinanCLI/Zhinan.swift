internal import ArgumentParser
internal import Diagnostics

/// The program.
public enum ZhinanProgram {
  /// Makes standard streams safe that are closed, and crashes silent, and refuses arguments that are not UTF-8; called
  /// before anything asynchronous, which opens files of its own.
  public static func prepare() {
    StandardStream.prepare()
    CrashReports.turnOff()
    Arguments.refuseUnreadable()
  }

  /// Runs the command that the process's arguments name, and ends the process with its exit code.
  public static func main() async {
    do {
      var command = try Zhinan.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }

  /// Ends the process as ArgumentParser does, with what it says in the language that the process speaks.
  private static func end(with error: any Error) -> Never {
    let code = Zhinan.exitCode(for: error)
    let message = Zhinan.message(for: error)
    let language = Arguments.language
    guard language != .english, !code.isSuccess, !message.isEmpty else { Zhinan.exit(withError: error) }
    StandardStream.write(
      UsageMessage.translated(Zhinan.fullMessage(for: error), about: message, to: language), to: StandardStream.error)
    Zhinan.exit(withError: code)
  }
}

/// The command `zhinan`: builds the site, fills the forms, answers for single rules.
struct Zhinan: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zhinan",
    abstract: "Turns a service guide into a versioned help site and its paper forms into PDFs.",
    discussion: """
      Exit codes: 0 fine, 1 problems found (all printed), 64 wrong usage, 70 a fault of zhinan, 74 a file could not be \
      read or written.
      """,
    version: "zhinan \(zhinanVersion)",
    subcommands: [
      BuildCommand.self, CheckCommand.self, ServeCommand.self, NewCommand.self, ReleaseCommand.self, FormCommand.self,
      RuleCommand.self,
    ])
}

/// The program's version, as `--version` and the PDFs' producer say it.
let zhinanVersion = "0.1.0"

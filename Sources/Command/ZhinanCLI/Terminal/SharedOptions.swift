internal import ArgumentParser
internal import Diagnostics
internal import Foundation

/// Options of every command that reads a guide.
struct SharedOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Folder that holds content/ and templates/.", valueName: "dir"))
  var root = "."

  @Option(help: ArgumentHelp("How problems are printed.", valueName: "text|json"))
  var format: DiagnosticFormat = .text

  var rootURL: URL { URL(fileURLWithPath: root, isDirectory: true) }
  var console: Console { Console(format: format, language: Arguments.language) }
}

/// In which language a command speaks, where no form has one of its own; ``Arguments/language`` finds it also in arguments
/// that cannot be parsed.
struct LanguageOption: ParsableArguments {
  @Option(help: ArgumentHelp("Language of messages; the guide's own when not given.", valueName: "zh-CN|en"))
  var lang: MessageLanguage?
}

/// Options of the commands for one form.
struct FormOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Version of the guide; the current one when not given.", valueName: "version"))
  var guide: String?

  @Option(help: ArgumentHelp("Language of messages; the form's own when not given.", valueName: "zh-CN|en"))
  var lang: String?

  @Option(help: ArgumentHelp("Today's date, for rules that depend on it.", valueName: "YYYY-MM-DD"))
  var today: String?
}

extension DiagnosticFormat: ExpressibleByArgument {}
extension MessageLanguage: ExpressibleByArgument {}

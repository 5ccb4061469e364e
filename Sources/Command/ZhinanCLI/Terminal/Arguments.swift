internal import ArgumentParser
internal import Content
internal import Diagnostics
internal import Foundation

/// The arguments as the system gave them, and the folder that relative paths among them begin at. A file's name may be any
/// bytes on Linux, but Swift repairs what is not UTF-8, so that the name that arrives is another's.
enum Arguments {
  /// The place, from 1, of the first argument of the process that is not UTF-8; `nil` when all are.
  static var firstUnreadable: Int? {
    (1..<max(1, Int(CommandLine.argc))).first { place in
      CommandLine.unsafeArgv[place].map { String(validatingCString: $0) == nil } ?? false
    }
  }

  /// Whether the current folder's path is UTF-8, or there is none.
  private static var hasReadableFolder: Bool {
    guard let path = getcwd(nil, 0) else { return true }
    defer { free(path) }
    return String(validatingCString: path) != nil
  }

  /// The language that the process speaks: that of `--lang`, else the guide's where there is one at `--root`, else Chinese
  /// where the environment's locale is, else English. It is known before the arguments are parsed, because their mistakes
  /// are told in it too.
  static let language = language(of: CommandLine.arguments, ProcessInfo.processInfo.environment)

  static func language(of arguments: [String], _ environment: [String: String]) -> MessageLanguage {
    if let tag = value(of: "--lang", in: arguments) { return MessageLanguage(tag: tag) }
    let root = URL(fileURLWithPath: value(of: "--root", in: arguments) ?? ".", isDirectory: true)
    if let tag = GuideReader.language(root: root) { return MessageLanguage(tag: tag) }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
    return MessageLanguage(tag: locale ?? "")
  }

  /// What stands behind an option, or behind its `=`, the last time that it is given.
  private static func value(of option: String, in arguments: [String]) -> String? {
    let options = arguments.prefix { $0 != "--" }
    guard let last = options.lastIndex(where: { $0 == option || $0.hasPrefix(option + "=") }) else { return nil }
    if options[last] != option { return String(options[last].dropFirst(option.count + 1)) }
    return last + 1 < options.endIndex ? options[last + 1] : nil
  }

  /// Ends the process as wrong usage when an argument or the current folder's path is not UTF-8, before anything is done.
  /// The bytes are not repeated: a terminal could not show them.
  static func refuseUnreadable() {
    let message: Message
    if let place = firstUnreadable {
      message = Message("usage.argument-encoding", ["place": .number(place)])
    } else if !hasReadableFolder {
      message = Message("usage.folder-encoding")
    } else {
      return
    }
    StandardStream.write(UsageMessage.line(message.text(in: language), language), to: StandardStream.error)
    exit(ExitCode.validationFailure.rawValue)
  }
}

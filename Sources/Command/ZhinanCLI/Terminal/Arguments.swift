internal import ArgumentParser
internal import Foundation

/// The arguments as the system gave them. A file's name may be any bytes on Linux, but Swift repairs what is not UTF-8,
/// so that the name that arrives is another.
enum Arguments {
  /// The place, from 1, of the first argument of the process that is not UTF-8; `nil` when all are.
  static var firstUnreadable: Int? {
    (1..<max(1, Int(CommandLine.argc))).first { place in
      CommandLine.unsafeArgv[place].map { String(validatingCString: $0) == nil } ?? false
    }
  }

  /// Ends the process as wrong usage when an argument is not UTF-8, before anything is done. Its bytes are not repeated:
  /// a terminal could not show them.
  static func refuseUnreadable() {
    guard let place = firstUnreadable else { return }
    let sentence = "Error: Argument \(place) is not UTF-8 text. Give files names in UTF-8; nothing was done."
    StandardStream.write(sentence + "\n", to: StandardStream.error)
    exit(ExitCode.validationFailure.rawValue)
  }
}

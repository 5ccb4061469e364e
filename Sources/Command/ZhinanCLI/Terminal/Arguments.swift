internal import ArgumentParser
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

  /// Ends the process as wrong usage when an argument or the current folder's path is not UTF-8, before anything is done.
  /// The bytes are not repeated: a terminal could not show them.
  static func refuseUnreadable() {
    let subject: String
    if let place = firstUnreadable {
      subject = "Argument \(place)"
    } else if !hasReadableFolder {
      subject = "The path of the current folder"
    } else {
      return
    }
    let sentence = "Error: \(subject) is not UTF-8 text. Give files names in UTF-8; nothing was done."
    StandardStream.write(sentence + "\n", to: StandardStream.error)
    exit(ExitCode.validationFailure.rawValue)
  }
}

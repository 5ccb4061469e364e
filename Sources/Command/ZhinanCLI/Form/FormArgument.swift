internal import ArgumentParser
internal import Files
internal import Foundation

/// Which form a command works on.
enum FormArgument: ExpressibleByArgument {
  /// One of the guide, by its name.
  case named(String)
  /// A compiled form, by its path; its blank PDF stands beside it.
  case compiled(String)

  /// What ends in `.form` is a path.
  init(argument: String) { self = argument.hasSuffix(".form") ? .compiled(argument) : .named(argument) }

  static let help: ArgumentHelp =
    "The form's name; or the path of a compiled form, NAME.form, with its blank beside it, as `zhinan build` writes them."

  /// The files that are read in place of the guide.
  var files: [String] {
    switch self {
    case .named: []
    case .compiled(let path): [path, CompiledFormFile.blankPath(path)]
    }
  }
}

/// Several forms, with commas between them.
struct FormList: ExpressibleByArgument {
  let all: [FormArgument]

  init?(argument: String) {
    // A path may hold commas.
    if case .compiled = FormArgument(argument: argument), InputFile.kind(of: argument) == .file {
      all = [FormArgument(argument: argument)]
      return
    }
    let parts = argument.split(omittingEmptySubsequences: false) { ",，、".contains($0) }.map { part in
      part.trimmingCharacters(in: .whitespaces)
    }
    if parts.contains("") { return nil }
    all = parts.map { FormArgument(argument: $0) }
  }

  var files: [String] { all.flatMap(\.files) }
}

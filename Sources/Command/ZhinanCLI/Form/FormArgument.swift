internal import ArgumentParser

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

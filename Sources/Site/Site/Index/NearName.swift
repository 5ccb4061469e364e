internal import Bytes
internal import Diagnostics

/// Hints that name what somebody probably meant.
enum NearName {
  /// “Did you mean …?”, or the names there are when they are few.
  static func hint(_ name: String, in names: [String], shown: (String) -> String = { $0 }) -> String? {
    if let near = NearWord.nearest(to: name, in: names) { return "Did you mean “\(shown(near))”?" }
    guard !names.isEmpty, names.count <= 12 else { return nil }
    return "There are: \(names.map(shown).joined(separator: ", "))."
  }
}

/// A form's id that no form has.
enum FormProblem {
  static func unknown(_ id: String, _ known: [String], at place: SourcePlace) -> Diagnostic {
    .error(
      "form.unknown", at: place, "This version has no form “\(id)”.",
      hint: NearName.hint(id, in: known) ?? "A form is defined in the version's forms/ folder.")
  }
}

internal import Bytes
package import Diagnostics

/// Hints that name what somebody probably meant.
package enum NearName {
  /// “Did you mean …?”, or the names there are when they are few.
  package static func hint(_ name: String, in names: [String], shown: (String) -> String = { $0 }) -> Message? {
    if let near = NearWord.nearest(to: name, in: names) { return .near(shown(near)) }
    guard !names.isEmpty, names.count <= 12 else { return nil }
    return Message("hint.there-are", ["names": .list(names.map(shown))])
  }
}

/// A form's id that no form has.
package enum FormProblem {
  /// The error, with the near id.
  package static func unknown(_ id: String, _ known: [String], at place: SourcePlace) -> Diagnostic {
    .error("form.unknown", at: place, ["id": .text(id)], hint: NearName.hint(id, in: known))
  }
}

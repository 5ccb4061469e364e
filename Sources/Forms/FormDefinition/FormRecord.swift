internal import Bytes
package import Diagnostics
package import FormModel
package import FormRecords

/// The answers of one record and where each stands in its file.
package struct FormRecord: Sendable {
  /// As they were given: neither checked nor spelled canonically, without defaults.
  package var answers: Answers
  /// Place of each field's answer; the record's own place where nothing was given.
  package var places: [SourcePlace]
  /// Place of each repeated group's list.
  package var groupPlaces: [SourcePlace]
  /// Whether all of it could be read; one that could not is checked, so that everything wrong is told at once, but is
  /// not filled.
  package let isWhole: Bool
  private let given: GivenAnswers

  /// Answers from a file that has no lines, such as a PDF.
  package init(answers: Answers, form: CompiledForm, path: String) {
    self.init(GivenAnswers(form), at: SourcePlace(path), isWhole: true)
    self.answers = answers
  }

  /// Answers that were read from the file that `rest` names, which is also the place of what has none.
  package init(_ given: GivenAnswers, at rest: SourcePlace, isWhole: Bool) {
    func place(_ position: TextPosition?) -> SourcePlace {
      position.map { SourcePlace(rest.file, line: $0.line, column: $0.column) } ?? rest
    }
    self.given = given
    self.isWhole = isWhole
    answers = given.answers
    places = given.positions.map(place)
    groupPlaces = given.groupPositions.map(place)
  }

  /// Fields that the record names, with an answer or without one.
  package var namedFields: IndexBits { given.namedFields }

  /// Repeated groups that the record names.
  package var namedGroups: IndexBits { given.namedGroups }

  /// Whether a violation only follows from an answer that could not be read.
  package func isConsequence(_ violation: Violation) -> Bool { given.isConsequence(violation) }
}

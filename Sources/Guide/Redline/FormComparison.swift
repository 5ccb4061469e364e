package import FormPage

/// What changed in what a form asks, from one version of a guide to the next.
package struct FormComparison: Sendable, Equatable {
  /// What of a question changed.
  package enum Part: String, Sendable, CaseIterable {
    case label, section, kind, required, condition, rule, options, notes, unit
  }

  /// A question that both versions ask, not in the same way.
  package struct Question: Sendable, Equatable {
    /// What readers call it now.
    package var label: String
    /// What changed, as text.
    package var parts: [(part: Part, runs: [ComparedRun])]

    /// Whether the same changed.
    package static func == (left: Question, right: Question) -> Bool {
      left.label == right.label && left.parts.elementsEqual(right.parts) { $0 == $1 }
    }
  }

  /// Labels of questions that only the newer form asks.
  package let added: [String]
  /// Labels of questions that only the older form asks.
  package let removed: [String]
  /// In the newer form's order.
  package let changed: [Question]

  /// How many questions are new, gone or changed.
  package var counts: ChangeCounts {
    var counts = ChangeCounts()
    (counts.added, counts.removed, counts.changed) = (added.count, removed.count, changed.count)
    return counts
  }

  /// Compares two versions of a form by its questions' keys.
  ///
  /// - Parameter required: the words of a question that must, and of one that need not be answered.
  package init(_ old: FormPage, _ new: FormPage, required: (yes: String, no: String)) {
    let (before, after) = (Self.questions(old), Self.questions(new))
    let known = Dictionary(before.map { ($0.question.key, $0) }) { first, _ in first }
    let keys = Set(after.map(\.question.key))
    added = after.filter { known[$0.question.key] == nil }.map(\.question.label)
    removed = before.filter { !keys.contains($0.question.key) }.map(\.question.label)
    changed = after.compactMap { now in
      guard let old = known[now.question.key], old != now else { return nil }
      let parts = Part.allCases.compactMap { part -> (Part, [ComparedRun])? in
        let (old, new) = (old.text(of: part, required: required), now.text(of: part, required: required))
        if old == new { return nil }
        var budget = ComparisonBudget(steps: 1_000_000)
        let runs = TextComparison.runs(
          PieceCutter.pieces(of: old), PieceCutter.pieces(of: new), budget: &budget)
        return (part, runs)
      }
      return parts.isEmpty ? nil : Question(label: now.question.label, parts: parts)
    }
  }

  private static func questions(_ form: FormPage) -> [AskedQuestion] {
    form.sections.flatMap { section in
      section.questions.map { AskedQuestion(question: $0, section: section) }
    }
  }
}

/// A question with the section that it stands in.
private struct AskedQuestion: Equatable {
  var question: FormPage.Question
  var section: FormPage.Section

  static func == (left: AskedQuestion, right: AskedQuestion) -> Bool {
    left.question == right.question && left.section.title == right.section.title
      && left.section.repetition == right.section.repetition
  }

  /// A part in words; empty where the question has nothing of it.
  func text(of part: FormComparison.Part, required: (yes: String, no: String)) -> String {
    switch part {
    case .label: question.label
    case .section:
      section.repetition.map { "\(section.title) (\($0.minimum)–\($0.maximum))" } ?? section.title
    case .kind: question.kind.rawValue
    case .required: question.requirement ?? (question.isRequired ? required.yes : required.no)
    case .condition: question.condition ?? ""
    case .rule: question.rule ?? ""
    case .options: question.options.map(\.label).joined(separator: " · ")
    case .notes: question.notes.joined(separator: " · ")
    case .unit: question.unit
    }
  }
}

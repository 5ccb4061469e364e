/// A form as a page asks it: texts and choices, and nothing of paper or of how answers are checked.
package struct FormPage: Sendable, Equatable {
  /// Questions under one title; those of a repeated section are asked once for each element.
  package struct Section: Sendable, Equatable {
    /// What readers call the section.
    package var title: String
    /// `nil` where each question is asked once.
    package var repetition: Repetition?
    /// In the form's order, those that are answered by hand among them.
    package var questions: [Question]

    /// A section by its title and questions.
    package init(title: String, repetition: Repetition? = nil, questions: [Question]) {
      self.title = title
      self.repetition = repetition
      self.questions = questions
    }
  }

  /// How often a section is asked.
  package struct Repetition: Sendable, Equatable {
    /// The list's key in records.
    package var key: String
    /// What one element is called, `#` for its number: `第#枚印章`.
    package var elementTitle: String
    /// Fewest elements.
    package var minimum: Int
    /// Most elements.
    package var maximum: Int

    /// A repetition by the list's key and its limits.
    package init(key: String, elementTitle: String, minimum: Int, maximum: Int) {
      self.key = key
      self.elementTitle = elementTitle
      self.minimum = minimum
      self.maximum = maximum
    }
  }

  /// What an answer is made of, or how the place is filled by hand.
  package enum Kind: String, Sendable, CaseIterable {
    case text, integer, decimal, date, time, choice, choices
    /// A month of a year.
    case yearMonth = "year-month"
    /// Left empty for a pen or a stamp.
    case blank
    /// Signed.
    case signature
  }

  /// One way to answer a choice.
  package struct Option: Sendable, Equatable {
    /// The word in records.
    package var value: String
    /// What readers see.
    package var label: String

    /// An option by its word in records and its words for readers.
    package init(value: String, label: String) {
      self.value = value
      self.label = label
    }
  }

  /// One question, or a place that is filled by hand.
  package struct Question: Sendable, Equatable {
    /// The key in records; in a repeated section with `#` for the element's number, `seals[#].name`.
    package var key: String
    /// What readers call it, without the element's title.
    package var label: String
    /// What an answer is made of.
    package var kind: Kind
    /// Name of the rule that every answer keeps; `nil` for choices, and where it depends on another answer.
    package var rule: String?
    /// Whether it must be answered where it is asked; not where something stands for an answer that is not given.
    package var isRequired = false
    /// When it is asked at all, in words; `nil` for always.
    package var condition: String?
    /// When it must be answered, in words, where ``isRequired`` says neither always nor never.
    package var requirement: String?
    /// What helps to answer it: the hint, what the rule asks, limits, what stands for no answer.
    package var notes: [String] = []
    /// The ways to answer a choice.
    package var options: [Option] = []
    /// How an answer is typed.
    package var typing = AnswerTyping.words
    /// Which of the applicant's own details a browser may offer (HTML, autofill field names); `nil` for none.
    package var autofill: String?
    /// Some of the possible answers.
    package var suggestions: [String] = []
    /// What a number counts; empty for none.
    package var unit = ""
    /// Whether the answer is worked out, and shown instead of asked for.
    package var isComputed = false

    /// An optional question without help, options and conditions.
    package init(key: String, label: String, kind: Kind) {
      self.key = key
      self.label = label
      self.kind = kind
    }

    /// Whether a record can answer it.
    package var isAnswerable: Bool { kind != .blank && kind != .signature }
  }

  /// A short name for links and files.
  package var shortTitle: String
  /// What one should have at hand.
  package var preparation: [String]
  /// In the form's order.
  package var sections: [Section]

  /// A page by its sections.
  package init(shortTitle: String, preparation: [String] = [], sections: [Section]) {
    self.shortTitle = shortTitle
    self.preparation = preparation
    self.sections = sections
  }
}

internal import Diagnostics

/// A Mustache template as steps: texts, values, sections with the step behind their end, and partials.
struct Template: Sendable {
  /// What a tag names, and where it stands.
  struct Tag: Sendable {
    /// The parts of a dotted name; none for `.`, the innermost value.
    var path: [TemplateKey]
    var place: SourcePlace
  }

  /// A partial that the template holds.
  struct Partial: Sendable {
    var name: String
    var place: SourcePlace
    /// The blanks before it when it stands on a line of its own: each line of the partial begins with them.
    var indentation: Int
  }

  enum Step: Sendable {
    /// These bytes of ``text``.
    case text(Range<Int>)
    /// The value of ``tags`` at this index; `isRaw` in three braces or behind `&`.
    case value(tag: Int, isRaw: Bool)
    /// A section of ``tags`` at this index: the steps up to `end`.
    case section(tag: Int, isInverted: Bool, end: Int)
    /// The partial of ``partials`` at this index.
    case partial(Int)
  }

  var text: [UInt8] = []
  var steps: [Step] = []
  var tags: [Tag] = []
  var partials: [Partial] = []
}

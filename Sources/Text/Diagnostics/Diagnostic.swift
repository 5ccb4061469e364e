/// Where in a file a problem stands.
package struct SourcePlace: Sendable, Hashable {
  /// Path as it is shown to the reader: relative to the folder the command runs on.
  package var file: String
  /// Line, from 1; `nil` when the whole file is meant.
  package var line: Int?
  /// Column in Unicode scalars, from 1; `nil` when the whole line is meant.
  package var column: Int?

  /// A place in a file; lines and columns count from 1.
  package init(_ file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension SourcePlace: CustomStringConvertible {
  /// `file:line:column`, without the parts that are not known.
  package var description: String {
    guard let line else { return file }
    guard let column else { return "\(file):\(line)" }
    return "\(file):\(line):\(column)"
  }
}

/// A problem in what people wrote: content, templates, records, or the command line's files.
package struct Diagnostic: Sendable, Hashable {
  /// How much a problem matters: an `error` stops the output, a `warning` is told and passes.
  package enum Severity: String, Sendable, Comparable {
    case error, warning

    /// Errors come before warnings.
    package static func < (left: Self, right: Self) -> Bool { left == .error && right == .warning }
  }

  /// Whether it fails the command.
  package var severity: Severity
  /// Stable dotted name, such as `link.broken` or `record.E_CHECK`.
  package var id: String
  /// Where it is; `nil` where it is about no file.
  package var place: SourcePlace?
  /// What is wrong, in one sentence.
  package var message: Message
  /// What to do about it, where that is not what the catalogue advises for the sentence.
  private var advice: Message?

  /// What is wrong, in English where the sentence is the program's own.
  package var summary: String { summary(in: .english) }
  /// What to do about it, likewise.
  package var hint: String? { hint(in: .english) }

  /// What is wrong, in a language.
  package func summary(in language: MessageLanguage) -> String { message.text(in: language) }

  /// What to do about it, in a language.
  package func hint(in language: MessageLanguage) -> String? {
    advice.map { $0.text(in: language) } ?? message.hint(in: language)
  }

  /// A problem that a message tells.
  ///
  /// - Parameter hint: what to do about it, in place of what the catalogue advises.
  package init(_ severity: Severity, _ id: String, at place: SourcePlace?, _ message: Message, hint: Message? = nil) {
    self.severity = severity
    self.id = id
    self.place = place
    self.message = message
    advice = hint
  }

  /// A problem in words that are in the reader's language already.
  package init(
    _ severity: Severity, _ id: String, at place: SourcePlace?, _ summary: String, hint: String? = nil
  ) {
    self.init(severity, id, at: place, .verbatim(summary), hint: hint.map { .verbatim($0) })
  }

  /// An error with its place, in words that are in the reader's language already.
  package static func error(_ id: String, at place: SourcePlace?, _ summary: String, hint: String? = nil) -> Self {
    Self(.error, id, at: place, summary, hint: hint)
  }

  /// A warning with its place, in words that are in the reader's language already.
  package static func warning(_ id: String, at place: SourcePlace?, _ summary: String, hint: String? = nil) -> Self {
    Self(.warning, id, at: place, summary, hint: hint)
  }

  /// An error with its place, in the catalogue's sentence of this key; its id is the key up to `/`.
  package static func error(
    _ key: String, at place: SourcePlace?, _ arguments: [String: MessageArgument] = [:], hint: Message? = nil
  ) -> Self {
    Self(.error, Catalogue.id(of: key), at: place, Message(key, arguments), hint: hint)
  }

  /// A warning with its place, likewise.
  package static func warning(
    _ key: String, at place: SourcePlace?, _ arguments: [String: MessageArgument] = [:], hint: Message? = nil
  ) -> Self {
    Self(.warning, Catalogue.id(of: key), at: place, Message(key, arguments), hint: hint)
  }

  /// An error under an id that its sentence shares with others.
  package static func error(
    _ id: String, at place: SourcePlace?, saying message: Message, hint: Message? = nil
  ) -> Self {
    Self(.error, id, at: place, message, hint: hint)
  }
}

extension Sequence<Diagnostic> {
  /// Whether any of them stops the output.
  package var hasErrors: Bool { contains { $0.severity == .error } }

  /// The same problems by file, line and column, each once; those of one place as they were found.
  package func inOrder() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    let distinct = filter { seen.insert($0).inserted }
    func key(_ found: (offset: Int, element: Diagnostic)) -> (String, Int, Int, Int) {
      let place = found.element.place
      return (place?.file ?? "", place?.line ?? 0, place?.column ?? 0, found.offset)
    }
    return distinct.enumerated().sorted { key($0) < key($1) }.map(\.element)
  }
}

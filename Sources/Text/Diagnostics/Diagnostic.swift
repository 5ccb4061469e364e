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
  /// One sentence that says what is wrong.
  package var summary: String
  /// What to do about it.
  package var hint: String?

  /// A problem with one sentence, and a hint where something helps.
  package init(
    _ severity: Severity, _ id: String, at place: SourcePlace?, _ summary: String, hint: String? = nil
  ) {
    self.severity = severity
    self.id = id
    self.place = place
    self.summary = summary
    self.hint = hint
  }

  /// An error with its place.
  package static func error(
    _ id: String, at place: SourcePlace?, _ summary: String, hint: String? = nil
  ) -> Self {
    Self(.error, id, at: place, summary, hint: hint)
  }

  /// A warning with its place.
  package static func warning(
    _ id: String, at place: SourcePlace?, _ summary: String, hint: String? = nil
  ) -> Self {
    Self(.warning, id, at: place, summary, hint: hint)
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

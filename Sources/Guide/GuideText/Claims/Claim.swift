package import Diagnostics
package import SourceText

/// What a page claims of itself or of its guide: an entry of a `{check}` block, which readers never see and tests run.
package struct Claim: Sendable {
  /// What is claimed.
  package enum Subject: Sendable {
    /// A rule judges a value so: the codes of its errors and warnings, none where it is right.
    case rule(String, value: SourceNode, codes: Set<String>)
    /// What is asked for comes to so much, and to so much at most.
    case fee(request: SourceNode, estimate: String, upper: String?)
    /// The office is open at a moment, or is not.
    case hours(String, isOpen: Bool)
    /// A fact of the data files has a value.
    case fact(String, value: String)
    /// The page says some words.
    case says(String)
    /// The page says no such words.
    case saysNot(String)
    /// What the version quotes says some words, letter by letter: the source of a name, or any of them.
    case sourceSays(String, source: String)
    /// None of its sources, or not the one of a name, says such words.
    case sourceSaysNot(String, source: String)
    /// An address leads somewhere.
    case link(String)
    /// A form asks a question, by its key or its label.
    case asks(form: String, question: String)
    /// A key facts list tells each of these, or says that its source does not.
    case elements(data: String, names: [String])
  }

  /// What is claimed.
  package var subject: Subject
  /// What reports call it: its `why`, or its first key and value.
  package let name: String
  /// Where it stands.
  package let place: SourcePlace
  /// Why it does not hold, where that is known when the page is resolved.
  package var problem: Diagnostic?
}

package import Diagnostics

/// A claim that a page makes, judged.
package struct ClaimResult: Sendable {
  /// What reports call it.
  package let name: String
  /// Id of the version whose page makes it.
  package let version: String
  /// The page's name.
  package let page: String
  /// Where it stands.
  package let place: SourcePlace
  /// Why it does not hold; `nil` when it does.
  package let problem: Diagnostic?
}

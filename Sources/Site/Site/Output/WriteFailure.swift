package import Diagnostics

/// The site could not be written; the folder still holds what it held before, whole. A command ends with code 74.
package struct WriteFailure: Error {
  /// What happened, with the path.
  package let diagnostic: Diagnostic

  init(_ id: String, _ path: String, _ summary: String, hint: String? = nil) {
    diagnostic = .error(id, at: SourcePlace(path), summary, hint: hint)
  }
}

/// What writing a site changed.
package struct WriteReport: Sendable, Hashable {
  /// Files that are new or have other bytes than before.
  package var written: Int
  /// Files left alone.
  package var unchanged: Int
  /// Files of the last run that the site has no more.
  package var removed: Int
}

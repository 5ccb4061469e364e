package import Diagnostics
internal import Files

/// The site could not be written; the folder still holds what it held before, whole. A command ends with code 74.
package struct WriteFailure: Error {
  /// What happened, with the path.
  package let diagnostic: Diagnostic

  init(_ id: String, _ path: String, _ summary: String, hint: String? = nil) {
    diagnostic = .error(id, at: SourcePlace(path), summary, hint: hint)
  }

  /// A failure below the site's folder `folder`, whose path is shown in front.
  init(_ failure: OutputFailure, in folder: String) {
    let path = PlainPath.lies(failure.path, in: folder) ? failure.path : "\(folder)/\(failure.path)"
    let hint = failure.isLackOfSpace ? "Free some space and run again: the old site is whole." : nil
    self.init("output.unwritable", path, "The site cannot be written: \(failure.reason).", hint: hint)
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

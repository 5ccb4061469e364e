package import Diagnostics
internal import Files

/// The site could not be written; the folder still holds what it held before, whole. A command ends with code 74.
package struct WriteFailure: Error {
  /// What happened, with the path.
  package let diagnostic: Diagnostic

  init(_ key: String, _ path: String, _ arguments: [String: MessageArgument] = [:]) {
    diagnostic = .error(key, at: SourcePlace(path), arguments)
  }

  /// A failure below the site's folder `folder`, whose path is shown in front.
  init(_ failure: OutputFailure, in folder: String) {
    let path = PlainPath.lies(failure.path, in: folder) ? failure.path : "\(folder)/\(failure.path)"
    self.init(
      failure.isLackOfSpace ? "output.unwritable/site-space" : "output.unwritable/site", path,
      ["reason": .message(failure.reason)])
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

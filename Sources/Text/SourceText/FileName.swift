internal import Bytes
package import Diagnostics

/// Names of files that become addresses.
package enum FileName {
  /// Whether the name of a file, or its path, holds only characters that are seen; reported when not.
  package static func isFit(_ name: String, at place: SourcePlace, diagnostics: inout [Diagnostic]) -> Bool {
    guard name.unicodeScalars.contains(where: \.misleads) else { return true }
    let problem = Diagnostic.error("file.name", at: place)
    if !diagnostics.contains(problem) { diagnostics.append(problem) }
    return false
  }
}

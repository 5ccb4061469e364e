/// A fact that changed from one version to the next, or a map of facts that came or went.
package struct FactChange: Sendable, Equatable {
  /// The data file's name without `.yml`.
  package var file: String
  /// Keys from the file's root; elements of lists by `id`, name or place.
  package var path: [String]
  /// What readers call it: what its map is called, else its path.
  package var name: String
  /// The value before; `nil` for what was not there.
  package var old: String?
  /// The value now; `nil` for what is not there any more.
  package var new: String?

  /// The path as a text would name it.
  package var writtenPath: String { ([file] + path).joined(separator: ".") }
}

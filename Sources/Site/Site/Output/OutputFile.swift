/// A file of the site: its path below the output folder and its bytes.
package struct OutputFile: Sendable, Hashable {
  /// Parts joined by `/`, without a leading one.
  package var path: String
  /// The whole content.
  package var bytes: [UInt8]

  /// A file of the site; `path` is relative to its root, with `/`.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// A text file in UTF-8.
  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}

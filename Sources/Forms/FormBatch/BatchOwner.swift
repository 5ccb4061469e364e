internal import Bytes
internal import Files

/// Whose PDFs a folder holds: those of one form and one file of records.
package struct BatchOwner: Sendable {
  /// Half a digest of the form's name.
  let form: [UInt8]
  /// Half a digest of the file's path, all links followed; `nil` for records that come through a pipe, which nothing
  /// tells from others.
  let records: [UInt8]?

  /// - Parameter path: of the file of records, `-` for standard input.
  package init(form: String, records path: String) {
    self.form = Self.half(form)
    let isFile = path != "-" && InputFile.kind(of: path) == .file
    self.records = isFile ? InputFile.realPath(path).map(Self.half) : nil
  }

  private static func half(_ text: String) -> [UInt8] { Array(SHA256.digest(of: Array(text.utf8)).prefix(16)) }
}

internal import Files
internal import FormFilling

/// What names of PDFs hold besides the row and the hash: the file `.zhinan-names` in the output folder, 128 bytes a row at
/// the row's place. It is there only where names were asked to hold an answer.
struct NameTable: ~Copyable, Sendable {
  private static let name = ".zhinan-names"
  private static let width = 128
  private let file: SharedFile

  /// Opens the table of a folder; `nil` where there is none and none is needed.
  static func open(in folder: RealFolder, isNeeded: Bool) throws(OutputFailure) -> NameTable? {
    let isThere = try folder.status(of: name).kind != .nothing
    guard isNeeded || isThere else { return nil }
    return NameTable(file: try SharedFile(name, in: folder))
  }

  /// The label of a row's PDF (UTF-8); empty where it has none.
  func label(_ row: Int) -> [UInt8] {
    guard let bytes = file.read(Self.width, at: row * Self.width), Int(bytes[0]) <= FileLabel.longest else { return [] }
    let label = Array(bytes[1...].prefix(Int(bytes[0])))
    return String(validating: label, as: UTF8.self) != nil && FileLabel.text(label) == label ? label : []
  }

  func set(_ row: Int, _ label: [UInt8]) throws(OutputFailure) {
    let text = label.prefix(FileLabel.longest)
    let entry = [UInt8(text.count)] + text
    try file.write(entry + Array(repeating: 0, count: Self.width - entry.count), at: row * Self.width)
  }
}

internal import Files

/// What names of PDFs hold besides the row and the hash: the file `.zhinan-names` in the output folder, 128 bytes a row at
/// the row's place. It is there only where names were asked to hold an answer.
struct NameTable: ~Copyable, Sendable {
  private static let name = ".zhinan-names"
  private static let width = 128
  /// Bytes of a label at most.
  static let longest = 90
  private let file: SharedFile

  /// Opens the table of a folder; `nil` where there is none and none is needed.
  static func open(in folder: RealFolder, isNeeded: Bool) throws(OutputFailure) -> NameTable? {
    let isThere = try folder.status(of: name).kind != .nothing
    guard isNeeded || isThere else { return nil }
    return NameTable(file: try SharedFile(name, in: folder))
  }

  /// The label of a row's PDF; empty where it has none.
  func label(_ row: Int) -> String {
    guard let bytes = file.read(Self.width, at: row * Self.width), Int(bytes[0]) <= Self.longest,
      let label = String(validating: bytes[1...].prefix(Int(bytes[0])), as: UTF8.self),
      FileLabel.text(label) == label
    else { return "" }
    return label
  }

  func set(_ row: Int, _ label: String) throws(OutputFailure) {
    let text = Array(label.utf8.prefix(Self.longest))
    let entry = [UInt8(text.count)] + text
    try file.write(entry + Array(repeating: 0, count: Self.width - entry.count), at: row * Self.width)
  }
}

/// An answer as a part of a file's name.
enum FileLabel {
  /// The answer without what no system, or not every one, has in names, cut to ``NameTable/longest`` bytes.
  static func text(_ answer: String) -> String {
    var label = String.UnicodeScalarView()
    var length = 0
    for scalar in answer.unicodeScalars {
      let isAllowed =
        scalar.value >= 0x20 && scalar.value != 0x7F && !"/\\:*?\"<>|".unicodeScalars.contains(scalar)
        && !scalar.properties.isWhitespace && scalar.properties.generalCategory != .format
        && scalar.properties.generalCategory != .control
      guard isAllowed, !(label.isEmpty && (scalar == "." || scalar == "-")) else { continue }
      length += UTF8.width(scalar)
      if length > NameTable.longest { break }
      label.append(scalar)
    }
    return String(label)
  }
}

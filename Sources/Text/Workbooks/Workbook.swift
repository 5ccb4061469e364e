internal import Files

/// A workbook whose parts are found: its sheets, styles and shared texts.
struct Workbook {
  private let zip: ZipReader
  private let sheets: [(name: String, isHidden: Bool, part: String)]
  let texts: SharedTexts?
  let formats: [CellFormat]
  let countsFrom1904: Bool

  init(_ path: String) throws(WorkbookFailure) {
    let file: FileRegions
    do {
      file = try InputFile.regions(of: path)
    } catch {
      throw .unreadable(error)
    }
    try Self.checkKind(file)
    let zip = try ZipReader(file)
    self.zip = zip
    let root = RelationshipParser("_rels/.rels", folder: "")
    if zip["_rels/.rels"] != nil { try root.read(Self.stream("_rels/.rels", in: zip)) }
    let main = root.part("officeDocument") ?? "xl/workbook.xml"
    guard zip[main] != nil, main.lowercased().hasSuffix(".xml") else { throw try Self.kind(of: zip) }
    let list = SheetListParser(main)
    try list.read(Self.stream(main, in: zip))
    if zip[main].map({ _ in list.sheets.isEmpty }) ?? true { throw try Self.kind(of: zip) }
    let (folder, name) = Self.parts(main)
    let links = RelationshipParser("\(folder)_rels/\(name).rels", folder: folder)
    try links.read(Self.stream("\(folder)_rels/\(name).rels", in: zip))
    sheets = list.sheets.compactMap { sheet in
      links.targets[sheet.id].flatMap { $0.kind == "worksheet" ? (sheet.name, sheet.isHidden, $0.part) : nil }
    }
    if sheets.isEmpty { throw .noSheets }
    countsFrom1904 = list.countsFrom1904
    if let name = links.part("styles") {
      let styles = StyleParser(name)
      try styles.read(Self.stream(name, in: zip))
      formats = styles.formats
    } else {
      formats = []
    }
    texts = links.part("sharedStrings").map { SharedTexts($0, size: zip[$0]?.size ?? 0) }
    if let texts, let name = links.part("sharedStrings") { try texts.read(Self.stream(name, in: zip)) }
  }

  /// The sheet of this name or number, or the first that is not hidden, and the names of those that are not hidden
  /// besides.
  func sheet(_ name: String?) throws(WorkbookFailure) -> (name: String, part: String, others: [String]) {
    let shown = sheets.filter { !$0.isHidden }
    guard let name else {
      guard let first = shown.first ?? sheets.first else { throw .noSheets }
      return (first.name, first.part, shown.dropFirst().map(\.name))
    }
    let named = sheets.first { $0.name == name } ?? sheets.first { $0.name.lowercased() == name.lowercased() }
    let numbered = Int(name).flatMap { sheets.indices.contains($0 - 1) ? sheets[$0 - 1] : nil }
    guard let found = named ?? numbered else { throw .noSheet(name, known: sheets.map(\.name)) }
    return (found.name, found.part, [])
  }

  func stream(_ part: String, limit: Int) throws(WorkbookFailure) -> PartStream {
    try Self.stream(part, in: zip, limit: limit)
  }

  func compressedSize(_ part: String) -> Int { zip[part]?.compressedSize ?? 0 }

  private static func stream(
    _ part: String, in zip: ZipReader, limit: Int = 512 << 20
  ) throws(WorkbookFailure) -> PartStream {
    guard let entry = zip[part] else { throw .damaged(part) }
    return try PartStream(zip, entry, limit: PartStream.Limit(bytes: limit))
  }

  private static func parts(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[...slash]), String(path[path.index(after: slash)...]))
  }

  /// Refuses what is no archive, by what it is.
  private static func checkKind(_ file: FileRegions) throws(WorkbookFailure) {
    let start = try ZipReader.read(file, 4096, at: 0)
    if start.starts(with: [0x50, 0x4B]) { return }
    if start.starts(with: OldWorkbook.mark) { throw try OldWorkbook.isEncrypted(file) ? .encrypted : .oldFormat }
    if start.isEmpty { throw .damaged("") }
    let text = start.filter { $0 != 0 }.drop { $0 <= 0x20 || $0 >= 0x80 }
    if text.first == UInt8(ascii: "<") { throw .webPage }
    throw start.contains(where: { $0 < 0x09 }) && !start.starts(with: [0xFF, 0xFE]) ? .damaged("") : .text
  }

  /// What an archive is that is no workbook of this kind.
  private static func kind(of zip: ZipReader) throws(WorkbookFailure) -> WorkbookFailure {
    if zip["xl/workbook.bin"] != nil { return .otherFormat(".xlsb") }
    if zip["word/document.xml"] != nil { return .otherFormat(".docx") }
    if zip.entries.keys.contains(where: { $0.hasSuffix(".iwa") }) { return .otherFormat(".numbers") }
    if zip["content.xml"] != nil, zip["mimetype"] != nil { return .otherFormat(".ods") }
    return .otherFormat(".zip")
  }
}

/// Names of workbooks.
package enum WorkbookName {
  /// Whether a name promises a workbook, of this kind or of one that is refused as such.
  package static func isOne(_ name: String) -> Bool {
    [".xlsx", ".xlsm", ".xls", ".et", ".ods", ".xlsb", ".numbers"].contains { name.lowercased().hasSuffix($0) }
  }
}

/// Files of before 2007 (MS-CFB), in which encrypted workbooks stand too.
enum OldWorkbook {
  static let mark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  private static let name = Array("EncryptedPackage".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }

  /// Whether the file holds an encrypted workbook: its directory names one.
  static func isEncrypted(_ file: FileRegions) throws(WorkbookFailure) -> Bool {
    let piece = 1 << 20
    var offset = 0
    while offset < min(file.size, 64 << 20) {
      let bytes = try ZipReader.read(file, piece + name.count, at: offset)
      // Directory entries stand at multiples of 128 bytes.
      for place in stride(from: 0, to: max(0, bytes.count - name.count), by: 128)
      where bytes[place...].starts(with: name) { return true }
      offset += piece
    }
    return false
  }
}

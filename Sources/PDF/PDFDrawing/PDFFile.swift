/// A saved document, with what a program that appends an update to it must know (PDF 32000-1 §7.5.6).
package struct PDFFile: Sendable {
  /// The whole file as libharu writes it, with a classic cross-reference table (PDF 32000-1 §7.5.4).
  package let bytes: [UInt8]
  /// Where each object starts in `bytes`; the index is the object's number, and the entry at 0 is no object.
  package let objectOffsets: [Int]
  /// Object number of the catalog.
  package let root: Int
  /// Object number of the information dictionary.
  package let info: Int
  /// Where the cross-reference table starts.
  package let startXref: Int
  /// First part of the file identifier (§14.4).
  package let fileID: [UInt8]

  init(
    bytes: [UInt8], objectOffsets: [Int], root: Int, info: Int, startXref: Int, fileID: [UInt8]
  ) {
    self.bytes = bytes
    self.objectOffsets = objectOffsets
    self.root = root
    self.info = info
    self.startXref = startXref
    self.fileID = fileID
  }

  /// The trailer's `/Size`: one more than the highest object number.
  package var size: Int { objectOffsets.count }

  /// `12 0 obj … endobj` as it stands in the file.
  package func object(_ number: Int) -> [UInt8] {
    let end = number + 1 < size ? objectOffsets[number + 1] : startXref
    return Array(bytes[objectOffsets[number]..<end].dropLast())  // without the line end
  }
}

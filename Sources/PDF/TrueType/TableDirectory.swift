/// Where the tables of one face lie in the file (ISO/IEC 14496-22 §4.5.1).
struct TableDirectory {
  private var entries: [(table: FontTable, range: Range<Int>)] = []

  /// Reads the directory of a single font or of one face of a collection.
  init(_ source: FontBytes, face: Int) throws(TrueTypeError) {
    var start = 0
    if source.u32(0) == 0x7474_6366 {  // ttcf
      guard let faces = source.size(8), face >= 0, face < faces, face < source.count / 4,
        let offset = source.size(12 + face * 4)
      else { throw .noSuchFace(face) }
      start = offset
    } else if face != 0 {
      throw .noSuchFace(face)
    }
    let version = source.u32(start)
    guard version == 0x0001_0000 || version == 0x7472_7565 else { throw .notTrueType }  // 1.0 or “true”
    for index in 0..<Int(source.u16(start + 4)) {
      let entry = start + 12 + index * 16
      guard let table = FontTable(rawValue: source.u32(entry)) else { continue }
      guard let offset = source.size(entry + 8), let length = source.size(entry + 12),
        offset <= source.count - length
      else { throw .damagedTable(table) }
      entries.append((table, offset..<offset + length))
    }
  }

  /// The table's place in the file, or `nil` when the face has none.
  subscript(table: FontTable) -> Range<Int>? {
    for entry in entries where entry.table == table { return entry.range }
    return nil
  }

  /// The place of a table that must be there and at least `size` bytes long.
  func required(_ table: FontTable, atLeast size: Int) throws(TrueTypeError) -> Range<Int> {
    guard let range = self[table] else { throw .missingTable(table) }
    guard range.count >= size else { throw .damagedTable(table) }
    return range
  }
}

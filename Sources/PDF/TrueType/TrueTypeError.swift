/// Why bytes are no font that can be read.
package enum TrueTypeError: Error, Equatable {
  /// The bytes start like no TrueType font or collection; fonts with CFF outlines are among these.
  case notTrueType
  /// The collection has no face with this index.
  case noSuchFace(Int)
  /// A table without which no text can be drawn is not there.
  case missingTable(FontTable)
  /// A table lies outside the file or is shorter than its own counts say.
  case damagedTable(FontTable)
}

/// The sfnt tables that are read or written; raw values are their tags (ISO/IEC 14496-22 §4.3).
package enum FontTable: UInt32, Sendable {
  case cmap = 0x636D_6170
  case controlValues = 0x6376_7420
  case fontProgram = 0x6670_676D
  case glyf = 0x676C_7966
  case head = 0x6865_6164
  case hhea = 0x6868_6561
  case hmtx = 0x686D_7478
  case loca = 0x6C6F_6361
  case maxp = 0x6D61_7870
  case name = 0x6E61_6D65
  case os2 = 0x4F53_2F32
  case post = 0x706F_7374
  case controlProgram = 0x7072_6570
}

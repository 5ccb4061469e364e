#if canImport(Bytes)
  internal import Bytes
#endif

/// Puts faces together from glyph packs (docs/glyph-packs.md), which come one by one: the base first.
///
/// Bytes that are no pack, that are damaged, that belong to other fonts than those before, or whose turn it is not are
/// refused, and change nothing.
package struct GlyphPackReader: Sendable {
  private var identity: [UInt8] = []
  private var added = 0
  private var packed: [PackedFace] = []
  /// Number of packs of the set; 0 before the first came.
  package private(set) var packCount = 0

  /// No pack yet, and no face.
  package init() {}

  /// Whether every pack of the set has come.
  package var isComplete: Bool { packCount > 0 && added == packCount }

  /// The faces with all glyphs so far, in the order in which they are asked for a character. A chain that was made of
  /// them before a pack came does not have its glyphs.
  package var faces: [any GlyphFace] {
    var faces: [any GlyphFace] = []
    for face in packed { faces.append(face) }
    return faces
  }

  /// Takes the next pack, whose bytes are kept as they are; `false` when it is refused.
  package mutating func add(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > GlyphPackFormat.headSize, bytes.count < 1 << 28 else { return false }
    for (index, byte) in GlyphPackFormat.start.enumerated() where bytes[index] != byte { return false }
    var checksum = FNV1a.hash64(bytes[16...])
    for byte in bytes[8..<16] {
      guard byte == UInt8(truncatingIfNeeded: checksum) else { return false }
      checksum >>= 8
    }
    let identity = [UInt8](bytes[16..<32])
    let (number, count, faceCount) = (Int(bytes[32]), Int(bytes[33]), Int(bytes[34]))
    guard number == added, number < count, faceCount > 0 else { return false }
    if number > 0 {
      guard count == packCount, faceCount == packed.count else { return false }
      for index in 0..<16 where identity[index] != self.identity[index] { return false }
    }
    var pack = PackBytes(bytes, GlyphPackFormat.headSize..<bytes.count)
    var faces: [PackedFace] = []
    for index in 0..<faceCount {
      guard let facts = number == 0 ? FaceFacts(&pack) : packed[index].facts, let glyphs = PackedGlyphs(&pack),
        number > 0 || glyphs.places.first?.scalar == 0
      else { return false }
      let face = PackedFace(facts, (number == 0 ? [] : packed[index].packs) + [glyphs])
      guard face.count <= 0xFFFF else { return false }
      faces.append(face)
    }
    guard pack.isDone else { return false }
    (self.identity, packed, packCount, added) = (identity, faces, count, number + 1)
    return true
  }
}

/// The head of a pack.
enum GlyphPackFormat {
  /// `ZHPACK`, and the format's version in two bytes.
  static let start: [UInt8] = [0x5A, 0x48, 0x50, 0x41, 0x43, 0x4B, 1, 0]
  /// Start, checksum, identity, the pack's number, number of packs and of faces.
  static let headSize = 35
}

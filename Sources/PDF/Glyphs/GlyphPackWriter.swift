#if canImport(Bytes)
  internal import Bytes
#endif

/// Makes packs of faces' glyphs (docs/glyph-packs.md), from which filling gives the same bytes as from the faces.
package struct GlyphPackWriter {
  /// A character with the face that draws it.
  private struct Wanted {
    var scalar: UInt32
    var face: Int
    var glyph: UInt16
  }

  private let faces: [any GlyphFace]
  private var facts: [[UInt8]] = []
  /// Of each pack, and of each face in it.
  private var streams: [[GlyphStreams]] = []

  /// One pack for each of at most 255 tiers of characters; a character of several tiers is in the first of them.
  ///
  /// What no face has is left out, and what one draws whose outlines cannot be made coarse. None at all is made when
  /// the first face is such a one.
  ///
  /// - Parameter faces: in the order in which they are asked for a character.
  package static func packs(of faces: [any GlyphFace], tiers: [[UInt32]]) -> [[UInt8]] {
    precondition(tiers.count < 256, "the number of packs is a byte")
    let writer = GlyphPackWriter(faces, tiers)
    guard !writer.facts.isEmpty else { return [] }
    let identity = writer.identity
    return writer.streams.indices.map { writer.pack($0, identity: identity) }
  }

  private init(_ all: [any GlyphFace], _ tiers: [[UInt32]]) {
    var coarse: [any GlyphFace] = []
    for face in all {
      guard let facts = Self.facts(of: face), face.coarseGlyph(0) != nil else { break }
      self.facts.append(facts)
      coarse.append(face)
    }
    let (wanted, used) = Self.wanted(tiers, of: all, upTo: coarse.count)
    faces = [any GlyphFace](coarse.prefix(used))
    facts = [[UInt8]](facts.prefix(used))
    for (number, tier) in wanted.enumerated() {
      var pack = Array(repeating: GlyphStreams(), count: faces.count)
      for (index, face) in faces.enumerated() where number == 0 {
        if let undefined = face.coarseGlyph(0) { pack[index].append(0, undefined) }
      }
      for character in tier {
        guard let glyph = faces[character.face].coarseGlyph(character.glyph) else { continue }
        pack[character.face].append(character.scalar, glyph)
      }
      streams.append(pack)
    }
  }

  /// The characters of each tier, ascending and each once, that the first `count` of the faces draw; and how many faces
  /// that takes.
  private static func wanted(_ tiers: [[UInt32]], of faces: [any GlyphFace], upTo count: Int) -> ([[Wanted]], Int) {
    var seen: Set<UInt32> = [0, 10]
    var used = min(count, 1)
    let wanted = tiers.map { tier in
      tier.sorted().compactMap { scalar -> Wanted? in
        guard seen.insert(scalar).inserted else { return nil }
        guard let face = faces.firstIndex(where: { $0.glyph(for: scalar) != 0 }), face < count else { return nil }
        used = max(used, face + 1)
        return Wanted(scalar: scalar, face: face, glyph: faces[face].glyph(for: scalar))
      }
    }
    return (wanted, used)
  }

  private static func facts(of face: any GlyphFace) -> [UInt8]? {
    guard let tables = face.coarseTables() else { return nil }
    var facts: [UInt8] = []
    facts.append(number: UInt32(face.postScriptName.count))
    facts += face.postScriptName
    facts.append(number: UInt32(face.glyphCount))
    let metrics = face.metrics
    for measure in [
      metrics.ascent, metrics.descent, metrics.capHeight, metrics.italicAngle, metrics.stemV, metrics.xMin,
      metrics.yMin, metrics.xMax, metrics.yMax,
    ] { facts.append(number: UInt32(bitPattern: measure << 1 ^ measure >> 31)) }
    facts += tables.head + tables.hhea
    facts.append(number: UInt32(tables.maxp.count))
    return facts + tables.maxp + face.codeLengths()
  }

  /// The same for all packs of one set, another when anything of any of them is.
  private var identity: [UInt8] {
    var state: [UInt8] = GlyphPackFormat.start
    for facts in facts { state += facts }
    for pack in streams { for face in pack { state += face.checksums } }
    return [UInt8](SHA256.digest(of: state).prefix(16))
  }

  private func pack(_ number: Int, identity: [UInt8]) -> [UInt8] {
    var body = identity + [UInt8(number), UInt8(streams.count), UInt8(faces.count)]
    for (index, face) in streams[number].enumerated() {
      if number == 0 { body += facts[index] }
      body += face.bytes
    }
    let checksum = FNV1a.hash64(body)
    return GlyphPackFormat.start + (0..<8).map { UInt8(truncatingIfNeeded: checksum >> ($0 * 8)) } + body
  }
}

/// Glyphs of one face in one pack, as they are written.
private struct GlyphStreams {
  private var count: UInt32 = 0
  private var last: UInt32 = 0
  /// Scalars, advances, contours, ends, flags, xs, ys.
  private var streams: [[UInt8]] = Array(repeating: [], count: 7)
  /// What tells the glyphs from others.
  private(set) var checksums: [UInt8] = [0xFF]

  /// Adds a glyph, whose character comes behind those before.
  mutating func append(_ scalar: UInt32, _ glyph: CoarseGlyph) {
    for shift in [0, 8, 16] as [UInt32] { checksums.append(UInt8(truncatingIfNeeded: scalar >> shift)) }
    checksums.append(number: glyph.measures.size)
    for shift in [0, 8, 16, 24] as [UInt32] {
      checksums.append(UInt8(truncatingIfNeeded: glyph.measures.checksum >> shift))
    }
    checksums.append(number: UInt32(glyph.advance))
    count += 1
    streams[0].append(number: scalar - last)
    last = scalar
    streams[1].append(number: UInt32(glyph.advance))
    split(glyph.bytes)
  }

  /// Cuts an entry of `glyf` up.
  private mutating func split(_ outline: [UInt8]) {
    func word(_ offset: Int) -> Int { Int(outline[offset]) << 8 | Int(outline[offset + 1]) }
    let contours = outline.isEmpty ? 0 : word(0)
    streams[2].append(number: UInt32(contours))
    guard contours > 0 else { return }
    var points = 0
    for contour in 0..<contours {
      let end = word(10 + contour * 2) + 1
      streams[3].append(number: UInt32(end - points))
      points = end
    }
    var offset = 12 + contours * 2
    var (xs, ys) = (0, 0)
    while points > 0 {
      let flag = outline[offset]
      let times = flag & 0x08 != 0 ? Int(outline[offset + 1]) + 1 : 1
      let size = flag & 0x08 != 0 ? 2 : 1
      streams[4] += outline[offset..<offset + size]
      offset += size
      points -= times
      xs += times * PackedGlyphs.size(flag, short: 0x02, same: 0x10)
      ys += times * PackedGlyphs.size(flag, short: 0x04, same: 0x20)
    }
    streams[5] += outline[offset..<offset + xs]
    streams[6] += outline[offset + xs..<offset + xs + ys]
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(number: count)
    for stream in streams {
      bytes.append(number: UInt32(stream.count))
      bytes += stream
    }
    return bytes
  }
}

extension [UInt8] {
  /// Seven bits a byte, lowest first; the top bit says that more follow.
  fileprivate mutating func append(number: UInt32) {
    var rest = number
    while rest > 0x7F {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }
}

import Foundation
import TrueType

/// The fonts that forms are drawn with.
enum TestFonts {
  static let wenkai = Result { try font("lxgw-wenkai/LXGWWenKai-Regular.ttf") }
  static let hanaA = Result { try font("hanazono/HanaMinA.ttf") }

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: "/usr/share/fonts/truetype/\(name)")))
  }

  private static func font(_ name: String) throws -> TrueTypeFont { try TrueTypeFont(bytes(name)) }
}

/// A font written byte by byte: 1,000 units an em, glyph `n` is `500 + n` wide.
struct SmallFont {
  /// Outlines by glyph id.
  var glyphs: [[UInt8]] = [SmallFont.dot(0)]
  /// Character and glyph, ascending.
  var characters: [(scalar: UInt32, glyph: Int)] = []
  /// 12 or 4.
  var mapFormat = 12
  var left: [String] = []

  /// An outline of one point, which tells glyphs apart by its place.
  static func dot(_ x: UInt8) -> [UInt8] {
    [0, 1] + [0, x, 0, 0, 0, x, 0, 0] + [0, 0] + [0, 0] + [0x33, x, 0]
  }

  /// A composite of other glyphs, each with a scale.
  static func composite(of parts: [UInt16]) -> [UInt8] {
    var outline: [UInt8] = [0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0]
    for (index, part) in parts.enumerated() {
      let flags = 0x0003 | 0x0008 | (index + 1 < parts.count ? 0x0020 : 0)
      outline += big16(flags) + big16(Int(part)) + [0, 1, 0, 2] + [0x40, 0]
    }
    return outline
  }

  /// The file, without the tables named in `left`.
  var bytes: [UInt8] {
    var glyf: [UInt8] = []
    var loca: [UInt8] = Self.big32(0)
    for glyph in glyphs {
      glyf += glyph
      loca += Self.big32(glyf.count)
    }
    var head = [UInt8](repeating: 0, count: 54)
    head.replaceSubrange(18..<20, with: Self.big16(1000))
    head[51] = 1
    var hhea = [UInt8](repeating: 0, count: 36)
    hhea.replaceSubrange(4..<8, with: Self.big16(800) + Self.big16(-200))
    hhea.replaceSubrange(34..<36, with: Self.big16(glyphs.count))
    let name: [UInt8] = [0, 0, 0, 1, 0, 18, 0, 3, 0, 1, 4, 9, 0, 6, 0, 10, 0, 0] + Array("\0T\0i\0n\0y\0/".utf8)
    let tables: [(String, [UInt8])] = [
      ("cmap", mapFormat == 12 ? groups : segments), ("glyf", glyf), ("head", head), ("hhea", hhea),
      ("hmtx", glyphs.indices.flatMap { Self.big16(500 + $0) + [0, 0] }), ("loca", loca),
      ("maxp", [0, 1, 0, 0] + Self.big16(glyphs.count)), ("name", name),
    ].filter { !left.contains($0.0) }
    var file: [UInt8] = [0, 1, 0, 0] + Self.big16(tables.count) + [0, 0, 0, 0, 0, 0]
    var offset = 12 + tables.count * 16
    for (tag, table) in tables {
      file += Array(tag.utf8) + [0, 0, 0, 0] + Self.big32(offset) + Self.big32(table.count)
      offset += table.count
    }
    return tables.reduce(into: file) { $0 += $1.1 }
  }

  private var groups: [UInt8] {
    [0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12] + [0, 12, 0, 0] + Self.big32(16 + characters.count * 12)
      + [0, 0, 0, 0] + Self.big32(characters.count)
      + characters.flatMap { Self.big32(Int($0.scalar)) + Self.big32(Int($0.scalar)) + Self.big32($0.glyph) }
  }

  /// Every other segment finds its glyph through `idRangeOffset`.
  private var segments: [UInt8] {
    let all = characters + [(0xFFFF, 0)]
    let count = all.count
    let start: [UInt8] = [0, 4] + Self.big16(0) + [0, 0] + Self.big16(count * 2) + [0, 0, 0, 0, 0, 0]
    let codes = all.flatMap { Self.big16(Int($0.scalar)) }
    let deltas = all.enumerated().flatMap { $0 % 2 == 0 ? Self.big16($1.glyph - Int($1.scalar)) : [0, 0] }
    let ranges = all.indices.flatMap { $0 % 2 == 0 ? [0, 0] : Self.big16((count - $0) * 2 + $0 * 2) }
    return [0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12] + start + codes + [0, 0] + codes + deltas + ranges
      + all.flatMap { Self.big16($0.glyph) }
  }

  static func big16(_ number: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: number >> 8), UInt8(truncatingIfNeeded: number)]
  }

  static func big32(_ number: Int) -> [UInt8] { big16(number >> 16) + big16(number) }
}

/// What a TrueType program holds, read without the room under test.
struct Program {
  let bytes: [UInt8]

  func word(_ offset: Int) -> Int { Int(bytes[offset]) << 8 | Int(bytes[offset + 1]) }
  func long(_ offset: Int) -> Int { word(offset) << 16 | word(offset + 2) }

  var tags: [String] {
    (0..<word(4)).map { String(decoding: bytes[12 + $0 * 16..<16 + $0 * 16], as: UTF8.self) }
  }

  func table(_ tag: String) -> Range<Int>? {
    tags.firstIndex(of: tag).map { index in
      let start = long(12 + index * 16 + 8)
      return start..<start + long(12 + index * 16 + 12)
    }
  }

  func declaredChecksum(_ tag: String) -> UInt32? {
    tags.firstIndex(of: tag).map { UInt32(long(12 + $0 * 16 + 4)) }
  }

  /// Sum of big-endian words; bytes beyond the end count as zero.
  func checksum(_ range: Range<Int>, ignoring hole: Range<Int> = 0..<0) -> UInt32 {
    var sum: UInt32 = 0
    for offset in range where !hole.contains(offset) {
      sum &+= UInt32(bytes[offset]) << UInt32(24 - (offset - range.lowerBound) % 4 * 8)
    }
    return sum
  }

  /// Tables whose checksum or place is wrong, and `whole` when the program's own sum is.
  var wrongChecksums: [String] {
    let whole = checksum(0..<bytes.count) == 0xB1B0_AFBA ? [] : ["whole"]
    return whole
      + tags.filter { tag in
        guard let range = table(tag) else { return true }
        let hole = tag == "head" ? range.lowerBound + 8..<range.lowerBound + 12 : 0..<0
        return declaredChecksum(tag) != checksum(range, ignoring: hole) || range.lowerBound % 4 != 0
      }
  }

  func outline(_ glyph: Int) throws -> [UInt8] {
    guard let glyf = table("glyf"), let loca = table("loca"), let head = table("head") else { return [] }
    func location(_ glyph: Int) -> Int {
      word(head.lowerBound + 50) == 1 ? long(loca.lowerBound + glyph * 4) : word(loca.lowerBound + glyph * 2) * 2
    }
    let (start, end) = (location(glyph), location(glyph + 1))
    return Array(bytes[glyf.lowerBound + start..<glyf.lowerBound + end])
  }
}

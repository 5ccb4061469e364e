/// The `cmap` subtable that maps Unicode to glyphs, looked up in the font's own bytes (ISO/IEC 14496-22 §5.2.1).
struct CharacterMap: Sendable {
  private enum Format: Sendable {
    /// Format 12: all planes; sorted groups of twelve bytes.
    case groups(start: Int, count: Int)
    /// Format 4: the Basic Multilingual Plane; four parallel arrays, the first of which starts at `ends`.
    case segments(ends: Int, count: Int)
  }

  private let format: Format

  /// Chooses the subtable with the most characters; `nil` when there is no Unicode one in format 4 or 12.
  init?(_ source: FontBytes, table: Range<Int>) {
    var segments: Format?
    for index in 0..<Int(source.u16(table.lowerBound + 2)) {
      let record = table.lowerBound + 4 + index * 8
      let platform = source.u16(record)
      let encoding = source.u16(record + 2)
      guard platform == 0 || (platform == 3 && (encoding == 1 || encoding == 10)) else { continue }
      guard let offset = source.size(record + 4), offset < table.count else { continue }
      let start = table.lowerBound + offset
      switch source.u16(start) {
      case 12:
        guard let count = source.size(start + 12) else { continue }
        format = .groups(start: start + 16, count: Swift.min(count, (source.count - start) / 12))
        return
      case 4:
        segments = .segments(ends: start + 14, count: Int(source.u16(start + 6)) / 2)
      default: continue
      }
    }
    guard let segments else { return nil }
    format = segments
  }

  /// The glyph of a character, 0 when the map has none. It may be a glyph that the font does not have.
  func glyph(for scalar: UInt32, in source: FontBytes) -> UInt32 {
    switch format {
    case .groups(let start, let count):
      let group = start + 12 * Self.firstIndex(below: count) { source.u32(start + $0 * 12 + 4) >= scalar }
      let first = source.u32(group)
      guard group < start + count * 12, scalar >= first else { return 0 }
      return source.u32(group + 8) &+ (scalar - first)
    case .segments(let ends, let count):
      guard scalar < 0xFFFF else { return 0 }
      let code = UInt16(scalar)
      let segment = ends + 2 * Self.firstIndex(below: count) { source.u16(ends + $0 * 2) >= code }
      let first = source.u16(segment + count * 2 + 2)
      guard segment < ends + count * 2, code >= first else { return 0 }
      let delta = source.u16(segment + count * 4 + 2)
      let rangeOffset = Int(source.u16(segment + count * 6 + 2))
      guard rangeOffset != 0 else { return UInt32(code &+ delta) }
      let glyph = source.u16(segment + count * 6 + 2 + rangeOffset + 2 * Int(code - first))
      return glyph == 0 ? 0 : UInt32(glyph &+ delta)
    }
  }

  /// The first index of a sorted table for which `isFound` holds; `count` when it holds for none.
  private static func firstIndex(below count: Int, where isFound: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isFound(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

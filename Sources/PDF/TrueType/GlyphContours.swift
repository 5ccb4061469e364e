/// The contours of a glyph, a composite glyph's parts put together (ISO/IEC 14496-22 §5.3.3).
struct GlyphContours {
  /// A point of a contour, font units.
  typealias Point = (point: OutlinePoint, isOnCurve: Bool)

  private(set) var points: [Point] = []
  /// Behind the last point of each contour.
  private(set) var ends: [Int] = []
  /// Whether contours may overlap.
  private(set) var mayOverlap = false
  /// Parts that were read, which a damaged font may name again and again.
  private var partCount = 0

  private static let deepest = 8
  private static let mostParts = 256

  /// `nil` for damaged bytes, and for a composite glyph that goes beyond what a font may have.
  init?(_ glyph: UInt16, of font: TrueTypeFont) {
    guard add(glyph, of: font, depth: 0) else { return nil }
    if partCount > 1 {
      for (point, _) in points where !(abs(point.x) < 32768 && abs(point.y) < 32768) { return nil }
      guard points.count <= 0xFFFF, ends.count <= 0x7FFF else { return nil }
    }
  }

  private mutating func add(_ glyph: UInt16, of font: TrueTypeFont, depth: Int) -> Bool {
    partCount += 1
    guard depth <= Self.deepest, partCount <= Self.mostParts, let range = try? font.outline(of: glyph) else {
      return false
    }
    if range.isEmpty { return true }
    var reader = OutlineReader(font.source[range])
    guard let contours = reader.i16(), reader.skip(8) else { return false }
    return contours < 0 ? addParts(&reader, of: font, depth: depth + 1) : addContours(Int(contours), &reader)
  }

  private mutating func addContours(_ contours: Int, _ reader: inout OutlineReader) -> Bool {
    let start = points.count
    var last = -1
    for _ in 0..<contours {
      guard let end = reader.u16(), Int(end) > last else { return false }
      last = Int(end)
      ends.append(start + last + 1)
    }
    guard let instructions = reader.u16(), reader.skip(Int(instructions)), let flags = reader.flags(last + 1),
      let xs = reader.coordinates(flags, short: 0x02, same: 0x10),
      let ys = reader.coordinates(flags, short: 0x04, same: 0x20)
    else { return false }
    points.reserveCapacity(start + flags.count)
    for index in flags.indices {
      points.append((OutlinePoint(x: Float(xs[index]), y: Float(ys[index])), flags[index] & 1 != 0))
    }
    if let first = flags.first, first & 0x40 != 0 { mayOverlap = true }
    return true
  }

  private mutating func addParts(_ reader: inout OutlineReader, of font: TrueTypeFont, depth: Int) -> Bool {
    let whole = points.count
    while true {
      guard let flags = reader.u16(), let glyph = reader.u16(),
        let place = reader.place(flags), let matrix = reader.matrix(flags)
      else { return false }
      let start = points.count
      guard add(glyph, of: font, depth: depth) else { return false }
      for index in start..<points.count { points[index].point = matrix * points[index].point }
      var offset = OutlinePoint(x: Float(place.first), y: Float(place.second))
      if flags & 0x0002 == 0 {  // numbers of two points that meet, of the glyph so far and of the part
        let (one, other) = (whole + Int(place.first), start + Int(place.second))
        guard one >= whole, one < start, other >= start, other < points.count else { return false }
        offset = points[one].point - points[other].point
      } else if flags & 0x1800 == 0x0800 {  // the offset is scaled too
        offset = OutlinePoint(x: offset.x * matrix.scale.x, y: offset.y * matrix.scale.y)
      }
      for index in start..<points.count { points[index].point = points[index].point + offset }
      if flags & 0x0400 != 0 { mayOverlap = true }
      if flags & 0x0020 == 0 { return true }
    }
  }
}

/// How a part of a composite glyph is scaled and turned.
struct PartMatrix {
  /// Where (1, 0) and (0, 1) come to lie.
  var right = OutlinePoint(x: 1, y: 0)
  var up = OutlinePoint(x: 0, y: 1)

  /// Lengths by which offsets are scaled.
  var scale: OutlinePoint {
    OutlinePoint(x: OutlinePoint(x: right.x, y: up.x).length, y: OutlinePoint(x: right.y, y: up.y).length)
  }

  static func * (matrix: PartMatrix, point: OutlinePoint) -> OutlinePoint {
    matrix.right * point.x + matrix.up * point.y
  }
}

extension OutlineReader {
  /// A part's two arguments: an offset, or numbers of points.
  fileprivate mutating func place(_ flags: UInt16) -> (first: Int32, second: Int32)? {
    let areOffsets = flags & 0x0002 != 0
    func signed(_ number: UInt16) -> Int32 { areOffsets ? Int32(Int16(bitPattern: number)) : Int32(number) }
    if flags & 0x0001 != 0 {
      guard let first = u16(), let second = u16() else { return nil }
      return (signed(first), signed(second))
    }
    guard let first = u8(), let second = u8() else { return nil }
    return areOffsets
      ? (Int32(Int8(bitPattern: first)), Int32(Int8(bitPattern: second))) : (Int32(first), Int32(second))
  }

  fileprivate mutating func matrix(_ flags: UInt16) -> PartMatrix? {
    var matrix = PartMatrix()
    if flags & 0x0008 != 0 {
      guard let both = fraction() else { return nil }
      (matrix.right.x, matrix.up.y) = (both, both)
    } else if flags & 0x0040 != 0 {
      guard let x = fraction(), let y = fraction() else { return nil }
      (matrix.right.x, matrix.up.y) = (x, y)
    } else if flags & 0x0080 != 0 {
      guard let xx = fraction(), let xy = fraction(), let yx = fraction(), let yy = fraction() else { return nil }
      matrix = PartMatrix(right: OutlinePoint(x: xx, y: xy), up: OutlinePoint(x: yx, y: yy))
    }
    return matrix
  }

  /// A number with 14 binary digits behind the point (F2DOT14).
  private mutating func fraction() -> Float? { i16().map { Float($0) / 16384 } }
}

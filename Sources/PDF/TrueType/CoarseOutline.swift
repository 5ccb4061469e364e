/// A simple glyph (ISO/IEC 14496-22 §5.3.3.1) with fewer points, on a grid twice as coarse, without instructions: about
/// a fifth smaller when it is deflated. Where the em has 1,000 units an edge moves by ``tolerance`` and one unit each way
/// for the grid, rarely more: 3.5 was the most in 66,000 glyphs of the forms' fonts, 0.015 mm at 12 points.
struct CoarseOutline {
  private(set) var bytes: [UInt8] = []
  /// Left edge of the outline, new units.
  private(set) var xMin: Int32 = 0

  /// No ink.
  init() {}

  /// How far a curve may go from those it stands for: parts of 1,000 of an em.
  static let tolerance: Float = 1.5

  /// The contours coarsened; `em` has so many units.
  init(_ contours: GlyphContours, em: UInt16) {
    var points = CoarsePoints()
    var first = 0
    for end in contours.ends {
      points.add(
        OutlineCurve.contour(contours.points[first..<end]), tolerance: Float(em) * Self.tolerance / 1000)
      first = end
    }
    if points.ends.isEmpty { return }
    if contours.mayOverlap { points.flags[0] |= 0x40 }
    write(points.ends, points.flags, points.xs, points.ys)
  }

  private mutating func write(_ ends: [UInt16], _ flags: [UInt8], _ xs: [Int32], _ ys: [Int32]) {
    xMin = xs.min() ?? 0
    for number in [Int32(ends.count), xMin, ys.min() ?? 0, xs.max() ?? 0, ys.max() ?? 0] { append(number) }
    for end in ends { append(Int32(end)) }
    append(0)
    var packed: [(flag: UInt8, x: Int32, y: Int32)] = []
    var last: (x: Int32, y: Int32) = (0, 0)
    for index in flags.indices {
      let (x, y) = (xs[index] - last.x, ys[index] - last.y)
      last = (xs[index], ys[index])
      let flag = flags[index] | Self.flag(x, short: 0x02, same: 0x10) | Self.flag(y, short: 0x04, same: 0x20)
      packed.append((flag, x, y))
    }
    appendFlags(packed.map { $0.flag })
    for point in packed { append(point.x, isShort: point.flag & 0x02 != 0) }
    for point in packed { append(point.y, isShort: point.flag & 0x04 != 0) }
  }

  /// How a step is written: nothing for 0, one byte and its sign up to 255, else two bytes.
  private static func flag(_ step: Int32, short: UInt8, same: UInt8) -> UInt8 {
    if step == 0 { return same }
    if step.magnitude <= 255 { return step > 0 ? short | same : short }
    return 0
  }

  private mutating func appendFlags(_ flags: [UInt8]) {
    var index = 0
    while index < flags.count {
      var end = index + 1
      while end < flags.count, flags[end] == flags[index], end - index < 256 { end += 1 }
      if end - index > 2 {  // bit 3: the next byte says how many more
        bytes.append(flags[index] | 0x08)
        bytes.append(UInt8(end - index - 1))
      } else {
        for flag in flags[index..<end] { bytes.append(flag) }
      }
      index = end
    }
  }

  private mutating func append(_ step: Int32, isShort: Bool) {
    if isShort {
      bytes.append(UInt8(step.magnitude))
    } else if step != 0 {
      append(step)
    }
  }

  private mutating func append(_ number: Int32) {
    bytes.append(UInt8(truncatingIfNeeded: number >> 8))
    bytes.append(UInt8(truncatingIfNeeded: number))
  }
}

/// The points of a glyph's contours on the coarser grid.
private struct CoarsePoints {
  var ends: [UInt16] = []
  /// Bit 0: on the curve.
  var flags: [UInt8] = []
  var xs: [Int32] = []
  var ys: [Int32] = []

  /// Adds a contour; one that shrinks to less than a line draws nothing and is left out.
  mutating func add(_ contour: [OutlineCurve], tolerance: Float) {
    let first = flags.count
    for (point, isOnCurve) in CurveFitting(contour, tolerance: tolerance).points() {
      let (x, y) = (Self.half(point.x), Self.half(point.y))
      // A control at the place of another point still has a part in the curve.
      if isOnCurve, flags.count > first, flags.last == 1, xs.last == x, ys.last == y { continue }
      flags.append(isOnCurve ? 1 : 0)
      xs.append(x)
      ys.append(y)
    }
    if flags.count < first + 2 {
      flags.removeSubrange(first...)
      xs.removeSubrange(first...)
      ys.removeSubrange(first...)
    } else {
      ends.append(UInt16(truncatingIfNeeded: flags.count - 1))
    }
  }

  private static func half(_ number: Float) -> Int32 { Int32((number / 2).rounded(.toNearestOrAwayFromZero)) }
}

extension OutlineCurve {
  /// The curves of a closed contour, with the points that stand in the middle of two controls; those of no length are
  /// left out.
  fileprivate static func contour(_ points: ArraySlice<GlyphContours.Point>) -> [OutlineCurve] {
    guard let last = points.last, let earliest = points.first else { return [] }
    // Starts on the curve.
    let first = points.firstIndex { $0.isOnCurve }
    var start = first.map { points[$0].point } ?? (last.point + earliest.point) * 0.5
    let origin = start
    var control: OutlinePoint?
    var curves: [OutlineCurve] = []
    func append(to end: OutlinePoint) {
      if start != end || control.map({ $0 != start }) ?? false {
        curves.append(OutlineCurve(start: start, control: control, end: end))
      }
      start = end
      control = nil
    }
    let begin = first.map { $0 + 1 } ?? points.startIndex
    for (point, isOnCurve) in points[begin...] + points[..<(begin - (first == nil ? 0 : 1))] {
      if isOnCurve {
        append(to: point)
      } else {
        if let before = control { append(to: (before + point) * 0.5) }
        control = point
      }
    }
    append(to: origin)
    return curves
  }
}

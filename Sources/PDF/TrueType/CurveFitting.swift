/// A point of an outline, font units.
struct OutlinePoint: Sendable, Equatable {
  var x: Float
  var y: Float

  static func + (left: OutlinePoint, right: OutlinePoint) -> OutlinePoint {
    OutlinePoint(x: left.x + right.x, y: left.y + right.y)
  }

  static func - (left: OutlinePoint, right: OutlinePoint) -> OutlinePoint {
    OutlinePoint(x: left.x - right.x, y: left.y - right.y)
  }

  static func * (left: OutlinePoint, right: Float) -> OutlinePoint {
    OutlinePoint(x: left.x * right, y: left.y * right)
  }

  /// Scalar product.
  static func * (left: OutlinePoint, right: OutlinePoint) -> Float { left.x * right.x + left.y * right.y }

  var length: Float { (self * self).squareRoot() }
}

/// A quadratic Bézier curve; `nil` as control makes it a line.
struct OutlineCurve: Sendable {
  var start: OutlinePoint
  var control: OutlinePoint?
  var end: OutlinePoint

  func point(at t: Float) -> OutlinePoint {
    guard let control else { return start + (end - start) * t }
    return start * ((1 - t) * (1 - t)) + control * (2 * t * (1 - t)) + end * (t * t)
  }

  /// Whether a point is this near to the curve, looked for from `t` on; `limit` is the square of the distance.
  func isNear(_ point: OutlinePoint, from t: Float, within limit: Float) -> Bool {
    guard let control else {
      let side = end - start
      let t = Swift.min(Swift.max(((point - start) * side) / (side * side), 0), 1)
      let difference = point - self.point(at: t)
      return difference * difference <= limit
    }
    var t = t
    for _ in 0..<3 {
      let difference = point - self.point(at: t)
      if difference * difference <= limit { return true }
      let slope = ((control - start) * (1 - t) + (end - control) * t) * 2
      t = Swift.min(Swift.max(t + (difference * slope) / (slope * slope), 0), 1)
    }
    return false
  }
}

/// A contour with fewer points, about a tolerance away from the one it was made of at most: neighbouring curves become
/// one where one can stand for them, and points between two curves are left out where the middle of their controls, which
/// TrueType takes for them, is as good.
struct CurveFitting {
  /// A curve and the points of the contour that it stands for.
  private struct Fitted {
    var curve: OutlineCurve
    var samples: Range<Int>
    /// Whether its first point is written.
    var isStartKept = true
  }

  /// Most curves that become one.
  private static let longestRun = 16

  private let curves: [OutlineCurve]
  private let squaredTolerance: Float
  /// Points on the contour, of each curve so many that they stand close, the last one its end; and the way up to each.
  private var samples: [OutlinePoint] = []
  private var arcLengths: [Float] = []
  /// For each curve the first of its samples, and their number at the end.
  private var firsts: [Int] = [0]

  /// - Parameters:
  ///   - curves: a closed contour.
  ///   - tolerance: font units.
  init(_ curves: [OutlineCurve], tolerance: Float) {
    self.curves = Self.rotated(curves)
    squaredTolerance = tolerance * tolerance
    firsts.reserveCapacity(curves.count + 1)
    samples.reserveCapacity(curves.count * 4)
    arcLengths.reserveCapacity(curves.count * 4)
    var way: Float = 0
    for curve in self.curves {
      // What is drawn between two samples is not looked at, so they stand close.
      let length =
        curve.control.map { ($0 - curve.start).length + (curve.end - $0).length } ?? (curve.end - curve.start).length
      let count = 2 + min(Int(length / (tolerance * 16)), 14)
      var last = curve.start
      for step in 1...count {
        let point = curve.point(at: Float(step) / Float(count))
        way += (point - last).length
        samples.append(point)
        arcLengths.append(way)
        last = point
      }
      firsts.append(samples.count)
    }
  }

  /// The contour from its sharpest corner on, where no curve should go across.
  private static func rotated(_ curves: [OutlineCurve]) -> [OutlineCurve] {
    var sharpest: (index: Int, cosine: Float) = (0, 2)
    for (index, curve) in curves.enumerated() {
      let before = curves[index == 0 ? curves.count - 1 : index - 1]
      let arriving = before.end - (before.control ?? before.start)
      let leaving = (curve.control ?? curve.end) - curve.start
      let cosine = (arriving * leaving) / (arriving.length * leaving.length)
      if cosine < sharpest.cosine { sharpest = (index, cosine) }
    }
    return Array(curves[sharpest.index...] + curves[..<sharpest.index])
  }

  /// The contour's points, and whether each is on the curve.
  func points() -> [(point: OutlinePoint, isOnCurve: Bool)] {
    var points: [(point: OutlinePoint, isOnCurve: Bool)] = []
    for part in withoutMiddles(merged()) {
      if part.isStartKept { points.append((part.curve.start, true)) }
      if let control = part.curve.control { points.append((control, false)) }
    }
    return points
  }

  private func merged() -> [Fitted] {
    var merged: [Fitted] = []
    var index = 0
    while index < curves.count {
      var best = Fitted(curve: curves[index], samples: range(index, index))
      var next = index + 1
      while next < min(curves.count, index + Self.longestRun), let curve = fit(index, next) {
        best = Fitted(curve: curve, samples: range(index, next))
        next += 1
      }
      merged.append(best)
      index = next
    }
    return merged
  }

  private func range(_ first: Int, _ last: Int) -> Range<Int> {
    firsts[first]..<firsts[last + 1]
  }

  /// One curve for those from `first` to `last`.
  private func fit(_ first: Int, _ last: Int) -> OutlineCurve? {
    let range = range(first, last)
    var curve = OutlineCurve(start: curves[first].start, control: nil, end: curves[last].end)
    if keeps(curve, range) { return curve }
    // The control with the least squares of distances, where each sample stands at its part of the way.
    let start = range.lowerBound == 0 ? 0 : arcLengths[range.lowerBound - 1]
    let whole = arcLengths[range.upperBound - 1] - start
    var sum = OutlinePoint(x: 0, y: 0)
    var weights: Float = 0
    for index in range {
      let t = (arcLengths[index] - start) / whole
      let weight = 2 * t * (1 - t)
      let rest = samples[index] - curve.start * ((1 - t) * (1 - t)) - curve.end * (t * t)
      sum = sum + rest * weight
      weights += weight * weight
    }
    curve.control = sum * (1 / weights)
    return keeps(curve, range) && isNear(curve, range) ? curve : nil
  }

  /// Whether all samples are near enough.
  private func keeps(_ curve: OutlineCurve, _ range: Range<Int>) -> Bool {
    let start = range.lowerBound == 0 ? 0 : arcLengths[range.lowerBound - 1]
    let whole = arcLengths[range.upperBound - 1] - start
    // A curve of no length has distances that are no numbers, and keeps nothing.
    for index in range
    where !curve.isNear(samples[index], from: (arcLengths[index] - start) / whole, within: squaredTolerance) {
      return false
    }
    return true
  }

  /// Whether the curve does not go out of its way between the samples: its middle and its quarters are near the line
  /// through them.
  private func isNear(_ curve: OutlineCurve, _ range: Range<Int>) -> Bool {
    for quarter in 1...3 {
      let point = curve.point(at: Float(quarter) / 4)
      var isNear = false
      for index in range where !isNear {
        let before = samples[index == 0 ? samples.count - 1 : index - 1]
        let line = OutlineCurve(start: before, control: nil, end: samples[index])
        isNear = line.isNear(point, from: 0, within: squaredTolerance)
      }
      guard isNear else { return false }
    }
    return true
  }

  private func withoutMiddles(_ parts: [Fitted]) -> [Fitted] {
    var parts = parts
    for index in parts.indices.dropFirst() {
      guard let one = parts[index - 1].curve.control, let other = parts[index].curve.control else { continue }
      var (before, after) = (parts[index - 1], parts[index])
      before.curve.end = (one + other) * 0.5
      after.curve.start = before.curve.end
      let both = before.samples.lowerBound..<after.samples.upperBound
      let joint = samples[after.samples.lowerBound - 1]
      guard keeps(before.curve, before.samples.dropLast()), keeps(after.curve, after.samples),
        before.curve.isNear(joint, from: 1, within: squaredTolerance)
          || after.curve.isNear(joint, from: 0, within: squaredTolerance),
        isNear(before.curve, both), isNear(after.curve, both)
      else { continue }
      after.isStartKept = false
      parts[index - 1] = before
      parts[index] = after
    }
    return parts
  }
}

import Foundation

/// A simple glyph (ISO/IEC 14496-22 §5.3.3.1) as closed lines of short steps, read without the room under test.
struct GlyphShape {
  struct Point {
    var x: Double
    var y: Double
  }

  private(set) var contours: [[Point]] = []
  private(set) var pointCount = 0

  /// - Parameter scale: how many units one of the outline's is.
  init(_ bytes: [UInt8], scale: Double) {
    guard !bytes.isEmpty else { return }
    func word(_ offset: Int) -> Int { Int(bytes[offset]) << 8 | Int(bytes[offset + 1]) }
    let ends = (0..<word(0)).map { word(10 + $0 * 2) }
    pointCount = (ends.last ?? -1) + 1
    var offset = 12 + ends.count * 2 + word(10 + ends.count * 2)
    var flags: [UInt8] = []
    while flags.count < pointCount {
      let flag = bytes[offset]
      offset += 1
      flags.append(flag)
      if flag & 8 != 0 {
        flags += Array(repeating: flag, count: Int(bytes[offset]))
        offset += 1
      }
    }
    func coordinates(short: UInt8, same: UInt8) -> [Double] {
      var last = 0
      return flags.map { flag in
        if flag & short != 0 {
          last += flag & same != 0 ? Int(bytes[offset]) : -Int(bytes[offset])
          offset += 1
        } else if flag & same == 0 {
          last += Int(Int16(truncatingIfNeeded: word(offset)))
          offset += 2
        }
        return Double(last) * scale
      }
    }
    let xs = coordinates(short: 2, same: 16)
    let ys = coordinates(short: 4, same: 32)
    var first = 0
    for end in ends {
      contours.append(Self.line((first...end).map { (Point(x: xs[$0], y: ys[$0]), flags[$0] & 1 != 0) }))
      first = end + 1
    }
  }

  private static func line(_ points: [(Point, Bool)]) -> [Point] {
    func middle(_ one: Point, _ other: Point) -> Point { Point(x: (one.x + other.x) / 2, y: (one.y + other.y) / 2) }
    // With the middles of two controls, which are not written.
    var all: [(Point, Bool)] = []
    for (index, point) in points.enumerated() {
      let before = points[(index + points.count - 1) % points.count]
      if !before.1, !point.1 { all.append((middle(before.0, point.0), true)) }
      all.append(point)
    }
    guard let start = all.firstIndex(where: \.1) else { return [] }
    all = Array(all[start...] + all[...start])
    var line = [all[0].0]
    var index = 1
    while index < all.count {
      if all[index].1 {
        line.append(all[index].0)
        index += 1
        continue
      }
      let (one, control, other) = (all[index - 1].0, all[index].0, all[index + 1].0)
      for step in 1...16 {
        let t = Double(step) / 16
        let (a, b, c) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t)
        line.append(Point(x: a * one.x + b * control.x + c * other.x, y: a * one.y + b * control.y + c * other.y))
      }
      index += 2
    }
    return line
  }

  /// The greatest distance of a point of one line from the other line.
  static func distance(_ points: [Point], from line: [Point]) -> Double {
    points.map { point in
      zip(line, line.dropFirst()).map { start, end in
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let square = dx * dx + dy * dy
        let t = square == 0 ? 0 : min(max(((point.x - start.x) * dx + (point.y - start.y) * dy) / square, 0), 1)
        return hypot(point.x - start.x - t * dx, point.y - start.y - t * dy)
      }.min() ?? .infinity
    }.max() ?? 0
  }
}

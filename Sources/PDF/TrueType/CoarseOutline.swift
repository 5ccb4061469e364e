/// A simple glyph (ISO/IEC 14496-22 §5.3.3.1) on a grid twice as coarse, without instructions: about a tenth smaller
/// when it is deflated, and at most 1/1000 em off where the em had 1,000 units, which is 0.004 mm at 12 points.
struct CoarseOutline {
  private(set) var bytes: [UInt8] = []
  /// Left edge of the outline, new units.
  private(set) var xMin: Int32 = 0

  /// No ink.
  init() {}

  /// `nil` for a composite glyph and for damaged bytes.
  init?(_ outline: FontBytes.Part) {
    var reader = OutlineReader(outline)
    guard let contours = reader.i16(), contours >= 0, reader.skip(8) else { return nil }
    var ends: [UInt16] = []
    for _ in 0..<contours {
      guard let end = reader.u16(), ends.last.map({ $0 < end }) ?? true else { return nil }
      ends.append(end)
    }
    let count = ends.last.map { Int($0) + 1 } ?? 0
    guard let instructions = reader.u16(), reader.skip(Int(instructions)), let flags = reader.flags(count),
      let xs = reader.coordinates(flags, short: 0x02, same: 0x10),
      let ys = reader.coordinates(flags, short: 0x04, same: 0x20)
    else { return nil }
    write(ends, flags, xs.map { Self.half($0) }, ys.map { Self.half($0) })
  }

  /// Half of a number, rounded away from zero.
  static func half(_ number: Int32) -> Int32 { (number + (number < 0 ? -1 : 1)) / 2 }

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
      // Bit 0: on the curve; bit 6: contours may overlap.
      let flag = flags[index] & 0x41 | Self.flag(x, short: 0x02, same: 0x10) | Self.flag(y, short: 0x04, same: 0x20)
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

/// Reads one outline's bytes; `nil` where they end too early.
private struct OutlineReader {
  private let bytes: FontBytes.Part
  private var position: Int

  init(_ bytes: FontBytes.Part) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  mutating func skip(_ count: Int) -> Bool {
    guard bytes.endIndex - position >= count else { return false }
    position += count
    return true
  }

  mutating func u8() -> UInt8? {
    guard skip(1) else { return nil }
    return bytes[position - 1]
  }

  mutating func u16() -> UInt16? {
    guard skip(2) else { return nil }
    return UInt16(bytes[position - 2]) << 8 | UInt16(bytes[position - 1])
  }

  mutating func i16() -> Int16? { u16().map { Int16(bitPattern: $0) } }

  mutating func flags(_ count: Int) -> [UInt8]? {
    var flags: [UInt8] = []
    while flags.count < count {
      guard let flag = u8() else { return nil }
      var times = 1
      if flag & 0x08 != 0 {
        guard let more = u8() else { return nil }
        times += Int(more)
      }
      guard flags.count + times <= count else { return nil }
      for _ in 0..<times { flags.append(flag) }
    }
    return flags
  }

  /// Absolute coordinates, which stay within ±2³⁰ for the 65,536 points that a glyph may have.
  mutating func coordinates(_ flags: [UInt8], short: UInt8, same: UInt8) -> [Int32]? {
    var coordinates: [Int32] = []
    coordinates.reserveCapacity(flags.count)
    var last: Int32 = 0
    for flag in flags {
      if flag & short != 0 {
        guard let step = u8() else { return nil }
        last += flag & same != 0 ? Int32(step) : -Int32(step)
      } else if flag & same == 0 {
        guard let step = i16() else { return nil }
        last += Int32(step)
      }
      coordinates.append(last)
    }
    return coordinates
  }
}

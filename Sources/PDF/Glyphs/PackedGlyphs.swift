/// A face's glyphs of one pack, whose bytes stay as they came.
struct PackedGlyphs: Sendable {
  /// A glyph, and where its parts start in the streams.
  struct Place: Sendable {
    var scalar: UInt32
    /// Font units.
    var advance: UInt16
    var contours: UInt16
    var ends: UInt32
    var flags: UInt32
    var xs: UInt32
    var ys: UInt32
  }

  private let bytes: [UInt8]
  /// Ascending by their scalars.
  private(set) var places: [Place] = []

  /// Reads the number of a face's glyphs from `pack`, and its streams: scalars, advances, contours, ends, flags, xs, ys.
  /// `nil` when one of them is damaged. Every part of every glyph lies within its stream.
  init?(_ pack: inout PackBytes) {
    bytes = pack.bytes
    let count = Int(pack.number(upTo: 0xFFFF))
    var streams: [PackBytes] = []
    for _ in 0..<7 {
      let size = Int(pack.number(upTo: 0xFFF_FFFF))
      streams.append(PackBytes(bytes, pack.part(size)))
    }
    guard !pack.isDamaged, count <= streams[0].rest else { return nil }
    places.reserveCapacity(count)
    var scalar: UInt32 = 0
    for _ in 0..<count {
      let step = streams[0].number(upTo: 0x10FFFF)
      scalar += step
      guard step > 0 || places.isEmpty, scalar <= 0x10FFFF, let place = Self.place(scalar, &streams) else { return nil }
      places.append(place)
    }
    for stream in streams where !stream.isDone { return nil }
  }

  private static func place(_ scalar: UInt32, _ streams: inout [PackBytes]) -> Place? {
    let place = Place(
      scalar: scalar, advance: UInt16(streams[1].number(upTo: 0xFFFF)),
      contours: UInt16(streams[2].number(upTo: 0x7FFF)), ends: UInt32(streams[3].position),
      flags: UInt32(streams[4].position), xs: UInt32(streams[5].position), ys: UInt32(streams[6].position))
    var points = 0
    for _ in 0..<place.contours {
      let more = Int(streams[3].number(upTo: 0xFFFF))
      points += more
      guard more > 0, points <= 0xFFFF else { return nil }
    }
    while points > 0 {
      let flag = streams[4].byte()
      let times = flag & 0x08 != 0 ? Int(streams[4].byte()) + 1 : 1
      points -= times
      guard points >= 0 else { return nil }
      _ = streams[5].part(times * Self.size(flag, short: 0x02, same: 0x10))
      _ = streams[6].part(times * Self.size(flag, short: 0x04, same: 0x20))
    }
    for stream in streams where stream.isDamaged { return nil }
    return place
  }

  /// Bytes of a step (ISO/IEC 14496-22 §5.3.3.1).
  static func size(_ flag: UInt8, short: UInt8, same: UInt8) -> Int {
    flag & short != 0 ? 1 : flag & same != 0 ? 0 : 2
  }

  /// Index of a character's glyph.
  func index(of scalar: UInt32) -> Int? {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].scalar < scalar { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low].scalar == scalar ? low : nil
  }

  /// The glyph as it stands in a program.
  func glyph(_ index: Int) -> CoarseGlyph {
    let place = places[index]
    guard place.contours > 0 else { return CoarseGlyph(outline: [], xMin: 0, advance: place.advance) }
    var ends = PackBytes(bytes, Int(place.ends)..<bytes.count)
    var flags = PackBytes(bytes, Int(place.flags)..<bytes.count)
    var xs = Steps(PackBytes(bytes, Int(place.xs)..<bytes.count))
    var ys = Steps(PackBytes(bytes, Int(place.ys)..<bytes.count))
    var behind: [UInt8] = []
    var points = 0
    for _ in 0..<place.contours {
      points += Int(ends.number(upTo: 0xFFFF))
      Self.append(Int32(points) - 1, to: &behind)
    }
    Self.append(0, to: &behind)  // no instructions
    var left = points
    while left > 0 {
      let flag = flags.byte()
      var times = 1
      behind.append(flag)
      if flag & 0x08 != 0 {
        let more = flags.byte()
        behind.append(more)
        times += Int(more)
      }
      left -= times
      for _ in 0..<times {
        xs.add(flag, short: 0x02, same: 0x10)
        ys.add(flag, short: 0x04, same: 0x20)
      }
    }
    var outline: [UInt8] = []
    for number in [Int32(place.contours), xs.least, ys.least, xs.most, ys.most] { Self.append(number, to: &outline) }
    outline += behind
    outline += xs.taken
    outline += ys.taken
    return CoarseGlyph(outline: outline, xMin: xs.least, advance: place.advance)
  }

  private static func append(_ number: Int32, to bytes: inout [UInt8]) {
    bytes.append(UInt8(truncatingIfNeeded: number >> 8))
    bytes.append(UInt8(truncatingIfNeeded: number))
  }
}

/// The steps from point to point in one direction, and how far they lead.
private struct Steps {
  private var bytes: PackBytes
  private let start: Int
  private var last: Int32 = 0
  private var isFirst = true
  private(set) var least: Int32 = 0
  private(set) var most: Int32 = 0

  init(_ bytes: PackBytes) {
    self.bytes = bytes
    start = bytes.position
  }

  var taken: ArraySlice<UInt8> { bytes.bytes[start..<bytes.position] }

  mutating func add(_ flag: UInt8, short: UInt8, same: UInt8) {
    if flag & short != 0 {
      let step = Int32(bytes.byte())
      last += flag & same != 0 ? step : -step
    } else if flag & same == 0 {
      let high = bytes.byte()
      last += Int32(Int16(bitPattern: UInt16(high) << 8 | UInt16(bytes.byte())))
    }
    if isFirst || last < least { least = last }
    if isFirst || last > most { most = last }
    isFirst = false
  }
}

/// What a byte of a WebAssembly module is for. Guesses are kept apart by it.
enum ByteKind: UInt32 {
  case operation, local, offset, constant, function, label, other, declaration, data, alignment

  static let count = 10

  /// Whether its bytes stand alone; those of the other kinds make numbers in LEB128.
  var standsAlone: Bool { self == .operation || self == .declaration || self == .data }
}

/// How likely the next bit of a module is 1, by what stands before it.
///
/// Seven guesses by what stands before a byte, and an eighth by the place where the same bytes stood before, are mixed for
/// each of its bits by two sets of weights that learn (M. Mahoney, Adaptive Weighing of Context Models for Lossless Data
/// Compression, 2005). Whole numbers of 32 bits that wrap: a native build and a browser compute the same.
final class ByteModel {
  private static let contexts = 7
  private static let lineBits = 16

  /// The bytes that were coded, and what they were for.
  let bytes: UnsafeMutablePointer<UInt8>
  private let history: UnsafeMutablePointer<UInt32>
  /// How many they are.
  private(set) var count = 0

  /// By context and hash, a line of 16 for half a byte: 12 bits of chance, 4 of how often it was seen.
  private let chances: UnsafeMutablePointer<UInt16>
  private let rates: UnsafeMutablePointer<Int32>
  /// By kind, length of what repeats and bits so far; then by kind, operation and place of the bit.
  private let weights: UnsafeMutablePointer<SIMD8<Int32>>
  private let squash: UnsafeMutablePointer<Int32>
  private let stretch: UnsafeMutablePointer<Int32>
  /// What one byte is guessed from.
  private let hashes: UnsafeMutablePointer<UInt32>
  private let slots: UnsafeMutablePointer<UnsafeMutablePointer<UInt16>>
  /// Where the same five bytes stood last, by their hash.
  private let places: UnsafeMutablePointer<Int32>
  private let last: UnsafeMutablePointer<UInt32>
  private let lastBefore: UnsafeMutablePointer<UInt32>

  private var match = 0
  private var length = 0
  private var kind = ByteKind.data
  private var place: UInt32 = 0
  private var operations: UInt32 = 0
  private var operationsBefore: UInt32 = 0
  private var local: UInt32 = 0
  private var localBefore: UInt32 = 0
  private var localBeforeThat: UInt32 = 0
  private var greatestLocal: UInt32 = 0
  private var lastBytes: UInt32 = 0

  private let codes: ByteCodes

  /// - Parameter limit: bytes that are coded at most.
  init(_ codes: ByteCodes, limit: Int) {
    self.codes = codes
    bytes = Self.room(limit, 0)
    history = Self.room(limit, 0)
    chances = Self.room(Self.contexts << (Self.lineBits + 4), 0x8000)
    rates = Self.room(16, 0)
    weights = .allocate(capacity: ByteKind.count << 12)
    weights.initialize(repeating: SIMD8(repeating: 16384), count: ByteKind.count << 12)
    squash = Self.room(4096, 1)
    stretch = Self.room(4096, 2047)
    hashes = Self.room(Self.contexts, 0)
    slots = .allocate(capacity: Self.contexts)
    slots.initialize(repeating: chances, count: Self.contexts)
    places = Self.room(1 << 16, 0)
    last = Self.room(ByteKind.count, 0)
    lastBefore = Self.room(ByteKind.count, 0)
    for count in 0..<16 { rates[count] = Int32(truncatingIfNeeded: 655_360 / (10 * count + 13)) }
    // The logistic function at steps of 128, between which it is a line, and its inverse.
    let curve: [Int32] = [
      1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348, 3607, 3785, 3901,
      3975, 4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094, 4094,
    ]
    var next = 0
    for position in 1..<4096 {
      let rest = Int32(truncatingIfNeeded: position & 127)
      squash[position] = (curve[position >> 7] &* (128 &- rest) &+ curve[position >> 7 + 1] &* rest &+ 64) >> 7
      while next <= squash[position] {
        stretch[next] = Int32(truncatingIfNeeded: position &- 2048)
        next += 1
      }
    }
  }

  deinit {
    bytes.deallocate()
    history.deallocate()
    chances.deallocate()
    rates.deallocate()
    weights.deallocate()
    squash.deallocate()
    stretch.deallocate()
    hashes.deallocate()
    slots.deallocate()
    places.deallocate()
    last.deallocate()
    lastBefore.deallocate()
  }

  private static func room<Number: FixedWidthInteger>(_ count: Int, _ value: Number) -> UnsafeMutablePointer<Number> {
    let room = UnsafeMutablePointer<Number>.allocate(capacity: count)
    room.initialize(repeating: value, count: count)
    return room
  }

  /// Codes the next byte, which is of this kind; there is room for it.
  func code<Bits: ModuleBits>(_ kind: ByteKind, _ bits: inout Bits) -> UInt8 {
    place = kind == self.kind && !kind.standsAlone ? place &+ 1 : 0
    self.kind = kind
    hashContexts()
    let codes = self.codes.codes + Int(kind.rawValue) << 8
    let children = self.codes.children + Int(kind.rawValue) << 9
    bits.begin(codes, kind)
    let repeats = length > 0 && history[match] >> 8 == kind.rawValue
    if !repeats { length = 0 }
    let expected = repeats ? codes[Int(history[match] & 0xFF)] : 0
    let expectedBits = 31 &- expected.leadingZeroBitCount
    let strength = Int32(truncatingIfNeeded: min(length, 30) &* 50 &+ 150)
    let group = length > 31 ? 7 : length > 15 ? 6 : length > 7 ? 5 : length > 4 ? 4 : length > 0 ? 1 : 0
    let weights = weights + (Int(kind.rawValue) << 3 | group) << 8
    let three = operations ^ operations >> 5 ^ operations >> 10
    let otherWeights = self.weights + (ByteKind.count << 11 + Int(kind.rawValue) << 11 + Int(three & 0xFF) << 3)
    var path: UInt32 = 1
    var depth = 0
    var node = 0
    var line = 1
    while node < 0x100 {
      if depth & 3 == 0 {
        findLines(path)
        line = 1
      }
      let left = UInt32(truncatingIfNeeded: expectedBits &- depth)
      let goes = depth < expectedBits && expected >> left == path
      let repeated = !goes ? 0 : expected >> (left &- 1) & 1 == 1 ? strength : 0 &- strength
      let bit = code(line, repeated, weights + node, otherWeights + min(depth, 7), &bits)
      node = Int(children[node << 1 | bit])
      path = path << 1 | UInt32(truncatingIfNeeded: bit)
      line = line << 1 | bit
      depth &+= 1
    }
    let byte = UInt8(truncatingIfNeeded: node)
    if repeats, history[match] & 0xFF == byte {
      length &+= 1
      match &+= 1
    } else {
      length = 0
    }
    remember(byte)
    return byte
  }

  /// Codes a bit, by the slots at `line` of the contexts' lines, what repeats, and two sets of weights.
  @inline(__always)
  private func code<Bits: ModuleBits>(
    _ line: Int, _ repeated: Int32, _ weights: UnsafeMutablePointer<SIMD8<Int32>>,
    _ otherWeights: UnsafeMutablePointer<SIMD8<Int32>>, _ bits: inout Bits
  ) -> Int {
    let slots = slots
    let stretch = stretch
    func guess(_ context: Int) -> Int32 { stretch[Int(slots[context][line] >> 4)] }
    let guesses = SIMD8(guess(0), guess(1), guess(2), guess(3), guess(4), guess(5), guess(6), repeated)
    let sum = Self.mixed(guesses, weights.pointee)
    let otherSum = Self.mixed(guesses, otherWeights.pointee)
    let bit = bits.bit(chance: UInt32(truncatingIfNeeded: squash[Int((sum &+ otherSum) >> 1) &+ 2048]))
    let goal = Int32(truncatingIfNeeded: bit << 12)
    weights.pointee &+= Self.step(guesses, goal &- squash[Int(sum) &+ 2048])
    otherWeights.pointee &+= Self.step(guesses, goal &- squash[Int(otherSum) &+ 2048])
    for context in 0..<Self.contexts {
      let slot = slots[context] + line
      let count = slot.pointee & 15
      let chance = Int32(slot.pointee >> 4)
      let moved = chance &+ ((goal &- Int32(truncatingIfNeeded: bit) &- chance) &* rates[Int(count)]) >> 16
      slot.pointee = UInt16(truncatingIfNeeded: moved) << 4 | (count < 10 ? count &+ 1 : count)
    }
    return bit
  }

  @inline(__always)
  private static func mixed(_ guesses: SIMD8<Int32>, _ weights: SIMD8<Int32>) -> Int32 {
    let sum = ((guesses &* (weights &>> 2)) &>> 2).wrappedSum()
    return max(-2047, min(2047, sum >> 12))
  }

  @inline(__always)
  private static func step(_ guesses: SIMD8<Int32>, _ error: Int32) -> SIMD8<Int32> {
    (guesses &* SIMD8(repeating: error &* 4) &+ SIMD8(repeating: 0x2000)) &>> 12
  }

  private func remember(_ byte: UInt8) {
    let value = UInt32(byte)
    bytes[count] = byte
    history[count] = kind.rawValue << 8 | value
    count &+= 1
    findRepeat()
    lastBytes = lastBytes << 8 | value
    let index = Int(kind.rawValue)
    switch kind {
    case .operation:
      operationsBefore = operationsBefore << 8 | operations >> 24
      operations = operations << 8 | value
    case .local:
      if place == 0 {
        localBeforeThat = localBefore
        localBefore = local
        local = value
      } else {
        local &+= value << 7
      }
      greatestLocal = max(greatestLocal, value)
      last[index] = local
    case .declaration: greatestLocal = 0
    default:
      if place == 0 { lastBefore[index] = last[index] }
      last[index] = place == 0 ? value : last[index] &* 131 &+ value
    }
  }

  private func findRepeat() {
    guard count > 5 else { return }
    var key: UInt32 = 0
    for back in 1...5 { key = (key ^ UInt32(bytes[count &- back])) &* 0x2C1B_3C6D &+ 1 }
    let start = Int(places[Int(key >> 16)])
    if length == 0, start > 0 {
      match = start
      while length < 40, length < match, bytes[match &- 1 &- length] == bytes[count &- 1 &- length] { length &+= 1 }
      if length < 5 { length = 0 }
    }
    places[Int(key >> 16)] = Int32(truncatingIfNeeded: count)
  }

  private func hashContexts() {
    let operation = operations & 0xFF
    let two = operations & 0xFFFF
    let index = Int(kind.rawValue)
    hashes[0] = two
    hashes[1] = operations & 0xFF_FFFF
    switch kind {
    case .operation:
      hashes[2] = operations &* 31 &+ (operationsBefore & 0xFF) &* 77 &+ 1
      hashes[3] = operation &+ local &* 257 &+ 5
      hashes[4] = two &+ last[Int(ByteKind.function.rawValue)] << 16 &+ last[Int(ByteKind.constant.rawValue)] &* 771
      hashes[5] = lastBytes & 0xFFFF
      hashes[6] = operations &* 7 &+ (operationsBefore & 0xFFFF) &* 655_371
    case .local:
      hashes[2] = operation &+ local &* 257 &+ greatestLocal &* 65537
      hashes[3] = (operations & 0xFF_FFFF) &* 3 &+ local &* 655_371
      hashes[4] = operation &+ local &* 257 &+ localBefore &* 65539
      hashes[5] = operation &+ greatestLocal &* 257 &+ (operations >> 8 & 0xFF) &* 65539
      hashes[6] = local &* 31 &+ localBefore &* 65539 &+ localBeforeThat &* 7_777_777
    case .data, .declaration:
      hashes[0] = lastBytes & 0xFF
      hashes[1] = lastBytes & 0xFFFF
      hashes[2] = lastBytes & 0xFF_FFFF
      hashes[3] = lastBytes
      hashes[4] = 0
      hashes[5] = lastBytes & 0xFFFF00 &+ 9
      hashes[6] = lastBytes >> 24
    default:
      hashes[2] = operation &+ last[index] &* 257
      hashes[3] = two &+ local &* 655_371
      hashes[4] = operations
      hashes[5] = two &+ last[index] &* 655_371
      hashes[6] = last[index] &* 31 &+ lastBefore[index] &* 65539
    }
    let own = place &* 7919 &+ (place > 0 ? (lastBytes & 0xFF) << 8 : 0) &+ kind.rawValue &* 101
    for context in 0..<Self.contexts {
      hashes[context] = Self.mixed(hashes[context] &+ own &+ UInt32(truncatingIfNeeded: context) &* 0x30001)
    }
  }

  /// The lines of the four bits that come behind `path`.
  private func findLines(_ path: UInt32) {
    for context in 0..<Self.contexts {
      var hash = hashes[context]
      if path > 1 { hash = Self.mixed(hash &+ path) }
      slots[context] = chances + (context << Self.lineBits | Int(hash & 0xFFFF)) << 4
    }
  }

  private static func mixed(_ number: UInt32) -> UInt32 {
    var mixed = number &* 0x9E37_79B1
    mixed = (mixed ^ mixed >> 15) &* 0x2C1B_3C6D
    return mixed ^ mixed >> 13
  }
}

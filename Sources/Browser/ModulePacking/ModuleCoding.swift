/// Where the bits of a module come from: the module itself while it is packed, or what was packed.
protocol ModuleBits {
  /// A byte of this kind comes, whose codes are these: ``ByteCodes/codes``.
  mutating func begin(_ codes: UnsafeMutablePointer<UInt32>, _ kind: ByteKind)

  /// The next bit, which is 1 with this chance in 4096ths.
  mutating func bit(chance: UInt32) -> Int
}

/// Goes through a module in the order in which its bytes are coded. The size before each function, which follows from the
/// function, is left out.
struct ModuleCoding<Bits: ModuleBits> {
  private(set) var bits: Bits
  private let model: ByteModel
  private let limit: Int
  /// Whether there is more than can be.
  private(set) var isDamaged = false

  /// - Parameter limit: bytes that the module has at most; more are not read.
  init(_ bits: Bits, codes: ByteCodes, limit: Int) {
    self.bits = bits
    self.limit = limit
    model = ByteModel(codes, limit: limit)
  }

  /// How many bytes were coded so far.
  var count: Int { model.count }

  /// What was coded so far.
  var bytes: UnsafeMutablePointer<UInt8> { model.bytes }

  @inline(never)
  mutating func code(_ count: Int, _ kind: ByteKind) {
    var left = count
    while left > 0, !isDamaged {
      _ = byte(kind)
      left &-= 1
    }
  }

  /// The numbers in the operations are those of WebAssembly's binary format.
  mutating func codeFunction() {
    var groups = number(.declaration)
    while groups > 0, !isDamaged {
      _ = number(.declaration)
      code(1, .declaration)
      groups &-= 1
    }
    var depth = 1
    while depth > 0, !isDamaged {
      let operation = byte(.operation)
      switch operation {
      case 0x02, 0x03, 0x04:  // block, loop, if
        depth &+= 1
        _ = number(.other)
      case 0x0B: depth &-= 1  // end
      case 0x0C, 0x0D: _ = number(.label)  // br, br_if
      case 0x0E: codeNumbers(number(.other) &+ 1)  // br_table
      case 0x10: _ = number(.function)  // call
      case 0x11: codeNumbers(2)  // call_indirect
      case 0x20, 0x21, 0x22: _ = number(.local)
      case 0x23, 0x24, 0x3F, 0x40, 0x42: _ = number(.other)  // globals, memory, i64.const
      case 0x28...0x3E:  // loads and stores
        _ = number(.alignment)
        _ = number(.offset)
      case 0x41: _ = number(.constant)  // i32.const
      case 0x43: code(4, .other)  // f32.const
      case 0x44: code(8, .other)  // f64.const
      case 0xFC:
        let more = number(.other)
        if more > 7, more < 12 { code(12 &- more, .other) }  // memory.copy, memory.fill and their likes
      default: break
      }
    }
  }

  @inline(never)
  private mutating func codeNumbers(_ count: Int) {
    var left = count
    while left > 0, !isDamaged {
      _ = number(.other)
      left &-= 1
    }
  }

  /// A number in LEB128, as far as 28 bits go.
  @inline(never)
  private mutating func number(_ kind: ByteKind) -> Int {
    var value = 0
    var shift = 0
    while true {
      let byte = byte(kind)
      if shift < 28 { value |= Int(byte & 0x7F) << shift }
      shift &+= 7
      if byte < 0x80 || isDamaged { return value }
    }
  }

  @inline(never)
  private mutating func byte(_ kind: ByteKind) -> UInt8 {
    guard model.count < limit else {
      isDamaged = true
      return 0
    }
    return model.code(kind, &bits)
  }
}

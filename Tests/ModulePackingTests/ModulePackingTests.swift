import BrowserModule
import ModulePacking
import Testing

@Suite("A packed WebAssembly module")
struct ModulePackingTests {
  /// A module of one type and three functions: nothing, numbers of several bytes, and a table of branches.
  static let small: [UInt8] = [
    0x00, 0x61, 0x73, 0x6D, 0x01, 0x00, 0x00, 0x00, 0x01, 0x04, 0x01, 0x60, 0x00, 0x00, 0x03, 0x04, 0x03, 0x00, 0x00,
    0x00, 0x0A, 0x25, 0x03, 0x02, 0x00, 0x0B, 0x14, 0x02, 0x02, 0x7F, 0x01, 0x7E, 0x41, 0x80, 0x80, 0x04, 0x21, 0x00,
    0x42, 0xFF, 0xFF, 0x7E, 0x21, 0x02, 0x10, 0x00, 0x0B, 0x0B, 0x00, 0x02, 0x40, 0x41, 0x00, 0x0E, 0x01, 0x00, 0x00,
    0x0B, 0x0B,
  ]

  static func unpacked(_ packed: [UInt8], step: Int = 7) -> [UInt8] {
    packed.withUnsafeBufferPointer {
      let unpacker = ModuleUnpacker($0)
      repeat { unpacker.run(functions: step) } while !unpacker.isDone
      return Array(unpacker.unpacked)
    }
  }

  @Test("gives the module again, whatever its steps", arguments: [1, 3, 1000])
  func returns(_ step: Int) throws {
    let packed = try #require(ModulePacker.pack(Self.small))
    #expect(Self.unpacked(packed, step: step) == Self.small)
  }

  @Test("is what pages load: the browser's module in less than two thirds of its gzip")
  func browserModule() throws {
    let module = try #require(BrowserModule.bytes())
    let packed = try #require(ModulePacker.pack(module))
    #expect(packed.count * 10 < module.count * 3)
    let part = try #require(BrowserModule.pageBytes())
    let start = 2 + Int(part[0]) + Int(part[1]) << 8
    #expect(part[2..<6].elementsEqual([0x00, 0x61, 0x73, 0x6D]))
    let page = Self.unpacked(Array(part[start...]), step: 100)
    #expect(page.prefix(4).elementsEqual([0x00, 0x61, 0x73, 0x6D]) && page.count < module.count)
    #expect(ModulePacker.pack(page) == Array(part[start...]))
  }

  @Test("a module that would come out otherwise is not packed: sizes written long, sections that are cut, no module")
  func refused() {
    var long = Self.small
    long.replaceSubrange(23...23, with: [0x82, 0x00])
    long[21] += 1
    #expect(ModulePacker.pack(long) == nil)
    for count in 0..<Self.small.count {
      if let packed = ModulePacker.pack(Array(Self.small.prefix(count))) {
        #expect(Self.unpacked(packed) == Array(Self.small.prefix(count)))
      }
    }
    #expect(ModulePacker.pack([]) == nil)
    #expect(ModulePacker.pack(Array(repeating: 0xFF, count: 100)) == nil)
  }

  @Test("that is damaged ends, and gives nothing or another module")
  func damaged() throws {
    let packed = try #require(ModulePacker.pack(Self.small))
    for count in [Int](0..<20) + [Int](packed.count - 40..<packed.count) {
      _ = Self.unpacked(Array(packed.prefix(count)))
    }
    var random = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      var other = packed
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        // The numbers before are below; a change may also fall among the codes.
        other[Int.random(in: 9..<other.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
      }
      let module = Self.unpacked(other)
      #expect(module.isEmpty || module.count == Self.small.count)
    }
    for place in 0..<9 {
      var other = packed
      other[place] ^= 0x15
      #expect(Self.unpacked(other) != Self.small)
    }
    #expect(Self.unpacked([]).isEmpty)
  }
}

import Bytes
import CZlib
import Testing

@Suite struct Inflating {
  private func packed(_ data: [UInt8], level: Int32) -> [UInt8] {
    var length = compressBound(UInt(data.count))
    var bytes = [UInt8](repeating: 0, count: Int(length))
    #expect(compress2(&bytes, &length, data, UInt(data.count), level) == Z_OK)
    return Array(bytes.prefix(Int(length)))
  }

  /// Texts of every kind: nothing, one byte, long repetitions, far repetitions, noise.
  private static let texts: [[UInt8]] = {
    var random = SystemRandomNumberGenerator()
    let noise = (0..<70_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let words = (0..<40_000).map { _ in UInt8(ascii: "a") + UInt8.random(in: 0...3, using: &random) }
    return [[], [7], Array(repeating: 0, count: 100_000), noise, words, noise + words + noise]
  }()

  @Test(arguments: [0, 1, 6, 9] as [Int32])
  func whatZlibPackedIsUnpacked(level: Int32) {
    for text in Self.texts {
      let bytes = packed(text, level: level)
      #expect(Inflater.inflated(bytes[...], atMost: text.count) == text)
      #expect(Inflater.inflated((bytes + [1, 2, 3])[...], atMost: text.count) == text)
      #expect(Inflater.inflated(([9] + bytes)[1...], atMost: text.count) == text)
      if !text.isEmpty { #expect(Inflater.inflated(bytes[...], atMost: text.count - 1) == nil) }
    }
  }

  @Test func whatIsDamagedGivesNothing() {
    var random = SystemRandomNumberGenerator()
    let text = Array("鞍山市铁东区示例路1号 Anshan, Anshan, Anshan 0123456789 0123456789".utf8)
    for level in [0, 6] as [Int32] {
      let bytes = packed(text, level: level)
      for end in 0..<bytes.count { #expect(Inflater.inflated(bytes[..<end], atMost: 1000) == nil) }
      for index in 2..<bytes.count {
        var changed = bytes
        changed[index] ^= 1 << UInt8.random(in: 0...7, using: &random)
        let found = Inflater.inflated(changed[...], atMost: 1000)
        #expect(found == nil || found == text)
      }
    }
    for _ in 0..<3000 {
      let noise = [0x78, 0x9C] + (0..<60).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(Inflater.inflated(noise[...], atMost: 10_000) == nil)
    }
  }
}

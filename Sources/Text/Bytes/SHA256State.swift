/// The eight words of SHA-256 between two blocks (FIPS 180-4 §6.2).
struct SHA256State: Sendable {
  private var a: UInt32 = 0x6a09_e667
  private var b: UInt32 = 0xbb67_ae85
  private var c: UInt32 = 0x3c6e_f372
  private var d: UInt32 = 0xa54f_f53a
  private var e: UInt32 = 0x510e_527f
  private var f: UInt32 = 0x9b05_688c
  private var g: UInt32 = 0x1f83_d9ab
  private var h: UInt32 = 0x5be0_cd19

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]

  /// Takes in whole blocks of 64 bytes.
  mutating func absorb(_ blocks: UnsafeRawBufferPointer) {
    guard let start = blocks.baseAddress else { return }
    var state = self
    Self.constants.withUnsafeBufferPointer { constants in
      guard let k = constants.baseAddress else { return }
      for offset in stride(from: 0, to: blocks.count, by: 64) {
        #if hasFeature(Embedded)
          state.absorbInFewInstructions(start + offset, k)
        #else
          state.absorb(start + offset, k)
        #endif
      }
    }
    self = state
  }

  @inline(__always)
  private mutating func absorb(_ block: UnsafeRawPointer, _ k: UnsafePointer<UInt32>) {
    @inline(__always)
    func word(_ i: Int) -> UInt32 { UInt32(bigEndian: block.loadUnaligned(fromByteOffset: 4 * i, as: UInt32.self)) }
    var (a, b, c, d) = (self.a, self.b, self.c, self.d)
    var (e, f, g, h) = (self.e, self.f, self.g, self.h)
    var (w0, w1, w2, w3) = (word(0), word(1), word(2), word(3))
    var (w4, w5, w6, w7) = (word(4), word(5), word(6), word(7))
    var (w8, w9, w10, w11) = (word(8), word(9), word(10), word(11))
    var (w12, w13, w14, w15) = (word(12), word(13), word(14), word(15))
    round(a, b, c, &d, e, f, g, &h, k[0] &+ w0)
    round(h, a, b, &c, d, e, f, &g, k[1] &+ w1)
    round(g, h, a, &b, c, d, e, &f, k[2] &+ w2)
    round(f, g, h, &a, b, c, d, &e, k[3] &+ w3)
    round(e, f, g, &h, a, b, c, &d, k[4] &+ w4)
    round(d, e, f, &g, h, a, b, &c, k[5] &+ w5)
    round(c, d, e, &f, g, h, a, &b, k[6] &+ w6)
    round(b, c, d, &e, f, g, h, &a, k[7] &+ w7)
    round(a, b, c, &d, e, f, g, &h, k[8] &+ w8)
    round(h, a, b, &c, d, e, f, &g, k[9] &+ w9)
    round(g, h, a, &b, c, d, e, &f, k[10] &+ w10)
    round(f, g, h, &a, b, c, d, &e, k[11] &+ w11)
    round(e, f, g, &h, a, b, c, &d, k[12] &+ w12)
    round(d, e, f, &g, h, a, b, &c, k[13] &+ w13)
    round(c, d, e, &f, g, h, a, &b, k[14] &+ w14)
    round(b, c, d, &e, f, g, h, &a, k[15] &+ w15)
    var i = 16
    while i < 64 {
      w0 = next(w0, w1, w9, w14)
      round(a, b, c, &d, e, f, g, &h, k[i] &+ w0)
      w1 = next(w1, w2, w10, w15)
      round(h, a, b, &c, d, e, f, &g, k[i + 1] &+ w1)
      w2 = next(w2, w3, w11, w0)
      round(g, h, a, &b, c, d, e, &f, k[i + 2] &+ w2)
      w3 = next(w3, w4, w12, w1)
      round(f, g, h, &a, b, c, d, &e, k[i + 3] &+ w3)
      w4 = next(w4, w5, w13, w2)
      round(e, f, g, &h, a, b, c, &d, k[i + 4] &+ w4)
      w5 = next(w5, w6, w14, w3)
      round(d, e, f, &g, h, a, b, &c, k[i + 5] &+ w5)
      w6 = next(w6, w7, w15, w4)
      round(c, d, e, &f, g, h, a, &b, k[i + 6] &+ w6)
      w7 = next(w7, w8, w0, w5)
      round(b, c, d, &e, f, g, h, &a, k[i + 7] &+ w7)
      w8 = next(w8, w9, w1, w6)
      round(a, b, c, &d, e, f, g, &h, k[i + 8] &+ w8)
      w9 = next(w9, w10, w2, w7)
      round(h, a, b, &c, d, e, f, &g, k[i + 9] &+ w9)
      w10 = next(w10, w11, w3, w8)
      round(g, h, a, &b, c, d, e, &f, k[i + 10] &+ w10)
      w11 = next(w11, w12, w4, w9)
      round(f, g, h, &a, b, c, d, &e, k[i + 11] &+ w11)
      w12 = next(w12, w13, w5, w10)
      round(e, f, g, &h, a, b, c, &d, k[i + 12] &+ w12)
      w13 = next(w13, w14, w6, w11)
      round(d, e, f, &g, h, a, b, &c, k[i + 13] &+ w13)
      w14 = next(w14, w15, w7, w12)
      round(c, d, e, &f, g, h, a, &b, k[i + 14] &+ w14)
      w15 = next(w15, w0, w8, w13)
      round(b, c, d, &e, f, g, h, &a, k[i + 15] &+ w15)
      i += 16
    }
    self.a = self.a &+ a
    self.b = self.b &+ b
    self.c = self.c &+ c
    self.d = self.d &+ d
    self.e = self.e &+ e
    self.f = self.f &+ f
    self.g = self.g &+ g
    self.h = self.h &+ h
  }

  #if hasFeature(Embedded)
    /// A block of 64 bytes, as ``absorb(_:_:)`` takes it in with many.
    private mutating func absorbInFewInstructions(_ block: UnsafeRawPointer, _ k: UnsafePointer<UInt32>) {
      var now = self
      var words: [UInt32] = []
      words.reserveCapacity(64)
      for i in 0..<64 {
        words.append(
          i < 16
            ? UInt32(bigEndian: block.loadUnaligned(fromByteOffset: 4 * i, as: UInt32.self))
            : next(words[i - 16], words[i - 15], words[i - 7], words[i - 2]))
        round(now.a, now.b, now.c, &now.d, now.e, now.f, now.g, &now.h, k[i] &+ words[i])
        let last = now.h
        now.h = now.g
        now.g = now.f
        now.f = now.e
        now.e = now.d
        now.d = now.c
        now.c = now.b
        now.b = now.a
        now.a = last
      }
      a = a &+ now.a
      b = b &+ now.b
      c = c &+ now.c
      d = d &+ now.d
      e = e &+ now.e
      f = f &+ now.f
      g = g &+ now.g
      h = h &+ now.h
    }
  #endif

  /// The words, highest byte first.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    for word in [a, b, c, d, e, f, g, h] {
      for shift in [24, 16, 8, 0] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
    }
    return bytes
  }
}

/// One round; the eight words change places instead of moving.
@inline(__always)
private func round(
  _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32,
  _ word: UInt32
) {
  h = h &+ word &+ (e.turned(6) ^ e.turned(11) ^ e.turned(25)) &+ (g ^ e & (f ^ g))
  d = d &+ h
  h = h &+ (a.turned(2) ^ a.turned(13) ^ a.turned(22)) &+ (a & b ^ c & (a ^ b))
}

/// The next word of the schedule in the place of the one 16 before.
@inline(__always)
private func next(_ w: UInt32, _ w1: UInt32, _ w9: UInt32, _ w14: UInt32) -> UInt32 {
  w &+ (w1.turned(7) ^ w1.turned(18) ^ w1 &>> 3) &+ w9 &+ (w14.turned(17) ^ w14.turned(19) ^ w14 &>> 10)
}

extension UInt32 {
  @inline(__always)
  fileprivate func turned(_ count: UInt32) -> UInt32 { self &>> count | self &<< (32 &- count) }
}

/// SHA-256 (FIPS 180-4) of bytes that come in parts. A copy goes on from where the original stands, so that a beginning
/// which many files share is hashed once.
struct ContentDigest: Sendable {
  private typealias Words = (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32)

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

  private var state: Words = (
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19
  )
  private var count = 0
  /// Fewer than 64 bytes that wait for more.
  private var pending: [UInt8] = []

  init() {}

  mutating func append(_ bytes: ArraySlice<UInt8>) {
    count += bytes.count
    var rest = bytes
    if !pending.isEmpty {
      let missing = rest.prefix(64 - pending.count)
      pending += missing
      rest = rest.dropFirst(missing.count)
      guard pending.count == 64 else { return }
      pending.withUnsafeBufferPointer { compress($0) }
      pending = []
    }
    let whole = rest.count & ~63
    rest.prefix(whole).withUnsafeBufferPointer { compress($0) }
    pending += rest.dropFirst(whole)
  }

  /// The 32 bytes of the digest of all that was appended.
  func finished() -> [UInt8] {
    var last = self
    var padding: [UInt8] = [0x80]
    while (pending.count + padding.count) % 64 != 56 { padding.append(0) }
    let bits = UInt64(count) << 3
    for shift in stride(from: 56, through: 0, by: -8) {
      padding.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    last.append(padding[...])
    let s = last.state
    return [s.0, s.1, s.2, s.3, s.4, s.5, s.6, s.7].flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
    }
  }

  /// Takes blocks of 64 bytes in.
  private mutating func compress(_ bytes: UnsafeBufferPointer<UInt8>) {
    var s = state
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { w in
      Self.constants.withUnsafeBufferPointer { k in
        let raw = UnsafeRawBufferPointer(bytes)
        var start = 0
        while start < raw.count {
          for i in 0..<16 {
            w[i] = UInt32(bigEndian: raw.loadUnaligned(fromByteOffset: start + 4 * i, as: UInt32.self))
          }
          for i in 16..<64 {
            let a = w[i - 15]
            let b = w[i - 2]
            w[i] =
              w[i - 16] &+ (a.turned(7) ^ a.turned(18) ^ a >> 3) &+ w[i - 7] &+ (b.turned(17) ^ b.turned(19) ^ b >> 10)
          }
          Self.rounds(w, k, &s)
          start += 64
        }
      }
    }
    state = s
  }

  @inline(__always)
  private static func rounds(
    _ w: UnsafeMutableBufferPointer<UInt32>, _ k: UnsafeBufferPointer<UInt32>, _ s: inout Words
  ) {
    var (a, b, c, d, e, f, g, h) = s
    @inline(__always)
    func round(
      _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
      _ h: inout UInt32, _ i: Int
    ) {
      let first = h &+ (e.turned(6) ^ e.turned(11) ^ e.turned(25)) &+ (g ^ e & (f ^ g)) &+ k[i] &+ w[i]
      d = d &+ first
      h = first &+ (a.turned(2) ^ a.turned(13) ^ a.turned(22)) &+ (a & b | c & (a | b))
    }
    var i = 0
    while i < 64 {
      round(a, b, c, &d, e, f, g, &h, i)
      round(h, a, b, &c, d, e, f, &g, i + 1)
      round(g, h, a, &b, c, d, e, &f, i + 2)
      round(f, g, h, &a, b, c, d, &e, i + 3)
      round(e, f, g, &h, a, b, c, &d, i + 4)
      round(d, e, f, &g, h, a, b, &c, i + 5)
      round(c, d, e, &f, g, h, a, &b, i + 6)
      round(b, c, d, &e, f, g, h, &a, i + 7)
      i += 8
    }
    s = (
      s.0 &+ a, s.1 &+ b, s.2 &+ c, s.3 &+ d, s.4 &+ e, s.5 &+ f, s.6 &+ g, s.7 &+ h
    )
  }
}

extension UInt32 {
  @inline(__always)
  fileprivate func turned(_ count: UInt32) -> UInt32 { self &>> count | self &<< (32 &- count) }
}

/// Bytes as lower-case hexadecimal digits.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  var digits: [UInt8] = []
  for byte in bytes {
    for half in [byte >> 4, byte & 15] { digits.append(half < 10 ? 48 + half : 87 + half) }
  }
  return String(decoding: digits, as: UTF8.self)
}

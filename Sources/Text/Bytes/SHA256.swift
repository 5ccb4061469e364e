/// The Secure Hash Algorithm with 256 bits (FIPS 180-4 §6.2) over bytes that come in parts. A copy goes on from where the
/// original stands, so that a beginning which many messages share is hashed once.
package struct SHA256: Sendable {
  private var state = SHA256State()
  /// Bytes taken in so far.
  private var count: UInt64 = 0
  /// Fewer than 64 bytes that wait for more.
  private var pending: [UInt8] = []

  /// Nothing taken in yet.
  package init() {}

  /// Takes in the bytes that come next.
  package mutating func update(_ bytes: [UInt8]) { update(bytes[...]) }

  /// Takes in the bytes that come next.
  package mutating func update(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { bytes in
      count += UInt64(bytes.count)
      var start = 0
      if !pending.isEmpty {
        start = min(64 - pending.count, bytes.count)
        pending += bytes[..<start]
        if pending.count < 64 { return }
        pending.withUnsafeBytes { state.absorb($0) }
        pending.removeAll(keepingCapacity: true)
      }
      let end = start + (bytes.count - start) / 64 * 64
      state.absorb(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[start..<end])))
      if end < bytes.count { pending += bytes[end...] }
    }
  }

  /// The 32 bytes of the digest.
  package consuming func finish() -> [UInt8] {
    let bits = count << 3
    pending.append(0x80)
    while pending.count % 64 != 56 { pending.append(0) }
    for shift in 0..<8 { pending.append(UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * shift))) }
    pending.withUnsafeBytes { state.absorb($0) }
    return state.bytes
  }

  /// The 32 bytes of one message's digest.
  package static func digest(of message: some Collection<UInt8>) -> [UInt8] {
    var hash = SHA256()
    hash.update([UInt8](message))
    return hash.finish()
  }
}

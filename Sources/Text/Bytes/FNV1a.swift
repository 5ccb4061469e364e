/// The hash FNV-1a (Fowler, Noll, Vo; IETF RFC 9923), for short names and for damage, not for secrets.
@usableFromInline
package enum FNV1a {
  /// The hash of no bytes, in 32 bits.
  package static var start32: UInt32 { 0x811c_9dc5 }

  /// The hash of what `hash` stands for and one more byte.
  @inlinable
  package static func next(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 0x0100_0193 }

  /// The hash in 32 bits.
  @inlinable
  package static func hash32(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811c_9dc5
    for byte in bytes { hash = next(hash, byte) }
    return hash
  }

  /// The hash in 64 bits.
  @inlinable
  package static func hash64(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}

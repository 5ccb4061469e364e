#if canImport(Bytes)
  internal import Bytes
#endif

/// A table of bytes with a head that says what it is and finds accidents: six bytes of signature, the format's version
/// (16 bit, little-endian), SHA-256 of what follows.
package enum SealedBytes {
  private static let digestLength = 32

  /// The table with its head.
  package static func seal(_ body: [UInt8], signature: [UInt8], version: UInt16) -> [UInt8] {
    var head = FormByteWriter()
    for byte in signature { head.byte(byte) }
    head.integer(version)
    return head.bytes + SHA256.digest(of: body) + body
  }

  /// The table without its head.
  ///
  /// - Throws: ``CompiledFormError/notACompiledForm`` for another signature, ``CompiledFormError/otherFormat(_:)`` for
  ///   another version, ``CompiledFormError/damaged`` for another digest.
  package static func open(
    _ bytes: [UInt8], signature: [UInt8], version: UInt16
  ) throws(CompiledFormError) -> ArraySlice<UInt8> {
    let head = signature.count
    guard bytes.count >= head + 2 + digestLength, bytes[0..<head].elementsEqual(signature) else {
      throw .notACompiledForm
    }
    let format = UInt16(bytes[head]) | UInt16(bytes[head + 1]) << 8
    guard format == version else { throw .otherFormat(format) }
    let body = bytes[(head + 2 + digestLength)...]
    guard SHA256.digest(of: body).elementsEqual(bytes[(head + 2)..<body.startIndex]) else { throw .damaged }
    return body
  }
}

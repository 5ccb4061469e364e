#if canImport(Bytes)
  internal import Bytes
#endif

/// A blank PDF and the SHA-256 of its bytes, which is computed once for all that is done with it.
package struct VerifiedBlank: Sendable {
  /// The whole file.
  package let bytes: [UInt8]
  /// The SHA-256 of ``bytes``, 32 bytes.
  package let digest: [UInt8]
  /// Has taken in ``bytes``, with which every filled PDF begins.
  private let hash: SHA256

  /// The blank of a form that is being drawn, which takes its digest from here.
  package init(drawn bytes: [UInt8]) {
    self.bytes = bytes
    var hash = SHA256()
    hash.update(bytes)
    self.hash = hash
    digest = hash.finish()
  }

  /// The blank that `form` was compiled with; any other bytes are rejected.
  package init(_ bytes: [UInt8], of form: CompiledForm) throws(CompiledFormError) {
    guard bytes.count == Int(form.blank.size) else { throw .otherBlank }
    self.init(drawn: bytes)
    guard belongs(to: form) else { throw .otherBlank }
  }

  /// Whether this is the PDF that the form was compiled with.
  package func belongs(to form: CompiledForm) -> Bool {
    bytes.count == Int(form.blank.size) && digest == form.blank.digest
  }

  /// The SHA-256 of the blank with an update behind it.
  package func digest(followedBy update: ArraySlice<UInt8>) -> [UInt8] {
    var hash = hash
    hash.update(update)
    return hash.finish()
  }
}

/// What is to be told of a filled PDF beside its fields.
package struct FileCondition: Sendable {
  /// `nil` when the PDF has lost its metadata or never had ours.
  package let origin: FormOrigin?
  /// In the PDF's order.
  package let signatures: [PDFSignature]
  /// Names of embedded files, which nothing reads (UTF-8).
  package let attachments: [[UInt8]]
  /// Whether damage was put right.
  package let wasRepaired: Bool
  /// Whether an owner's password forbids changes.
  package let isRestricted: Bool

  /// What a reader found of a file.
  package init(
    origin: FormOrigin?, signatures: [PDFSignature], attachments: [[UInt8]], wasRepaired: Bool = false,
    isRestricted: Bool = false
  ) {
    self.origin = origin
    self.signatures = signatures
    self.attachments = attachments
    self.wasRepaired = wasRepaired
    self.isRestricted = isRestricted
  }
}

package import FormModel

/// A filled PDF: which form it says it is, and its fields.
package struct FilledForm: Sendable, Equatable {
  /// Largest file that is read, in bytes. A viewer may embed a system font of some 20 MB.
  package static let largestFile = 64 << 20

  /// `nil` when the PDF has lost its metadata or never had ours.
  package let origin: FormOrigin?
  /// Pages, fields and metadata as any viewer left them.
  package let contents: PDFContents
  /// The signed fields in the PDF's order.
  package let signatures: [PDFSignature]

  /// Reads a PDF that any viewer has saved.
  package init(reading bytes: [UInt8]) throws(FormReadingError) {
    if bytes.isEmpty { throw .empty }
    if bytes.count > Self.largestFile { throw .tooLarge }
    contents = try PDFContents(reading: bytes)
    origin = FormOrigin(metadata: contents.metadata)
    signatures = Self.signatures(in: contents, of: bytes)
    if contents.fields.isEmpty {
      if let origin { throw .flattened(origin) }
      throw .noForm
    }
  }

  /// Whether libqpdf found damage and put it right.
  package var wasRepaired: Bool { contents.wasRepaired }

  /// Names of embedded files, which nothing here reads.
  package var attachments: [String] { contents.attachments }

  /// Whether an owner's password forbids changes.
  package var isRestricted: Bool { contents.isRestricted }

  /// The fields' names with their last part only: writers that merge files put ours under a parent.
  package var names: Set<String> { Set(contents.fields.map(\.lastName)) }
}

extension PDFField {
  /// The last of the partial names.
  var lastName: String { name.split(separator: ".").last.map(String.init) ?? name }
}

extension CompiledForm {
  /// Names of the fields that a PDF of this form has for its answers.
  package var pdfNames: Set<String> {
    var names: Set<String> = []
    for field in fields { names.formUnion(field.pdfNames) }
    return names
  }
}

extension CompiledField {
  /// Names of the fields that hold its answer: one for every option where several may be chosen.
  var pdfNames: [String] {
    let name = String(decoding: pdfName, as: UTF8.self)
    guard kind == .choices else { return [name] }
    return options.map { "\(name)-\(String(decoding: $0.value, as: UTF8.self))" }
  }
}

package import FilledFields
package import FormModel

/// A filled PDF: which form it says it is, and its fields.
package struct FilledForm: Sendable, Equatable {
  /// Largest file that is read, in bytes. A viewer may embed a system font of some 20 MB.
  package static let largestFile = 64 << 20

  /// `nil` when the PDF has lost its metadata or never had ours.
  package var origin: FormOrigin? { contents.held.origin }
  /// Pages, fields and metadata as any viewer left them.
  package let contents: PDFContents
  /// The signed fields in the PDF's order.
  package let signatures: [PDFSignature]

  /// Reads a PDF that any viewer has saved.
  package init(reading bytes: [UInt8]) throws(FormReadingError) {
    if bytes.isEmpty { throw .empty }
    if bytes.count > Self.largestFile { throw .tooLarge }
    contents = try PDFContents(reading: bytes)
    signatures = PDFSignature.all(in: contents.held, of: bytes) { part in
      guard let then = try? PDFContents(reading: part), !then.wasRepaired else { return nil }
      return then.held
    }
    if contents.fields.isEmpty {
      if let origin { throw .flattened(origin) }
      throw .noForm
    }
  }

  /// What is to be told of the file beside its fields.
  package var condition: FileCondition {
    FileCondition(
      origin: origin, signatures: signatures, attachments: contents.held.attachments,
      wasRepaired: contents.wasRepaired, isRestricted: contents.isRestricted)
  }

  /// Whether libqpdf found damage and put it right.
  package var wasRepaired: Bool { contents.wasRepaired }

  /// Whether an owner's password forbids changes.
  package var isRestricted: Bool { contents.isRestricted }

  /// The fields' names with their last part only: writers that merge files put ours under a parent.
  package var names: Set<String> { Set(contents.fields.map(\.shortName)) }
}

extension PDFField {
  /// ``lastName`` as a string.
  var shortName: String { String(decoding: lastName, as: UTF8.self) }
}

extension CompiledForm {
  /// Names of the fields that a PDF of this form has for its answers.
  package var pdfNames: Set<String> {
    var names: Set<String> = []
    for field in fields { names.formUnion(field.pdfNames.map { String(decoding: $0, as: UTF8.self) }) }
    return names
  }
}

extension ReadAnswers {
  /// Finds the answers to `form` in a filled PDF.
  package init(of filled: FilledForm, to form: CompiledForm) { self.init(in: filled.contents.fields, to: form) }

  /// ``copyNames`` as strings.
  package var copies: [String] { copyNames.map { String(decoding: $0, as: UTF8.self) } }

  /// Names of ``lacking`` fields.
  package var missing: [String] { lacking.map { String(decoding: $0.name, as: UTF8.self) } }

  /// ``unknownNames`` as strings.
  package var unknown: [String] { unknownNames.map { String(decoding: $0, as: UTF8.self) } }
}

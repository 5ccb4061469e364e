package import FilledFields

/// What matters of a PDF with a form, copied out of libqpdf: its drawings, and all that ``FilledContents`` has.
package struct PDFContents: Sendable, Equatable {
  var pages: [PDFPage] = []
  /// Fields, signatures, attachments, and which form it says it is.
  package internal(set) var held = FilledContents()
  /// Whether libqpdf found damage and put it right.
  var wasRepaired = false
  /// Whether an owner's password forbids changes.
  var isRestricted = false

  var fields: [PDFField] { held.fields }
}

/// A page's drawing and what lies upon it.
struct PDFPage: Sendable, Equatable {
  /// Every content stream, decoded; `nil` where one is too long or cannot be decoded.
  var streams: [[UInt8]?] = []
  /// Kinds of annotations that are no form fields, such as `FreeText`.
  var annotations: [String] = []
}

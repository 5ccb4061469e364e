/// What matters of a PDF with a form, copied out of libqpdf: pages, fields, metadata.
package struct PDFContents: Sendable, Equatable {
  var pages: [PDFPage] = []
  var fields: [PDFField] = []
  /// Signatures in the order of the fields.
  var signatures: [PDFSignatureValue] = []
  /// The XMP packet; empty when there is none.
  var metadata: [UInt8] = []
  /// Names of embedded files.
  var attachments: [String] = []
  /// Whether libqpdf found damage and put it right.
  var wasRepaired = false
  /// Whether an owner's password forbids changes.
  var isRestricted = false
}

/// A page's drawing and what lies upon it.
struct PDFPage: Sendable, Equatable {
  /// Every content stream, decoded; `nil` where one is too long or cannot be decoded.
  var streams: [[UInt8]?] = []
  /// Kinds of annotations that are no form fields, such as `FreeText`.
  var annotations: [String] = []
}

/// A terminal field (PDF 32000-1 §12.7.3) with what it inherits.
struct PDFField: Sendable, Equatable {
  /// Partial names joined by full stops.
  var name: String
  /// `Tx`, `Btn`, `Ch` or `Sig`.
  var kind: String
  var flags = 0
  var maximumLength: Int?
  var options: [PDFFieldOption] = []
  /// `/V`, several for a list with several choices; empty when there is none.
  var values: [PDFText] = []
  var widgets: [PDFWidget] = []
}

/// An entry of `/Opt`.
struct PDFFieldOption: Sendable, Equatable {
  var export: PDFText
  var label: PDFText
}

/// Where a field stands and which of its pictures shows.
struct PDFWidget: Sendable, Equatable {
  /// Index of the page; `nil` when no page shows it.
  var page: Int?
  /// Left, bottom, right, top in points; empty when it is no rectangle.
  var rectangle: [Double] = []
  /// `/AS`.
  var state: String?
}

/// A terminal field (PDF 32000-1 §12.7.3) with what it inherits.
package struct PDFField: Sendable, Equatable {
  /// What kind of field it is, `/FT`.
  package enum Kind: Sendable {
    case text, button, list, signature, other

    init(_ name: [UInt8]?) {
      switch name {
      case [0x54, 0x78]: self = .text
      case [0x42, 0x74, 0x6E]: self = .button
      case [0x43, 0x68]: self = .list
      case [0x53, 0x69, 0x67]: self = .signature
      default: self = .other
      }
    }
  }

  /// Partial names joined by full stops (UTF-8).
  package var name: [UInt8]
  /// What kind of field it is.
  package var kind: Kind
  /// `/Ff`.
  package var flags = 0
  /// `/MaxLen`.
  package var maximumLength: Int?
  /// `/Opt`.
  package var options: [PDFFieldOption] = []
  /// `/V`, several for a list with several choices; empty when there is none.
  package var values: [PDFText] = []
  /// Where it stands.
  package var widgets: [PDFWidget] = []

  /// The last of the partial names: writers that merge files put ours under a parent.
  package var lastName: ArraySlice<UInt8> {
    var end = name.endIndex
    while end > 0, name[end - 1] == 0x2E { end -= 1 }
    if end == 0 { return name[...] }
    var start = end
    while start > 0, name[start - 1] != 0x2E { start -= 1 }
    return name[start..<end]
  }
}

/// An entry of `/Opt`.
package struct PDFFieldOption: Sendable, Equatable {
  /// The word that stands for it.
  package var export: PDFText
  /// What viewers show.
  package var label: PDFText
}

/// Where a field stands and which of its pictures shows.
package struct PDFWidget: Sendable, Equatable {
  /// Index of the page; `nil` when no page shows it.
  package var page: Int?
  /// Left, bottom, right, top in points; empty when it is no rectangle.
  package var rectangle: [Double] = []
  /// `/AS` (UTF-8).
  package var state: [UInt8]?
}

internal import Bytes

/// Why a document could not be made: the first thing that went wrong.
package enum PDFDrawingError: Error, Equatable, CustomStringConvertible {
  /// libharu refused something; the number is one of its `HPDF_…` error codes.
  case library(code: UInt)
  /// No font of the document has a glyph for this Unicode scalar value.
  case missingGlyph(UInt32)
  /// A coordinate, size or colour that is no number, or beyond the ±32,767 points that every PDF reader takes.
  case coordinate

  /// The error in English, such as `libharu error 0x1017`.
  package var description: String {
    switch self {
    case .library(let code): "libharu error 0x\(String(code, radix: 16, uppercase: true))"
    case .missingGlyph(let scalar): "no glyph for \(Hexadecimal.codePoint(scalar, digits: 1))"
    case .coordinate: "a coordinate is out of range"
    }
  }
}

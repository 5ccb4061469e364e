#if canImport(Bytes)
  internal import Bytes
#endif

/// An object as it stands in a PDF (PDF 32000-1 §7.3). Names and keys keep their slash, escapes undone.
package final class PDFValue {
  enum Kind {
    case null, bool, number, name, string, array, dictionary, stream, reference
  }

  let kind: Kind
  /// Of a name or string.
  let bytes: [UInt8]
  /// An array's elements, or a dictionary's keys and values in turn.
  let parts: [PDFValue]
  /// A number; the number of a referenced object.
  let number: Double
  /// The generation of a reference; where a stream's data begin.
  let start: Int
  /// Length of a stream's data.
  let length: Int
  /// The number of the object that it is, 0 for a part of one.
  var object = 0

  init(
    _ kind: Kind, bytes: [UInt8] = [], parts: [PDFValue] = [], number: Double = 0, start: Int = 0, length: Int = 0
  ) {
    self.kind = kind
    self.bytes = bytes
    self.parts = parts
    self.number = number
    self.start = start
    self.length = length
  }

  /// A dictionary's value for a key, references as they are; of one that stands twice the last counts.
  subscript(_ key: StaticString) -> PDFValue? {
    guard kind == .dictionary || kind == .stream else { return nil }
    var index = parts.count
    while index > 0 {
      index -= 2
      if key.equals(parts[index].bytes) { return parts[index + 1] }
    }
    return nil
  }

  /// A whole number.
  var integer: Int? { kind == .number ? Int(exactly: number) : nil }
}

/// What keeps a PDF from being read.
package enum PDFFault {
  /// Something is not as it should be.
  case damaged
  /// It is encrypted.
  case encrypted
  /// More values than any form has.
  case tooManyParts
}

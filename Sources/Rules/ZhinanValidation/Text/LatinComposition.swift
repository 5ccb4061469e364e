#if canImport(Bytes)
  internal import Bytes
#endif

/// Puts letters and the marks behind them together, as Unicode's NFC does within the letters that names take.
enum LatinComposition {
  /// Whether a scalar is one of the marks that letters are put together with.
  static func isMark(_ scalar: UInt32) -> Bool { scalar >= 0x300 && scalar <= 0x331 }

  /// No letter of a name has more marks.
  private static let mostMarks = 4

  /// The letters of a text with their marks; a mark that fits no letter, or one of more than ``mostMarks``, stays as it is.
  static func composed(_ scalars: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    var place = 0
    while place < scalars.count {
      var letter = scalars[place]
      place += 1
      var marks: [UInt32] = []
      while place < scalars.count, isMark(scalars[place]) {
        marks.append(scalars[place])
        place += 1
      }
      guard marks.count <= mostMarks else {
        result.append(letter)
        result += marks
        continue
      }
      sortByClass(&marks)
      var rest: [UInt32] = []
      for mark in marks {
        if rest.isEmpty, let whole = letterWithMark(letter, mark) { letter = whole } else { rest.append(mark) }
      }
      result.append(letter)
      result += rest
    }
    return result
  }

  /// The one letter for a letter and a mark.
  private static func letterWithMark(_ letter: UInt32, _ mark: UInt32) -> UInt32? {
    var reader = ScalarReader(ComposedLatin.pairs.bytes)
    var current: UInt32 = 0
    while let scalar = reader.nextInSmall() {
      if isMark(scalar) {
        current = scalar
        continue
      }
      let whole = reader.nextInSmall()
      if current == mark, scalar == letter { return whole }
    }
    return nil
  }

  /// Canonical order: horns and cedillas, marks below, marks above; equal ones as they stand.
  private static func sortByClass(_ marks: inout [UInt32]) {
    for place in marks.indices.dropFirst() {
      var at = place
      while at > 0, combiningClass(marks[at - 1]) > combiningClass(marks[at]) {
        marks.swapAt(at - 1, at)
        at -= 1
      }
    }
  }

  private static func combiningClass(_ mark: UInt32) -> UInt8 {
    switch mark {
    case 0x327, 0x328: 202
    case 0x31B: 216
    case 0x323...0x326, 0x329...0x331: 220
    default: 230
    }
  }
}

internal import Bytes

/// What a character is to the rules of emphasis and of line ends.
struct ScalarClass {
  let isSpace: Bool
  /// Punctuation as CommonMark 0.30 knows it: ASCII signs and Unicode's P categories.
  let isPunctuation: Bool
  /// Han, kana, bopomofo, Chinese punctuation and full-width forms.
  let isChinese: Bool

  init(_ scalar: Unicode.Scalar) {
    isSpace = Self.isSpace(scalar)
    isPunctuation = Self.isPunctuation(scalar)
    isChinese = ChineseText.contains(scalar)
  }

  /// Punctuation that is not Chinese.
  var isForeignPunctuation: Bool { isPunctuation && !isChinese }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\t", "\n", "\u{C}", "\r": true
    default: scalar.value > 0x7F && scalar.properties.generalCategory == .spaceSeparator
    }
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return true
    case 0...0x7F: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }
}

/// Chinese characters, and how lines of them join.
package enum ChineseText {
  /// Whether it is Han, kana, bopomofo, Chinese punctuation or a full-width form.
  package static func contains(_ scalar: Unicode.Scalar) -> Bool {
    Han.standsWithoutSpaces(scalar.value)
  }

  /// Signs that Chinese shares with other scripts: “ ” ‘ ’ … — ·.
  private static func isShared(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{201C}", "\u{201D}", "\u{2018}", "\u{2019}", "\u{2026}", "\u{2014}", "\u{00B7}": true
    default: false
    }
  }

  /// Whether a line that ends with `last` and one that starts with `first` join without a space.
  package static func joins(_ last: Unicode.Scalar, _ first: Unicode.Scalar) -> Bool {
    let chinese = (contains(last), contains(first))
    return (chinese.0 || chinese.1) && (chinese.0 || isShared(last)) && (chinese.1 || isShared(first))
  }
}

extension [Inline] {
  /// The same without the line ends that stand between Chinese characters.
  func joiningChineseLines() -> [Inline] {
    guard contains(.softBreak) else { return self }
    var joined: [Inline] = []
    for (position, inline) in enumerated() {
      if inline == .softBreak, position > 0, position + 1 < count,
        let last = self[position - 1].lastScalar, let first = self[position + 1].firstScalar,
        ChineseText.joins(last, first)
      {
        continue
      }
      joined.append(inline)
    }
    return joined
  }
}

extension Inline {
  fileprivate var lastScalar: Unicode.Scalar? { [self].plainText.unicodeScalars.last }
  fileprivate var firstScalar: Unicode.Scalar? { [self].plainText.unicodeScalars.first }
}

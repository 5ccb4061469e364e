internal import Markdown

/// How wide text in a chart is and where its lines break: an estimate, since the reader's font is not known.
enum FlowText {
  /// Lines of at most `width` units, in text of `size` units.
  static func lines(_ text: String, size: Double, width: Double) -> [String] {
    let limit = width / size
    var lines: [String] = []
    var line = ""
    var used = 0.0
    for piece in pieces(of: text) {
      let ems = piece.unicodeScalars.reduce(0) { $0 + self.ems($1) }
      if used + ems > limit, !line.isEmpty, !mayHang(piece) {
        lines.append(line)
        line = ""
        used = 0
      }
      if line.isEmpty, piece == " " { continue }
      line += piece
      used += ems
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// How wide a line is, in the units of its size.
  static func width(of line: String, size: Double) -> Double {
    line.unicodeScalars.reduce(0) { $0 + ems($1) } * size
  }

  /// Words of Latin letters, and every Chinese character by itself.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var word = ""
    for character in text {
      let isChinese = character.unicodeScalars.first.map(ChineseText.contains) ?? false
      if isChinese || character == " " {
        if !word.isEmpty { pieces.append(word) }
        word = ""
        pieces.append(String(character))
      } else {
        word.append(character)
      }
    }
    if !word.isEmpty { pieces.append(word) }
    return pieces
  }

  private static func ems(_ scalar: Unicode.Scalar) -> Double {
    switch scalar.value {
    case 0x20...0x2F, 0x3A...0x40: 0.36
    case 0x30...0x39, 0x61...0x7A: 0.56
    case 0x41...0x5A: 0.68
    case 0x80...0x24F: 0.6
    default: 1
    }
  }

  /// Signs that never start a line.
  private static func mayHang(_ piece: String) -> Bool {
    ["，", "。", "、", "；", "：", "！", "？", "）", "”", "》"].contains(piece)
  }
}

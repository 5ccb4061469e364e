internal import Bytes
internal import Diagnostics
internal import FormDefinition
internal import TextLayout

extension PaperPlacing {
  /// Free space at the left and right of a text in its cell, points.
  private static let padding = 2.5
  /// Distance of lines in font sizes.
  private static let leading = 1.3

  /// Writes a text on the current page as the words of a part.
  mutating func write(
    _ text: String, of part: Int, in area: PlacedBox, _ style: TextStyle, at place: SourcePlace
  ) {
    var labels = fitted(text, in: area, style, at: place)
    for index in labels.indices { labels[index].part = part }
    page.texts += labels
    // Spaces that a line's end took away.
    if labels.map(\.text).joined() != text.replacing("\n", with: ""), paper.parts[part].spoken == nil {
      paper.parts[part].spoken = text
    }
  }

  /// A text for a column `width` mm wide, one character a line; a short Latin word or number that fits stays whole.
  func stacked(_ text: String, width: Double) -> String {
    var lines: [String] = []
    var word = ""
    for character in text {
      if character.isASCII, character.isLetter || character.isNumber {
        word.append(character)
        continue
      }
      lines += parts(of: word, width: width) + [String(character)]
      word = ""
    }
    return (lines + parts(of: word, width: width)).joined(separator: "\n")
  }

  private func parts(of word: String, width: Double) -> [String] {
    let isNarrow =
      lineWidth(word, size: layout.labelSize) * 1000 / layout.labelSize
      <= Double(limit(width * pointsPerMillimetre, size: layout.labelSize))
    return word.isEmpty ? [] : isNarrow ? [word] : word.map(String.init)
  }

  /// Height in mm that a text broken at `width` mm needs.
  func textHeight(_ text: String, width: Double, size: Double) -> Double {
    let measured = fonts.measure(text: text.unicodeScalars.lazy.map(\.value))
    let lines = measured.lines(limit: limit(width * pointsPerMillimetre, size: size))
    return (Double(lines.count - 1) * Self.leading + 1.15) * size / pointsPerMillimetre + 0.8
  }

  private func limit(_ width: Double, size: Double) -> Int64 {
    Int64((width - 2 * Self.padding) * 1000 / size)
  }

  /// The lines of a text in its area, shrunk when they must be; reported when the text does not fit even so, and when
  /// no font has a character.
  mutating func fitted(
    _ text: String, in area: PlacedBox, _ style: TextStyle, at place: SourcePlace
  ) -> [PlacedLabel] {
    let measured = fonts.measure(text: text.unicodeScalars.lazy.map(\.value))
    reportMissing(in: text, at: place)
    let (size, lines, fits) = shrunk(measured, in: area, style)
    if !fits {
      diagnostics.append(
        .error(
          "layout.no-room", at: place,
          ["text": .text("\(text.replacing("\n", with: "").prefix(12))"), "size": .text(format(style.minimum))]))
    }
    let block = Double(lines.count - 1) * Self.leading * size
    let middle: Double =
      switch style.valign {
      case .middle: area.y + area.height / 2 + block / 2
      case .top: area.y + area.height - size * 0.6
      case .bottom: area.y + size * 0.9 + block
      }
    return lines.enumerated().compactMap { number, line in
      guard !line.isEmpty else { return nil }
      let scalars = measured.scalars[line].compactMap(Unicode.Scalar.init)
      return PlacedLabel(
        text: String(String.UnicodeScalarView(scalars)),
        x: left(of: Double(measured.width(line)) * size / 1000, in: area, style.align),
        y: middle - Double(number) * Self.leading * size - 0.36 * size, size: size, ink: style.ink)
    }
  }

  /// The largest size down to the style's minimum at which a text fits, and its lines at that size.
  private func shrunk(
    _ text: MeasuredText, in area: PlacedBox, _ style: TextStyle
  ) -> (size: Double, lines: [Range<Int>], fits: Bool) {
    var size = style.size
    while true {
      let lines = text.lines(limit: limit(area.width, size: size))
      let height = (Double(lines.count - 1) * Self.leading + 1) * size
      let widest = lines.map { text.width($0) }.max() ?? 0
      if height <= area.height + 0.01, widest <= limit(area.width, size: size) { return (size, lines, true) }
      if size - 0.25 < style.minimum { return (size, lines, false) }
      size -= 0.25
    }
  }

  /// Where a line of this width starts, points.
  private func left(of width: Double, in area: PlacedBox, _ align: PaperCell.Align) -> Double {
    switch align {
    case .left: area.x + Self.padding
    case .centre: area.x + (area.width - width) / 2
    case .right: area.x + area.width - Self.padding - width
    }
  }

  /// Reports the characters of a text that no font has.
  mutating func reportMissing(in text: String, at place: SourcePlace) {
    for scalar in fonts.measure(text: text.unicodeScalars.lazy.map(\.value)).missing {
      let character = Unicode.Scalar(scalar).map { "\($0)" } ?? "?"
      diagnostics.append(
        .error(
          "layout.no-glyph", at: place,
          ["character": .text("\(character)"), "code": .text(Hexadecimal.codePoint(scalar, digits: 1))]))
    }
  }

  /// Width of a text on one line, in points.
  func lineWidth(_ text: String, size: Double) -> Double {
    Double(fonts.measure(text: text.unicodeScalars.lazy.map(\.value)).width) * size / 1000
  }
}

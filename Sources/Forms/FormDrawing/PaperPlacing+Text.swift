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
    _ text: String, of part: Int, in area: PlacedBox, size: Double, minimum: Double, align: PaperCell.Align,
    valign: PaperCell.Valign, ink: PaperInk, at place: SourcePlace
  ) {
    var labels = fitted(
      text, in: area, size: size, minimum: minimum, align: align, valign: valign, ink: ink, at: place)
    for index in labels.indices { labels[index].part = part }
    page.texts += labels
    // Spaces that a line's end took away.
    if labels.map(\.text).joined() != text.replacing("\n", with: ""), paper.parts[part].spoken == nil {
      paper.parts[part].spoken = text
    }
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

  /// The lines of a text in its area, shrunk down to `minimum` when it must; reported when it does not fit even so,
  /// and when no font has a character.
  mutating func fitted(
    _ text: String, in area: PlacedBox, size: Double, minimum: Double, align: PaperCell.Align,
    valign: PaperCell.Valign, ink: PaperInk, at place: SourcePlace
  ) -> [PlacedLabel] {
    let measured = fonts.measure(text: text.unicodeScalars.lazy.map(\.value))
    reportMissing(in: text, at: place)
    var size = size
    var lines: [Range<Int>] = []
    while true {
      lines = measured.lines(limit: limit(area.width, size: size))
      let height = (Double(lines.count - 1) * Self.leading + 1) * size
      let widest = lines.map { measured.width($0) }.max() ?? 0
      if height <= area.height + 0.01, widest <= limit(area.width, size: size) { break }
      if size - 0.25 < minimum {
        diagnostics.append(
          .error(
            "layout.no-room", at: place,
            "“\(text.replacing("\n", with: "").prefix(12))…” does not fit its place at \(format(minimum)) points.",
            hint: "Give it a larger cell or a smaller “minimum”."))
        break
      }
      size -= 0.25
    }
    let block = Double(lines.count - 1) * Self.leading * size
    let middle: Double =
      switch valign {
      case .middle: area.y + area.height / 2 + block / 2
      case .top: area.y + area.height - size * 0.6
      case .bottom: area.y + size * 0.9 + block
      }
    return lines.enumerated().compactMap { number, line in
      guard !line.isEmpty else { return nil }
      let width = Double(measured.width(line)) * size / 1000
      let x: Double =
        switch align {
        case .left: area.x + Self.padding
        case .centre: area.x + (area.width - width) / 2
        case .right: area.x + area.width - Self.padding - width
        }
      let scalars = measured.scalars[line].compactMap(Unicode.Scalar.init)
      return PlacedLabel(
        text: String(String.UnicodeScalarView(scalars)), x: x,
        y: middle - Double(number) * Self.leading * size - 0.36 * size, size: size, ink: ink)
    }
  }

  /// Reports the characters of a text that no font has.
  mutating func reportMissing(in text: String, at place: SourcePlace) {
    for scalar in fonts.measure(text: text.unicodeScalars.lazy.map(\.value)).missing {
      let character = Unicode.Scalar(scalar).map { "\($0)" } ?? "?"
      diagnostics.append(
        .error(
          "layout.no-glyph", at: place,
          "No font here has the character “\(character)” (\(Hexadecimal.codePoint(scalar, digits: 1)))."))
    }
  }

  /// Width of a text on one line, in points.
  func lineWidth(_ text: String, size: Double) -> Double {
    Double(fonts.measure(text: text.unicodeScalars.lazy.map(\.value)).width) * size / 1000
  }
}

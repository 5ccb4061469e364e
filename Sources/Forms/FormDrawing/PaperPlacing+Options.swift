internal import Diagnostics
internal import FormDefinition

extension PaperPlacing {
  /// Boxes and labels of a choice from left to right, on as many lines as needed.
  mutating func placeOptions(
    _ field: FieldDefinition, size: Double, _ cell: PaperCell, _ part: Int, in area: PlacedBox
  ) -> [(box: PlacedBox, part: Int)] {
    let side = 8.5
    let gap = 2.5
    let between = 8.0
    for option in field.options { reportMissing(in: option.label, at: cell.place) }
    let widths = field.options.map { side + gap + lineWidth($0.label, size: size) }
    var lines: [[Int]] = [[]]
    var used = 0.0
    for (index, width) in widths.enumerated() {
      if let last = lines.last, !last.isEmpty, used + width > area.width - 8 {
        lines.append([])
        used = 0
      }
      lines[lines.count - 1].append(index)
      used += width + between
    }
    let lineHeight = area.height / Double(lines.count)
    if lineHeight < side + 1.5 || widths.contains(where: { $0 > area.width - 8 }) {
      let needed = (side + 1.5) * Double(lines.count) / pointsPerMillimetre
      diagnostics.append(
        .error(
          "layout.no-room/options", at: cell.place,
          ["count": .number(field.options.count), "key": .text(field.key), "needed": .text(format(needed))]))
    }
    var options: [(box: PlacedBox, part: Int)] = []
    for (number, line) in lines.enumerated() {
      var x = area.x + 4
      let middle = area.y + area.height - (Double(number) + 0.5) * lineHeight
      for index in line {
        let option = addPart(.option, in: part)
        options.append((PlacedBox(x: x, y: middle - side / 2, width: side, height: side), option))
        page.texts.append(
          PlacedLabel(
            text: field.options[index].label, x: x + side + gap, y: middle - 0.36 * size, size: size, ink: .black,
            part: option))
        x += widths[index] + between
      }
    }
    return options
  }
}

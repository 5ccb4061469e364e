internal import Bytes
internal import Diagnostics
internal import FormDefinition

extension PaperPlacing {
  /// Places one cell's frame and content, which are `part`.
  mutating func place(_ cell: PaperCell, _ part: Int, in area: PlacedBox) {
    if cell.shade { page.shades.append(area) }
    if cell.border { frame(area) }
    switch cell.content {
    case .empty: break
    case .text(let text): placeText(text, cell, part, in: area)
    case .label(let key): placeLabel(key, cell, part, in: area)
    case .field(let key, let caption): placeField(key, caption, cell, part, in: area)
    case .repetition(let key): placeRepetition(key, cell, part, in: area)
    case .samples(let samples): placeSamples(samples, cell, in: area)
    }
  }

  mutating func placeText(_ text: String, _ cell: PaperCell, _ part: Int, in area: PlacedBox) {
    write(filled(text), of: part, in: area, cell.style(in: layout, align: .left), at: cell.place)
  }

  private mutating func placeLabel(_ key: String, _ cell: PaperCell, _ part: Int, in area: PlacedBox) {
    guard let field = definition(of: key, at: cell) else { return }
    let style = cell.style(in: layout, align: .centre)
    var room = area
    let isRequired = if case .always = field.need { true } else { false }
    let star = isRequired ? lineWidth("*", size: style.size) + 0.5 : 0
    room.width -= star
    write(field.shortLabel, of: part, in: room, style, at: cell.place)
    guard isRequired, let last = page.texts.last else { return }
    page.texts.append(
      PlacedLabel(
        text: "*", x: last.x + lineWidth(last.text, size: last.size) + 0.5, y: last.y, size: last.size, ink: .accent,
        part: part))
  }

  mutating func definition(of key: String, at cell: PaperCell) -> FieldDefinition? {
    let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
    for section in definition.sections {
      if let repetition = section.repetition {
        guard parts.count == 2, parts[0].hasPrefix(repetition.key + "["), parts[0].hasSuffix("]"),
          let index = Int(parts[0].dropFirst(repetition.key.count + 1).dropLast()),
          (0..<repetition.maximum).contains(index)
        else { continue }
        if let field = section.fields.first(where: { $0.key == parts[1] }) { return field }
      } else if let field = section.fields.first(where: { $0.key == key }) {
        return field
      }
    }
    let near = NearWord.nearest(to: key, in: definition.fields.map(\.key))
    diagnostics.append(
      .error("layout.unknown-field", at: cell.place, ["key": .text(key)], hint: .near(near)))
    return nil
  }
}

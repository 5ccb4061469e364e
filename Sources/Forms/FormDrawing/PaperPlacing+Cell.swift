internal import Diagnostics
internal import FormDefinition
internal import FormModel
internal import SourceText

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
    case .samples(let samples): placeSamples(samples, cell, in: area)
    }
  }

  private mutating func placeText(_ text: String, _ cell: PaperCell, _ part: Int, in area: PlacedBox) {
    write(
      filled(text), of: part, in: area, size: cell.size ?? layout.labelSize,
      minimum: cell.minimum ?? layout.minimumSize,
      align: cell.align ?? .left, valign: cell.valign, ink: .black, at: cell.place)
  }

  private mutating func placeLabel(_ key: String, _ cell: PaperCell, _ part: Int, in area: PlacedBox) {
    guard let field = definition(of: key, at: cell) else { return }
    let size = cell.size ?? layout.labelSize
    var room = area
    let isRequired = if case .always = field.need { true } else { false }
    let star = isRequired ? lineWidth("*", size: size) + 0.5 : 0
    room.width -= star
    write(
      field.shortLabel, of: part, in: room, size: size, minimum: cell.minimum ?? layout.minimumSize,
      align: cell.align ?? .centre, valign: cell.valign, ink: .black, at: cell.place)
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
      .error(
        "layout.unknown-field", at: cell.place, "The form has no field “\(key)”.",
        hint: near.map { "Did you mean “\($0)”?" }))
    return nil
  }

  private mutating func placeField(
    _ key: String, _ caption: String?, _ cell: PaperCell, _ part: Int, in area: PlacedBox
  ) {
    guard let field = definition(of: key, at: cell) else { return }
    guard seen.insert(key).inserted else {
      diagnostics.append(
        .error("layout.duplicate-field", at: cell.place, "The field “\(key)” has a place on paper already."))
      return
    }
    page.fields.append(PlacedField(key: key, box: area))
    if let item = page.item, !isElement(key, from: item) {
      diagnostics.append(
        .error(
          "layout.value", at: cell.place,
          "“\(key)” stands on a page that a filled form may leave out, and its answer with it.",
          hint: "Such a page holds only fields of the list that its “for” names, from that element on."))
    }
    if caption != nil, field.kind != .blank {
      diagnostics.append(
        .error("layout.value", at: cell.place, "Only a field that is filled in by hand may have a “text”."))
    }
    let inner = PlacedBox(x: area.x + 0.75, y: area.y + 0.75, width: area.width - 1.5, height: area.height - 1.5)
    let size = cell.size ?? layout.textSize
    let minimum = min(cell.minimum ?? layout.minimumSize, size)
    func widget(_ kind: PlacedWidget.Kind, _ box: PlacedBox, _ parts: [Int]? = nil) -> PlacedWidget {
      let alignment: FieldWidget.Alignment =
        switch cell.align ?? .left {
        case .left: .left
        case .centre: .centre
        case .right: .right
        }
      return PlacedWidget(
        kind: kind, box: box, size: size, minimumSize: minimum, alignment: alignment, wraps: cell.wraps,
        parts: parts ?? [part])
    }
    reportSmall(area, inner, cell, minimum: minimum)
    switch field.kind {
    case .blank:
      if let caption { placeText(caption, cell, part, in: area) }
      return
    case .signature: page.widgets.append(widget(.signature(key: key, label: field.label), inner))
    case .text, .integer, .date, .choice, .choices:
      guard let index = form.field(Array(key.utf8)) else { return }
      if field.kind == .choices, cell.isList {
        diagnostics.append(
          .error("layout.value", at: cell.place, "“\(key)” takes several options, so it cannot be a “list”."))
      } else if !field.options.isEmpty, !cell.isList {
        let options = placeOptions(field, size: cell.size ?? layout.labelSize, cell, part, in: area)
        page.widgets.append(widget(.options(field: index, boxes: options.map(\.box)), area, options.map(\.part)))
      } else if !field.options.isEmpty {
        page.widgets.append(widget(.list(field: index), inner))
      } else if cell.comb > 0 {
        for line in 1..<max(cell.comb, 1) {
          let x = area.x + area.width * Double(line) / Double(cell.comb)
          page.lines.append(
            PlacedLine(x1: x, y1: area.y, x2: x, y2: area.y + area.height, width: 0.3, ink: .faint))
        }
        let whole = PlacedBox(x: area.x, y: area.y + 0.75, width: area.width, height: area.height - 1.5)
        page.widgets.append(widget(.text(field: index, cells: cell.comb), whole))
      } else {
        page.widgets.append(widget(.text(field: index, cells: 0), inner))
      }
    }
  }

  /// Reports a place in which not one character of the smallest size can stand.
  private mutating func reportSmall(
    _ area: PlacedBox, _ inner: PlacedBox, _ cell: PaperCell, minimum: Double
  ) {
    let width = cell.comb > 0 ? inner.width / Double(cell.comb) : inner.width
    let needed = cell.comb > 0 ? minimum / 2 : minimum
    if width >= needed, inner.height >= minimum { return }
    diagnostics.append(
      .error(
        "layout.too-small", at: cell.place,
        "Nothing can be written in a place of \(format(area.width / pointsPerMillimetre)) × "
          + "\(format(area.height / pointsPerMillimetre)) mm\(cell.comb > 0 ? " with \(cell.comb) cells" : "").",
        hint: "Make the cell larger or its “minimum” smaller."))
  }

  /// Whether a key names a field of this element of a repeated group, or of a later one.
  private func isElement(_ key: String, from item: FieldItem) -> Bool {
    let group = form.groups[Int(item.group)]
    return (item.index..<group.maximum).contains { index in
      key.hasPrefix("\(String(decoding: group.key, as: UTF8.self))[\(index)].")
    }
  }

  /// Boxes and labels of a choice from left to right, on as many lines as needed.
  private mutating func placeOptions(
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
          "layout.no-room", at: cell.place,
          "The \(field.options.count) options of “\(field.key)” do not fit their place.",
          hint: "They need \(format(needed)) mm of height at this width."))
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

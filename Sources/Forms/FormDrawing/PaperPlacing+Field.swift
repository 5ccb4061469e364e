internal import Diagnostics
internal import FormDefinition
internal import FormModel

extension PaperPlacing {
  /// A cell that holds a field: its part, and its box on paper.
  struct FieldCell {
    let key: String
    let cell: PaperCell
    let part: Int
    let area: PlacedBox

    /// The box of the widget, a little within the frame.
    var inner: PlacedBox {
      PlacedBox(x: area.x + 0.75, y: area.y + 0.75, width: area.width - 1.5, height: area.height - 1.5)
    }

    /// The box of a widget whose cells meet the frame at both sides.
    var comb: PlacedBox { PlacedBox(x: area.x, y: area.y + 0.75, width: area.width, height: area.height - 1.5) }
  }

  /// Places the field `key`, and a caption where it is filled in by hand.
  mutating func placeField(_ key: String, _ caption: String?, _ cell: PaperCell, _ part: Int, in area: PlacedBox) {
    guard let field = definition(of: key, at: cell) else { return }
    guard seen.insert(key).inserted else {
      diagnostics.append(
        .error("layout.duplicate-field", at: cell.place, ["key": .text(key)]))
      return
    }
    page.fields.append(PlacedField(key: key, box: area))
    reportUse(of: field, key, caption, at: cell)
    let place = FieldCell(key: key, cell: cell, part: part, area: area)
    reportSmall(place)
    switch field.kind {
    case .blank:
      if let caption { placeText(caption, cell, part, in: area) }
    case .signature: add(.signature(key: key, label: field.label), place.inner, place)
    case .text, .integer, .decimal, .date, .yearMonth, .time, .choice, .choices, .yesNo:
      if let index = form.field(Array(key.utf8)) { placeAnswer(field, index, place) }
    }
  }

  /// Places the answer of the field `key` once more: another widget of the same field, so that one who types into
  /// either changes both.
  mutating func placeRepetition(_ key: String, _ cell: PaperCell, _ part: Int, in area: PlacedBox) {
    guard definition(of: key, at: cell) != nil else { return }
    let index = form.field(Array(key.utf8))
    let first = paper.pages.lazy.flatMap(\.widgets).first { widget in
      if case .text(let field, _) = widget.kind { field == index } else { false }
    }
    guard let index, let first, first.wraps == cell.wraps, first.kind == .text(field: index, cells: cell.comb) else {
      diagnostics.append(
        .error("layout.value/shown-again", at: cell.place, ["key": .text(key)]))
      return
    }
    page.fields.append(PlacedField(key: key, box: area))
    let place = FieldCell(key: key, cell: cell, part: part, area: area)
    reportSmall(place)
    placeText(index, place)
  }

  /// Places a field that a record answers.
  private mutating func placeAnswer(_ field: FieldDefinition, _ index: Int, _ place: FieldCell) {
    let cell = place.cell
    if field.kind == .choices, cell.isList {
      diagnostics.append(
        .error("layout.value/list-of-several", at: cell.place, ["key": .text(place.key)]))
    } else if !field.options.isEmpty, !cell.isList {
      let options = placeOptions(
        field, size: cell.size ?? layout.labelSize, cell, place.part, in: place.area)
      add(.options(field: index, boxes: options.map(\.box)), place.area, place, parts: options.map(\.part))
    } else if !field.options.isEmpty {
      add(.list(field: index), place.inner, place)
    } else {
      placeText(index, place)
    }
  }

  /// Places a text, in the cells of its comb if it has one, and behind it what a number counts.
  private mutating func placeText(_ index: Int, _ whole: FieldCell) {
    let unit = String(decoding: form.fields[index].unit, as: UTF8.self)
    let place = unit.isEmpty ? whole : placeUnit(unit, in: whole)
    let cells = place.cell.comb
    if cells > 0 { placeDividers(cells, in: place.area) }
    add(.text(field: index, cells: cells), cells > 0 ? place.comb : place.inner, place)
  }

  /// Prints a unit at the right end of a cell; returns what is left of the cell.
  private mutating func placeUnit(_ unit: String, in place: FieldCell) -> FieldCell {
    let size = layout.labelSize
    var (left, right) = (place.area, place.area)
    right.width = min(lineWidth(unit, size: size) + 6, place.area.width)
    left.width -= right.width
    right.x += left.width
    // Those who listen hear the answer before its unit.
    let part = addPart(.option, in: place.part)
    write(
      unit, of: part, in: right,
      TextStyle(size: size, minimum: layout.minimumSize, align: .left, valign: .middle),
      at: place.cell.place)
    let answer = FieldCell(key: place.key, cell: place.cell, part: part, area: left)
    // A cell that is too small without its unit is told already.
    if !isSmall(place) { reportSmall(answer) }
    return answer
  }

  /// Adds a widget with the cell's look; its parts are the cell's own where none are given.
  private mutating func add(_ kind: PlacedWidget.Kind, _ box: PlacedBox, _ place: FieldCell, parts: [Int]? = nil) {
    let alignment: FieldWidget.Alignment =
      switch place.cell.align ?? .left {
      case .left: .left
      case .centre: .centre
      case .right: .right
      }
    page.widgets.append(
      PlacedWidget(
        kind: kind, box: box, size: place.cell.size ?? layout.textSize, minimumSize: minimumSize(of: place.cell),
        alignment: alignment, wraps: place.cell.wraps, parts: parts ?? [place.part]))
  }

  /// How small an answer in the cell may become, points.
  private func minimumSize(of cell: PaperCell) -> Double {
    min(cell.minimum ?? layout.minimumSize, cell.size ?? layout.textSize)
  }

  /// The lines between the cells of a comb.
  private mutating func placeDividers(_ count: Int, in area: PlacedBox) {
    for line in 1..<max(count, 1) {
      let x = area.x + area.width * Double(line) / Double(count)
      page.lines.append(PlacedLine(x1: x, y1: area.y, x2: x, y2: area.y + area.height, width: 0.3, ink: .faint))
    }
  }

  /// Reports a field on a page that may be left out without it, and a caption that does not go with its kind.
  private mutating func reportUse(of field: FieldDefinition, _ key: String, _ caption: String?, at cell: PaperCell) {
    if let item = page.item, !isElement(key, from: item) {
      diagnostics.append(
        .error("layout.value/optional-page", at: cell.place, ["key": .text(key)]))
    }
    if caption != nil, field.kind != .blank {
      diagnostics.append(
        .error("layout.value/text", at: cell.place))
    }
  }

  /// Whether not one character of the smallest size can stand in a place.
  private func isSmall(_ place: FieldCell) -> Bool {
    let (cell, inner) = (place.cell, place.inner)
    let minimum = minimumSize(of: cell)
    let width = cell.comb > 0 ? inner.width / Double(cell.comb) : inner.width
    return width < (cell.comb > 0 ? minimum / 2 : minimum) || inner.height < minimum
  }

  /// Reports a place in which not one character of the smallest size can stand.
  private mutating func reportSmall(_ place: FieldCell) {
    if !isSmall(place) { return }
    let (cell, area) = (place.cell, place.area)
    var arguments: [String: MessageArgument] = [
      "width": .text(format(area.width / pointsPerMillimetre)),
      "height": .text(format(area.height / pointsPerMillimetre)),
    ]
    guard cell.comb > 0 else {
      diagnostics.append(.error("layout.too-small", at: cell.place, arguments))
      return
    }
    arguments["count"] = .number(cell.comb)
    diagnostics.append(.error("layout.too-small/comb", at: cell.place, arguments))
  }

  /// Whether a key names a field of this element of a repeated group, or of a later one.
  private func isElement(_ key: String, from item: GroupElement) -> Bool {
    let group = form.groups[Int(item.group)]
    return (item.index..<group.maximum).contains { index in
      key.hasPrefix("\(String(decoding: group.key, as: UTF8.self))[\(index)].")
    }
  }
}

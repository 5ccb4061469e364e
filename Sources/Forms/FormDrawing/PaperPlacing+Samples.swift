internal import Diagnostics
internal import FormDefinition
internal import FormModel

extension PaperPlacing {
  /// Places a cell of equal parts for impressions; what stands in them is drawn when the form is filled.
  mutating func placeSamples(_ samples: PaperSamples, _ cell: PaperCell, in area: PlacedBox) {
    let part = area.width / Double(samples.count)
    for line in 1..<max(samples.count, 1) {
      let x = area.x + part * Double(line)
      page.lines.append(
        PlacedLine(x1: x, y1: area.y, x2: x, y2: area.y + area.height, width: 0.5, ink: .grey))
    }
    guard let width = size(samples.width, within: part, at: cell),
      let height = size(samples.height, within: area.height, at: cell),
      let shape = definition(of: samples.shape, at: cell), let index = form.field(Array(samples.shape.utf8))
    else { return }
    for word in samples.ellipses where !shape.options.contains(where: { $0.value == word }) {
      diagnostics.append(
        .error(
          "layout.value/sample", at: cell.place,
          ["word": .text(word), "field": .text(samples.shape), "options": .list(shape.options.map(\.value))]))
    }
    page.samples.append(
      SealBoxes(
        page: UInt16(paper.pages.count - 1), rectangle: area.hundredths, count: UInt8(samples.count), width: width,
        height: height, shape: UInt16(index),
        outlines: shape.options.map { samples.ellipses.contains($0.value) ? .ellipse : .rectangle },
        room: Int32((samples.room * pointsPerMillimetre * 100).rounded())))
  }

  /// The field that holds a size in mm, whose greatest answer must fit `room` points.
  private mutating func size(_ key: String, within room: Double, at cell: PaperCell) -> UInt16? {
    guard let field = definition(of: key, at: cell), let index = form.field(Array(key.utf8)) else { return nil }
    let millimetres = room / pointsPerMillimetre - 2 * PaperSamples.clearance
    guard field.kind == .integer, field.minimum > 0, Double(field.maximum) <= millimetres + 0.01 else {
      diagnostics.append(
        .error("layout.value/millimetres", at: cell.place, ["key": .text(key), "length": .text(format(millimetres))]))
      return nil
    }
    return UInt16(index)
  }
}

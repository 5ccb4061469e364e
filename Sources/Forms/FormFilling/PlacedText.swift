#if canImport(FormModel)
  internal import FormModel
#endif
#if canImport(TextLayout)
  package import TextLayout
#endif

/// One answer as it stands on paper: every line's place in the widget's box.
package struct PlacedText: Sendable, Equatable {
  /// Characters of one font on one line.
  package struct Run: Sendable, Equatable {
    /// Where the first character's origin is, hundredths of a point from the box's left.
    package var x: Int32
    /// Height of the baseline, hundredths of a point from the box's bottom.
    package var y: Int32
    /// How far it moves the pen, hundredths of a point.
    package var advance: Int32
    /// Index of the font in the filler's chain.
    package var font: UInt8
    /// One at least, all of this font, from left to right.
    package var glyphs: ArraySlice<MeasuredGlyph>

    /// Unicode scalar values.
    package var scalars: [UInt32] { glyphs.map { $0.scalar } }
  }

  /// Index of the field in the compiled form.
  package var field: Int
  /// Index of the widget among the field's own.
  package var widget: Int
  /// Index of the widget in the filler's plan.
  var plan: Int
  /// Font size in hundredths of a point.
  package var size: Int32
  /// Line by line from the top, each from left to right; a comb has one for each of its cells that is filled.
  package var runs: [Run]
  /// The field's value (UTF-8): what the PDF's `/V` says.
  package var value: [UInt8]
}

/// Places one measured text in one widget's box; pure.
struct BoxPlacing {
  let box: FillPlan.Box
  let text: MeasuredText
  /// Free space at the left and right of a box, hundredths of a point.
  static let padding: Int32 = 200
  /// Distance of lines, in hundredths of the font size.
  static let leading: Int32 = 122

  /// The runs and their size; `nil` when the text does not fit at the smallest size.
  func placed() -> (size: Int32, runs: [PlacedText.Run])? {
    if box.cells > 0 { return inCells(Int32(box.cells)) }
    if box.wraps { return wrapped() }
    let room = Int64(box.rectangle.width - 2 * Self.padding)
    let width = max(text.width, 1)
    let size = min(Int64(box.size), room * 1000 / width)
    guard size >= Int64(box.minimumSize) else { return nil }
    let line = 0..<text.glyphs.count
    return (Int32(size), runs(line, size: Int32(size), y: baseline(lines: 1, line: 0, size: Int32(size))))
  }

  private func wrapped() -> (size: Int32, runs: [PlacedText.Run])? {
    let room = Int64(box.rectangle.width - 2 * Self.padding)
    var size = Int32(box.size)
    while size >= Int32(box.minimumSize) {
      let lines = text.lines(limit: room * 1000 / Int64(size))
      let height = Int64(lines.count - 1) * Int64(size) * Int64(Self.leading) / 100 + Int64(size)
      if height <= Int64(box.rectangle.height) {
        var placed: [PlacedText.Run] = []
        for (index, line) in lines.enumerated() {
          placed += runs(line, size: size, y: baseline(lines: lines.count, line: index, size: size))
        }
        return (size, placed)
      }
      size -= 25
    }
    return nil
  }

  private func inCells(_ cells: Int32) -> (size: Int32, runs: [PlacedText.Run])? {
    guard text.glyphs.count <= Int(cells) else { return nil }
    let size = Int32(box.size)
    let y = baseline(lines: 1, line: 0, size: size)
    var placed: [PlacedText.Run] = []
    placed.reserveCapacity(text.glyphs.count)
    for index in text.glyphs.indices {
      let left = Int64(box.rectangle.width) * Int64(index) / Int64(cells)
      let right = Int64(box.rectangle.width) * Int64(index + 1) / Int64(cells)
      let advance = Int64(text.glyphs[index].advance) * Int64(size) / 1000
      guard advance <= right - left else { return nil }
      placed.append(
        PlacedText.Run(
          x: Int32(left + (right - left - advance) / 2), y: y, advance: Int32(advance), font: text.glyphs[index].font,
          glyphs: text.glyphs[index...index]))
    }
    return (size, placed)
  }

  /// Han glyphs have their middle 0.36 em above the baseline.
  private func baseline(lines: Int, line: Int, size: Int32) -> Int32 {
    let block = Int32(lines - 1) * size * Self.leading / 100
    let middleOfFirst = box.rectangle.height / 2 + block / 2
    return middleOfFirst - Int32(line) * size * Self.leading / 100 - size * 36 / 100
  }

  private func runs(_ line: Range<Int>, size: Int32, y: Int32) -> [PlacedText.Run] {
    let width = Int32(text.width(line) * Int64(size) / 1000)
    let free = box.rectangle.width - 2 * Self.padding - width
    var x = Self.padding
    switch box.alignment {
    case .left: break
    case .centre: x += free / 2
    case .right: x += free
    }
    var placed: [PlacedText.Run] = []
    var start = line.lowerBound
    while start < line.upperBound {
      var end = start + 1
      while end < line.upperBound, text.glyphs[end].font == text.glyphs[start].font { end += 1 }
      let advance = Int32(text.width(start..<end) * Int64(size) / 1000)
      placed.append(
        PlacedText.Run(
          x: x, y: y, advance: advance, font: text.glyphs[start].font, glyphs: text.glyphs[start..<end]))
      x += advance
      start = end
    }
    return placed
  }
}

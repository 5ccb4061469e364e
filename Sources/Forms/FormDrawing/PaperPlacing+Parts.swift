internal import FormDefinition

// What belongs together, for readers who listen.
extension PaperPlacing {
  /// Adds a part; returns its number.
  mutating func addPart(_ role: PlacedPart.Role, in parent: Int?, spoken: String? = nil) -> Int {
    paper.parts.append(PlacedPart(role: role, parent: parent, spoken: spoken))
    return paper.parts.count - 1
  }

  /// Adds a heading; the first of the form is its title.
  mutating func addHeading(in section: Int, spoken: String? = nil) -> Int {
    let isTitle = !paper.parts.contains { $0.role == .heading(level: 1) }
    return addPart(.heading(level: isTitle ? 1 : 2), in: section, spoken: spoken)
  }

  /// Adds a row of a table and its cells; returns the cells. A cell is named by the label before it.
  ///
  /// - Parameter columns: where the columns of the table end, in hundredths of a millimetre from its left.
  mutating func addRow(_ row: PaperRow, widths: [Double], columns: [Int], in table: Int) -> [Int] {
    let part = addPart(.row, in: table)
    var header: Int?
    var cells: [Int] = []
    var (left, x) = (0, 0.0)
    for (number, (cell, width)) in zip(row.cells, widths).enumerated() {
      x += width
      // The last cell of a short row covers the columns at its right too: all rows have the same columns.
      let right = number == row.cells.count - 1 ? Int.max : Self.hundredths(x)
      let covered = max(1, columns.count { left < $0 && $0 <= right })
      left = right
      if cell.isHeader {
        let made = addPart(.header(columns: covered), in: part)
        header = made
        cells.append(made)
      } else {
        cells.append(addPart(.cell(columns: covered, header: cell.isEmpty ? nil : header), in: part))
      }
    }
    return cells
  }

  /// Where the columns of a table end, in hundredths of a millimetre from its left: wherever a cell of a row ends.
  func columns(of rows: [[Double]]) -> [Int] {
    var ends: Set<Int> = []
    for widths in rows {
      var x = 0.0
      for width in widths {
        x += width
        ends.insert(Self.hundredths(x))
      }
    }
    return ends.sorted()
  }

  private static func hundredths(_ millimetres: Double) -> Int { Int((millimetres * 100).rounded()) }
}

extension PaperCell {
  /// Whether it names the cells at its right: a label, or shaded words.
  fileprivate var isHeader: Bool {
    switch content {
    case .label: true
    case .text: shade
    case .field, .repetition, .samples, .empty: false
    }
  }

  fileprivate var isEmpty: Bool {
    if case .empty = content { return true }
    return false
  }
}

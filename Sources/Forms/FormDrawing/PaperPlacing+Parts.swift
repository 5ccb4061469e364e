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
  /// - Parameters:
  ///   - columns: where the columns of the table end, in hundredths of a millimetre from its left.
  ///   - above: the cells of the table's header, which name what stands below them.
  mutating func addRow(
    _ row: PaperRow, widths: [Double], columns: [Int], under above: [HeaderCell], in table: Int
  ) -> [Int] {
    let part = addPart(.row, in: table)
    var header: Int?
    var cells: [Int] = []
    for (cell, span) in zip(row.cells, spans(of: widths, columns)) {
      if cell.isHeader, above.isEmpty {
        let made = addPart(.header(columns: span.covered, namesColumn: false), in: part)
        header = made
        cells.append(made)
      } else {
        let name = header ?? above.first { $0.left <= span.left && span.left < $0.right }?.part
        cells.append(addPart(.cell(columns: span.covered, header: cell.isEmpty ? nil : name), in: part))
      }
    }
    return cells
  }

  /// Adds the row that names the columns of a table; returns its cells.
  mutating func addHeaderRow(_ row: PaperRow, widths: [Double], columns: [Int], in table: Int) -> [HeaderCell] {
    let part = addPart(.row, in: table)
    return spans(of: widths, columns).map { span in
      HeaderCell(
        part: addPart(.header(columns: span.covered, namesColumn: true), in: part), left: span.left, right: span.right)
    }
  }

  /// A cell of a table's header: its part, and its sides in hundredths of a millimetre from the table's left.
  struct HeaderCell {
    let part: Int
    let left: Int
    let right: Int
  }

  /// The sides of a row's cells, in hundredths of a millimetre, and how many columns each covers. The last cell of a
  /// short row covers the columns at its right too: all rows have the same columns.
  private func spans(of widths: [Double], _ columns: [Int]) -> [(left: Int, right: Int, covered: Int)] {
    var spans: [(left: Int, right: Int, covered: Int)] = []
    var x = 0.0
    for (number, width) in widths.enumerated() {
      x += width
      let left = spans.last?.right ?? 0
      let right = number == widths.count - 1 ? Int.max : Self.hundredths(x)
      spans.append((left, right, max(1, columns.count { left < $0 && $0 <= right })))
    }
    return spans
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

/// A block of a page as a comparison sees it: texts cut into pieces, and nothing that readers do not see.
///
/// Two are equal when readers see the same words; a heading's level and a list's marks are not looked at.
package indirect enum ComparableBlock: Sendable, Hashable {
  case text(TextRole, [TextPiece])
  case list(ListMarks, [ComparableItem])
  case table(ComparableTable)
  /// Blocks that stand together: of a quotation, of a note, of what a template shows.
  case group(GroupRole, [ComparableBlock])
  /// A line between texts.
  case rule
}

/// What a text is in its page.
package enum TextRole: Sendable, Hashable {
  case paragraph
  /// A heading of level 2 to 6.
  case heading(level: Int)
  /// The title of a note or of a flow chart.
  case title
  /// A picture that stands alone: its alternative text, then its caption.
  case figure
  case code

  /// All headings are of one kind.
  package static func == (left: TextRole, right: TextRole) -> Bool { left.kind == right.kind }

  /// Hashes the kind alone.
  package func hash(into hasher: inout Hasher) { hasher.combine(kind) }

  /// A number for each kind.
  var kind: Int {
    switch self {
    case .paragraph: 0
    case .heading: 1
    case .title: 2
    case .figure: 3
    case .code: 4
    }
  }
}

/// What makes a group of its blocks.
package enum GroupRole: Sendable, Hashable {
  case quote
  /// A note or the like, by its directive's name.
  case note(String)
  /// What a template shows, by its directive's name.
  case template(String)
  /// A process in words.
  case flow
}

/// How the items of a list are marked, which no comparison looks at.
package struct ListMarks: Sendable, Hashable {
  /// First number; `nil` for bullets.
  package var start: Int?
  /// Whether paragraphs stand in it without distance.
  package var isTight: Bool

  /// Marks of a list.
  package init(start: Int?, isTight: Bool) { (self.start, self.isTight) = (start, isTight) }

  /// All are equal.
  package static func == (left: ListMarks, right: ListMarks) -> Bool { true }

  /// Hashes nothing.
  package func hash(into hasher: inout Hasher) {}
}

/// An item of a list.
package struct ComparableItem: Sendable, Hashable {
  /// What stands in it.
  package var blocks: [ComparableBlock]

  /// An item of blocks.
  package init(_ blocks: [ComparableBlock]) { self.blocks = blocks }
}

/// A table as rows of cells.
package struct ComparableTable: Sendable, Hashable {
  /// A cell, or a place that a cell above or beside it covers.
  package struct Cell: Sendable, Hashable {
    /// What stands in it.
    package var pieces: [TextPiece]
    /// Rows and columns that it spans.
    package var (rows, columns) = (1, 1)
    /// Whether it heads its row or column.
    package var isHeader = false
    /// Whether another cell covers the place.
    package var isCovered = false

    /// A cell of one place.
    package init(_ pieces: [TextPiece], rows: Int = 1, columns: Int = 1, isHeader: Bool = false) {
      self.pieces = pieces
      self.rows = rows
      self.columns = columns
      self.isHeader = isHeader
    }

    /// A place that another cell covers.
    static let covered: Cell = {
      var cell = Cell([])
      cell.isCovered = true
      return cell
    }()
  }

  /// A row of cells.
  package struct Row: Sendable, Hashable {
    /// From left to right.
    package var cells: [Cell]

    /// A row of cells.
    package init(_ cells: [Cell]) { self.cells = cells }
  }

  /// Its title; `nil` where it has none.
  package var caption: [TextPiece]?
  /// Rows of the head.
  package var head: [Row]
  /// Rows below it.
  package var rows: [Row]

  /// A table of rows.
  package init(caption: [TextPiece]? = nil, head: [Row] = [], rows: [Row]) {
    self.caption = caption
    self.head = head
    self.rows = rows
  }
}

extension ComparableBlock {
  /// Calls `body` with each text in it, in order.
  package func forEachText(_ body: ([TextPiece]) -> Void) {
    switch self {
    case .text(_, let pieces): body(pieces)
    case .list(_, let items): for item in items { for block in item.blocks { block.forEachText(body) } }
    case .table(let table):
      if let caption = table.caption { body(caption) }
      for row in table.head + table.rows { for cell in row.cells { body(cell.pieces) } }
    case .group(_, let blocks): for block in blocks { block.forEachText(body) }
    case .rule: break
    }
  }
}

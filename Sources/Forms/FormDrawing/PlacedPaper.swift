package import FormModel

/// A form on paper before anything is drawn: every line of text, rule and box with its place. Points, origin at the
/// page's bottom left.
package struct PlacedPaper: Sendable, Equatable {
  package var width: Double
  package var height: Double
  package var pages: [PlacedPage]
  package var outline: [PlacedOutlineEntry] = []
  /// Where the code that names form and record is printed on the first page.
  package var qrCode: PlacedBox?
  /// Headings, paragraphs, tables and cells, each before what it holds and in the order in which they are read.
  package var parts: [PlacedPart] = []
}

/// What a piece of the form is, whoever appearances or listens; texts and widgets name the part they belong to.
package struct PlacedPart: Sendable, Equatable {
  package enum Role: Sendable, Equatable {
    /// What belongs to one heading.
    case section
    /// Level 1 for the form's own title, 2 for the others.
    case heading(level: Int)
    case paragraph
    case table, row
    /// A cell that names the answers at its right; columns that it covers.
    case header(columns: Int)
    /// Another cell; `header` is the part that names it.
    case cell(columns: Int, header: Int?)
    /// A box to tick with its words.
    case option
  }

  package var role: Role
  /// The part that holds it.
  package var parent: Int?
  /// What its words say together, when their lines one after the other do not.
  package var spoken: String?
}

/// A bookmark: where a part of the form starts.
package struct PlacedOutlineEntry: Sendable, Equatable {
  package var title: String
  package var page: Int
  package var y: Double
}

/// What one page holds.
package struct PlacedPage: Sendable, Equatable {
  package var shades: [PlacedBox] = []
  package var lines: [PlacedLine] = []
  package var texts: [PlacedLabel] = []
  package var widgets: [PlacedWidget] = []
  /// Boxes that a filled form draws as large as its answers say.
  package var samples: [SealBoxes] = []
  /// The element of a repeated group without which a filled form leaves the page out.
  package var item: GroupElement?
  /// Where each field's cell is, also one that is filled in by hand.
  package var fields: [PlacedField] = []
}

/// The cell of a field.
package struct PlacedField: Sendable, Equatable {
  package var key: String
  package var box: PlacedBox
}

/// The few colours that forms use.
package enum PaperInk: Sendable, Equatable {
  case black, grey, faint, accent
}

/// A rectangle.
package struct PlacedBox: Sendable, Equatable {
  package var x: Double
  package var y: Double
  package var width: Double
  package var height: Double
}

extension PlacedBox {
  /// Whether two boxes have a point in common.
  func meets(_ other: PlacedBox) -> Bool {
    x <= other.x + other.width && other.x <= x + width && y <= other.y + other.height && other.y <= y + height
  }
}

/// A straight line.
package struct PlacedLine: Sendable, Equatable {
  package var x1: Double
  package var y1: Double
  package var x2: Double
  package var y2: Double
  package var width: Double
  package var ink: PaperInk
}

/// A line of printed text; `x`, `y` is where its first character's baseline starts.
package struct PlacedLabel: Sendable, Equatable {
  package var text: String
  package var x: Double
  package var y: Double
  package var size: Double
  package var ink: PaperInk
  /// The part it belongs to; none for what stands at the foot of every page.
  package var part: Int?
}

/// A field on paper.
package struct PlacedWidget: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// A text answer; with `cells` > 0 one character in each.
    case text(field: Int, cells: Int)
    case list(field: Int)
    /// Boxes to tick, one an option.
    case options(field: Int, boxes: [PlacedBox])
    case signature(key: String, label: String)
  }

  package var kind: Kind
  package var box: PlacedBox
  package var size: Double
  package var minimumSize: Double
  package var alignment: FieldWidget.Alignment
  package var wraps: Bool
  /// The part of each of its boxes: its cell, or one an option.
  package var parts: [Int]
}

package import FormModel

/// A form on paper before anything is drawn: every line of text, rule and box with its place. Points, origin at the
/// page's bottom left.
package struct PlacedPaper: Sendable, Equatable {
  package var width: Double
  package var height: Double
  package var pages: [PlacedPage]
  package var outline: [PlacedOutlineEntry] = []
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
  /// The element of a repeated group without which a filled form leaves the page out.
  package var item: FieldItem?
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
}

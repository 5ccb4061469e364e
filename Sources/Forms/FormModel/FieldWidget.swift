/// A rectangle on a page in hundredths of a point, origin at the page's bottom left (PDF 32000-1 §8.3.2.3).
package struct PageRectangle: Sendable, Equatable {
  package var x: Int32
  package var y: Int32
  package var width: Int32
  package var height: Int32

  package init(x: Int32, y: Int32, width: Int32, height: Int32) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }
}

/// Object numbers of the two appearances of a box.
package struct BoxAppearances: Sendable, Equatable {
  package var on: UInt32
  package var off: UInt32

  package init(on: UInt32, off: UInt32) {
    self.on = on
    self.off = off
  }
}

/// Where and how an answer stands on paper.
package struct FieldWidget: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// A text in the rectangle; `cells` > 0 puts one character into each of so many equal cells.
    case text(cells: UInt8)
    /// A check box that is on when the option is chosen.
    case check(option: UInt8, appearances: BoxAppearances)
    /// A button of a radio group whose parent object holds the value.
    case radio(option: UInt8, parent: BlankObject, appearances: BoxAppearances)
    /// A choice list that shows the option's label.
    case list
  }

  package enum Alignment: UInt8, Sendable {
    case left, centre, right
  }

  package var kind: Kind
  package var object: BlankObject
  package var page: UInt16
  package var rectangle: PageRectangle
  /// Font size in hundredths of a point, and the floor for a long text.
  package var size: UInt16
  package var minimumSize: UInt16
  package var alignment: Alignment
  /// Whether the text may break into several lines.
  package var wraps: Bool

  package init(
    kind: Kind, object: BlankObject, page: UInt16, rectangle: PageRectangle, size: UInt16, minimumSize: UInt16,
    alignment: Alignment, wraps: Bool
  ) {
    self.kind = kind
    self.object = object
    self.page = page
    self.rectangle = rectangle
    self.size = size
    self.minimumSize = minimumSize
    self.alignment = alignment
    self.wraps = wraps
  }
}

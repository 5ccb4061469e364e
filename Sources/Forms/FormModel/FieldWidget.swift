/// A rectangle on a page in hundredths of a point, origin at the page's bottom left (PDF 32000-1 §8.3.2.3).
package struct PageRectangle: Sendable, Equatable {
  /// The left side, from the page's left.
  package var x: Int32
  /// The bottom, from the page's bottom.
  package var y: Int32
  /// How far it reaches to the right; not negative.
  package var width: Int32
  /// How far it reaches up; not negative.
  package var height: Int32

  /// A rectangle by its bottom left corner and its size, hundredths of a point.
  package init(x: Int32, y: Int32, width: Int32, height: Int32) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }
}

/// Object numbers of the two appearances of a box.
package struct BoxAppearances: Sendable, Equatable {
  /// Of the appearance stream with the mark.
  package var on: UInt32
  /// Of the appearance stream without it, `/Off`.
  package var off: UInt32

  /// Object numbers of both appearance streams.
  package init(on: UInt32, off: UInt32) {
    self.on = on
    self.off = off
  }
}

/// Where and how an answer stands on paper.
package struct FieldWidget: Sendable, Equatable {
  /// What kind of form field it is; options are indices into the field's own.
  package enum Kind: Sendable, Equatable {
    /// A text in the rectangle; `cells` > 0 puts one character into each of so many equal cells.
    case text(cells: UInt8)
    /// One of several places of the same text, whose parent object holds the value and the flags.
    case part(cells: UInt8, parent: BlankObject)
    /// A check box that is on when the option is chosen.
    case check(option: UInt8, appearances: BoxAppearances)
    /// A button of a radio group whose parent object holds the value.
    case radio(option: UInt8, parent: BlankObject, appearances: BoxAppearances)
    /// A choice list that shows the option's label.
    case list
  }

  /// Where a shorter answer stands; raw values are those of `/Q` (PDF 32000-1 §12.7.3.3).
  package enum Alignment: UInt8, Sendable {
    case left, centre, right
  }

  /// How it shows the answer.
  package var kind: Kind
  /// The widget's dictionary in the blank, merged with its field's except in a radio group and where a text has
  /// several places.
  package var object: BlankObject
  /// Index of the page, from 0.
  package var page: UInt16
  /// Hundredths of a point from the page's bottom left, a box with its frame.
  package var rectangle: PageRectangle
  /// Font size of an answer that fits, hundredths of a point.
  package var size: UInt16
  /// Font size to which a long answer may shrink, hundredths of a point; 1 at least and ``size`` at most.
  package var minimumSize: UInt16
  /// Where a shorter answer stands.
  package var alignment: Alignment
  /// Whether the text may break into several lines.
  package var wraps: Bool

  /// A widget as it stands in the blank.
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

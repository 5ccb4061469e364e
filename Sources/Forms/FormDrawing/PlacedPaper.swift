package import FormModel
package import PDFDrawing

/// A form on paper before anything is drawn: every line of text, rule and box with its place. Points, origin at the
/// page's bottom left.
package struct PlacedPaper: Sendable, Equatable {
  /// Of every page.
  package var width: Double
  /// Of every page.
  package var height: Double
  /// In their order; one at least.
  package var pages: [PlacedPage]
  /// In reading order; pages that a filled form may leave out have no entry.
  package var outline: [PlacedOutlineEntry] = []
  /// Headings, paragraphs, tables and cells, each before what it holds and in the order in which they are read.
  package var parts: [PlacedPart] = []
}

/// What a piece of the form is, whoever looks or listens; texts and widgets name the part they belong to.
package struct PlacedPart: Sendable, Equatable {
  /// What kind of piece it is; drawing makes a structure type of each (PDF 32000-1 §14.8.4).
  package enum Role: Sendable, Equatable {
    /// What belongs to one heading.
    case section
    /// Level 1 for the form's own title, 2 for the others.
    case heading(level: Int)
    case paragraph
    /// A table and its rows, whose cells are ``header(columns:)`` and ``cell(columns:header:)``.
    case table, row
    /// A cell that names the answers at its right, or below it; columns that it covers.
    case header(columns: Int, namesColumn: Bool)
    /// Another cell; `header` is the part that names it.
    case cell(columns: Int, header: Int?)
    /// A box to tick with its words.
    case option
    /// A picture; what it shows is spoken.
    case figure
  }

  /// What it is to those who listen.
  package var role: Role
  /// The part that holds it.
  package var parent: Int?
  /// What its words say together, when their lines one after the other do not.
  package var spoken: String?
}

/// A bookmark: where a part of the form starts.
package struct PlacedOutlineEntry: Sendable, Equatable {
  /// A heading, or the label of a band.
  package var title: String
  /// Index of the page, from 0.
  package var page: Int
  /// The height to which a viewer goes: the top of the heading's or the band's area.
  package var y: Double
}

/// What one page holds.
package struct PlacedPage: Sendable, Equatable {
  /// Filled under everything else.
  package var shades: [PlacedBox] = []
  /// Frames, dividers, scale bars and corner crosses.
  package var lines: [PlacedLine] = []
  /// Printed words, each line by itself.
  package var texts: [PlacedLabel] = []
  /// Pictures of the guide.
  package var pictures: [PlacedPicture] = []
  /// Fields to fill or sign, in the order of the layout.
  package var widgets: [PlacedWidget] = []
  /// Boxes that a filled form draws as large as its answers say.
  package var samples: [SealBoxes] = []
  /// The element of a repeated group without which a filled form leaves the page out.
  package var item: GroupElement?
  /// Where the code that names form and record is printed.
  package var qrCode: PlacedBox?
  /// Where each field's cell is, also one that is filled in by hand.
  package var fields: [PlacedField] = []
}

/// The cell of a field.
package struct PlacedField: Sendable, Equatable {
  /// Whole, as `seals[0].name`.
  package var key: String
  /// The whole cell; a widget stands a little within it.
  package var box: PlacedBox
}

/// A picture on paper.
package struct PlacedPicture: Sendable, Equatable {
  /// Its name in the guide: the same picture is drawn from one object.
  package var name: String
  /// Its size and data.
  package var picture: PDFPicture
  /// What it covers.
  package var box: PlacedBox
  /// The part it is.
  package var part: Int
}

/// The few colours that forms use.
package enum PaperInk: Sendable, Equatable {
  case black, grey, faint, accent
}

/// A rectangle.
package struct PlacedBox: Sendable, Equatable {
  /// The left side, from the page's left.
  package var x: Double
  /// The bottom, from the page's bottom.
  package var y: Double
  /// How far it reaches to the right.
  package var width: Double
  /// How far it reaches up.
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
  /// Where it starts, from the page's left.
  package var x1: Double
  /// Where it starts, from the page's bottom.
  package var y1: Double
  /// Where it ends, from the page's left.
  package var x2: Double
  /// Where it ends, from the page's bottom.
  package var y2: Double
  /// Its thickness.
  package var width: Double
  /// Its colour.
  package var ink: PaperInk
}

/// A line of printed text; `x`, `y` is where its first character's baseline starts.
package struct PlacedLabel: Sendable, Equatable {
  /// Without line breaks; each character is in one of the form's fonts.
  package var text: String
  /// From the page's left.
  package var x: Double
  /// From the page's bottom.
  package var y: Double
  /// Font size, as far as it had to shrink.
  package var size: Double
  /// The colour of all its characters.
  package var ink: PaperInk
  /// The part it belongs to; none for what stands at the foot of every page, ``decoration`` for what was said before.
  package var part: Int?

  /// In place of a part: nothing that those who listen should hear.
  static let decoration = -1
}

/// A field on paper.
package struct PlacedWidget: Sendable, Equatable {
  /// What the field is for; `field` is its index in the compiled form.
  package enum Kind: Sendable, Equatable {
    /// A text answer, which may have several widgets; with `cells` > 0 one character in each cell.
    case text(field: Int, cells: Int)
    /// A drop-down list of one choice.
    case list(field: Int)
    /// Boxes to tick, one an option.
    case options(field: Int, boxes: [PlacedBox])
    /// A place for a digital signature: the field's key, and the label as its tooltip.
    case signature(key: String, label: String)
  }

  /// Which of the compiled form's fields it is, and how it is answered.
  package var kind: Kind
  /// What the answer may cover; for boxes to tick the cell that holds them.
  package var box: PlacedBox
  /// Font size of an answer that fits.
  package var size: Double
  /// Font size to which a long answer may shrink; ``size`` at most.
  package var minimumSize: Double
  /// Where a shorter answer stands.
  package var alignment: FieldWidget.Alignment
  /// Whether the answer may break into several lines.
  package var wraps: Bool
  /// The part of each of its boxes: its cell, or one an option.
  package var parts: [Int]
}

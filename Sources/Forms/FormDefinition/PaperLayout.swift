package import Diagnostics

/// How a form stands on paper: pages of blocks, blocks of rows, rows of cells. Lengths are millimetres, font sizes
/// points.
package struct PaperLayout: Sendable {
  /// Of every page; A4 unless the layout says otherwise.
  package var width = 210.0
  /// Of every page; A4 unless the layout says otherwise.
  package var height = 297.0
  /// Free on all four sides but for corner crosses and the code; less than half of the page's shorter side.
  package var margin = 15.0
  /// Font size of answers.
  package var textSize = 9.5
  /// Font size to which an answer, a label or other words of a cell may shrink to fit.
  package var minimumSize = 6.0
  /// Font size of labels, other words of cells and options.
  package var labelSize = 9.0
  /// Height of rows that have none of their own.
  package var rowHeight = 8.0
  /// Length of an arm of a corner cross.
  package static let crossArm = 3.0
  /// Distance of the corner crosses from the page's edges; none when `nil`.
  package var cornerMarks: Double?
  /// Where the code that names form and record is printed; none when `nil`.
  package var qrCode: PaperQRCode?
  /// Printed at the foot of every page, with `{page}` and `{pages}`.
  package var footer = ""
  /// Where the text of the footer begins; the layout's own place when it has none.
  package var footerPlace: SourcePlace
  /// From top to bottom, with `each` written out for every element.
  package var blocks: [PaperBlock] = []
  /// Where the layout begins in its file.
  package var place: SourcePlace

  /// An empty A4 layout, sizes at their defaults; the place is that of its file.
  package init(place: SourcePlace) {
    self.place = place
    footerPlace = place
  }
}

/// One part of a page, from top to bottom.
package struct PaperBlock: Sendable {
  /// What the part holds; lengths in millimetres, font sizes in points.
  package enum Content: Sendable {
    /// A centred title.
    case heading(String, size: Double, height: Double)
    /// Text over the whole width, broken into lines; its height follows from the text.
    case paragraph(String, size: Double)
    /// A table over the whole width, which may go on on the next page between two rows.
    case rows([PaperTable])
    /// Tables with one cell at their left that runs down all of them; what is higher than a page goes on on the next.
    case band(String, width: Double, [PaperTable])
    /// Blocks beside one another, on one page.
    case columns([PaperColumn], gap: Double)
    /// A picture of the guide.
    case picture(PaperPicture)
    /// Free height.
    case gap(Double)
    /// A new page; a filled form leaves it out when the record has no such element, as `seals[2]`.
    case pageBreak(element: String?)
    /// A bar of exactly this length with a tick every 10 mm.
    case scaleBar(Double)
  }

  /// Already with the numbers of elements: `seals[]` is `seals[0]`, `{n}` is 1.
  package var content: Content
  /// Where the block's map begins; that of `each` for all blocks that it stands for.
  package var place: SourcePlace
}

/// Rows that are one table to those who listen.
package struct PaperTable: Sendable {
  /// Names what stands below each of its cells; stands once more at the top of a page on which the table goes on.
  package var header: PaperRow?
  /// From top to bottom.
  package var rows: [PaperRow]

  /// A table of rows, perhaps below a header.
  package init(header: PaperRow?, rows: [PaperRow]) {
    self.header = header
    self.rows = rows
  }
}

/// Blocks of one column.
package struct PaperColumn: Sendable {
  /// Millimetres; what is left is shared by the columns without one.
  package var width: Double?
  /// From top to bottom.
  package var blocks: [PaperBlock]
}

/// A picture and how it stands.
package struct PaperPicture: Sendable {
  /// Its name in the version's `figures/`.
  package var name: String
  /// What it shows, for those who listen.
  package var alternative: String
  /// Millimetres; where one of the two is not given, it follows from the picture.
  package var width: Double?
  /// Millimetres.
  package var height: Double?
  /// Where it stands in the space that it has.
  package var align: PaperCell.Align
}

/// A square with a two-dimensional code and its quiet zone; millimetres from the page's right and top edges.
package struct PaperQRCode: Sendable {
  /// From the page's right edge to that of the square.
  package var right: Double
  /// From the page's top edge to that of the square.
  package var top: Double
  /// Side of the square, 10 at least: a smaller code cannot be read from a scan.
  package var size: Double
  /// Whether every page has it, and not only the first.
  package var isOnEveryPage: Bool
  /// Where the map of `code` begins.
  package var place: SourcePlace
}

/// Equal parts of a cell for impressions, whose sizes answers give.
package struct PaperSamples: Sendable {
  /// Key of the integer field with the width in mm, such as `seals[0].widthMM`.
  package var width: String
  /// Key of the integer field with the height in mm.
  package var height: String
  /// Key of the choice of shapes.
  package var shape: String
  /// Options of the shape that are drawn as ellipses; the others are rectangles.
  package var ellipses: [String]
  /// How many parts stand side by side, 1 to 12.
  package var count: Int
  /// Millimetres around the outline, where the corner crosses stand.
  package var room: Double
  /// Millimetres that the largest outline keeps from the lines of its part, so that one can see where it ends.
  package static let clearance = 2.0
}

/// Cells side by side.
package struct PaperRow: Sendable {
  /// Millimetres.
  package var height: Double
  /// From left to right.
  package var cells: [PaperCell]
  /// Where the row's map begins.
  package var place: SourcePlace
}

/// A rectangle of a row.
package struct PaperCell: Sendable {
  /// What a cell shows; keys of fields are whole, as `seals[0].name`.
  package enum Content: Sendable {
    /// A field's label.
    case label(String)
    /// A field's answer; in a field that is filled by hand, the words printed there.
    case field(String, caption: String?)
    /// The answer of a field that has its own place before this one, once more.
    case repetition(String)
    /// Fixed words, with `{title}`, `{version}`, `{guide}`, `{notice}` and `{id}` of the form.
    case text(String)
    /// Boxes for impressions, which a filled form draws.
    case samples(PaperSamples)
    case empty
  }

  /// Where lines stand between the sides of their cell; raw values are the words of `align`.
  package enum Align: String, Sendable, CaseIterable {
    case left, centre, right
  }

  /// Where lines stand between top and bottom of their cell; raw values are the words of `valign`.
  package enum Valign: String, Sendable, CaseIterable {
    case top, middle, bottom
  }

  /// Empty where the layout names nothing.
  package var content: Content
  /// Millimetres; what is left is shared by the cells without one.
  package var width: Double?
  /// Font size, points; `nil` for the layout's size of answers or of labels.
  package var size: Double?
  /// Font size to which the text may shrink, points; `nil` for the layout's.
  package var minimum: Double?
  /// `nil` for the middle in labels and the left in all others.
  package var align: Align?
  /// The middle where the layout does not say. A record's answers always stand in the middle.
  package var valign: Valign
  /// One character a cell, so many cells; 0 for running text.
  package var comb: Int
  /// Whether an answer may break into several lines; printed words always may.
  package var wraps: Bool
  /// Whether a choice is a list to choose from and not a row of boxes.
  package var isList: Bool
  /// Whether the cell has a frame; `true` where the layout does not say.
  package var border: Bool
  /// Whether the cell is shaded, as labels are where the layout does not say; shaded words name the cells at their
  /// right to those who listen.
  package var shade: Bool
  /// Where the cell's map begins.
  package var place: SourcePlace
}

package import Diagnostics

/// How a form stands on paper: pages of blocks, blocks of rows, rows of cells. Lengths are millimetres, font sizes
/// points.
package struct PaperLayout: Sendable {
  package var width = 210.0
  package var height = 297.0
  package var margin = 15.0
  /// Font size of answers, the floor they may shrink to, and the size of labels.
  package var textSize = 9.5
  package var minimumSize = 6.0
  package var labelSize = 9.0
  package var rowHeight = 8.0
  /// Length of an arm of a corner cross.
  package static let crossArm = 3.0
  /// Distance of the corner crosses from the page's edges; none when `nil`.
  package var cornerMarks: Double?
  /// Where the code that names form and record is printed on the first page; none when `nil`.
  package var qrCode: PaperQRCode?
  /// Printed at the foot of every page, with `{page}` and `{pages}`.
  package var footer = ""
  package var footerPlace: SourcePlace
  package var blocks: [PaperBlock] = []
  package var place: SourcePlace

  package init(place: SourcePlace) {
    self.place = place
    footerPlace = place
  }
}

/// One part of a page, from top to bottom.
package struct PaperBlock: Sendable {
  package enum Content: Sendable {
    /// A centred title.
    case heading(String, size: Double, height: Double)
    /// Text over the whole width, broken into lines; its height follows from the text.
    case paragraph(String, size: Double)
    case rows([PaperRow])
    /// Rows with one cell at their left that runs down all of them.
    case band(String, width: Double, [PaperRow])
    case gap(Double)
    /// A new page; a filled form leaves it out when the record has no such element, as `seals[2]`.
    case pageBreak(element: String?)
    /// A bar of exactly this length with a tick every 10 mm.
    case scaleBar(Double)
  }

  package var content: Content
  package var place: SourcePlace
}

/// A square with a two-dimensional code and its quiet zone; millimetres from the page's right and top edges.
package struct PaperQRCode: Sendable {
  package var right: Double
  package var top: Double
  package var size: Double
  package var place: SourcePlace
}

/// Equal parts of a cell for impressions, whose sizes answers give.
package struct PaperSamples: Sendable {
  /// Keys of the fields with width and height in mm, and of the choice of shapes.
  package var width: String
  package var height: String
  package var shape: String
  /// Options of the shape that are drawn as ellipses; the others are rectangles.
  package var ellipses: [String]
  package var count: Int
  /// Millimetres around the outline, where the corner crosses stand.
  package var room: Double
}

/// Cells side by side.
package struct PaperRow: Sendable {
  package var height: Double
  package var cells: [PaperCell]
  package var place: SourcePlace
}

/// A rectangle of a row.
package struct PaperCell: Sendable {
  package enum Content: Sendable {
    /// A field's label.
    case label(String)
    /// A field's answer; in a field that is filled by hand, the words printed there.
    case field(String, caption: String?)
    case text(String)
    case samples(PaperSamples)
    case empty
  }

  package enum Align: String, Sendable, CaseIterable {
    case left, centre, right
  }

  package enum Valign: String, Sendable, CaseIterable {
    case top, middle, bottom
  }

  package var content: Content
  /// Millimetres; what is left is shared by the cells without one.
  package var width: Double?
  package var size: Double?
  package var minimum: Double?
  package var align: Align?
  package var valign: Valign
  /// One character a cell, so many cells; 0 for running text.
  package var comb: Int
  package var wraps: Bool
  /// Whether a choice is a list to choose from and not a row of boxes.
  package var isList: Bool
  package var border: Bool
  package var shade: Bool
  package var place: SourcePlace
}

/// A page of a document that is being drawn.
package struct PDFPageIndex: Sendable, Hashable {
  /// 0 for the first page.
  package let number: Int
}

/// A point of a page in points, origin at the page's bottom left (PDF 32000-1 §8.3.2.3).
package struct PDFPoint: Sendable, Equatable {
  /// From the page's left.
  package var x: Double
  /// From the page's bottom.
  package var y: Double

  /// A point by its distances from the page's left and bottom, points.
  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// How a line or an outline is drawn.
package struct PDFStroke: Sendable, Equatable {
  /// The line's colour.
  package var color: PDFColor
  /// The line's width in points.
  package var width: Double
  /// Lengths of dashes and gaps in turn, points; empty for an unbroken line.
  package var dash: [Double]

  /// An unbroken black line of half a point, unless said otherwise.
  package init(_ color: PDFColor = .black, width: Double = 0.5, dash: [Double] = []) {
    self.color = color
    self.width = width
    self.dash = dash
  }
}

/// A rectangle in points, origin at the page's bottom left (PDF 32000-1 §8.3.2.3).
package struct PDFRectangle: Sendable, Equatable {
  /// The left side, from the page's left.
  package var x: Double
  /// The bottom, from the page's bottom.
  package var y: Double
  /// How far it reaches to the right.
  package var width: Double
  /// How far it reaches up.
  package var height: Double

  /// A rectangle by its bottom left corner and its size, points.
  package init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }
}

/// A colour of the device RGB space, each part from 0 to 1.
package struct PDFColor: Sendable, Equatable {
  /// 0 for none, 1 for all.
  package var red: Double
  /// 0 for none, 1 for all.
  package var green: Double
  /// 0 for none, 1 for all.
  package var blue: Double

  /// A colour by its parts, each from 0 to 1; three equal ones are written as a grey (PDF 32000-1 §8.6.4).
  package init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// A grey between 0, black, and 1, white.
  package static func gray(_ level: Double) -> PDFColor { PDFColor(red: level, green: level, blue: level) }
  /// Grey 0, in which text is drawn unless said otherwise.
  package static let black = PDFColor.gray(0)
  /// Grey 1.
  package static let white = PDFColor.gray(1)
}

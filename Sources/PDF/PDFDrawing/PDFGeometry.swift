/// A page of a document that is being drawn.
package struct PDFPageIndex: Sendable, Hashable {
  /// 0 for the first page.
  package let number: Int
}

/// A rectangle in points, origin at the page's bottom left (PDF 32000-1 §8.3.2.3).
package struct PDFRectangle: Sendable, Equatable {
  package var x: Double
  package var y: Double
  package var width: Double
  package var height: Double

  package init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }
}

/// A colour of the device RGB space, each part from 0 to 1.
package struct PDFColor: Sendable, Equatable {
  package var red: Double
  package var green: Double
  package var blue: Double

  package init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// A grey between 0, black, and 1, white.
  package static func gray(_ level: Double) -> PDFColor { PDFColor(red: level, green: level, blue: level) }
  package static let black = PDFColor.gray(0)
  package static let white = PDFColor.gray(1)
}

internal import FormDefinition

/// How a printed text looks, and where it stands in its area.
struct TextStyle {
  /// Font size in points, and how small it may become where the text does not fit.
  var size: Double
  var minimum: Double
  var align: PaperCell.Align
  var valign: PaperCell.Valign
  var ink: PaperInk = .black
}

extension PaperCell {
  /// The style of words in the cell.
  func style(in layout: PaperLayout, align: Align) -> TextStyle {
    TextStyle(
      size: size ?? layout.labelSize, minimum: minimum ?? layout.minimumSize, align: self.align ?? align,
      valign: valign)
  }
}

/// A cell of a row that was read from a workbook.
package struct TableCell: Sendable, Equatable {
  /// Why what somebody entered in a cell is not known.
  package enum Flaw: Sendable, Equatable {
    /// A number of 16 digits or more: the program that wrote the workbook kept 15 of them.
    case lostDigits
    /// A formula whose value the program that wrote the workbook did not work out.
    case noValue
  }

  /// What the cell shows, nearly: numbers with all their digits, dates as 2026-11-22 (UTF-8).
  package var text: [UInt8]
  /// `nil` where the text is what was entered.
  package var flaw: Flaw?

  /// A cell with this text.
  package init(_ text: [UInt8] = [], flaw: Flaw? = nil) {
    self.text = text
    self.flaw = flaw
  }
}

internal import Foundation
internal import FoundationXML
package import Tables

/// Reads a sheet's rows as they come and hands each on.
final class SheetParser: PartParser {
  /// What a sheet has at most (Excel's limits), and the texts of a row together.
  private static let mostRows = 1 << 20
  private static let mostColumns = 1 << 14
  private static let largestRow = 1 << 20

  private let shared: SharedTexts?
  private let formats: [CellFormat]
  private let from1904: Bool
  /// Takes a row; `false` when no more are wanted.
  private let take: (WorkbookRow) -> Bool

  private var row = WorkbookRow(number: 0, cells: [])
  private var (isInRow, isInCell) = (false, false)
  private var size = 0
  private var column = -1
  private var kind = ""
  private var format = CellFormat.general
  private var hasFormula = false
  private var isValue = false
  private var value: [UInt8] = []
  private var text = CellText()
  /// Rows with anything in them that the program which shows the sheet hides.
  private(set) var hiddenRows = 0
  private var isHidden = false

  init(
    _ part: String, shared: SharedTexts?, formats: [CellFormat], from1904: Bool,
    take: @escaping (WorkbookRow) -> Bool
  ) {
    self.shared = shared
    self.formats = formats
    self.from1904 = from1904
    self.take = take
    super.init(part)
  }

  override func begin(_ name: Substring, _ attributes: [String: String], _ parser: XMLParser) {
    switch name {
    case "row":
      let number = attributes["r"].flatMap { Int($0) } ?? row.number + 1
      guard number > row.number, number <= Self.mostRows else { return stop(parser, .damaged("row \(row.number + 1)")) }
      row = WorkbookRow(number: number, cells: [])
      isInRow = true
      size = 0
      column = -1
      isHidden = attributes.isTrue("hidden")
    case "c" where isInRow:
      isInCell = true
      let found = attributes["r"].flatMap(Self.column) ?? column + 1
      guard found < Self.mostColumns else { return stop(parser, .damaged("row \(row.number)")) }
      column = found
      kind = attributes["t"] ?? "n"
      let style = attributes["s"].flatMap { Int($0) } ?? 0
      format = formats.indices.contains(style) ? formats[style] : .general
      hasFormula = false
      value.removeAll(keepingCapacity: true)
      _ = text.take()
    case "f": hasFormula = true
    case "v": isValue = true
    default: text.begin(name)
    }
  }

  override func characters(_ characters: String, _ parser: XMLParser) {
    if row.isTooLarge { return }
    if isValue { value += characters.utf8 } else { text.add(characters) }
    grow(by: characters.utf8.count)
  }

  /// Counts what a row holds, what its cells show of texts that are shared too.
  private func grow(by count: Int) {
    size += count
    if size > Self.largestRow {
      row.isTooLarge = true
      row.cells = []
    }
  }

  override func end(_ name: Substring, _ parser: XMLParser) {
    switch name {
    case "v": isValue = false
    case "c" where isInCell:
      isInCell = false
      guard !row.isTooLarge, let cell = cell() else { return }
      // A text that stands in the cell is counted already.
      if kind != "inlineStr", cell.text.count > value.count { grow(by: cell.text.count - value.count) }
      if !row.isTooLarge { row.put(cell, at: column) }
    case "row" where isInRow:
      isInRow = false
      guard row.isTooLarge || !row.cells.isEmpty else { return }
      if isHidden { hiddenRows += 1 }
      if !take(row) { stop(parser, .stopped) }
    case "sheetData": stop(parser)
    default: text.end(name)
    }
  }

  /// The cell that ends; `nil` for one with nothing in it.
  private func cell() -> TableCell? {
    switch kind {
    case "s":
      let index = Int(String(decoding: value, as: UTF8.self))
      return index.flatMap { shared?[$0] }.flatMap { $0.isEmpty ? nil : TableCell(Array($0)) }
    case "inlineStr":
      let text = text.take()
      return text.isEmpty ? nil : TableCell(text)
    case "str", "e":
      return value.isEmpty ? nil : TableCell(CellText.unescaped(value))
    case "b":
      return value.isEmpty ? nil : TableCell(Array((value == [0x31] ? "TRUE" : "FALSE").utf8))
    case "d":
      // ISO 8601; a time of midnight is a day.
      let day = value.prefix { $0 != UInt8(ascii: "T") }
      let isDay = value.dropFirst(day.count).allSatisfy { "T0:.Z".utf8.contains($0) }
      return value.isEmpty ? nil : TableCell(isDay ? Array(day) : value)
    default: return number()
    }
  }

  private func number() -> TableCell? {
    if value.isEmpty { return hasFormula ? TableCell(flaw: .noValue) : nil }
    let written = String(decoding: value, as: UTF8.self)
    guard let number = Double(written.trimmingCharacters(in: .whitespaces)), number.isFinite else {
      return TableCell(value)
    }
    if abs(number) >= 1e15 { return TableCell(value, flaw: .lostDigits) }
    return TableCell(Array(format.text(number, from1904: from1904).utf8))
  }

  /// The column of a reference such as `AB12`, from 0.
  private static func column(_ reference: String) -> Int? {
    var column = 0
    var letters = 0
    for byte in reference.utf8 {
      switch byte {
      case 0x41...0x5A: column = column * 26 + Int(byte - 0x40)
      case 0x61...0x7A: column = column * 26 + Int(byte - 0x60)
      default: return letters > 0 ? column - 1 : nil
      }
      letters += 1
      if letters > 3 { return nil }
    }
    return letters > 0 ? column - 1 : nil
  }
}

/// A row of a sheet.
package struct WorkbookRow: Sendable, Equatable {
  /// As the program shows it, from 1.
  package var number: Int
  /// From the first column to the last one with anything in it.
  package var cells: [TableCell]
  /// Whether its texts are longer than any row's may be; it has no cells then.
  package var isTooLarge = false

  mutating func put(_ cell: TableCell, at column: Int) {
    while cells.count < column { cells.append(TableCell()) }
    if column < cells.count { cells[column] = cell } else { cells.append(cell) }
  }
}

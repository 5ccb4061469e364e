internal import CXlsxWriter
internal import Diagnostics
package import Files
internal import Foundation
internal import Tables

/// What a sheet that is written looks like.
package struct SheetDesign: Sendable, Equatable {
  /// One of its columns.
  package struct Column: Sendable, Equatable {
    /// What stands in the first row.
    package var title: String
    /// In characters of ASCII.
    package var width: Double
    /// Whether the title is coloured: an answer is needed.
    package var isMarked = false
    /// What a drop-down list offers; none is shown where there is nothing.
    package var choices: [String] = []
    /// Whether something else than the choices may be entered.
    package var takesOthers = false
    /// What is shown beside a cell that is chosen.
    package struct Message: Sendable, Equatable {
      /// Of at most 32 characters.
      package var title: String
      /// Of at most 255 characters.
      package var text: String

      /// Longer ones are cut.
      package init(title: String, text: String) {
        self.title = title
        self.text = text
      }
    }

    /// None where nothing is shown.
    package var message: Message?

    /// A column with nothing but a title.
    package init(_ title: String, width: Double) {
      self.title = title
      self.width = width
    }
  }

  /// The sheet's name.
  package var name: String
  /// The name of the hidden sheet that the drop-down lists take their choices from.
  package var listName: String
  /// From the left.
  package var columns: [Column]
  /// How many of them stay in sight; the first row does too.
  package var frozenColumns = 0
  /// Rows below the first for which there are lists and messages.
  package var rowsToFill = 0

  /// A sheet by its name and columns.
  package init(name: String, listName: String = "lists", columns: [Column]) {
    self.name = name
    self.listName = listName
    self.columns = columns
  }
}

/// Writes a workbook (.xlsx) of one sheet, row by row. All cells are texts, so that no program changes a number with many
/// digits, or the same bytes twice.
package final class WorkbookWriter {
  /// How a row looks.
  package enum Look: Sendable { case plain, example, failed }

  private static let longestText = 32_000
  /// Rows that a sheet has, the first with the titles.
  private static let mostRows: UInt32 = 1 << 20
  private let folder: PrivateFolder
  private let file: String
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private var formats: [UnsafeMutablePointer<lxw_format>?] = []
  private var row: UInt32 = 1
  /// How wide the columns are.
  private let widths: [Double]
  private var isClosed = false

  /// Begins the workbook, in a private folder for temporary files.
  ///
  /// - Parameter streams: whether rows go to the disk as they come; for sheets without end.
  package init(_ design: SheetDesign, streams: Bool = false) throws(OutputFailure) {
    let folder = try PrivateFolder(name: "zhinan")
    let file = "\(folder.path)/book.xlsx"
    self.folder = folder
    self.file = file
    widths = design.columns.map(\.width)
    var options = lxw_workbook_options()
    options.constant_memory = streams ? 1 : 0
    let made = folder.path.withCString { path -> UnsafeMutablePointer<lxw_workbook>? in
      options.tmpdir = UnsafeMutablePointer(mutating: path)
      return workbook_new_opt(file, &options)
    }
    guard let made, let sheet = workbook_add_worksheet(made, design.name) else {
      throw OutputFailure(path: folder.path, number: ENOMEM)
    }
    book = made
    self.sheet = sheet
    var properties = lxw_doc_properties()
    // The same sheet is the same bytes: no time, and no name of whoever wrote it.
    properties.created = 946_684_800
    workbook_set_properties(book, &properties)
    begin(design)
  }

  private func begin(_ design: SheetDesign) {
    formats = [nil, nil, nil].map { _ in workbook_add_format(book) }
    for format in formats {
      format_set_num_format(format, "@")
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      format_set_text_wrap(format)
    }
    format_set_italic(formats[1])
    format_set_font_color(formats[1], 0x6B7280)
    format_set_bg_color(formats[2], 0xFDE8E8)
    for (index, column) in design.columns.enumerated() {
      worksheet_set_column(sheet, UInt16(index), UInt16(index), column.width, formats[0])
    }
    let titles = [false, true].map { isMarked in
      let format = workbook_add_format(book)
      format_set_bold(format)
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
      format_set_num_format(format, "@")
      format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_bg_color(format, isMarked ? 0xFDE9D0 : 0xE8EEF7)
      return format
    }
    worksheet_set_row(sheet, 0, 42, titles[0])
    for (index, column) in design.columns.enumerated() {
      worksheet_write_string(sheet, 0, UInt16(index), column.title, titles[column.isMarked ? 1 : 0])
    }
    worksheet_freeze_panes(sheet, 1, UInt16(design.frozenColumns))
    worksheet_ignore_errors(sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576")
    worksheet_repeat_rows(sheet, 0, 0)
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)
    addChoices(design)
  }

  private func addChoices(_ design: SheetDesign) {
    guard design.rowsToFill > 0 else { return }
    var lists: UnsafeMutablePointer<lxw_worksheet>?
    if design.columns.contains(where: { !$0.choices.isEmpty }) {
      lists = workbook_add_worksheet(book, design.listName)
      worksheet_hide(lists)
    }
    var list: UInt16 = 0
    for (index, column) in design.columns.enumerated() {
      guard !column.choices.isEmpty || column.message != nil else { continue }
      var check = lxw_data_validation()
      check.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
      var texts: [UnsafeMutablePointer<CChar>?] = []
      defer { for text in texts { free(text) } }
      func kept(_ text: String) -> UnsafeMutablePointer<CChar>? {
        texts.append(strdup(text))
        return texts[texts.count - 1]
      }
      if !column.choices.isEmpty {
        for (row, choice) in column.choices.enumerated() {
          worksheet_write_string(lists, UInt32(row), list, choice, nil)
        }
        let letters = TableText.letters(Int(list))
        check.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
        check.value_formula = kept("='\(design.listName)'!$\(letters)$1:$\(letters)$\(column.choices.count)")
        check.show_error = UInt8((column.takesOthers ? LXW_VALIDATION_OFF : LXW_VALIDATION_ON).rawValue)
        list += 1
      }
      if let message = column.message {
        check.input_title = kept(Self.cut(message.title, 32))
        check.input_message = kept(Self.cut(message.text, 255))
      }
      worksheet_data_validation_range(
        sheet, 1, UInt16(index), UInt32(design.rowsToFill), UInt16(index), &check)
    }
  }

  /// Writes a row below those that are there; cells beyond the columns are left out.
  package func add(_ cells: [String], _ look: Look = .plain) {
    defer { row += 1 }
    guard row < Self.mostRows else { return }
    let format =
      switch look {
      case .plain: formats[0]
      case .example: formats[1]
      case .failed: formats[2]
      }
    let lines = zip(cells, widths).map { Self.lines(of: $0, in: $1) }.max() ?? 1
    // Not every program fits a row to its texts by itself. No row is higher than 409 points.
    if lines > 1 { worksheet_set_row(sheet, row, min(409, 16 * Double(lines) + 2), nil) }
    for (index, cell) in cells.prefix(widths.count).enumerated() where !cell.isEmpty || look == .failed {
      if cell.isEmpty {
        worksheet_write_blank(sheet, row, UInt16(index), format)
      } else {
        worksheet_write_string(sheet, row, UInt16(index), Self.escaped(Self.cut(cell, Self.longestText)), format)
      }
    }
  }

  /// The workbook's bytes; more rows than a sheet has are a failure.
  package func finish() throws(OutputFailure) -> [UInt8] {
    isClosed = true
    let result = workbook_close(book)
    defer { try? folder.remove() }
    guard row <= Self.mostRows else {
      throw OutputFailure(path: folder.path, reason: Message("reason.workbook-rows", ["count": .number(Int(row) - 1)]))
    }
    guard result == LXW_NO_ERROR else {
      throw OutputFailure(
        path: folder.path, reason: Message("reason.workbook", ["text": .text(String(cString: lxw_strerror(result)))]))
    }
    do {
      return try InputFile.read(file)
    } catch {
      throw OutputFailure(path: folder.path, reason: error.reason)
    }
  }

  deinit {
    guard !isClosed else { return }
    lxw_workbook_free(book)
    try? folder.remove()
  }

  /// Lines that a text needs in a column so many characters of ASCII wide; others are twice as wide.
  private static func lines(of text: String, in width: Double) -> Int {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { lines, line in
      let length = line.reduce(0.0) { $0 + ($1.value < 0x2000 ? 1 : 2) }
      return lines + max(1, Int((length / max(1, width - 1)).rounded(.up)))
    }
  }

  /// A text in which `_x000A_` is that and no line break (ECMA-376 part 1, 22.9.2.19).
  private static func escaped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard CellText.unescaped(bytes) != bytes else { return text }
    return text.replacing(/_(?=[xX][0-9A-Fa-f]{4}_)/, with: "_x005F_")
  }

  /// The text with at most so many characters as spreadsheets count them (UTF-16), without characters that XML has not.
  private static func cut(_ text: String, _ most: Int) -> String {
    var kept = String.UnicodeScalarView()
    var length = 0
    for scalar in text.unicodeScalars where scalar.value >= 0x20 || scalar == "\n" || scalar == "\t" {
      length += scalar.value > 0xFFFF ? 2 : 1
      if length > most { return String(kept.dropLast()) + "…" }
      kept.append(scalar)
    }
    return String(kept)
  }
}

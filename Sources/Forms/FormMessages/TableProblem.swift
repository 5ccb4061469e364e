#if canImport(FormTables)
  package import FormTables
#endif
#if canImport(Tables)
  internal import Tables
#endif
#if canImport(ZhinanValidation)
  package import ZhinanValidation
#endif

/// What can be wrong with a table of records, and with the shape of its rows. A module that reads no tables has none of
/// these sentences: they stand apart from ``RecordProblem``'s.
package enum TableProblem: Sendable, CaseIterable {
  // In a file of many records.
  case unknownColumn, nearColumn, ambiguousColumn, noHeader, titleRow, wideSeparator, notThere, unnamedCell, cells,
    quote, encoding, tooLarge, repeatedRow
  // In a workbook.
  case lostDigits, noValue
  // In a batch of several forms.
  case noForm

  /// The stable name, which ends its diagnostic's id.
  package var name: StaticString {
    switch self {
    case .unknownColumn: "unknown-column"
    case .nearColumn: "near-column"
    case .ambiguousColumn: "ambiguous-column"
    case .noHeader: "no-header"
    case .titleRow: "title-row"
    case .wideSeparator: "wide-separator"
    case .notThere: "not-there"
    case .unnamedCell: "unnamed-cell"
    case .cells: "cells"
    case .quote: "quote"
    case .encoding: "encoding"
    case .tooLarge: "too-large"
    case .repeatedRow: "repeated-row"
    case .lostDigits: "lost-digits"
    case .noValue: "no-value"
    case .noForm: "no-form"
    }
  }

  /// What is said, in English, where a language has no sentence for it.
  var say: StaticString {
    switch self {
    case .unknownColumn, .nearColumn: "The form has no field “{key}”."
    case .ambiguousColumn: "“{key}” can mean several fields."
    case .noHeader: "The file has no header row: its first row names no field of the form."
    case .titleRow: "This row names no field of the form; line {line} does: what stands above it is a title."
    case .wideSeparator: "The names in the header are parted by “{sign}”, which parts no cells."
    case .notThere: "No column is called “{key}”, which was to be left out."
    case .unnamedCell: "Something stands in column {column}, which has no name in the header."
    case .cells: "This row has {count} cells, but the header has {columns}."
    case .quote: "A quotation mark is out of place, so this row was not read."
    case .encoding: "This row has bytes that are no {encoding} text."
    case .repeatedRow: "This record is the same as that of row {other}."
    case .tooLarge: "This record has more than {limit} bytes and was not read."
    case .lostDigits:
      "The cell for “{label}” is a number of more than 15 digits: the spreadsheet kept 15 and put zeros for the rest."
    case .noValue: "The cell for “{label}” is a formula that has not been worked out."
    case .noForm: "This row answers none of the forms."
    }
  }

  /// What to do about it, in English.
  var hint: StaticString? {
    switch self {
    case .unknownColumn: "A column that is not needed is left out with # before its name, or by --ignore."
    case .nearColumn:
      "Did you mean “{near}”? A column that is not needed is left out with # before its name, or by --ignore."
    case .ambiguousColumn: "Write the full name: {near}."
    case .noHeader: "The first row names the fields, one a column."
    case .titleRow: "Delete what stands above, or run it with --header-row {line}."
    case .wideSeparator: "Use commas of ASCII, or save the sheet as CSV from a spreadsheet program."
    case .notThere: "Columns that are to be left out are named as in the header."
    case .unnamedCell: "Name the column; where it is not needed, put # before its name."
    case .cells: "Put a cell that holds a comma or a line break in quotation marks."
    case .quote: "Quotation marks enclose a whole cell, and one inside is doubled."
    case .encoding: "Save the file as CSV UTF-8, or name its encoding with --encoding."
    case .repeatedRow: "Look whether it was entered twice."
    case .tooLarge: "Look for a missing quotation mark or something pasted by mistake."
    case .lostDigits: "The number is lost: format the column as text and enter it again from the paper."
    case .noValue: "Open the workbook in a spreadsheet program, save it, and run this again."
    case .noForm: "Fill in the columns of a form, or name it in a column “form”."
    }
  }
}

extension RowShapeProblem {
  /// What it is called in tables of sentences.
  package var problem: TableProblem {
    switch kind {
    case .cells: .cells
    case .unnamedCell: .unnamedCell
    case .unread(let flaw, _): flaw == .lostDigits ? .lostDigits : .noValue
    }
  }
}

extension MessageTable {
  /// What is wrong with the shape of a row.
  package func sentence(for problem: RowShapeProblem) -> Sentence {
    var values = MessageValues()
    switch problem.kind {
    case .cells(let count, let columns):
      values.set("count", MessageTable.decimal(Int64(count)))
      values.set("columns", MessageTable.decimal(Int64(columns)))
    case .unnamedCell: values.set("column", MessageTable.decimal(Int64(problem.column + 1)))
    case .unread(_, let label): values.set("label", label)
    }
    return sentence(for: problem.problem, values)
  }
}

#if canImport(FormRecords)
  internal import FormRecords
#endif

/// What can be wrong with a record before its answers are checked.
package enum RecordProblem: Sendable, CaseIterable {
  case type, form, unknownField, byHand, duplicateField
  // In a file of many records.
  case unnamedColumn, ambiguousColumn, noHeader, cells, quote, encoding, tooLarge

  /// The stable name, which ends its diagnostic's id.
  package var name: StaticString {
    switch self {
    case .type: "type"
    case .form: "form"
    case .unknownField: "unknown-field"
    case .byHand: "by-hand"
    case .duplicateField: "duplicate-field"
    case .unnamedColumn: "unnamed-column"
    case .ambiguousColumn: "ambiguous-column"
    case .noHeader: "no-header"
    case .cells: "cells"
    case .quote: "quote"
    case .encoding: "encoding"
    case .tooLarge: "too-large"
    }
  }

  /// What is said, in English, where a language has no sentence for it.
  var say: StaticString {
    switch self {
    case .type: "A record is a map of answers, but this is {found}."
    case .form: "The record is for another form than “{form}”."
    case .unknownField: "The form has no field “{key}”."
    case .byHand: "“{label}” is filled in by hand on paper."
    case .duplicateField: "“{label}” is answered twice."
    case .unnamedColumn: "Column {column} of the header has no name."
    case .ambiguousColumn: "“{key}” can mean several fields."
    case .noHeader: "The file has no header row: its first row names no field of the form."
    case .cells: "This row has {count} cells, but the header has {columns}."
    case .quote: "A quotation mark is out of place, so this row was not read."
    case .encoding: "This row has bytes that are no {encoding} text."
    case .tooLarge: "This record has more than {limit} bytes and was not read."
    }
  }

  /// What to do about it, in English.
  var hint: StaticString? {
    switch self {
    case .type, .form, .unnamedColumn: nil
    case .unknownField: "Did you mean “{near}”?"
    case .byHand: "Leave it empty, or take it out of the record."
    case .duplicateField: "Its key and its label mean the same field."
    case .ambiguousColumn: "Write the full name: {near}."
    case .noHeader: "The first row names the fields, one a column."
    case .cells: "Put a cell that holds a comma or a line break in quotation marks."
    case .quote: "Quotation marks enclose a whole cell, and one inside is doubled."
    case .encoding: "Save the file as CSV UTF-8, or name its encoding with --encoding."
    case .tooLarge: "Look for a missing quotation mark or something pasted by mistake."
    }
  }
}

extension AnswerProblem {
  /// The sentence that a shape of its own has in English.
  var englishShape: StaticString? {
    switch kind {
    case .notAList: "“{label}” should be a list, but is {found}."
    case .notAnElement: "An element of “{label}” should be a map, but is {found}."
    case .notOneAnswer: "“{label}” should be one answer, but is {found}."
    case .notAMap, .otherForm, .unknownField, .byHand, .duplicateField: nil
    }
  }

  /// What it is called in tables of sentences.
  var problem: RecordProblem {
    switch kind {
    case .notAMap, .notAList, .notAnElement, .notOneAnswer: .type
    case .otherForm: .form
    case .unknownField: .unknownField
    case .byHand: .byHand
    case .duplicateField: .duplicateField
    }
  }
}

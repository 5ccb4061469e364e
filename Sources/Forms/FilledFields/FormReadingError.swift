/// Why a PDF gives no answers.
package enum FormReadingError: Error, Equatable {
  /// No byte at all.
  case empty
  /// Longer than what is read.
  case tooLarge
  /// No header and nothing that could be a PDF.
  case notAPDF
  /// A PDF that cannot be put right.
  case damaged
  /// It asks for a password; for a reader that knows no ciphers: it is encrypted.
  case encrypted
  /// More pages, fields, notes or text than any form has; see ``ReadingBudget``.
  case tooManyParts
  /// It was one of our forms and has no fields any more: printed to a file, or flattened.
  case flattened(FormOrigin)
  /// It has no form fields and never was ours.
  case noForm
}

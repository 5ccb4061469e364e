package import FormDefinition
package import FormFilling
internal import FormMessages
package import FormModel
internal import FormRecords
package import ZhinanValidation
package import Diagnostics
package import TextLayout

/// A form made ready for many records.
package struct BatchForm: Sendable {
  /// What is asked, how it is checked and where it stands.
  package let compiled: CompiledForm
  /// The blank PDF that every filled one begins with.
  package let blank: VerifiedBlank
  /// What is said of rows.
  package let messages: MessageCatalog
  /// The day that rules which depend on one take for today.
  package let today: CalendarDate
  /// What of the filled PDFs is locked or flat.
  package let options: FillOptions
  let checker: RecordChecker
  let names: AnswerNames
  let sentences: RecordSentences
  /// SHA-256 over everything besides the record that decides what a filled PDF's bytes are.
  let identity: [UInt8]

  /// The form's name.
  package var id: String { String(decoding: compiled.id, as: UTF8.self) }

  /// - Parameters:
  ///   - filler: name and version of the program and what tells its fonts from others, see
  ///     ``FormFilling/RecordName/identity(of:options:filler:)``.
  package init(
    compiled: CompiledForm, blank: VerifiedBlank, messages: MessageCatalog, today: CalendarDate, filler: String,
    options: FillOptions = FillOptions()
  ) {
    self.compiled = compiled
    self.blank = blank
    self.messages = messages
    self.today = today
    self.options = options
    checker = RecordChecker(compiled)
    names = AnswerNames(compiled)
    sentences = RecordSentences(form: compiled, names: names, messages: messages.table)
    identity = RecordName.identity(of: compiled, options: options, filler: Array(filler.utf8))
  }
}

/// The fonts of a batch: the first alone for most records, all of them for one that has a rare character.
package struct BatchFonts: Sendable {
  let first: FontChain
  /// All fonts, read when first asked for; problems instead when one cannot be read.
  let all: @Sendable () -> Result<FontChain, FontProblems>

  /// Why fonts could not be read.
  package struct FontProblems: Error {
    /// What is told for the row that needed them.
    package var diagnostics: [Diagnostic]

    /// The problems of fonts that were just read.
    package init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
  }

  /// Fonts of which `first` is the form's; `all` is asked at most once a thread.
  package init(first: FontChain, all: @escaping @Sendable () -> Result<FontChain, FontProblems>) {
    self.first = first
    self.all = all
  }
}

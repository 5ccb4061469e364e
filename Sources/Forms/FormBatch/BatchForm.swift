package import FormDefinition
package import FormFilling
package import FormModel
package import Validation
package import Diagnostics
package import TextLayout

/// A form made ready for many records.
package struct BatchForm: Sendable {
  package let definition: FormDefinition
  package let compiled: CompiledForm
  package let blank: [UInt8]
  package let messages: MessageCatalog
  package let today: CalendarDate
  package let options: FillOptions
  let checker: RecordChecker
  let names: RecordNames
  /// SHA-256 over everything besides the record that decides what a filled PDF's bytes are.
  let identity: [UInt8]

  /// - Parameter program: name and version of the program, because another one may fill otherwise.
  package init(
    definition: FormDefinition, compiled: CompiledForm, blank: [UInt8], messages: MessageCatalog,
    today: CalendarDate, program: String, options: FillOptions = FillOptions()
  ) {
    self.definition = definition
    self.compiled = compiled
    self.blank = blank
    self.messages = messages
    self.today = today
    self.options = options
    checker = RecordChecker(compiled)
    names = RecordNames(form: compiled, definition: definition)
    identity = SHA256.digest(of: compiled.encoded() + options.bytes + Array(program.utf8))
  }
}

/// The fonts of a batch: the first alone for most records, all of them for one that has a rare character.
package struct BatchFonts: Sendable {
  let first: FontChain
  /// All fonts, read when first asked for; problems instead when one cannot be read.
  let all: @Sendable () -> Result<FontChain, FontProblems>

  package struct FontProblems: Error {
    package var diagnostics: [Diagnostic]

    package init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
  }

  package init(first: FontChain, all: @escaping @Sendable () -> Result<FontChain, FontProblems>) {
    self.first = first
    self.all = all
  }
}

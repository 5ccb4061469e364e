internal import Diagnostics
package import FormDefinition
package import FormSheets

extension SheetWords {
  /// The words of a catalogue.
  package init(_ messages: MessageCatalog) {
    func word(_ phrase: BatchPhrase) -> String { messages.phrase(phrase, [:]) }
    self.init(
      sheet: word(.sheet), remarks: word(.remarks), example: word(.example), needed: word(.needed),
      several: word(.several), formColumn: Self.formColumn(messages), forms: word(.forms))
  }

  /// The title of the column that names forms, as a batch knows it.
  package static func formColumn(_ messages: MessageCatalog) -> String {
    messages.programLanguage == .chinese ? "表格" : "form"
  }
}

#if canImport(FormFilling)
  internal import FormFilling
#endif
#if canImport(FormMessages)
  internal import FormMessages
#endif
#if canImport(FormModel)
  internal import FormModel
#endif
#if canImport(FormRecords)
  internal import FormRecords
#endif
#if canImport(FormTables)
  internal import FormTables
#endif
#if canImport(ZhinanValidation)
  internal import ZhinanValidation
#endif

/// A form made ready for records: what does not change from one to the next is kept. One session has it.
final class OpenForm {
  let form: CompiledForm
  let names: AnswerNames
  /// What columns of tables are called; made when first needed.
  lazy var columnNames = ColumnNames(form)
  let checker: RecordChecker
  var sentences: RecordSentences
  /// Its blank, once it is there.
  var blank: VerifiedBlank?
  /// Made when first needed, and again for other fonts.
  var placer: FormPlacer?
  /// The same.
  var filler: FormFiller?

  init(_ form: CompiledForm, _ messages: MessageTable) {
    self.form = form
    names = AnswerNames(form)
    checker = RecordChecker(form)
    sentences = RecordSentences(form: form, names: names, messages: messages)
  }

  func say(in messages: MessageTable) {
    sentences = RecordSentences(form: form, names: names, messages: messages)
  }
}

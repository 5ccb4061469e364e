internal import Bytes
internal import Diagnostics
internal import Files
internal import FormDefinition
internal import FormFilling
internal import FormMessages
internal import FormModel
internal import FormPage
internal import FormRecords
internal import Foundation
internal import Publishing
internal import SourceText
internal import TextLayout
internal import ZhinanValidation

/// One form made ready for the commands that work on records.
struct FormSession {
  let console: Console
  let form: CompiledForm
  let blank: VerifiedBlank
  /// The blank's path, or that of the form's YAML where it was drawn.
  let blankName: String
  var fonts: FontLibrary
  let messages: MessageCatalog
  let today: CalendarDate
  /// The guide's folder.
  let root: URL
  /// What the guide says of the form, and the words in which its pages say conditions; `nil` for a compiled form.
  var drawn: (definition: FormDefinition, words: FormWords)?
  /// What the form's questions are called, and what is said of records.
  let names: AnswerNames
  let sentences: RecordSentences

  init(
    console: Console, form: CompiledForm, blank: VerifiedBlank, blankName: String, fonts: FontLibrary,
    messages: MessageCatalog, today: CalendarDate, root: URL
  ) {
    self.console = console.speaking(messages.programLanguage) { messages.phrase(.more, ["count": $0]) }
    self.form = form
    self.blank = blank
    self.blankName = blankName
    self.fonts = fonts
    self.messages = messages
    self.today = today
    self.root = root
    names = AnswerNames(form)
    sentences = RecordSentences(form: form, names: names, messages: messages.table)
  }

  /// Reads and checks the record at `path`; every problem is appended.
  func check(_ path: String, diagnostics: inout [Diagnostic]) -> (FormRecord, CheckedRecord)? {
    guard let record = read(path, diagnostics: &diagnostics) else { return nil }
    let checked = check(record, diagnostics: &diagnostics)
    return record.isWhole ? checked.map { (record, $0) } : nil
  }

  /// Reads the record at `path` without checking its answers.
  func read(_ path: String, diagnostics: inout [Diagnostic]) -> FormRecord? {
    // A record may lie anywhere, but one of the guide's own is no link that leads out of the guide.
    let url = URL(fileURLWithPath: path)
    let isOfGuide = PlainPath.lies(
      url.standardizedFileURL.path, in: root.standardizedFileURL.path + "/content")
    guard let file = SourceFile.read(url, as: path, within: isOfGuide ? root : nil, diagnostics: &diagnostics) else {
      return nil
    }
    let isJSON = path.hasSuffix(".json")
    if !isJSON { diagnostics += YAMLComments.warnings(in: file) }
    guard
      let node = isJSON
        ? JSONReader.read(file, diagnostics: &diagnostics) : YAMLReader.read(file, diagnostics: &diagnostics)
    else { return nil }
    return RecordReader.read(node, form: form, names: names, sentences: sentences, diagnostics: &diagnostics)
  }

  /// Checks a record's answers; every problem that does not only follow from another is appended.
  func check(_ record: FormRecord, diagnostics: inout [Diagnostic]) -> CheckedRecord? {
    var violations: [Violation] = []
    let checked = form.check(record.answers, today: today, violations: &violations)
    diagnostics += violations.filter { !record.isConsequence($0) }.map { diagnostic(for: $0, in: record) }
    return checked
  }

  /// Appends what does not fit its place, and characters that no font has, as problems; fills nothing.
  mutating func place(_ record: FormRecord, _ checked: CheckedRecord, diagnostics: inout [Diagnostic]) {
    guard let fonts = fonts(for: checked, diagnostics: &diagnostics) else { return }
    var placer = FormPlacer(form: form, fonts: fonts)
    var violations: [Violation] = []
    _ = placer.place(checked, violations: &violations)
    diagnostics += violations.map { diagnostic(for: $0, in: record) }
  }

  /// The fonts that the answers and the options of the form need.
  private mutating func fonts(for checked: CheckedRecord, diagnostics: inout [Diagnostic]) -> FontChain? {
    let scalars = form.fields.indices.flatMap { index in
      UnicodeText.scalars(checked.answers.text(index))
        + form.fields[index].options.flatMap { UnicodeText.scalars($0.label) }
    }
    return fonts.fonts(for: scalars, diagnostics: &diagnostics)
  }

  /// The filled PDF; texts that do not fit and characters that no font has are
  /// appended as problems.
  mutating func fill(
    _ record: FormRecord, _ checked: CheckedRecord, options: FillOptions = FillOptions(),
    diagnostics: inout [Diagnostic]
  ) throws -> [UInt8]? {
    guard let fonts = fonts(for: checked, diagnostics: &diagnostics) else { return nil }
    var filler = try FormFiller(form: form, blank: blank, fonts: fonts)
    var violations: [Violation] = []
    let placed = filler.place(checked, violations: &violations)
    diagnostics += violations.map { diagnostic(for: $0, in: record) }
    return try placed.map { try filler.fill(checked, $0, options: options) }
  }

  private func diagnostic(for violation: Violation, in record: FormRecord) -> Diagnostic {
    record.diagnostic(for: violation, form: form, sentences: sentences)
  }
}

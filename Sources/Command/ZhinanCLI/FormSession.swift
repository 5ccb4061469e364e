internal import ArgumentParser
internal import Content
internal import Diagnostics
internal import FormDefinition
internal import FormFilling
internal import FormModel
internal import Foundation
internal import SourceText
internal import Validation

/// One form of a guide made ready for the commands that work on records.
struct FormSession {
  let console: Console
  let drawn: DrawnForm
  var forms: GuideForms
  let messages: MessageCatalog
  let today: CalendarDate

  /// Reads the guide, draws the form and reads the messages; problems are printed and end the command.
  init(form id: String, root: URL, console: Console, options: FormOptions, showsBoxes: Bool = false) throws {
    self.console = console
    var diagnostics: [Diagnostic] = []
    today = try Clock.today(options.today)
    let (guide, version) = try Self.version(options.guide, root: root, console: console, diagnostics: &diagnostics)
    guard let file = version.formFiles.first(where: { $0.id == id }) else {
      let known = version.formFiles.map(\.id)
      let near = NearWord.nearest(to: id, in: known)
      throw ValidationError(
        "The version \(version.id) has no form “\(id)”. "
          + (near.map { "Did you mean “\($0)”?" } ?? "Its forms: \(known.joined(separator: ", "))."))
    }
    let printed = MessageCatalog.read(guide.language, root: root, diagnostics: &diagnostics) ?? MessageCatalog()
    if let language = options.lang, language != guide.language {
      messages = MessageCatalog.read(language, root: root, diagnostics: &diagnostics) ?? MessageCatalog()
    } else {
      messages = printed
    }
    let shelf = FontShelf.read(root: root, diagnostics: &diagnostics)
    try console.tellAndStop(onErrorsIn: diagnostics)
    guard let shelf else { throw Outcome.fault }
    forms = GuideForms(root: root, shelf: shelf, messages: printed)
    let drawn = forms.draw(
      file, of: version, language: guide.language, showsBoxes: showsBoxes, diagnostics: &diagnostics)
    try console.tellAndStop(onErrorsIn: diagnostics)
    guard let drawn else { throw Outcome.fault }
    self.drawn = drawn
  }

  private static func version(
    _ id: String?, root: URL, console: Console, diagnostics: inout [Diagnostic]
  ) throws -> (Guide, GuideVersion) {
    let guide = GuideReader.read(root: root, diagnostics: &diagnostics)
    guard let guide, !diagnostics.hasErrors else {
      try console.tellAndStop(onErrorsIn: diagnostics)
      throw Outcome.fault
    }
    guard let id else {
      guard let current = guide.current else { throw ValidationError("The guide has no current version.") }
      return (guide, current)
    }
    guard let version = guide.versions.first(where: { $0.id == id }) else {
      throw ValidationError(
        "The guide has no version “\(id)”. Its versions: \(guide.versions.map(\.id).joined(separator: ", ")).")
    }
    return (guide, version)
  }

  /// Reads and checks the record at `path`; every problem is appended.
  func check(_ path: String, diagnostics: inout [Diagnostic]) -> (FormRecord, CheckedRecord)? {
    guard let record = read(path, diagnostics: &diagnostics) else { return nil }
    let checked = check(record, diagnostics: &diagnostics)
    return record.isWhole ? checked.map { (record, $0) } : nil
  }

  /// Reads the record at `path` without checking its answers.
  func read(_ path: String, diagnostics: inout [Diagnostic]) -> FormRecord? {
    guard let file = SourceFile.read(URL(fileURLWithPath: path), as: path, diagnostics: &diagnostics) else {
      return nil
    }
    let isJSON = path.hasSuffix(".json")
    guard
      let node = isJSON
        ? JSONReader.read(file, diagnostics: &diagnostics) : YAMLReader.read(file, diagnostics: &diagnostics)
    else { return nil }
    return RecordReader.read(
      node, form: drawn.compiled, definition: drawn.definition, messages: messages, diagnostics: &diagnostics)
  }

  /// Checks a record's answers; every problem that does not only follow from another is appended.
  func check(_ record: FormRecord, diagnostics: inout [Diagnostic]) -> CheckedRecord? {
    var violations: [Violation] = []
    let checked = drawn.compiled.check(record.answers, today: today, violations: &violations)
    diagnostics += violations.filter { !record.isConsequence($0) }.map { diagnostic(for: $0, in: record) }
    return checked
  }

  /// Where everything stands on paper and the filled PDF; texts that do not fit and characters that no font has are
  /// appended as problems.
  mutating func fill(
    _ record: FormRecord, _ checked: CheckedRecord, options: FillOptions = FillOptions(),
    diagnostics: inout [Diagnostic]
  ) throws -> [UInt8]? {
    let fields = drawn.compiled.fields
    let texts = fields.indices.flatMap { index in
      Array(String(decoding: checked.answers.text(index), as: UTF8.self).unicodeScalars)
        + fields[index].options.flatMap { Array(String(decoding: $0.label, as: UTF8.self).unicodeScalars) }
    }
    guard let fonts = forms.shelf.fonts(for: texts.lazy.map(\.value), diagnostics: &diagnostics) else { return nil }
    var filler = try FormFiller(form: drawn.compiled, blank: drawn.blank, fonts: fonts)
    var violations: [Violation] = []
    let placed = filler.place(checked, violations: &violations)
    diagnostics += violations.map { diagnostic(for: $0, in: record) }
    return try placed.map { try filler.fill(checked, $0, options: options) }
  }

  private func diagnostic(for violation: Violation, in record: FormRecord) -> Diagnostic {
    record.diagnostic(for: violation, form: drawn.compiled, definition: drawn.definition, messages: messages)
  }
}

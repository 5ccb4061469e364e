internal import Facts
internal import ZhinanValidation
internal import ArgumentParser
internal import Bytes
internal import Content
internal import Diagnostics
internal import FilledFields
internal import FormDefinition
internal import FormModel
internal import Foundation
internal import Publishing

/// A guide lacks the form, or the version of itself, that it was asked for.
struct UnknownForm: Error {
  /// The name that was asked for.
  let name: String
  /// What is said of a name: which guide or version lacks it, and what there is instead.
  let sentence: @Sendable (_ name: String) -> Message

  /// A usage error; one sentence or two.
  var usageError: ValidationError { ValidationError(sentence(name)) }
  /// The same when the name comes from a PDF, which may say anything of itself.
  var reasonOfPDF: Message { sentence(ReadingNotes.shownIdentity(name)) }
}

extension FormSession {
  /// Makes a form ready; problems are printed and end the command.
  static func open(
    _ form: FormArgument, root: URL, console: Console, options: FormOptions, showsBoxes: Bool = false
  ) throws -> FormSession {
    switch form {
    case .named(let id):
      do {
        return try drawn(id, root: root, console: console, options: options, showsBoxes: showsBoxes)
      } catch let unknown as UnknownForm {
        throw unknown.usageError
      }
    case .compiled(let path): return try compiled(path, root: root, console: console, options: options)
    }
  }

  /// Reads a compiled form and the blank beside it: nothing of a guide but the messages and the list of fonts.
  private static func compiled(
    _ path: String, root: URL, console: Console, options: FormOptions
  ) throws -> FormSession {
    if options.guide != nil {
      throw ValidationError(saying: "usage.compiled-guide", ["path": .text(path)])
    }
    let today = try Clock.today(options.today)
    var diagnostics: [Diagnostic] = []
    let file = CompiledFormFile.read(path, diagnostics: &diagnostics)
    try console.reportAndStop(onErrorsIn: diagnostics)
    guard let file else { throw Outcome.fault }
    let language = options.lang ?? String(decoding: file.form.language, as: UTF8.self)
    let messages = MessageCatalog.read(language, root: root, diagnostics: &diagnostics)
    let fonts = FontLibrary.read(root: root, diagnostics: &diagnostics)
    try console.reportAndStop(onErrorsIn: diagnostics)
    guard let messages, let fonts else { throw Outcome.fault }
    return FormSession(
      console: console, form: file.form, blank: file.blank,
      blankName: CompiledFormFile.blankPath(path), fonts: fonts,
      messages: messages, today: today, root: root)
  }

  /// Reads the guide, draws the form and reads the messages; ``UnknownForm`` when the guide lacks it.
  static func drawn(
    _ id: String, root: URL, console: Console, options: FormOptions, showsBoxes: Bool = false
  ) throws -> FormSession {
    let today = try Clock.today(options.today)
    var diagnostics: [Diagnostic] = []
    let (guide, version) = try Self.version(
      options.guide, today: today, root: root, console: console, diagnostics: &diagnostics)
    guard let file = version.formFiles.first(where: { $0.id == id }) else {
      let known = version.formFiles.map(\.id)
      let near = NearWord.nearest(to: id, in: known)
      let advice =
        Message.near(near)
        ?? (known.isEmpty ? Message("hint.no-forms") : Message("hint.forms", ["names": .list(known)]))
      let key = id.contains { $0 == "/" || $0 == "." } ? "usage.form/path" : "usage.form"
      throw UnknownForm(name: id) { name in
        Message(key, ["version": .text(version.id), "name": .text(name), "advice": .message(advice)])
      }
    }
    let printed = MessageCatalog.read(guide.language, root: root, diagnostics: &diagnostics)
    var messages = printed
    if let language = options.lang, language != guide.language {
      messages = MessageCatalog.read(language, root: root, diagnostics: &diagnostics)
    }
    let fonts = FontLibrary.read(root: root, diagnostics: &diagnostics)
    try console.reportAndStop(onErrorsIn: diagnostics)
    guard let printed, let messages, let fonts else { throw Outcome.fault }
    diagnostics = []
    var forms = GuideForms(root: root, fonts: fonts, messages: printed, program: "zhinan \(zhinanVersion)")
    let drawn = forms.draw(
      file, of: version, language: guide.language, showsBoxes: showsBoxes, diagnostics: &diagnostics)
    try console.reportAndStop(onErrorsIn: diagnostics)
    guard let drawn else { throw Outcome.fault }
    var session = FormSession(
      console: console, form: drawn.compiled, blank: drawn.blank,
      blankName: file.path, fonts: forms.fonts,
      messages: messages, today: today, root: root)
    session.drawn = (drawn.definition, guide.labels.forms)
    return session
  }

  private static func version(
    _ id: String?, today: CalendarDate, root: URL, console: Console, diagnostics: inout [Diagnostic]
  ) throws -> (Guide, GuideVersion) {
    let guide = GuideReader.read(root: root, today: today, rules: { WorkedFacts($0) }, diagnostics: &diagnostics)
    // A day on which none is in force is no fault where the version is named.
    if id != nil { diagnostics.removeAll { $0.id == "guide.current" } }
    guard let guide, !diagnostics.hasErrors else {
      try console.reportAndStop(onErrorsIn: diagnostics)
      throw Outcome.fault
    }
    guard let id else {
      guard let current = guide.current else { throw ValidationError(saying: "usage.no-current") }
      return (guide, current)
    }
    guard let version = guide.versions.first(where: { $0.id == id }) else {
      throw UnknownForm(name: id) { name in
        Message("usage.version/known", ["version": .text(name), "names": .list(guide.versions.map(\.id))])
      }
    }
    return (guide, version)
  }
}

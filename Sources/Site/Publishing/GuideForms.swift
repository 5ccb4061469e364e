package import Content
package import Diagnostics
package import FormDefinition
internal import FormDrawing
package import FormModel
internal import Files
internal import FormPage
internal import FormSheets
internal import FormTables
package import Foundation
internal import Site
internal import SourceText
internal import TextLayout

/// A form drawn: its definition, its compiled form and the blank PDF.
package struct DrawnForm {
  /// The form as form.yml says it.
  package let definition: FormDefinition
  /// Fields, rules, words and boxes, for checking and filling.
  package let compiled: CompiledForm
  /// The blank PDF that `compiled` is for.
  package let blank: VerifiedBlank
  /// Pages of the blank.
  package let pageCount: Int
}

/// Draws the forms of a guide.
package struct GuideForms {
  private let root: URL
  /// Those that were read for the forms drawn so far.
  package private(set) var fonts: FontLibrary
  /// Names of the data files that the forms drawn so far read, by the version's id.
  package private(set) var dataRead: [String: Set<String>] = [:]
  /// What the forms drawn so far, and their layouts, name of facts, by the version's id.
  package private(set) var written: [String: WrittenFacts] = [:]
  private let messages: MessageCatalog
  private let program: String
  private let kept: KeptParts?
  /// - Parameters:
  ///   - root: the folder that holds content/ and templates/.
  ///   - messages: in the guide's language.
  ///   - program: name and version of the program, for the blanks' metadata.
  ///   - kept: what was drawn before, and need not be drawn again.
  package init(
    root: URL, fonts: FontLibrary, messages: MessageCatalog, program: String, keeping kept: KeptParts? = nil
  ) {
    self.root = root
    self.fonts = fonts
    self.messages = messages
    self.program = program
    self.kept = kept
  }

  /// The form `id` of a version, as it was released where it was; every problem of the form, its layout and the fonts is
  /// reported.
  package mutating func draw(
    _ file: FormFile, of version: GuideVersion, language: String, showsBoxes: Bool = false,
    diagnostics: inout [Diagnostic]
  ) -> DrawnForm? {
    let drawn = drawAnew(file, of: version, language: language, showsBoxes: showsBoxes, diagnostics: &diagnostics)
    guard let drawn, !showsBoxes, let released = version.release?.forms[file.id] else { return drawn }
    guard let compiled = try? CompiledForm(decoding: released.compiled),
      let blank = try? VerifiedBlank(released.blank, of: compiled)
    else {
      diagnostics.append(.warning("release.form", at: SourcePlace(file.path), ["form": .text(file.id)]))
      return drawn
    }
    return DrawnForm(definition: drawn.definition, compiled: compiled, blank: blank, pageCount: drawn.pageCount)
  }

  private mutating func drawAnew(
    _ file: FormFile, of version: GuideVersion, language: String, showsBoxes: Bool, diagnostics: inout [Diagnostic]
  ) -> DrawnForm? {
    let source = SourceFile.read(file.url, as: file.path, within: root, diagnostics: &diagnostics)
    let layout = layout(of: file, diagnostics: &diagnostics)
    guard let source else { return nil }
    let facts = FormFacts(version)
    let (definitionRoot, layoutRoot) = (
      self.filled(source, facts, diagnostics: &diagnostics),
      layout.map { self.filled($0, facts, diagnostics: &diagnostics) }
    )
    diagnostics += facts.takeDiagnostics()
    written[version.id, default: WrittenFacts()].add(facts.written)
    let sources = layout.map {
      FormSources(
        path: BytePath(file.path), definition: Array(source.text.utf8), layoutPath: BytePath($0.path),
        layout: Array($0.text.utf8), facts: [definitionRoot?.facts ?? "", layoutRoot??.facts ?? ""],
        version: Array(version.id.utf8), messages: Array(messages.source.utf8),
        spoken: [Array(language.utf8), Array(program.utf8)], showsBoxes: showsBoxes, fonts: fonts.marks,
        fontCount: fonts.first.fonts.count)
    }
    let pictures = { (name: String) in version.figures.first { $0.name == "figures/\(name)" }?.bytes }
    if let sources, let form = kept?.form(sources, data: { version.data[$0]?.root }, pictures: pictures) {
      diagnostics += form.drawing.diagnostics
      dataRead[version.id, default: []].formUnion(form.data.keys)
      let hasFonts = fonts.first.fonts.count >= form.drawing.fontCount || fonts.all(diagnostics: &diagnostics) != nil
      return hasFonts ? form.drawn : nil
    }
    var data: [String: [UInt8]?] = [:]
    let shown = PictureList(pictures)
    var found: [Diagnostic] = []
    let drawn = draw(
      file, source, definitionRoot?.root, on: layout.flatMap { file in layoutRoot?.map { (file, $0.root) } },
      version: version.id, options: (language, showsBoxes),
      data: { name in
        data[name] = .some(version.data[name]?.root.content)
        return version.data[name]?.root
      }, pictures: { shown.picture($0) }, diagnostics: &found)
    diagnostics += found
    dataRead[version.id, default: []].formUnion(data.keys)
    if let kept, let drawn, let sources, !found.hasErrors {
      let notes = FormDrawingNotes(diagnostics: found, fontCount: fonts.first.fonts.count)
      kept.keep(KeptParts.Form(sources: sources, data: data, pictures: shown.asked, drawn: drawn, drawing: notes))
    }
    return drawn
  }

  /// How a form stands on paper; `nil` where the file cannot be read, which whoever draws it reports.
  func layout(of file: FormFile) -> SourceFile? {
    var ignored: [Diagnostic] = []
    return layout(of: file, diagnostics: &ignored)
  }

  private func layout(of file: FormFile, diagnostics: inout [Diagnostic]) -> SourceFile? {
    let path = file.layout?.path ?? ThemeFile.path(of: "forms/\(file.id).layout.yml", below: root)
    return SourceFile.read(
      file.layout?.url ?? root.appending(path: path), as: path, within: root, diagnostics: &diagnostics)
  }

  /// A file as YAML, with the version's facts in its texts; `nil` when it is none, which is reported.
  private func filled(
    _ file: SourceFile, _ facts: FormFacts, diagnostics: inout [Diagnostic]
  ) -> (root: SourceNode, facts: String)? {
    guard let root = YAMLReader.read(file, diagnostics: &diagnostics) else { return nil }
    return FormFacts.mayName(file.text) ? facts.filled(root) : (root, "")
  }

  /// The form drawn from what was read; without a layout its definition is looked through all the same.
  private mutating func draw(
    _ file: FormFile, _ source: SourceFile, _ root: SourceNode?, on layoutSource: (file: SourceFile, root: SourceNode)?,
    version: String,
    options: (language: String, showsBoxes: Bool), data: (String) -> SourceNode?,
    pictures: @escaping (String) -> [UInt8]?, diagnostics: inout [Diagnostic]
  ) -> DrawnForm? {
    guard let root,
      let definition = FormDefinition.read(
        root, id: file.id, guideVersion: version, data: data, yesNo: messages.yesNo, diagnostics: &diagnostics),
      var compiled = definition.compiled(diagnostics: &diagnostics), let layoutSource,
      let layout = PaperLayout.read(layoutSource.root, diagnostics: &diagnostics)
    else { return nil }
    let labels = definition.fields.flatMap { $0.options.map(\.label) }.joined()
    let words = source.text + layoutSource.file.text + labels + root.texts + layoutSource.root.texts
    guard let fonts = self.fonts.fonts(for: words.unicodeScalars.lazy.map(\.value), diagnostics: &diagnostics) else {
      return nil
    }
    guard
      let paper = definition.placed(
        on: layout, form: compiled, fonts: fonts, pictures: pictures, diagnostics: &diagnostics),
      !diagnostics.hasErrors
    else { return nil }
    do {
      let blank = try paper.drawn(
        definition, fonts: fonts,
        options: BlankOptions(
          language: options.language, producer: program, messages: messages, showsBoxes: options.showsBoxes),
        form: &compiled)
      return DrawnForm(definition: definition, compiled: compiled, blank: blank, pageCount: paper.pages.count)
    } catch {
      diagnostics.append(
        .error("form.drawing", at: SourcePlace(file.path), ["reason": .message(.phrase("\(error)"))]))
      return nil
    }
  }

  /// The form as the site offers it.
  func published(
    _ drawn: DrawnForm, version: String, words: FormWords, diagnostics: inout [Diagnostic]
  ) -> PublishedForm {
    let page = drawn.definition.page(of: drawn.compiled, words: words, expectation: { messages.words(of: $0) })
    let compiled = drawn.compiled.encoded()
    return PublishedForm(
      version: version, id: drawn.definition.id, title: drawn.definition.title,
      formVersion: drawn.definition.version, versionPlace: drawn.definition.versionPlace,
      notice: drawn.definition.notice, pageCount: drawn.pageCount,
      fieldCount: drawn.definition.fields.count { $0.isAsked },
      placeCount: drawn.compiled.fields.count { $0.computation == nil },
      page: page, pdf: drawn.blank.bytes, compiled: compiled,
      sheet: sheet(of: drawn.compiled, page, path: "\(version)/forms/\(drawn.definition.id).xlsx", &diagnostics),
      filler: fonts.filler(of: program))
  }

  /// A workbook in which many records of the form are filled in.
  private func sheet(
    of form: CompiledForm, _ page: FormPage, path: String, _ diagnostics: inout [Diagnostic]
  ) -> [UInt8] {
    let sheet: FormSheet
    do throws(FormSheet.Conflict) {
      let asked = SheetForm(compiled: form, page: page)
      sheet = try FormSheet([asked], items: TableHeader.usualItems, words: SheetWords(messages))
    } catch {
      diagnostics.append(.error("usage.sheet-conflict", at: SourcePlace(path), ["names": .list(error.labels)]))
      return []
    }
    let design = sheet.design
    if let known = kept?.sheet(design, at: path) { return known }
    do throws(OutputFailure) {
      let bytes = try sheet.workbook()
      kept?.keep(bytes, of: design, at: path)
      return bytes
    } catch {
      diagnostics.append(error.diagnostic)
      return []
    }
  }
}

/// The guide's pictures, with a list of those that were asked for.
private final class PictureList {
  private let find: (String) -> [UInt8]?
  /// What each was; `nil` for one that was not there.
  private(set) var asked: [String: [UInt8]?] = [:]

  init(_ find: @escaping (String) -> [UInt8]?) { self.find = find }

  func picture(_ name: String) -> [UInt8]? {
    let bytes = find(name)
    asked[name] = .some(bytes)
    return bytes
  }
}

package import Content
package import Diagnostics
package import FormDefinition
internal import FormDrawing
package import FormModel
internal import FormPage
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
  private let messages: MessageCatalog
  private let program: String

  /// - Parameters:
  ///   - root: the folder that holds content/ and templates/.
  ///   - messages: in the guide's language.
  ///   - program: name and version of the program, for the blanks' metadata.
  package init(root: URL, fonts: FontLibrary, messages: MessageCatalog, program: String) {
    self.root = root
    self.fonts = fonts
    self.messages = messages
    self.program = program
  }

  /// The form `id` of a version; every problem of the form, its layout and the fonts is reported.
  package mutating func draw(
    _ file: FormFile, of version: GuideVersion, language: String, showsBoxes: Bool = false,
    diagnostics: inout [Diagnostic]
  ) -> DrawnForm? {
    let before = diagnostics.count
    let layoutPath = file.layout?.path ?? "templates/forms/\(file.id).layout.yml"
    guard
      let source = SourceFile.read(file.url, as: file.path, within: root, diagnostics: &diagnostics),
      let definition = FormDefinition.read(
        source, id: file.id, guideVersion: version.id, data: { version.data[$0]?.root }, diagnostics: &diagnostics),
      var compiled = definition.compiled(diagnostics: &diagnostics),
      let layoutSource = SourceFile.read(
        file.layout?.url ?? root.appending(path: layoutPath), as: layoutPath, within: root, diagnostics: &diagnostics),
      let layout = PaperLayout.read(layoutSource, diagnostics: &diagnostics)
    else { return nil }
    let options = definition.fields.flatMap { $0.options.map(\.label) }.joined()
    let words = source.text + layoutSource.text + options
    guard let fonts = self.fonts.fonts(for: words.unicodeScalars.lazy.map(\.value), diagnostics: &diagnostics) else {
      return nil
    }
    guard let paper = definition.placed(on: layout, form: compiled, fonts: fonts, diagnostics: &diagnostics),
      !diagnostics[before...].hasErrors
    else { return nil }
    do {
      let blank = try paper.drawn(
        definition, fonts: fonts,
        options: BlankOptions(language: language, producer: program, messages: messages, showsBoxes: showsBoxes),
        form: &compiled)
      return DrawnForm(definition: definition, compiled: compiled, blank: blank, pageCount: paper.pages.count)
    } catch {
      diagnostics.append(
        .error("form.drawing", at: SourcePlace(file.path), ["reason": .message(.phrase("\(error)"))]))
      return nil
    }
  }

  /// The form as the site offers it.
  func published(_ drawn: DrawnForm, version: String, words: FormWords) -> PublishedForm {
    PublishedForm(
      version: version, id: drawn.definition.id, title: drawn.definition.title,
      formVersion: drawn.definition.version, notice: drawn.definition.notice, pageCount: drawn.pageCount,
      fieldCount: drawn.definition.fields.count { $0.isAnswerable },
      page: drawn.definition.page(of: drawn.compiled, words: words, expectation: { messages.words(of: $0) }),
      pdf: drawn.blank.bytes, compiled: drawn.compiled.encoded())
  }
}

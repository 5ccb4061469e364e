internal import Content
internal import Diagnostics
internal import FormDefinition
internal import FormDrawing
internal import FormModel
internal import Foundation
internal import Site
internal import SourceText
internal import TextLayout

/// A form drawn: its definition, its compiled form and the blank PDF.
struct DrawnForm {
  var definition: FormDefinition
  var compiled: CompiledForm
  var blank: [UInt8]
  var pageCount: Int
}

/// Draws the forms of a guide.
struct GuideForms {
  let root: URL
  var shelf: FontShelf
  /// In the guide's language.
  let messages: MessageCatalog

  /// The form `id` of a version; every problem of the form, its layout and the fonts is reported.
  mutating func draw(
    _ file: FormFile, of version: GuideVersion, language: String, showsBoxes: Bool = false,
    diagnostics: inout [Diagnostic]
  ) -> DrawnForm? {
    let before = diagnostics.count
    let layoutPath = "templates/forms/\(file.id).layout.yml"
    guard
      let source = SourceFile.read(file.url, as: file.path, diagnostics: &diagnostics),
      let definition = FormDefinition.read(
        source, id: file.id, guideVersion: version.id, data: { version.data[$0]?.root }, diagnostics: &diagnostics),
      var compiled = definition.compiled(diagnostics: &diagnostics),
      let layoutSource = SourceFile.read(
        root.appending(path: layoutPath), as: layoutPath, diagnostics: &diagnostics),
      let layout = PaperLayout.read(layoutSource, diagnostics: &diagnostics)
    else { return nil }
    let options = definition.fields.flatMap { $0.options.map(\.label) }.joined()
    let words = source.text + layoutSource.text + options
    guard let fonts = shelf.fonts(for: words.unicodeScalars.lazy.map(\.value), diagnostics: &diagnostics) else {
      return nil
    }
    guard let paper = definition.placed(on: layout, form: compiled, fonts: fonts, diagnostics: &diagnostics),
      !diagnostics[before...].hasErrors
    else { return nil }
    do {
      let blank = try paper.drawn(
        definition, language: language, producer: "zhinan \(zhinanVersion)", fonts: fonts, messages: messages,
        showsBoxes: showsBoxes, form: &compiled)
      return DrawnForm(definition: definition, compiled: compiled, blank: blank, pageCount: paper.pages.count)
    } catch {
      diagnostics.append(
        .error("form.drawing", at: SourcePlace(file.path), "The blank PDF could not be drawn: \(error)."))
      return nil
    }
  }

  /// The form as the site offers it.
  static func published(_ drawn: DrawnForm, version: String) -> PublishedForm {
    PublishedForm(
      version: version, id: drawn.definition.id, title: drawn.definition.title,
      formVersion: drawn.definition.version, notice: drawn.definition.notice, pageCount: drawn.pageCount,
      fieldCount: drawn.definition.fields.count { $0.isAnswerable },
      sections: drawn.definition.sections.map { section in
        PublishedForm.Section(
          title: section.title,
          fields: section.fields.map { field in
            PublishedForm.Field(label: field.label, required: field.need.isAlways, hint: field.hint)
          })
      },
      pdf: drawn.blank, compiled: drawn.compiled.encoded())
  }
}

extension FieldDefinition.Need {
  fileprivate var isAlways: Bool {
    if case .always = self { return true }
    return false
  }
}

internal import Facts
internal import Content
internal import Diagnostics
internal import FilledFields
internal import FormDefinition
internal import FormModel
internal import FormReading
internal import Foundation
internal import SourceText
internal import ZhinanValidation

/// Tells by its fields which form a PDF is that does not say so.
enum FormRecognition {
  /// The one form of a version that has nearly all of the PDF's fields, and half of whose fields the PDF has; `nil` when
  /// there is none or more than one.
  static func form(of filled: FilledForm, root: URL, guide id: String?, today: CalendarDate) -> String? {
    var ignored: [Diagnostic] = []
    guard let guide = GuideReader.read(root: root, today: today, rules: { WorkedFacts($0) }, diagnostics: &ignored),
      let version = id.map({ id in guide.versions.first { $0.id == id } }) ?? guide.current
    else { return nil }
    let fitting = version.formFiles.filter { file in
      guard let source = SourceFile.read(file.url, as: file.path, within: root, diagnostics: &ignored),
        let definition = FormDefinition.read(
          source, id: file.id, guideVersion: version.id, data: { version.data[$0]?.root }, diagnostics: &ignored),
        let form = definition.compiled(diagnostics: &ignored)
      else { return false }
      return form.isProbably(filled.contents.held)
    }
    return fitting.count == 1 ? fitting[0].id : nil
  }
}

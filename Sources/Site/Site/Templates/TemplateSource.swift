internal import Diagnostics
internal import Mustache
internal import SourceText

/// A template's text and its name: the path below `templates/` without its extension.
struct TemplateSource {
  let name: String
  let file: SourceFile

  /// The template, or `nil` with a diagnostic.
  func parsed(diagnostics: inout [Diagnostic]) -> MustacheTemplate? {
    for tag in TemplateTag.all(in: file) where tag.kind == .pragma {
      diagnostics.append(
        .error(
          "template.pragma", at: tag.place, "Templates are HTML; a tag {{% …}} cannot change how texts are escaped.",
          hint: "Take the tag out."))
      return nil
    }
    do {
      // Read as it stands first, so that places of mistakes are those of the file.
      _ = try MustacheTemplate(string: file.text)
      return try MustacheTemplate(string: EscapedHTML.pragma + TypedTags.applied(to: file.text))
    } catch let error as MustacheTemplate.ParserError {
      diagnostics.append(problem(error))
    } catch {
      diagnostics.append(
        .error("template.syntax", at: SourcePlace(file.path), "The template cannot be read: \(error)."))
    }
    return nil
  }

  private func problem(_ error: MustacheTemplate.ParserError) -> Diagnostic {
    var place = SourcePlace(file.path, line: error.context.lineNumber, column: error.context.columnNumber)
    let reason: String
    switch error.error as? MustacheTemplate.Error {
    case .sectionCloseNameIncorrect: reason = "a section is closed by another name"
    case .unfinishedName: reason = "a tag's name is not right or not finished"
    case .expectedSectionEnd:
      reason = "a section is not closed"
      place = TemplateTag.all(in: file).unclosed?.place ?? place
    case .invalidSetDelimiter: reason = "the delimiters are not set right"
    case .transformAppliedToInheritanceSection, .illegalTokenInsideInheritSection, .textInsideInheritSection:
      reason = "this cannot stand inside an inherited section"
    case .invalidConfigVariableSyntax, .unrecognisedConfigVariable: reason = "this pragma is not known"
    case nil: reason = "a tag is not finished"
    }
    return .error("template.syntax", at: place, "This is no Mustache template: \(reason).")
  }
}

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
        .error("template.pragma", at: tag.place))
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
        .error("template.syntax/unknown", at: SourcePlace(file.path), ["reason": .message(.phrase("\(error)"))]))
    }
    return nil
  }

  private func problem(_ error: MustacheTemplate.ParserError) -> Diagnostic {
    var place = SourcePlace(file.path, line: error.context.lineNumber, column: error.context.columnNumber)
    let reason: Message
    switch error.error as? MustacheTemplate.Error {
    case .sectionCloseNameIncorrect: reason = Message("reason.template-close")
    case .unfinishedName: reason = Message("reason.template-name")
    case .expectedSectionEnd:
      reason = Message("reason.template-unclosed")
      place = TemplateTag.all(in: file).unclosed?.place ?? place
    case .invalidSetDelimiter: reason = Message("reason.template-delimiters")
    case .transformAppliedToInheritanceSection, .illegalTokenInsideInheritSection, .textInsideInheritSection:
      reason = Message("reason.template-inherited")
    case .invalidConfigVariableSyntax, .unrecognisedConfigVariable: reason = Message("reason.template-pragma")
    case nil: reason = Message("reason.template-tag")
    }
    return .error("template.syntax", at: place, ["reason": .message(reason)])
  }
}

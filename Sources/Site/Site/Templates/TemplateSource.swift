internal import Diagnostics
internal import Mustache
internal import SourceText

/// A template's text and its name: the path below `templates/` without its extension.
struct TemplateSource {
  let name: String
  let file: SourceFile

  /// The template, or `nil` with a diagnostic.
  func parsed(diagnostics: inout [Diagnostic]) -> MustacheTemplate? {
    for tag in TemplateTag.all(in: file) where tag.kind == .other && tag.name == "%" {
      diagnostics.append(
        .error(
          "template.pragma", at: tag.place, "Templates are HTML; a tag {{% …}} cannot change how texts are escaped.",
          hint: "Take the tag out."))
      return nil
    }
    do {
      // Read as it stands first, so that places of mistakes are those of the file.
      _ = try MustacheTemplate(string: file.text)
      return try MustacheTemplate(string: TypedTags.applied(to: file.text))
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

/// A tag of a template.
struct TemplateTag {
  enum Kind { case variable, section, end, partial, block, comment, other }

  let kind: Kind
  /// What it names, without transforms.
  let name: String
  let place: SourcePlace

  /// All tags in their order. Templates that set other delimiters are read up to there.
  static func all(in file: SourceFile) -> [TemplateTag] {
    var tags: [TemplateTag] = []
    for (number, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var rest = line[...]
      while let open = rest.firstRange(of: "{{") {
        let column = line.unicodeScalars.distance(from: line.startIndex, to: open.lowerBound) + 1
        let inside = rest[open.upperBound...]
        guard let close = inside.firstRange(of: "}}") else { break }
        let tag = tag(inside[..<close.lowerBound], at: SourcePlace(file.path, line: number + 1, column: column))
        if tag.kind == .other, tag.name == "=" { return tags }
        tags.append(tag)
        rest = inside[close.upperBound...]
      }
    }
    return tags
  }

  private static func tag(_ text: Substring, at place: SourcePlace) -> TemplateTag {
    var name = text.dropFirst()
    let kind: Kind
    switch text.first {
    case "#", "^": kind = .section
    case "/": kind = .end
    case ">", "<": kind = .partial
    case "$": kind = .block
    case "!": kind = .comment
    case "=": return TemplateTag(kind: .other, name: "=", place: place)
    case "%": return TemplateTag(kind: .other, name: "%", place: place)
    case "{", "&": kind = .variable
    default:
      kind = .variable
      name = text
    }
    var word = name.filter { !$0.isWhitespace && $0 != "}" }
    if let open = word.lastIndex(of: "(") { word = word[word.index(after: open)...].filter { $0 != ")" } }
    return TemplateTag(kind: kind, name: String(word), place: place)
  }
}

extension [TemplateTag] {
  /// The innermost section that is open at the end.
  var unclosed: TemplateTag? {
    var open: [TemplateTag] = []
    for tag in self {
      switch tag.kind {
      case .section, .block: open.append(tag)
      case .end: _ = open.popLast()
      default: break
      }
    }
    return open.last
  }
}

package import Content
package import Markdown

/// A page that has been read: what links may name in it, and where it will stand.
package final class GuidePage: Sendable {
  /// The page as its author wrote it.
  package let source: SourcePage
  /// Its address in the site.
  package let path: SitePath
  /// The ids of its headings, former ones too, in UTF-8: a browser compares code points.
  package let anchors: Set<[UInt8]>
  /// Names of the directives that stand in it.
  package let directives: Set<String>
  /// Ids of the forms whose cards stand in it.
  package let forms: Set<String>
  /// Data files that its directives show.
  package let shown: Set<ShownFacts>

  init(_ source: SourcePage, version: String, document: MarkdownDocument) {
    self.source = source
    path = SitePath(version: version, page: source.name)
    anchors = Set(document.headings(all: true).flatMap(\.ids).map { Array($0.utf8) })
    shown = ShownFacts.all(in: document)
    var (directives, forms): (Set<String>, Set<String>) = ([], [])
    document.forEachDirective {
      directives.insert($0.name)
      if $0.name == "form" { forms.insert($0.argument) }
    }
    self.directives = directives
    self.forms = forms
  }
}

/// A data file that a directive shows.
package struct ShownFacts: Sendable, Hashable {
  /// The directive's name.
  package let directive: String
  /// The file's name without `.yml`.
  package let data: String

  /// A directive that shows a file.
  package init(directive: String, data: String) { (self.directive, self.data) = (directive, data) }

  /// Those of a text.
  package static func all(in document: MarkdownDocument) -> Set<ShownFacts> {
    var shown: Set<ShownFacts> = []
    document.forEachDirective {
      shown.insert(ShownFacts(directive: $0.name, data: $0.argument.isEmpty ? $0.name : $0.argument))
    }
    return shown
  }
}

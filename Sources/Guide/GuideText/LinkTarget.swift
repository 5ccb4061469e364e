internal import Content

/// What a link leads to.
package enum LinkTarget: Sendable, Hashable {
  /// A page of the guide; `query` with its `?`, `fragment` without its `#`, each often empty.
  case page(PageID, query: String, fragment: String)
  /// A picture.
  case picture(SitePath)
  /// A file to download: its kind (`DOCX`) and its size in bytes.
  case attachment(SitePath, kind: String, size: Int, hash: UInt64)
  /// A form's blank PDF.
  case blank(SitePath)
  /// The page on which a form is filled in, and the blank that it offers; `fragment` without its `#`, often empty.
  case formPage(SitePath, blank: SitePath, fragment: String)
  /// A page that is there but could not be read, which was reported.
  case unread(SitePath)
  /// Another site, a mail or a telephone address.
  case outside(String)
}

/// Where a text is written.
package struct TextPlace: Sendable {
  /// Position of the version that it belongs to.
  package let version: Int
  /// The folder of its file below the version's, such as `fees/`, from which links start; empty for the version's own.
  package let folder: String
  /// The page that it is; `nil` for facts, which stand on several pages.
  package let page: PageID?

  /// A text of a version's data files.
  package init(factsOf version: Int) {
    self.version = version
    folder = ""
    page = nil
  }

  /// A page's text.
  package init(_ page: PageID, in index: GuideIndex) {
    version = page.version
    folder = index.page(page).source.folder
    self.page = page
  }
}

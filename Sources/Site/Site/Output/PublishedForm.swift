package import FormPage

/// A form of one version as the site offers it: what it asks, the blank PDF and the compiled form.
package struct PublishedForm: Sendable {
  /// Id of the guide's version that it belongs to.
  package var version: String
  /// Name in links (`form:id`), directives and file names.
  package var id: String
  /// Title that stands on the paper.
  package var title: String
  /// The form's own version.
  package var formVersion: String
  /// What applicants must know before they use it.
  package var notice: String?
  /// Pages of the blank PDF.
  package var pageCount: Int
  /// Fields that applicants fill.
  package var fieldCount: Int
  /// What it asks.
  package var page: FormPage
  /// The blank, fillable PDF.
  package var pdf: [UInt8]
  /// The compiled form that the validator and the filler read.
  package var compiled: [UInt8]
  /// What its page loads to check and fill it, in this order; none where a browser only reads.
  package var parts: [PublishedPart]

  /// A form of one version as the site offers it.
  package init(
    version: String, id: String, title: String, formVersion: String, notice: String?, pageCount: Int, fieldCount: Int,
    page: FormPage, pdf: [UInt8], compiled: [UInt8], parts: [PublishedPart] = []
  ) {
    self.version = version
    self.id = id
    self.title = title
    self.formVersion = formVersion
    self.notice = notice
    self.pageCount = pageCount
    self.fieldCount = fieldCount
    self.page = page
    self.pdf = pdf
    self.compiled = compiled
    self.parts = parts
  }

  /// The files that the site hands out: `<version>/forms/<id>.pdf` and `.form`.
  var files: [OutputFile] {
    [
      OutputFile(path: "\(version)/forms/\(id).pdf", bytes: pdf),
      OutputFile(path: "\(version)/forms/\(id).form", bytes: compiled),
    ]
  }
}

/// A file that a form's page loads as a script.
package struct PublishedPart: Sendable, Hashable {
  /// What the page knows it by, such as `module`.
  package var name: String
  /// Its path below the site's folder.
  package var path: String
  /// The first 16 hexadecimal digits of the SHA-256 of what it holds.
  package var identity: String

  /// A part by its name, path and identity.
  package init(name: String, path: String, identity: String) {
    self.name = name
    self.path = path
    self.identity = identity
  }
}

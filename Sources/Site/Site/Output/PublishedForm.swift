package import Diagnostics
package import FormPage
package import SourceText

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
  /// Where that is written.
  package var versionPlace: SourcePlace
  /// What applicants must know before they use it.
  package var notice: String?
  /// Pages of the blank PDF.
  package var pageCount: Int
  /// Fields that applicants fill.
  package var fieldCount: Int
  /// Places on paper that they have: a field of a repeated section has one for each element.
  package var placeCount: Int
  /// What it asks.
  package var page: FormPage
  /// How it stands on paper, as it is written.
  package var layout: SourceFile?
  /// The blank, fillable PDF.
  package var pdf: [UInt8]
  /// The compiled form that the validator and the filler read.
  package var compiled: [UInt8]
  /// A workbook in which many records are filled in; empty where there is none.
  package var sheet: [UInt8]
  /// What fills the form, in one line: with it names of filled PDFs are those of the command.
  package var filler: String
  /// What its page loads to check and fill it, in this order; none where a browser only reads.
  package var parts: [PublishedPart]
  /// What the guide takes of scans; `nil` where it says nothing of them.
  package var scans: ScanDemands?

  /// A form of one version as the site offers it.
  package init(
    version: String, id: String, title: String, formVersion: String, versionPlace: SourcePlace = SourcePlace(""),
    notice: String?,
    pageCount: Int, fieldCount: Int, placeCount: Int? = nil, page: FormPage, pdf: [UInt8], compiled: [UInt8],
    sheet: [UInt8] = [], filler: String = "",
    parts: [PublishedPart] = []
  ) {
    self.version = version
    self.id = id
    self.title = title
    self.formVersion = formVersion
    self.versionPlace = versionPlace
    self.notice = notice
    self.pageCount = pageCount
    self.fieldCount = fieldCount
    self.placeCount = placeCount ?? fieldCount
    self.page = page
    self.pdf = pdf
    self.compiled = compiled
    self.sheet = sheet
    self.filler = filler
    self.parts = parts
  }

  /// The files that the site hands out: `<version>/forms/<id>.pdf`, `.form`, and `.xlsx` where there is a sheet.
  var files: [OutputFile] {
    [
      OutputFile(path: "\(version)/forms/\(id).pdf", bytes: pdf),
      OutputFile(path: "\(version)/forms/\(id).form", bytes: compiled),
    ] + (sheet.isEmpty ? [] : [OutputFile(path: "\(version)/forms/\(id).xlsx", bytes: sheet)])
  }
}

/// What a guide takes of scanned papers, as far as a page asks for them.
package struct ScanDemands: Sendable {
  /// Endings of files, without the point.
  package var kinds: [String]
  /// Whether a scan without colour is told of.
  package var inColour: Bool

  /// Files with these endings.
  package init(kinds: [String], inColour: Bool) { (self.kinds, self.inColour) = (kinds, inColour) }
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

/// A form of one version as the site offers it: its card's words, the blank PDF and the compiled form.
package struct PublishedForm: Sendable {
  /// Fields under one heading of the form.
  package struct Section: Sendable {
    /// The heading.
    package var title: String
    /// Its fields in the form's order.
    package var fields: [Field]

    /// A section as the form's page lists it.
    package init(title: String, fields: [Field]) {
      self.title = title
      self.fields = fields
    }
  }

  /// One field as the form's card lists it.
  package struct Field: Sendable {
    /// What the field is called on paper.
    package var label: String
    /// Whether it must be filled in every case.
    package var required: Bool
    /// How to fill it.
    package var hint: String?

    /// A question as the form's page lists it.
    package init(label: String, required: Bool, hint: String?) {
      self.label = label
      self.required = required
      self.hint = hint
    }
  }

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
  /// Fields for the card's list, in the form's order.
  package var sections: [Section]
  /// The blank, fillable PDF.
  package var pdf: [UInt8]
  /// The compiled form that the validator and the filler read.
  package var compiled: [UInt8]

  /// A form of one version as the site offers it.
  package init(
    version: String, id: String, title: String, formVersion: String, notice: String?, pageCount: Int, fieldCount: Int,
    sections: [Section], pdf: [UInt8], compiled: [UInt8]
  ) {
    self.version = version
    self.id = id
    self.title = title
    self.formVersion = formVersion
    self.notice = notice
    self.pageCount = pageCount
    self.fieldCount = fieldCount
    self.sections = sections
    self.pdf = pdf
    self.compiled = compiled
  }

  /// The files that the site hands out: `<version>/forms/<id>.pdf` and `.form`.
  var files: [OutputFile] {
    [
      OutputFile(path: "\(version)/forms/\(id).pdf", bytes: pdf),
      OutputFile(path: "\(version)/forms/\(id).form", bytes: compiled),
    ]
  }
}

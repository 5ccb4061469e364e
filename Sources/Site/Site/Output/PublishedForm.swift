/// A form of one version as the site offers it: its card's words, the blank PDF and the compiled form.
package struct PublishedForm: Sendable {
  /// Fields under one heading of the form.
  package struct Section: Sendable {
    package var title: String
    package var fields: [Field]

    package init(title: String, fields: [Field]) {
      self.title = title
      self.fields = fields
    }
  }

  /// One field as the form's card lists it.
  package struct Field: Sendable {
    package var label: String
    package var required: Bool
    package var hint: String?

    package init(label: String, required: Bool, hint: String?) {
      self.label = label
      self.required = required
      self.hint = hint
    }
  }

  /// Id of the guide's version that it belongs to.
  package var version: String
  package var id: String
  package var title: String
  package var formVersion: String
  package var notice: String?
  package var pageCount: Int
  package var fieldCount: Int
  package var sections: [Section]
  package var pdf: [UInt8]
  package var compiled: [UInt8]

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

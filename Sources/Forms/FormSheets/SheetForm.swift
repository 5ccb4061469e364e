package import FormModel
package import FormPage
internal import FormTables

/// A form that a sheet is made for.
package struct SheetForm: Sendable {
  let compiled: CompiledForm
  let page: FormPage
  let names: ColumnNames
  /// Answers of a made-up record, which stand in the example row.
  let example: Answers?

  /// - Parameters:
  ///   - page: the form as a page asks it.
  ///   - example: answers of a made-up record.
  package init(compiled: CompiledForm, page: FormPage, example: Answers? = nil) {
    self.compiled = compiled
    self.page = page
    names = ColumnNames(compiled)
    self.example = example
  }

  var id: String { String(decoding: compiled.id, as: UTF8.self) }
  var title: String { String(decoding: compiled.title, as: UTF8.self) }

  /// A field's answer in the example.
  func exampleText(_ field: Int) -> String {
    example.map { String(decoding: $0.cell(field, of: compiled), as: UTF8.self) } ?? ""
  }
}

/// Words of a sheet, in its readers' language.
package struct SheetWords: Sendable {
  /// The sheet's name.
  package var sheet: String
  /// The title of the first column, which begins with `#`, and what stands there beside the example.
  package var (remarks, example): (String, String)
  /// What a needed answer is called.
  package var needed: String
  /// How several options are written.
  package var several: String
  /// The title of the column that names forms, and what is said of it.
  package var (formColumn, forms): (String, String)

  /// All words.
  package init(
    sheet: String, remarks: String, example: String, needed: String, several: String, formColumn: String, forms: String
  ) {
    self.sheet = sheet
    (self.remarks, self.example) = (remarks, example)
    self.needed = needed
    self.several = several
    (self.formColumn, self.forms) = (formColumn, forms)
  }
}

internal import Bytes
package import Files
internal import FormModel
internal import FormPage
internal import FormTables
internal import Tables
package import Workbooks

/// A sheet in which people fill in forms, a row a record: each question of them all has one column.
package struct FormSheet: Sendable {
  /// Two forms ask under one key or label for different things, so that one column cannot serve both.
  package struct Conflict: Error {
    /// The question's label in both.
    package let labels: [String]
  }

  private struct Column {
    /// The field in each form; `nil` where the form does not ask it.
    var fields: [Int?]
    var label: String
    var key: String
    var kind: FormPage.Kind
    var options: [FormPage.Option]
    var isNeeded: Bool
    var message: String
    var title = ""
  }

  private static let rowsToFill = 5000
  private let forms: [SheetForm]
  private let words: SheetWords
  private var columns: [Column] = []

  /// The sheet of these forms.
  ///
  /// - Parameter items: columns for elements of repeated sections, where a section may have so many.
  package init(_ forms: [SheetForm], items: Int, words: SheetWords) throws(Conflict) {
    self.forms = forms
    self.words = words
    for (form, page) in forms.map(\.page).enumerated() {
      for section in page.sections {
        let count = section.repetition.map { max($0.minimum, min($0.maximum, items)) } ?? 1
        for item in 0..<count {
          for question in section.questions where question.isAnswerable && !question.isComputed {
            let isAlways = question.condition == nil && item < section.repetition?.minimum ?? 1
            try add(
              question, form, key: question.key.replacing("#", with: "\(item)"),
              isNeeded: question.isRequired && isAlways)
          }
        }
      }
    }
    for index in columns.indices { columns[index].title = title(of: columns[index]) }
  }

  private mutating func add(
    _ question: FormPage.Question, _ form: Int, key: String, isNeeded: Bool
  ) throws(Conflict) {
    guard let field = forms[form].compiled.field(Array(key.utf8)) else { return }
    let label = String(decoding: forms[form].compiled.fields[field].label, as: UTF8.self)
    if let index = columns.firstIndex(where: { $0.key == key || $0.label == label && $0.fields[form] == nil }) {
      guard columns[index].fields[form] == nil, columns[index].kind == question.kind,
        columns[index].options == question.options
      else { throw Conflict(labels: [columns[index].label, label]) }
      columns[index].fields[form] = field
      columns[index].isNeeded = columns[index].isNeeded || isNeeded
      return
    }
    var lines = [question.condition, question.isRequired ? words.needed : question.requirement].compactMap { $0 }
    if question.kind == .choices { lines.append(words.several) }
    var column = Column(
      fields: forms.map { _ in nil }, label: label, key: key, kind: question.kind, options: question.options,
      isNeeded: isNeeded, message: (lines + question.notes).joined(separator: "\n"))
    column.fields[form] = field
    columns.append(column)
  }

  private func title(of column: Column) -> String {
    let fields = forms.indices.map { (forms[$0].names, column.fields[$0]) }
    let title = ColumnNames.title(label: Array(column.label.utf8), key: Array(column.key.utf8), of: fields)
    return String(decoding: title, as: UTF8.self)
  }

  // MARK: Written

  /// All titles, a star behind those of needed answers.
  private var titles: [String] {
    [words.remarks] + (forms.count > 1 ? [words.formColumn] : [])
      + columns.map { $0.isNeeded ? $0.title + "*" : $0.title }
  }

  private var example: [String] {
    [words.example] + (forms.count > 1 ? [""] : [])
      + columns.map { column in
        forms.indices.lazy.compactMap { form in column.fields[form].map { forms[form].exampleText($0) } }
          .first { !$0.isEmpty } ?? ""
      }
  }

  /// As a workbook looks.
  package var design: SheetDesign {
    var all = [SheetDesign.Column(words.remarks, width: 14)]
    if forms.count > 1 {
      var column = SheetDesign.Column(words.formColumn, width: 18)
      column.choices = forms.map(\.title)
      column.takesOthers = true
      column.message = SheetDesign.Column.Message(title: words.formColumn, text: words.forms)
      all.append(column)
    }
    for (column, (title, example)) in zip(columns, Array(zip(titles, example)).suffix(columns.count)) {
      let width = max(Self.width(of: title) + 2, Self.width(of: example) + 2)
      var design = SheetDesign.Column(title, width: Double(min(30, max(12, width))))
      design.isMarked = column.isNeeded
      design.choices = column.options.map(\.label)
      design.takesOthers = column.kind == .choices
      if !column.message.isEmpty {
        design.message = SheetDesign.Column.Message(title: column.label, text: column.message)
      }
      all.append(design)
    }
    var design = SheetDesign(name: words.sheet, columns: all)
    design.frozenColumns = 1
    design.rowsToFill = Self.rowsToFill
    return design
  }

  /// How wide a text is, in characters of ASCII.
  private static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x80 ? 1 : 2) }
  }

  /// As a workbook, with a row that shows how rows are filled in and is not read.
  package func workbook() throws(OutputFailure) -> [UInt8] {
    let writer = try WorkbookWriter(design)
    writer.add(example, .example)
    return try writer.finish()
  }

  /// As CSV: UTF-8 with the mark by which spreadsheets know it, lines that end in CRLF.
  package var csv: [UInt8] {
    let lines = [titles, example].map { cells in
      Array(cells.map { TableText.csv(Array($0.utf8)) }.joined(separator: [0x2C])) + [0x0D, 0x0A]
    }
    return [0xEF, 0xBB, 0xBF] + lines.joined()
  }
}

#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(FormMessages)
  internal import FormMessages
#endif
#if canImport(FormModel)
  internal import FormModel
#endif
#if canImport(FormTables)
  internal import FormTables
#endif
#if canImport(Tables)
  internal import Tables
#endif
#if canImport(TextLayout)
  internal import TextLayout
#endif
#if canImport(ZhinanValidation)
  internal import ZhinanValidation
#endif

// What a page is told of a table.
extension OpenForm {
  /// What a line of `columns` says; `nil` where it says nothing.
  func choice(_ word: [UInt8]) -> PastedTable.Choice? {
    if word.isEmpty { return .leftOut }
    if ("form" as StaticString).equals(word) { return .answers(.form) }
    if let field = form.fields.firstIndex(where: { $0.key == word }) { return .answers(.field(field)) }
    let hand = form.questions.filter { $0.field == nil }.firstIndex { $0.key == word }
    return hand.map { .answers(.byHand($0)) }
  }

  /// `{"naming":"header"|"order"|"none","leftOut":…,"rows":…,"flawed":…,"ready":…,"columns":[{"name":…,
  /// "doubt":…,"near":…,"key":…,"hand":…,"example":…},…],"fields":[{"key":…,"label":…},…],"labels":[…],"shown":…}`.
  ///
  /// Whether rows have names, and how many rows are left out; how many rows there are, how many of them with a flaw, and
  /// whether they can be checked. Of a column: its name, why it is not plain what it answers and the key that may be
  /// meant, or the question that it answers, with its label where that is filled in by hand, and the first answer as others
  /// may see it. All fields; keys of the answered ones that may stand in names of files, and of the one by which people
  /// tell rows apart.
  func overview(of table: PastedTable) -> [UInt8] {
    var writer = JSONByteWriter()
    writer.raw("{\"naming\":")
    writer.string(table.naming.name)
    writer.raw(",\"leftOut\":")
    writer.number(Int64(table.leftOutRows))
    writer.raw(",\"rows\":")
    writer.number(Int64(table.rows.count))
    writer.raw(",\"flawed\":")
    writer.number(Int64(table.rows.count { $0.flaw != nil }))
    writer.raw(",\"ready\":")
    writer.bool(table.isPlain)
    writer.raw(",\"columns\":")
    writer.array(table.columns.indices) { writer, index in writeColumn(index, of: table, to: &writer) }
    let answered = table.columns.compactMap { column -> Int? in
      if case .answers(.field(let field)) = column.choice { return field }
      return nil
    }
    writer.raw(",\"fields\":")
    writer.array(form.fields) { writer, field in
      writer.raw("{\"key\":")
      writer.string(field.key)
      writer.raw(",\"label\":")
      writer.string(field.label)
      writer.raw("}")
    }
    writer.raw(",\"labels\":")
    writer.array(answered.filter { form.fields[$0].privacy == nil && form.fields[$0].options.isEmpty }) {
      $0.string(form.fields[$1].key)
    }
    if let name = form.publicName, answered.contains(name) {
      writer.raw(",\"shown\":")
      writer.string(form.fields[name].key)
    }
    writer.raw("}")
    return writer.bytes
  }

  private func writeColumn(_ index: Int, of table: PastedTable, to writer: inout JSONByteWriter) {
    let column = table.columns[index]
    writer.raw("{\"name\":")
    writer.string(column.name)
    var field: Int?
    switch column.choice {
    case .open(let doubt):
      writer.raw(",\"doubt\":")
      writer.string(doubt.name)
      if let near = nearField(to: column.name) {
        writer.raw(",\"near\":")
        writer.string(form.fields[near].key)
      }
    case .answers(.field(let answered)):
      field = answered
      writer.raw(",\"key\":")
      writer.string(form.fields[answered].key)
    case .answers(.form): writer.raw(",\"key\":\"form\"")
    case .answers(.byHand(let hand)):
      writer.raw(",\"key\":")
      writer.string(form.questions.filter { $0.field == nil }[hand].key)
      writer.raw(",\"hand\":")
      writer.string(columnNames.label(of: .byHand(hand)))
    case .leftOut: break
    }
    if let cell = table.rows.lazy.map({ TableText.trimmed($0.cells[index]) }).first(where: { !$0.isEmpty }) {
      writer.raw(",\"example\":")
      writer.string(example(cell, of: field))
    }
    writer.raw("}")
  }

  /// A cell as others may see it.
  private func example(_ cell: [UInt8], of field: Int?) -> [UInt8] {
    guard let field else { return RecordSentences.shortened(ShownAnswer.text(cell)) }
    guard form.fields[field].options.isEmpty else {
      let isOption = form.fields[field].options.contains { $0.label == cell || $0.value == cell }
      return isOption ? cell : ShownAnswer.word(cell, mayBeKey: false)
    }
    return RecordSentences.shortened(ShownAnswer.text(cell, in: form.fields[field]))
  }

  private func nearField(to name: [UInt8]) -> Int? {
    guard !name.isEmpty, let near = NearWord.nearest(to: name, in: columnNames.known) else { return nil }
    let target = columnNames.targets(of: near).first
    if case .field(let field) = target { return field }
    return nil
  }

  /// `{"row":…,"number":…,"ok":…,"shown":…,"flaw":"quote"|"cells","cells":…,"problems":[{"key":…,"code":…,"warns":…,
  /// "say":…,"hint":…,"label":…,"options":[…],"value":…},…]}`: a problem about a field has its label, the labels of its options where one is
  /// chosen, and the cell's text where a column answers it; a flaw tells why the row's cells may not be what was meant,
  /// with how many there were.
  func write(
    _ index: Int, of table: PastedTable, under header: TableHeader, today: CalendarDate, fonts: FontChain,
    to writer: inout JSONByteWriter
  ) {
    let row = table.rows[index]
    var read = read(PastedRow(row, columns: table.columns.count), under: header, today: today)
    _ = place(&read, fonts: fonts, isWhole: true)
    writer.raw("{\"row\":")
    writer.number(Int64(index))
    writer.raw(",\"number\":")
    writer.number(Int64(row.number))
    writer.raw(",\"ok\":")
    writer.bool(read.findings.isRight && row.flaw == nil)
    if let field = form.publicName {
      writer.raw(",\"shown\":")
      writer.string(shown(field, in: read))
    }
    switch row.flaw {
    case .quote: writer.raw(",\"flaw\":\"quote\"")
    case .cells(let count):
      writer.raw(",\"flaw\":\"cells\",\"cells\":")
      writer.number(Int64(count))
    case nil: break
    }
    writer.raw(",\"problems\":")
    writer.array(read.findings.problems) { writer, problem in
      problem.write(to: &writer, saysWhetherItWarns: true)
      if let key = problem.key, let field = form.fields.firstIndex(where: { $0.key == key }) {
        writeAnswer(to: field, row, table, &writer)
      }
      writer.raw("}")
    }
    writer.raw("}")
  }

  /// What a page needs to ask for an answer again.
  private func writeAnswer(
    to field: Int, _ row: PastedTable.Row, _ table: PastedTable, _ writer: inout JSONByteWriter
  ) {
    let asked = form.fields[field]
    writer.raw(",\"label\":")
    writer.string(asked.label)
    if asked.kind == .choice {
      writer.raw(",\"options\":")
      writer.array(asked.options) { $0.string($1.label) }
    }
    if let column = table.columns.firstIndex(where: { $0.choice == .answers(.field(field)) }) {
      writer.raw(",\"value\":")
      writer.string(row.cells[column])
    }
  }
}

/// A row of a table as answers are read from it: its places are its number and its columns, from 1.
private struct PastedRow: TableRow {
  private let row: PastedTable.Row
  let count: Int

  init(_ row: PastedTable.Row, columns: Int) {
    self.row = row
    count = columns
  }

  var mayBeShort: Bool { true }
  func text(_ index: Int) -> ArraySlice<UInt8> { row.cells[index][...] }
  func flaw(_ index: Int) -> TableCell.Flaw? { nil }
  func position(_ index: Int) -> TextPosition { TextPosition(line: row.number, column: index + 1) }
}

#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(FormFilling)
  internal import FormFilling
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

/// The table that a page has, and its rows on their way to PDFs.
struct TableState {
  var table: PastedTable
  var run: TableRun?
}

extension Session {
  /// What a page asks of a table of records, for a message `word LF …`; `nil` without a form, without a table where one is
  /// needed, and for a message of another shape. Rows and columns count from 0.
  ///
  /// - `open LF text`: takes a table in place of the one before; answers with an overview.
  /// - `columns LF line LF line …`: a line for each column says what it is taken for: a field's key, `form`, nothing (left
  ///   out), or `?`. An overview.
  /// - `rows LF today LF first LF count`: checks rows; `{"rows":[…]}`.
  /// - `cell LF today LF row LF key LF text`: puts an answer right; the row.
  /// - `keep LF today LF row`: its cells are what was meant; the row.
  /// - `drop LF row`: leaves a row out; an overview.
  /// - `run LF today LF options LF label LF shown LF filler`: begins to fill; label and shown are keys, or nothing. An empty
  ///   object.
  /// - `next`: the next row's file name, a line break and its PDF; nothing where it has an error.
  /// - `report`, `csv`: what is written so far.
  package mutating func askTable(_ message: [UInt8]) -> [UInt8]? {
    let (word, rest) = Self.cut(message)
    guard let opened else { return nil }
    if word.elementsEqual("open".utf8) {
      tables = PastedTable(rest, names: opened.columnNames, of: opened.form).map { TableState(table: $0) }
      return tables.map { opened.overview(of: $0.table) }
    }
    guard tables != nil else { return nil }
    switch word {
    case _ where word.elementsEqual("columns".utf8): return choose(rest, opened)
    case _ where word.elementsEqual("rows".utf8): return checkRows(rest, opened)
    case _ where word.elementsEqual("cell".utf8): return setCell(rest, opened)
    case _ where word.elementsEqual("keep".utf8): return keep(rest, opened)
    case _ where word.elementsEqual("drop".utf8): return drop(rest, opened)
    case _ where word.elementsEqual("run".utf8): return begin(rest, opened)
    case _ where word.elementsEqual("next".utf8): return fillNext(opened)
    case _ where word.elementsEqual("report".utf8): return tables?.run?.report
    case _ where word.elementsEqual("csv".utf8): return tables?.run?.csv
    default: return nil
    }
  }

  private mutating func choose(_ rest: [UInt8], _ open: OpenForm) -> [UInt8]? {
    let lines = rest.split(separator: 0x0A, omittingEmptySubsequences: false)
    tables?.table.choose(lines.map { open.choice(Array($0)) })
    return tables.map { open.overview(of: $0.table) }
  }

  private func checkRows(_ rest: [UInt8], _ open: OpenForm) -> [UInt8]? {
    guard let (today, rest) = Self.parted(rest), let table = tables?.table, table.isPlain else { return nil }
    let (first, count) = Self.cut(rest)
    guard let start = Self.number(first), let count = Self.number(count[...]), start <= table.rows.count else {
      return nil
    }
    var writer = JSONByteWriter()
    writer.raw("{\"rows\":")
    writer.array(start..<min(start + min(count, table.rows.count), table.rows.count)) { writer, row in
      open.write(row, of: table, today: today, fonts: fonts, to: &writer)
    }
    writer.raw("}")
    return writer.bytes
  }

  private mutating func setCell(_ rest: [UInt8], _ open: OpenForm) -> [UInt8]? {
    guard let (today, rest) = Self.parted(rest) else { return nil }
    let (first, other) = Self.cut(rest)
    let (key, text) = Self.cut(other)
    guard let row = Self.number(first), let rows = tables?.table.rows.count, row < rows,
      let field = open.form.fields.firstIndex(where: { $0.key.elementsEqual(key) }),
      let column = tables?.table.column(answering: field)
    else { return nil }
    tables?.table.rows[row].cells[column] = text
    return tell(row, open, today)
  }

  private mutating func keep(_ rest: [UInt8], _ open: OpenForm) -> [UInt8]? {
    guard let (today, rest) = Self.parted(rest), let row = Self.number(rest[...]), let table = tables?.table,
      row < table.rows.count
    else { return nil }
    tables?.table.rows[row].cells = Array(table.rows[row].cells.prefix(table.columns.count))
    tables?.table.rows[row].flaw = nil
    return tell(row, open, today)
  }

  private mutating func drop(_ rest: [UInt8], _ open: OpenForm) -> [UInt8]? {
    guard let row = Self.number(rest[...]), let rows = tables?.table.rows.count, row < rows else { return nil }
    tables?.table.rows.remove(at: row)
    return tables.map { open.overview(of: $0.table) }
  }

  private func tell(_ row: Int, _ open: OpenForm, _ today: CalendarDate) -> [UInt8]? {
    var writer = JSONByteWriter()
    guard let table = tables?.table else { return nil }
    open.write(row, of: table, today: today, fonts: fonts, to: &writer)
    return writer.bytes
  }

  private mutating func begin(_ rest: [UInt8], _ open: OpenForm) -> [UInt8]? {
    guard let (today, rest) = Self.parted(rest), let table = tables?.table, table.isPlain,
      table.rows.allSatisfy({ $0.flaw == nil })
    else { return nil }
    let (words, afterOptions) = Self.cut(rest)
    let (label, afterLabel) = Self.cut(afterOptions)
    let (shown, filler) = Self.cut(afterLabel)
    guard let options = FillOptions(words: words, roles: open.form.roles) else { return nil }
    let fields = [label, shown].map { key in open.form.fields.firstIndex { $0.key.elementsEqual(key) } }
    tables?.run = TableRun(
      of: table, open, today: today, options: options, label: fields[0], shown: fields[1], filler: filler)
    return Array("{}".utf8)
  }

  private mutating func fillNext(_ open: OpenForm) -> [UInt8]? {
    let fonts = fonts
    guard let table = tables?.table, let done = tables?.run?.done, done < table.rows.count else { return nil }
    return tables?.run?.fillNext(of: table, open, fonts: fonts)
  }

  /// A message's first line, and what follows.
  private static func cut(_ message: [UInt8]) -> (line: ArraySlice<UInt8>, rest: [UInt8]) {
    guard let end = message.firstIndex(of: 0x0A) else { return (message[...], []) }
    return (message[..<end], Array(message[(end + 1)...]))
  }

  private static func number(_ text: ArraySlice<UInt8>) -> Int? {
    guard (1...7).contains(text.count) else { return nil }
    var number = 0
    for byte in text {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }
}

extension OpenForm {
  /// What a line of `columns` says.
  fileprivate func choice(_ word: [UInt8]) -> PastedTable.Choice {
    if word.isEmpty { return .leftOut }
    if word.elementsEqual("form".utf8) { return .answers(.form) }
    if let field = form.fields.firstIndex(where: { $0.key == word }) { return .answers(.field(field)) }
    let hand = form.questions.filter { $0.field == nil }.firstIndex { $0.key == word }
    return hand.map { .answers(.byHand($0)) } ?? .open(.unknown)
  }

  /// `{"naming":"header"|"order"|"none","header":…,"leftOut":…,"rows":…,"flawed":…,"ready":…,"columns":[{"name":…,
  /// "doubt":…,"near":…,"key":…,"hand":…,"example":…},…],"fields":[{"key":…,"label":…},…],"labels":[…],"shown":…}`: whether rows have
  /// names, in which row, and how many rows are left out; how many rows there are, how many of them with a flaw, and whether
  /// they can be checked. Of a column: its name, why it is not plain what it answers and the key that may be meant, or
  /// the field that it answers, or what is filled in by hand, and the first answer as others may see it. All fields; keys
  /// of the answered ones that may stand in names of files, and of the one by which people tell rows apart.
  fileprivate func overview(of table: PastedTable) -> [UInt8] {
    var writer = JSONByteWriter()
    writer.raw("{\"naming\":")
    switch table.naming {
    case .header(let number):
      writer.raw("\"header\",\"header\":")
      writer.number(Int64(number))
    case .order: writer.raw("\"order\"")
    case .none: writer.raw("\"none\"")
    }
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
    case .answers(let target):
      writer.raw(",\"hand\":")
      writer.string(columnNames.label(of: target))
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
    guard let field else { return ShownAnswer.word(cell, mayBeKey: false) }
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

  /// `{"row":…,"number":…,"ok":…,"shown":…,"flaw":…,"problems":[{"key":…,"code":…,"warns":…,"say":…,"hint":…,
  /// "label":…,"options":[…],"value":…},…]}`: a problem about a field has its label, the labels of its options where one is
  /// chosen, and the cell's text where a column answers it; a flaw is a sentence that says why the row's cells may not be
  /// what was meant.
  fileprivate func write(
    _ index: Int, of table: PastedTable, today: CalendarDate, fonts: FontChain, to writer: inout JSONByteWriter
  ) {
    let row = table.rows[index]
    let header = table.header(of: form, columnNames)
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
    if let flaw = row.flaw {
      let sentence = sentence(for: flaw, columns: table.columns.count)
      writer.raw(",\"flaw\":")
      writer.string(sentence.say)
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

  private func sentence(for flaw: PastedTable.Flaw, columns: Int) -> Sentence {
    switch flaw {
    case .quote: return sentences.messages.sentence(for: TableProblem.quote, MessageValues())
    case .cells(let count):
      return sentences.messages.sentence(
        for: RowShapeProblem(kind: .cells(count, columns: columns), column: 0))
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

#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(FormFilling)
  internal import FormFilling
#endif
#if canImport(FormModel)
  internal import FormModel
#endif
#if canImport(FormTables)
  internal import FormTables
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
  /// - `open LF most LF text`: takes a table in place of the one before; an overview. One without rows, or with more than
  ///   so many, or with more columns than forms ask for, is not taken: `{"rows":…,"tooWide":…}`.
  /// - `overview`: how the table stands (``OpenForm/overview(of:)``).
  /// - `columns LF line LF line …`: a line for each column says what it is taken for: a question's key, `form`, nothing
  ///   (left out), or `?`, which leaves it as it is. An overview.
  /// - `rows LF today LF first LF count`: checks rows; `{"rows":[…]}`.
  /// - `cell LF today LF row LF key LF text`: puts an answer right; the row.
  /// - `keep LF today LF row`: its cells are what was meant; the row.
  /// - `drop LF row`: leaves a row out; an overview. `restore`: takes the last such row back; an overview.
  /// - `run LF today LF options LF label LF shown LF filler`: begins to fill; label and shown are keys, or nothing. An empty
  ///   object.
  /// - `next`: the next row's file name, a line break and its PDF; nothing where it has an error.
  /// - `report`, `csv`: what is written so far.
  /// - `forget`: there is no table any more. An empty object.
  package mutating func askTable(_ message: [UInt8]) -> [UInt8]? {
    let (word, rest) = Self.cut(message)
    guard let opened else { return nil }
    func isWord(_ name: StaticString) -> Bool { name.equals(word) }
    if isWord("open") { return take(rest, opened) }
    guard tables != nil else { return nil }
    if isWord("overview") { return tables.map { opened.overview(of: $0.table) } }
    if isWord("columns") { return choose(rest, opened) }
    if isWord("rows") { return checkRows(rest, opened) }
    if isWord("cell") { return setCell(rest, opened) }
    if isWord("keep") { return keep(rest, opened) }
    if isWord("drop") { return drop(rest, opened) }
    if isWord("restore") { return restore(opened) }
    if isWord("run") { return begin(rest, opened) }
    if isWord("next") { return fillNext(opened) }
    if isWord("forget") {
      tables = nil
      return Array("{}".utf8)
    }
    if isWord("report") { return tables?.run?.report }
    return isWord("csv") ? tables?.run?.csv : nil
  }

  /// A page shows each column.
  private static let mostColumns = 600

  private mutating func take(_ rest: [UInt8], _ open: OpenForm) -> [UInt8]? {
    let (line, text) = Self.cut(rest)
    guard let most = Self.number(line), let table = PastedTable(text, names: open.columnNames, of: open.form) else {
      return nil
    }
    let isTooWide = table.columns.count > Self.mostColumns
    guard !isTooWide, (1...max(most, 1)).contains(table.rows.count) else {
      var writer = JSONByteWriter()
      writer.raw("{\"rows\":")
      writer.number(Int64(table.rows.count))
      writer.raw(",\"tooWide\":")
      writer.bool(isTooWide)
      writer.raw("}")
      return writer.bytes
    }
    tables = TableState(table: table)
    return open.overview(of: table)
  }

  private mutating func choose(_ rest: [UInt8], _ open: OpenForm) -> [UInt8]? {
    let lines = rest.split(separator: 0x0A, omittingEmptySubsequences: false)
    tables?.table.choose(lines.map { open.choice(Array($0)) })
    tables?.run = nil
    return tables.map { open.overview(of: $0.table) }
  }

  private func checkRows(_ rest: [UInt8], _ open: OpenForm) -> [UInt8]? {
    guard let (today, rest) = Self.parted(rest), let table = tables?.table, table.isPlain else { return nil }
    let (first, count) = Self.cut(rest)
    guard let start = Self.number(first), let count = Self.number(count[...]), start <= table.rows.count else {
      return nil
    }
    let header = table.header(of: open.form, open.columnNames)
    let fonts = fonts
    var writer = JSONByteWriter()
    writer.raw("{\"rows\":")
    writer.array(start..<min(start + min(count, table.rows.count), table.rows.count)) { writer, row in
      open.write(row, of: table, under: header, today: today, fonts: fonts, to: &writer)
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
    tables?.run = nil
    return tell(row, open, today)
  }

  private mutating func keep(_ rest: [UInt8], _ open: OpenForm) -> [UInt8]? {
    guard let (today, rest) = Self.parted(rest), let row = Self.number(rest[...]), let rows = tables?.table.rows.count,
      row < rows
    else { return nil }
    tables?.table.keep(row: row)
    tables?.run = nil
    return tell(row, open, today)
  }

  private mutating func drop(_ rest: [UInt8], _ open: OpenForm) -> [UInt8]? {
    guard let row = Self.number(rest[...]), let rows = tables?.table.rows.count, row < rows else { return nil }
    tables?.table.drop(row: row)
    tables?.run = nil
    return tables.map { open.overview(of: $0.table) }
  }

  private mutating func restore(_ open: OpenForm) -> [UInt8]? {
    tables?.table.restore()
    tables?.run = nil
    return tables.map { open.overview(of: $0.table) }
  }

  private func tell(_ row: Int, _ open: OpenForm, _ today: CalendarDate) -> [UInt8]? {
    var writer = JSONByteWriter()
    guard let table = tables?.table else { return nil }
    let header = table.header(of: open.form, open.columnNames)
    open.write(row, of: table, under: header, today: today, fonts: fonts, to: &writer)
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

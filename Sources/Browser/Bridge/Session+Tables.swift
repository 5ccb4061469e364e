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

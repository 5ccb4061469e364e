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
#if canImport(FormRecords)
  internal import FormRecords
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

/// The rows of a table on their way to PDFs and a report, which are those of a batch over ``csv``.
struct TableRun {
  private let today: CalendarDate
  private let options: FillOptions
  private let label: Int?
  private let shown: Int?
  private let identity: [UInt8]
  private let header: TableHeader
  /// Rows that are done.
  private(set) var done = 0
  private var line = 2
  private var number = 0
  /// Records so far, and the rows that they came from.
  private var seen: [UInt64: Int] = [:]
  /// The report as CSV, of the rows that are done.
  private(set) var report: [UInt8]
  /// The table as it stands, whose lines the report names.
  private(set) var csv: [UInt8]

  /// - Parameters:
  ///   - label: index of the field whose answer stands in the names of PDFs.
  ///   - shown: of the one that the report shows.
  ///   - filler: see ``RecordName/identity(of:options:filler:)``.
  init(
    of table: PastedTable, _ open: OpenForm, today: CalendarDate, options: FillOptions, label: Int?, shown: Int?,
    filler: [UInt8]
  ) {
    self.today = today
    self.options = options
    self.label = label
    self.shown = shown
    identity = RecordName.identity(of: open.form, options: options, filler: filler)
    header = table.keptHeader(of: open.form, open.columnNames)
    report = CSVReport.header(columns: shown.map { [open.form.fields[$0].key] } ?? [])
    csv = [0xEF, 0xBB, 0xBF] + table.csvHeader(of: open.form, open.columnNames)
  }

  /// The next row's PDF with its name in a line before it; `nil` where the row has an error. The report has it in either
  /// case.
  mutating func fillNext(of table: PastedTable, _ open: OpenForm, fonts: FontChain) -> [UInt8]? {
    // A row whose last answer was taken out is none.
    if table.isEmpty(row: done) {
      done += 1
      return nil
    }
    let text = table.csv(row: done)
    number += 1
    var row = CSVReport.Row(number: number, line: line)
    let cells = CSVRow(text, line: line)
    csv += text
    done += 1
    for byte in text where byte == 0x0A { line += 1 }
    var read = open.read(cells, under: header, today: today)
    var pdf: [UInt8]?
    if read.findings.isRight, let record = read.found.record {
      let name = RecordName(row: row.number, record, of: open.form, identity: identity, labelledBy: label)
      var violations: [Violation] = []
      pdf = open.fill(record, options: options, fonts: fonts, violations: &violations)
      open.add(violations, of: read.given, to: &read.findings)
      if let pdf, let blank = open.blank {
        row.file = name.file
        row.digest =
          pdf.starts(with: blank.bytes)
          ? blank.digest(followedBy: pdf[blank.bytes.count...]) : SHA256.digest(of: pdf)
        noteRepetition(name, row, open, &read.findings)
      }
    }
    if let shown { row.shown = [open.shown(shown, in: read)] }
    row.state = (pdf == nil ? "failed" : "filled" as StaticString).utf8
    row.problems = read.findings.problems.map { $0.reportLine(rowLine: row.line) }
    report += CSVReport.line(row)
    return pdf.map { row.file + [0x0A] + $0 }
  }

  private mutating func noteRepetition(
    _ name: RecordName, _ row: CSVReport.Row, _ open: OpenForm, _ findings: inout RecordFindings
  ) {
    var hash: UInt64 = 0
    for byte in name.hash { hash = hash << 8 | UInt64(byte) }
    guard let other = seen[hash] else {
      seen[hash] = row.number
      return
    }
    var values = MessageValues()
    var number: [UInt8] = []
    number.appendDecimal(Int64(other))
    values.set("other", number)
    findings.add(
      TableProblem.repeatedRow.name, open.sentences.messages.sentence(for: TableProblem.repeatedRow, values),
      warns: true, at: TextPosition(line: row.line, column: 1))
  }
}

extension OpenForm {
  /// An answer as reports may show it: one that is right whole, any other as messages show it.
  func shown(_ field: Int, in read: borrowing ReadRecord) -> [UInt8] {
    if let record = read.found.record { return record.answers.cell(field, of: form) }
    return ShownAnswer.text(Array(read.given.answers.text(field)), in: form.fields[field])
  }
}

/// A row as a line of CSV has it.
private struct CSVRow: TableRow {
  private let cells: CSVCells

  init(_ line: [UInt8], line number: Int) { cells = CSVCells(Array(line.dropLast(2)), line: number) }

  var count: Int { cells.cells.count }
  var mayBeShort: Bool { false }
  func text(_ index: Int) -> ArraySlice<UInt8> { cells.text(cells.cells[index]) }
  func flaw(_ index: Int) -> TableCell.Flaw? { nil }
  func position(_ index: Int) -> TextPosition {
    TextPosition(line: cells.cells[index].line, column: cells.cells[index].column)
  }
}

extension RecordFindings.Problem {
  /// The problem as a report tells it.
  fileprivate func reportLine(rowLine: Int) -> [UInt8] {
    let place = position ?? TextPosition(line: rowLine, column: 1)
    var text: [UInt8] = []
    text.appendDecimal(Int64(place.line))
    text.append(0x3A)
    text.appendDecimal(Int64(place.column))
    // What breaks a rule is called `E_…` or `W_…`, and names its field.
    let isOfRule = code.bytes.count > 1 && code.bytes[1] == 0x5F
    return CSVReport.problem(
      at: text, key: isOfRule ? key : nil, say: sentence.say, hint: sentence.hint,
      id: ("record." as StaticString).utf8 + code.utf8)
  }
}

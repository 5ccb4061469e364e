#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(Tables)
  internal import Tables
#endif

/// The report on a batch as CSV, all texts in UTF-8.
package enum CSVReport {
  /// What became of one row.
  package struct Row: Sendable {
    /// The form's name; `nil` in a batch of one.
    package var form: [UInt8]?
    /// From 1, the header not counted.
    package var number: Int
    /// Line on which the row begins.
    package var line: Int
    /// Answers that the report shows.
    package var shown: [[UInt8]] = []
    /// `filled`, `unchanged`, `failed` or `not-asked`.
    package var state: [UInt8] = []
    /// The PDF's name; empty where there is none.
    package var file: [UInt8] = []
    /// The 32 bytes of the SHA-256 of what the PDF holds; empty where there is none.
    package var digest: [UInt8] = []
    /// What is told of the row, a line each, ``problem(at:key:say:hint:id:)``.
    package var problems: [[UInt8]] = []

    /// A row of which nothing is known yet.
    package init(form: [UInt8]? = nil, number: Int, line: Int) {
      self.form = form
      self.number = number
      self.line = line
    }
  }

  /// The first line, with the mark that makes spreadsheets read UTF-8.
  ///
  /// - Parameter columns: keys of the fields whose answers are shown.
  package static func header(hasForms: Bool = false, columns: [[UInt8]]) -> [UInt8] {
    let names: [StaticString] = ["state", "file", "sha256", "diagnostics"]
    let first: [StaticString] = hasForms ? ["form", "row", "line"] : ["row", "line"]
    return [0xEF, 0xBB, 0xBF] + line(first.map { $0.utf8 } + columns + names.map { $0.utf8 })
  }

  /// A row's line.
  package static func line(_ row: Row) -> [UInt8] {
    var digest: [UInt8] = []
    digest.appendLowerHexadecimal(row.digest)
    let cells =
      (row.form.map { [$0] } ?? []) + [decimal(row.number), decimal(row.line)]
      + row.shown.map { TableText.csv(harmless($0)) } + [
        row.state, TableText.csv(row.file), digest, TableText.csv(joined(row.problems, by: 0x0A), isQuoted: true),
      ]
    return line(cells)
  }

  /// A problem in one line.
  ///
  /// - Parameters:
  ///   - place: such as `2:17` or `B3`; `nil` where it has none.
  ///   - key: of the field that it is about, or of a repeated section.
  package static func problem(
    at place: [UInt8]?, key: [UInt8]?, say: [UInt8], hint: [UInt8]?, id: [UInt8]
  ) -> [UInt8] {
    var text = place.map { $0 + [0x20] } ?? []
    if let key { text += key + [0x3A, 0x20] }
    text += say
    if let hint { text += [0x20] + hint }
    return text + [0x20, 0x5B] + id + [0x5D]
  }

  /// A cell that no spreadsheet takes for a formula: what begins like one may come from anybody's PDF.
  private static func harmless(_ text: [UInt8]) -> [UInt8] {
    switch UnicodeText.scalars(text.prefix(4)).first {
    // = + - @, tabulator and line break, and the wide forms.
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D, 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20: [0x27] + text
    default: text
    }
  }

  private static func line(_ cells: [[UInt8]]) -> [UInt8] { joined(cells, by: 0x2C) + [0x0D, 0x0A] }

  private static func joined(_ parts: [[UInt8]], by sign: UInt8) -> [UInt8] {
    var text: [UInt8] = []
    for (index, part) in parts.enumerated() {
      if index > 0 { text.append(sign) }
      text += part
    }
    return text
  }

  private static func decimal(_ number: Int) -> [UInt8] {
    var text: [UInt8] = []
    text.appendDecimal(Int64(number))
    return text
  }
}

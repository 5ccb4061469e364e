package import Tables

/// How a file holds many records.
package enum RecordFormat: String, Sendable, CaseIterable {
  /// Values with commas, tabs or semicolons between them and a header row (RFC 4180).
  case csv
  /// One JSON object a line (JSON Lines).
  case jsonl

  /// The format that a file's name promises.
  package init?(name: String) {
    let name = name.lowercased()
    if [".csv", ".tsv"].contains(where: name.hasSuffix) {
      self = .csv
    } else if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") {
      self = .jsonl
    } else {
      return nil
    }
  }
}

/// How a file's bytes mean characters.
package enum TextEncoding: String, Sendable {
  case utf8 = "utf-8"
  case gb18030
}

/// One record as it stands in a file, cut out but not yet understood.
package struct RawRecord: Sendable, Equatable {
  /// Why a record could not be cut out whole. Its bytes are then its first line, as far as it was kept.
  package enum Flaw: Sendable, Equatable {
    /// More bytes than ``RecordStream/limit``.
    case tooLarge
    /// A quotation mark at this byte that begins or ends no cell, or one that is never closed.
    case quote(Int)
  }

  /// From 1; 0 for the header of a CSV file.
  package var row: Int
  /// Line of the first byte, from 1.
  package var line: Int
  /// Without the line break at the end.
  package var bytes: [UInt8]
  /// The encoding that was given or found for the file; UTF-8 for ASCII that stands before it is found.
  package var encoding: TextEncoding
  /// What stands between its cells; a comma where it has none.
  package var separator: CellSeparator
  /// `nil` for a record that was cut out whole.
  package var flaw: Flaw?
  /// The cells of a workbook's row, from the first column to the last one with anything in it; such a record has no bytes.
  package var cells: [TableCell]?

  /// How much memory it needs, nearly: bytes of its texts.
  package var size: Int { cells?.reduce(0) { $0 + $1.text.count + 32 } ?? bytes.count }

  /// A record as it stands in a file, whole unless a flaw is given.
  package init(
    row: Int, line: Int, bytes: [UInt8], encoding: TextEncoding, separator: CellSeparator = .comma, flaw: Flaw? = nil
  ) {
    self.row = row
    self.line = line
    self.bytes = bytes
    self.encoding = encoding
    self.separator = separator
    self.flaw = flaw
  }

  /// A workbook's row.
  package init(row: Int, line: Int, cells: [TableCell]) {
    self.init(row: row, line: line, bytes: [], encoding: .utf8)
    self.cells = cells
  }

  /// Whether CR stands without LF outside of quotation marks, as where lines end in CR alone.
  var hasBareReturn: Bool {
    var isQuoted = false
    for (at, byte) in bytes.enumerated() {
      if byte == 34 { isQuoted.toggle() }
      if byte == 13, !isQuoted, at + 1 < bytes.count, bytes[at + 1] != 10 { return true }
    }
    return false
  }
}

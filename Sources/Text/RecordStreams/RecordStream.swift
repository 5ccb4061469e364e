package import Diagnostics
internal import Files
internal import Tables

/// The records of a file, one after another, in constant memory.
package struct RecordStream: ~Copyable {
  /// Bytes that one record may have.
  package static let limit = 1 << 20
  private static let block = 256 << 10
  /// Bytes in which the separator is looked for.
  private static let beginning = 64 << 10

  /// What messages call the file.
  package let path: String
  private let input: ByteInput
  private let format: RecordFormat
  private let isStopped: @Sendable () -> Bool
  private var encoding: TextEncoding?
  /// `nil` in JSON Lines.
  private var separator: CellSeparator?
  private var buffer: [UInt8]
  /// The part of `buffer` that is read and not yet given out.
  private var position = 0
  private var end = 0
  private var line = 1
  private var columns: Int?
  private var row: Int
  /// Bytes taken from the file.
  package private(set) var bytesRead = 0
  /// Whether records whose first cell begins with `#` are passed over.
  package var leavesOutRemarks = false
  /// How many were.
  package private(set) var remarks = 0
  /// Why reading ended before the file did.
  package private(set) var failure: Diagnostic?

  /// Bytes of the whole file, when it is one.
  package var size: Int? { input.size }

  /// Opens a file, `-` for standard input, that messages call `name`; `encoding` is found out when not given. `isStopped` is asked while standard
  /// input keeps the reader waiting.
  package static func open(
    _ path: String, as name: String, _ format: RecordFormat, encoding: TextEncoding?,
    isStopped: @escaping @Sendable () -> Bool = { false }, diagnostics: inout [Diagnostic]
  ) -> RecordStream? {
    switch ByteInput.open(path) {
    case .failure(let failure):
      diagnostics.append(Self.unreadable(name, failure))
      return nil
    case .success(let input):
      var stream = RecordStream(path: name, input: input, format: format, encoding: encoding, isStopped: isStopped)
      stream.start()
      if let failure = stream.failure {
        diagnostics.append(failure)
        return nil
      }
      return stream
    }
  }

  private init(
    path: String, input: consuming ByteInput, format: RecordFormat, encoding: TextEncoding?,
    isStopped: @escaping @Sendable () -> Bool
  ) {
    self.path = path
    self.input = input
    self.format = format
    self.encoding = encoding
    self.isStopped = isStopped
    row = format == .csv ? 0 : 1
    separator = format == .csv ? .comma : nil
    buffer = Array(repeating: 0, count: Self.block)
  }

  private static func unreadable(_ path: String, _ failure: InputFailure) -> Diagnostic {
    .error("file.unreadable", at: SourcePlace(path), ["reason": .message(failure.reason)])
  }

  /// Looks at the first bytes: a mark of UTF-8 is passed over, what is no text of records is refused.
  private mutating func start() {
    while end < 4, fill() {}
    let first = buffer[..<min(end, 4)]
    if first.starts(with: [0xEF, 0xBB, 0xBF]) {
      position = 3
      encoding = encoding ?? .utf8
    } else if first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0xFE, 0xFF]) {
      failure = .error("records.encoding", at: SourcePlace(path))
    } else if first.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      failure = .error("records.format", at: SourcePlace(path))
    }
    if failure == nil, format == .csv { findSeparator() }
  }

  private mutating func findSeparator() {
    while lineBreak(from: 0) == nil, end - position < Self.beginning, fill() {}
    switch CellSeparator.find(in: buffer[position..<min(end, position + Self.beginning)]) {
    case .counted(let found): separator = found
    case .written(let found, let length):
      separator = found
      position += length
      line += 1
    case .unknown: failure = .error("records.separator", at: SourcePlace(path, line: 1))
    }
  }

  /// Counts the next record as the first row: what came before it was the header, or stood above it.
  ///
  /// - Parameter columns: how many cells a row has, where they are cells.
  package mutating func beginRows(columns: Int? = nil) {
    row = 1
    self.columns = columns
  }

  /// The next record, the header first in CSV; `nil` at the end, when stopped, and after a ``failure``. Lines with
  /// nothing in them, or nothing but separators, are passed over.
  package mutating func next() -> RawRecord? {
    while failure == nil, let record = nextLine() {
      if record.flaw == nil, isNothing(record) {
        row -= 1
      } else if leavesOutRemarks, record.flaw == nil, Self.isRemark(record.bytes) {
        remarks += 1
        row -= 1
      } else {
        if format == .jsonl, record.row == 1, Self.isPartOfRecord(record.bytes) {
          failure = .error("records.one-a-line", at: SourcePlace(path, line: record.line))
          return nil
        }
        return record
      }
    }
    return nil
  }

  private func isNothing(_ record: RawRecord) -> Bool {
    guard let separator else { return record.bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }
    return separator.hasNothingBeside(record.bytes)
  }

  /// Whether the first cell begins with `#`, or in UTF-8 with its full-width form.
  private static func isRemark(_ bytes: [UInt8]) -> Bool {
    TableText.isRemark(Array(bytes.drop { $0 == 0x22 }.prefix(16)))
  }

  /// Whether a line of JSON begins a record, or a list of records, that goes on in the next line. A comma behind a record is
  /// a fault of the line alone.
  private static func isPartOfRecord(_ bytes: [UInt8]) -> Bool {
    let text = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    guard let last = text.last(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { return false }
    let isBetweenRecords = text.filter { $0 > 0x20 }.suffix(2).elementsEqual("},".utf8)
    let goesOn = [UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ",")].contains(last) && !isBetweenRecords
    return text.first == UInt8(ascii: "[") || (text.first == UInt8(ascii: "{") && goesOn)
  }

  private mutating func nextLine() -> RawRecord? {
    while position < end || fill() {
      let isReturn = buffer[position] == 13
      if isReturn, position + 1 == end { _ = fill() }
      if buffer[position] == 10 || (isReturn && position + 1 < end && buffer[position + 1] == 10) {
        position += isReturn ? 2 : 1
        line += 1
        continue
      }
      let record = record()
      if record.row > 0 || format == .jsonl || !record.hasBareReturn { return record }
      failure = .error("records.line-breaks", at: SourcePlace(path, line: 1))
      return nil
    }
    return nil
  }

  private mutating func record() -> RawRecord {
    var cut = RecordCut(separator, columns: columns)
    while true {
      let outcome = buffer.withUnsafeBytes { cut.scan(UnsafeRawBufferPointer(rebasing: $0[position..<end])) }
      switch outcome {
      case .end(let content, let consumed):
        return content > Self.limit
          ? broken(.tooLarge, cut) : cutRecord(content, consumed, lines: cut.innerBreaks + 1)
      case .flaw(let offset): return broken(.quote(offset), cut)
      case .needsMore:
        if end - position > Self.limit { return broken(.tooLarge, cut) }
        if fill() { continue }
        switch cut.atEnd(end - position) {
        case .flaw(let offset): return broken(.quote(offset), cut)
        case .end(let content, let consumed): return cutRecord(content, consumed, lines: cut.innerBreaks + 1)
        case .needsMore: return broken(.tooLarge, cut)
        }
      }
    }
  }

  /// A record that cannot be cut out. Reading goes on with the line after the one that it began on: a quotation mark
  /// that was never closed then costs one row, not the rest of the file.
  private mutating func broken(_ flaw: RawRecord.Flaw, _ cut: RecordCut) -> RawRecord {
    if let length = cut.firstBreak ?? lineBreak(from: 0) {
      return cutRecord(min(length, Self.limit), length + 1, lines: 1, flaw)
    }
    while end - position <= Self.limit, fill() {
      if let length = lineBreak(from: 0) { return cutRecord(min(length, Self.limit), length + 1, lines: 1, flaw) }
    }
    let record = cutRecord(min(end - position, Self.limit), end - position, lines: 1, flaw)
    while fill() {
      if let length = lineBreak(from: 0) {
        position += length + 1
        break
      }
      position = end
    }
    return record
  }

  private func lineBreak(from offset: Int) -> Int? {
    buffer[(position + offset)..<end].firstIndex(of: 10).map { $0 - position }
  }

  private mutating func cutRecord(
    _ content: Int, _ consumed: Int, lines: Int, _ flaw: RawRecord.Flaw? = nil
  ) -> RawRecord {
    let bytes = Array(buffer[position..<(position + content)])
    let record = RawRecord(
      row: row, line: line, bytes: bytes, encoding: encoding(of: bytes), separator: separator ?? .comma, flaw: flaw)
    position += consumed
    line += lines
    row += 1
    return record
  }

  /// The file's encoding, found out where it first matters. It looks ahead, so the record's bytes are still there.
  private mutating func encoding(of bytes: [UInt8]) -> TextEncoding {
    if let encoding { return encoding }
    guard let first = bytes.firstIndex(where: { $0 >= 0x80 }) else { return .utf8 }
    while end - position - first < EncodingGuess.window, fill() {}
    let start = position + first
    let found = EncodingGuess.encoding(of: buffer[start..<min(end, start + EncodingGuess.window)])
    encoding = found
    return found
  }

  /// Reads on; `false` at the file's end. What is not yet given out moves to the buffer's start.
  private mutating func fill() -> Bool {
    if failure != nil { return false }
    if position > 0 {
      buffer.withUnsafeMutableBytes { $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<end])) }
      end -= position
      position = 0
    }
    if buffer.count - end < Self.block / 2 {
      buffer.append(contentsOf: repeatElement(0, count: Self.block))
    }
    let free = end...
    let read = buffer.withUnsafeMutableBytes { bytes in
      input.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[free]), isStopped: isStopped)
    }
    switch read {
    case .success(let count):
      end += count
      bytesRead += count
      return count > 0
    case .failure(let problem):
      failure = Self.unreadable(path, problem)
      return false
    }
  }
}

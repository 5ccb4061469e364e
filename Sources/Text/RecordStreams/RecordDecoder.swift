internal import Foundation

/// Turns records into UTF-8 with the C library's iconv(3). One belongs to one thread.
package struct RecordDecoder: ~Copyable {
  /// Bytes that are no text in the record's encoding, from this one on.
  package struct Flaw: Error, Equatable {
    /// Index of that byte in the record's bytes.
    package var offset: Int
    /// Its column in Unicode scalars, from 1.
    package var column: Int
    /// Line breaks before it in the record; 0 in the record's first line.
    package var line: Int
  }

  private var converter: iconv_t?

  /// A decoder that opens its converter when it first meets a record that needs one.
  package init() {}

  deinit { if let converter { iconv_close(converter) } }

  /// Whether the machine can read GB 18030.
  package static var hasGB18030: Bool {
    guard let converter = opened() else { return false }
    iconv_close(converter)
    return true
  }

  /// The record's bytes in UTF-8.
  package mutating func decode(_ record: RawRecord) throws(Flaw) -> [UInt8] {
    switch record.encoding {
    case .utf8:
      guard let offset = UTF8Flaw.first(in: record.bytes[...]) else { return record.bytes }
      throw Self.flaw(offset, after: record.bytes[..<offset])
    case .gb18030:
      if record.bytes.allSatisfy({ $0 < 0x80 }) { return record.bytes }
      let (text, read) = convert(record.bytes)
      if read == record.bytes.count { return text }
      throw Self.flaw(read, after: text[...])
    }
  }

  /// The column, in Unicode scalars from 1, of a byte of the record's first line.
  package mutating func column(of offset: Int, in record: RawRecord) -> Int {
    var before = record
    before.bytes = Array(record.bytes.prefix(offset))
    switch record.encoding {
    case .utf8: return Self.scalars(in: before.bytes[...]) + 1
    case .gb18030: return Self.scalars(in: convert(before.bytes).text[...]) + 1
    }
  }

  private static func opened() -> iconv_t? {
    let converter = iconv_open("UTF-8", "GB18030")
    return Int(bitPattern: converter) == -1 ? nil : converter
  }

  /// The text as far as it could be read, and how many bytes that were.
  private mutating func convert(_ bytes: [UInt8]) -> (text: [UInt8], read: Int) {
    if converter == nil { converter = Self.opened() }
    guard let converter else { return ([], 0) }
    iconv(converter, nil, nil, nil, nil)
    var input = bytes.map { CChar(bitPattern: $0) }
    var read = 0
    let text = [UInt8](unsafeUninitializedCapacity: bytes.count * 2 + 8) { output, written in
      input.withUnsafeMutableBufferPointer { source in
        output.withMemoryRebound(to: CChar.self) { target in
          var from = source.baseAddress
          var to = target.baseAddress
          var left = source.count
          var room = target.count
          iconv(converter, &from, &left, &to, &room)
          read = source.count - left
          written = target.count - room
        }
      }
    }
    return (text, read)
  }

  private static func flaw(_ offset: Int, after text: ArraySlice<UInt8>) -> Flaw {
    let lineStart = text.lastIndex(of: 10).map { $0 + 1 } ?? text.startIndex
    return Flaw(
      offset: offset, column: scalars(in: text[lineStart...]) + 1, line: text.count { $0 == 10 })
  }

  private static func scalars(in text: ArraySlice<UInt8>) -> Int { text.count { $0 & 0xC0 != 0x80 } }
}

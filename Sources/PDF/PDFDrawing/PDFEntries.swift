/// The entries of a dictionary as they stand in the file (PDF 32000-1 §7.3.7), in their order.
package struct PDFEntries: Sendable, Equatable {
  /// A name and the value behind it.
  package struct Entry: Sendable, Equatable {
    /// With its slash.
    package let name: [UInt8]
    /// Its tokens, with single spaces where they need one: `12 0 R`, `[0 0 595 842]`.
    package let value: [UInt8]
  }

  /// In the file's order.
  package private(set) var entries: [Entry] = []

  /// Reads `<< … >>`, what stands before it and after it aside; `nil` when there is no whole dictionary.
  init?(_ bytes: some Collection<UInt8>) {
    var reader = PDFTokenReader(Array(bytes))
    guard reader.skip(to: Array("<<".utf8)) else { return nil }
    while let name = reader.token() {
      if name == Array(">>".utf8) { return }
      guard name.first == 0x2F, let value = reader.value() else { return nil }
      entries.append(Entry(name: name, value: value))
    }
    return nil
  }

  /// The names that stand in a value, one after another, and none of its numbers and strings: what kind of object it
  /// is.
  static func names(in value: [UInt8]) -> [UInt8] {
    var names: [UInt8] = []
    var isName = false
    for byte in value {
      switch byte {
      case 0x2F: isName = true
      case 0x20, 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D: isName = false
      default: break
      }
      if isName { names.append(byte) }
    }
    return names
  }

  /// The value of an entry, such as `12 0 R`.
  package subscript(name: String) -> [UInt8]? {
    let name = [0x2F] + Array(name.utf8)
    return entries.first { $0.name == name }?.value
  }

  /// The number that an entry holds or refers to; 0 when it is missing or none.
  package func number(_ name: String) -> Int {
    guard let value = self[name], let first = value.split(separator: 0x20).first else { return 0 }
    return Int(String(decoding: first, as: UTF8.self)) ?? 0
  }

  /// The entries of a dictionary that stands in this one.
  package func dictionary(_ name: String) -> PDFEntries? { self[name].flatMap { PDFEntries($0) } }

  /// `/Name value …` of all entries but some.
  package func bytes(without names: [String]) -> [UInt8] {
    bytes { entry in !names.contains { [0x2F] + Array($0.utf8) == entry.name } }
  }

  /// `/Name value …` of some entries.
  package func bytes(only names: [String]) -> [UInt8] {
    bytes { entry in names.contains { [0x2F] + Array($0.utf8) == entry.name } }
  }

  private func bytes(_ isWanted: (Entry) -> Bool) -> [UInt8] {
    entries.lazy.filter(isWanted).map { entry in
      // A delimiter needs no space before it.
      let joint: [UInt8] = entry.value.first.map { [0x2F, 0x28, 0x3C, 0x5B].contains($0) } == true ? [] : [0x20]
      return entry.name + joint + entry.value
    }.reduce(into: []) { $0 += $1 }
  }
}

/// Cuts PDF syntax into tokens (PDF 32000-1 §7.2).
struct PDFTokenReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Goes on behind the next occurrence of `word`.
  mutating func skip(to word: [UInt8]) -> Bool {
    guard let found = bytes[position...].firstRange(of: word) else { return false }
    position = found.upperBound
    return true
  }

  /// The next token; strings are one token, brackets of dictionaries and arrays too. `nil` at the end.
  mutating func token() -> [UInt8]? {
    while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
    guard position < bytes.count else { return nil }
    let start = position
    switch bytes[position] {
    case 0x28: skipLiteral()
    case 0x3C, 0x3E:
      let isPair = position + 1 < bytes.count && bytes[position + 1] == bytes[position]
      if isPair {
        position += 2
      } else {
        while position < bytes.count, bytes[position] != 0x3E { position += 1 }
        position += 1
      }
    case 0x5B, 0x5D: position += 1
    default:
      position += 1
      while position < bytes.count, !Self.isSpace(bytes[position]), !Self.isDelimiter(bytes[position]) {
        position += 1
      }
    }
    return Array(bytes[start..<min(position, bytes.count)])
  }

  /// One whole value, tokens joined by single spaces where they need one.
  mutating func value() -> [UInt8]? {
    guard var value = token() else { return nil }
    if value == Array("<<".utf8) || value == [0x5B] {
      var depth = 1
      while depth > 0 {
        guard let next = token() else { return nil }
        if next == Array("<<".utf8) || next == [0x5B] { depth += 1 }
        if next == Array(">>".utf8) || next == [0x5D] { depth -= 1 }
        if let last = value.last, let first = next.first, !Self.isDelimiter(last), !Self.isDelimiter(first) {
          value.append(0x20)
        }
        value += next
      }
      return value
    }
    // A reference is three tokens.
    let mark = position
    if value.allSatisfy({ (0x30...0x39).contains($0) }), let generation = token(), let letter = token(),
      letter == [0x52]
    {
      return value + [0x20] + generation + [0x20, 0x52]
    }
    position = mark
    return value
  }

  /// The same syntax with no space that it can do without (PDF 32000-1 §7.2.2).
  static func compacted(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var compact: [UInt8] = []
    compact.reserveCapacity(bytes.count)
    var brackets = 0
    var isEscaped = false
    var hasSpace = false
    for byte in bytes {
      if brackets > 0 {  // a literal string stays as it is
        compact.append(byte)
        if isEscaped {
          isEscaped = false
        } else if byte == 0x5C {
          isEscaped = true
        } else if byte == 0x28 {
          brackets += 1
        } else if byte == 0x29 {
          brackets -= 1
        }
        continue
      }
      if isSpace(byte) {
        hasSpace = true
        continue
      }
      if hasSpace, let last = compact.last, !isDelimiter(last), !isDelimiter(byte) { compact.append(0x20) }
      hasSpace = false
      if byte == 0x28 { brackets = 1 }
      compact.append(byte)
    }
    return compact
  }

  private mutating func skipLiteral() {
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case 0x5C: position += 1
      case 0x28: depth += 1
      case 0x29: depth -= 1
      default: break
      }
      position += 1
      if depth == 0 { return }
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    switch byte {
    case 0, 9, 10, 12, 13, 32: true
    default: false
    }
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x2F, 0x25: true
    default: false
    }
  }
}

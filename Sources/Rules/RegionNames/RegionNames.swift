internal import Bytes

/// Names of divisions of China by their codes (GB/T 2260), former ones too, and of the places that an area code is for.
///
/// The tables are scripts/tables.py's, which names their sources.
package enum RegionNames {
  /// Every name that a code of six digits has had, in the table's order; none for a code that it does not know.
  package static func names(ofDivision code: Int32) -> [DatedName] {
    guard code >= 0, code <= 999_999 else { return [] }
    let last = code % 100
    return line(ofPrefix: code / 100).compactMap { entry in
      Table.number(entry.prefix(2)) == last ? DatedName(entry.dropFirst(2)) : nil
    }
  }

  /// What a code of six digits stands for: the division and those that it lies in. Of a code that the table does not know
  /// only these; `nil` where it does not know the province either.
  package static func division(of code: Int32) -> Division? {
    let own = code % 10_000 == 0 ? [] : names(ofDivision: code)
    let name = own.last
    let year = name?.until
    let province = names(ofDivision: code / 10_000 * 10_000)
    guard let first = DatedName.valid(in: year, among: province) else { return nil }
    var whole = first.text
    if code % 100 != 0, let city = DatedName.valid(in: year, among: names(ofDivision: code / 100 * 100)) {
      whole += city.isGeneric ? "" : city.text
    }
    if let name, !name.isGeneric { whole += name.text }
    return Division(
      name: whole, until: code % 10_000 == 0 ? first.until : name?.until, former: Array(own.dropLast()),
      isKnown: code % 10_000 == 0 || name != nil)
  }

  /// The places of an area code without its zero; `nil` where the table has none.
  package static func places(ofArea area: Int32) -> String? {
    for entry in AreaNames.table.bytes.split(whereSeparator: { $0 == Table.space || $0 == Table.lineEnd }) {
      let digits = entry.prefix { Table.isDigit($0) }
      if Table.number(digits) == area { return String(decoding: entry.dropFirst(digits.count), as: UTF8.self) }
    }
    return nil
  }

  /// The entries of the line that begins with four digits.
  static func line(ofPrefix prefix: Int32) -> [Slice<UnsafeBufferPointer<UInt8>>] {
    let table = DivisionNames.table.bytes
    var low = 0
    var high = table.count
    // Between low and high, which are starts of lines, lies the line looked for.
    while low < high {
      var start = (low + high) / 2
      while start > low, table[start - 1] != Table.lineEnd { start -= 1 }
      let end = table[start...].firstIndex(of: Table.lineEnd) ?? table.count
      let found = Table.number(table[start..<(start + 4)])
      if found == prefix { return table[(start + 5)..<end].split(separator: Table.space) }
      if found < prefix { low = min(end + 1, table.count) } else { high = start }
    }
    return []
  }
}

/// What stands in the generated tables.
enum Table {
  static let space = UInt8(ascii: " ")
  static let lineEnd = UInt8(ascii: "\n")

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  static func number(_ digits: some Sequence<UInt8>) -> Int32 { digits.reduce(0) { $0 * 10 + Int32($1 & 0x0F) } }
}

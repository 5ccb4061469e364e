/// A division and those that it lies in.
package struct Division: Sendable, Equatable {
  /// The names from the province down, written one behind the other: 辽宁省鞍山市铁东区.
  package let name: String
  /// The year in which the code's last name was given up; `nil` for a code in use, and where no source tells.
  package let until: Int32?
  /// Names that the code had before.
  package let former: [DatedName]
  /// Whether the code itself is known; otherwise the name is that of what it lies in.
  package let isKnown: Bool
}

/// A name and the years in which it was in use, where a source has them.
package struct DatedName: Sendable, Equatable {
  /// The name in Chinese.
  package let text: String
  /// From this year on.
  package let since: Int32?
  /// Up to this year.
  package let until: Int32?

  /// Reads `铁法市1989-2001` with either year left out, or a name alone.
  init(_ entry: some Collection<UInt8>) {
    let name = entry.prefix { $0 >= 0x80 }
    let years = entry.dropFirst(name.count).split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    func year(_ place: Int) -> Int32? {
      place < years.count && !years[place].isEmpty ? Table.number(years[place]) : nil
    }
    text = String(decoding: name, as: UTF8.self)
    since = year(0)
    until = year(1)
  }

  /// Of a code's names that of a year, or the latest: for no year, and where none is of that year.
  static func valid(in year: Int32?, among names: [DatedName]) -> DatedName? {
    guard let year else { return names.last }
    return names.last { ($0.since ?? 0) <= year && year <= ($0.until ?? .max) } ?? names.last
  }

  /// Whether it only says that divisions of a kind lie below it.
  var isGeneric: Bool {
    ["市辖区", "市辖县", "县", "市区", "市"].contains(text) || text.contains("直辖县级") || text.contains("直辖行政")
  }
}

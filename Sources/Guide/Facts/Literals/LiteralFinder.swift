package import Content

/// Finds values of a version's data files in texts.
package struct LiteralFinder: Sendable {
  /// A value that a text repeats.
  package struct Found: Sendable, Hashable {
    /// Place of its first character in the line, from 0, in Unicode scalars.
    package var start: Int
    /// Behind its last.
    package var end: Int
    /// The facts that it repeats, by what `{data}` calls them.
    package var expressions: [String]
  }

  private var amounts: [Int64: [(units: [String], isMoney: Bool, path: String)]] = [:]
  private var telephones: [(digits: String, path: String)] = []
  private var addresses: [String: [String]] = [:]
  private var hosts: [String: [String]] = [:]
  private var hours: [[Int]: [String]] = [:]
  private var days: [[Int]: [String]] = [:]
  private var measures: [(packed: String, path: String)] = []

  /// A finder of a version's facts.
  package init(_ version: GuideVersion) {
    for fact in KnownFact.all(of: version) { add(fact) }
  }

  /// Whether there is nothing to find.
  package var isEmpty: Bool {
    amounts.isEmpty && telephones.isEmpty && addresses.isEmpty && hours.isEmpty && days.isEmpty && measures.isEmpty
  }

  private mutating func add(_ fact: KnownFact) {
    let path = fact.path
    switch fact.kind {
    case .amount(let number, let units, let isMoney): amounts[number, default: []].append((units, isMoney, path))
    case .telephone(let digits): telephones.append((digits, path))
    case .address(let text):
      addresses[text, default: []].append(path)
      let rest = text.split(separator: "/", omittingEmptySubsequences: true).dropFirst()
      if text.contains("://"), let host = rest.first { hosts[String(host), default: []].append("host(\(path))") }
    case .hours(let opens, let closes): hours[[opens, closes], default: []].append("hours(\(path))")
    case .day(let year, let month, let day): days[[year ?? 0, month, day], default: []].append(path)
    case .measures(let packed): measures.append((packed, path))
    }
  }

  /// The facts that a line repeats, in its order.
  package func literals(in text: String) -> [Found] {
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) || $0 == 0x2E }) || text.contains(where: \.isNumber)
    else { return [] }
    let line = FoldedLine(text)
    var found: [Found] = []
    var place = 0
    while place < line.scalars.count {
      if let next = literal(in: line, at: place) {
        found.append(next)
        place = max(next.end, place + 1)
      } else {
        place += 1
      }
    }
    return found
  }

  private func literal(in line: FoldedLine, at place: Int) -> Found? {
    if let address = line.address(at: place) {
      if let found = self.found(addresses[address.text], place, address.end) { return found }
      if let found = self.found(hosts[address.text], place, address.end) { return found }
    }
    guard line.isDigit(place) || line[place]?.properties.isAlphabetic == true else { return money(in: line, at: place) }
    if let hours = line.hours(at: place),
      let found = self.found(self.hours[[hours.opens, hours.closes]], place, hours.end)
    {
      return found
    }
    guard line.isDigit(place) else { return nil }
    if let day = line.day(at: place),
      let found = self.found(days[[day.year ?? 0, day.month, day.day]], place, day.end)
    {
      return found
    }
    for (digits, path) in telephones {
      if let end = line.telephone(digits, at: place) { return found([path], place, end) }
    }
    for (packed, path) in measures {
      if let end = packedEnd(packed, in: line, at: place) { return found([path], place, end) }
    }
    return amount(in: line, at: place)
  }

  private func found(_ expressions: [String]?, _ start: Int, _ end: Int) -> Found? {
    expressions.map { Found(start: start, end: end, expressions: $0) }
  }

  /// Where a text ends that begins there, blanks left out.
  private func packedEnd(_ packed: String, in line: FoldedLine, at start: Int) -> Int? {
    guard !line.isDigit(start - 1), line[start - 1] != "." else { return nil }
    var place = start
    for scalar in packed.unicodeScalars {
      place = line.skipBlanks(place)
      guard line[place] == scalar else { return nil }
      place += 1
    }
    return line.isDigit(place) || line.isLetter(place) ? nil : place
  }

  /// `￥250`, where 250 is a price.
  private func money(in line: FoldedLine, at place: Int) -> Found? {
    guard let sign = line[place], "¥￥$€£".unicodeScalars.contains(sign) else { return nil }
    let start = line.skipBlanks(place + 1)
    guard let number = line.number(at: start) else { return nil }
    let paths = (amounts[number.value] ?? []).filter(\.isMoney).map(\.path)
    return paths.isEmpty ? nil : found(paths, place, number.end)
  }

  /// A number with its unit behind it, or behind the next number where a dash stands between them.
  private func amount(in line: FoldedLine, at place: Int) -> Found? {
    guard !line.isLetter(place - 1), let number = line.number(at: place), let facts = amounts[number.value] else {
      return nil
    }
    var ends: [Int: [String]] = [:]
    for fact in facts {
      if let end = unitEnd(fact.units, in: line, at: number.end) { ends[end, default: []].append(fact.path) }
    }
    if let longest = ends.max(by: { $0.key < $1.key }) { return found(longest.value, place, longest.key) }
    var other = line.skipBlanks(number.end)
    guard line[other] == "-" || line[other] == "至" || line[other] == "到" else { return nil }
    other = line.skipBlanks(other + 1)
    guard let second = line.number(at: other) else { return nil }
    let paths = facts.filter { unitEnd($0.units, in: line, at: second.end) != nil }.map(\.path)
    return paths.isEmpty ? nil : found(paths, place, number.end)
  }

  /// Where one of the units ends that stands there, perhaps behind a blank.
  private func unitEnd(_ units: [String], in line: FoldedLine, at place: Int) -> Int? {
    let start = line[place] == " " ? place + 1 : place
    let ends = units.compactMap { unit -> Int? in
      guard line.holds(unit, at: start) else { return nil }
      let end = start + unit.unicodeScalars.count
      let endsInLetter = unit.unicodeScalars.last.map { (0x61...0x7A).contains($0.value) } ?? false
      return endsInLetter && line.isLetter(end) ? nil : end
    }
    return ends.max()
  }
}

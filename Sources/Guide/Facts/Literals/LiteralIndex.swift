internal import Content

/// The facts of a version by what they are, so that a text is looked through once, however many there are.
struct LiteralIndex: Sendable {
  /// Facts by what `{data}` calls them; of many that are the same a few.
  typealias Names = [String]

  /// A price, and what it is for: of `元/个/年` 个 and 年.
  struct Price: Sendable {
    var name: String
    var units: [String]
  }

  private static let most = 8

  /// By number, and by unit.
  private(set) var amounts: [Int64: [Int: Names]] = [:]
  /// By number.
  private(set) var prices: [Int64: [Price]] = [:]
  /// Numbers of units, by all that they are called.
  private(set) var units = WordTree<Int>()
  /// Units that no count of things has: money, times, sizes.
  private(set) var measuringUnits: Set<Int> = []
  private(set) var telephones: [String: Names] = [:]
  /// Telephone numbers without their area code.
  private(set) var localNumbers: [String: Names] = [:]
  private(set) var addresses: [String: Names] = [:]
  /// Without `http://`.
  private(set) var plainAddresses: [String: Names] = [:]
  private(set) var hosts: [String: Names] = [:]
  private(set) var hours: [[Int]: Names] = [:]
  private(set) var openings: [Int: Names] = [:]
  private(set) var closings: [Int: Names] = [:]
  private(set) var times: [Int: Names] = [:]
  private(set) var weeks: [[Int]: Names] = [:]
  private(set) var days: [[Int]: Names] = [:]
  private(set) var measures = WordTree<Names>()
  private var unitCount = 0

  /// Whether there is nothing to find.
  private(set) var isEmpty = true

  /// The facts of a version.
  init(_ version: GuideVersion) {
    for fact in KnownFact.all(of: version) { add(fact) }
  }

  private static func add<Key: Hashable>(_ name: String, to index: inout [Key: Names], at key: Key) {
    if index[key, default: []].count < most { index[key, default: []].append(name) }
  }

  private mutating func add(_ fact: KnownFact) {
    isEmpty = false
    let path = fact.path
    switch fact.kind {
    case .amount(let number, let units, let price): add(path, number, units, price)
    case .telephone(let digits): addTelephone(path, digits)
    case .address(let text): addAddress(path, text)
    case .hours(let opens, let closes):
      Self.add("hours(\(path))", to: &hours, at: [opens, closes])
      Self.add("opens(\(path))", to: &openings, at: opens)
      Self.add("closes(\(path))", to: &closings, at: closes)
    case .time(let minutes): Self.add(path, to: &times, at: minutes)
    case .week(let first, let last): Self.add("days(\(path))", to: &weeks, at: [first, last])
    case .day(let year, let month, let day):
      Self.add(path, to: &days, at: [year ?? 0, month, day])
      // Whoever leaves the year out repeats the day all the same.
      if year != nil { Self.add("date(\(path), '{month}月{day}日')", to: &days, at: [0, month, day]) }
    case .measures(let packed):
      let names = measures[packed] ?? []
      if names.count < Self.most { measures[packed] = names + [path] }
    }
  }

  private mutating func add(_ path: String, _ number: Int64, _ names: [String], _ price: [String]?) {
    for unit in Set(names.map { Units.names(of: $0).first ?? $0 }) {
      for (number, unit) in [(number, unit)] + Units.inLargerUnits(number, unit) {
        Self.add(path, to: &amounts[number, default: [:]], at: self.unit(unit, isMoney: price != nil))
      }
    }
    if let price, prices[number, default: []].count < Self.most {
      prices[number, default: []].append(Price(name: path, units: price))
    }
  }

  private mutating func unit(_ name: String, isMoney: Bool) -> Int {
    if let unit = units[name] { return unit }
    unitCount += 1
    let names = Units.names(of: name)
    for name in names.isEmpty ? [name] : names { units[name] = unitCount }
    if isMoney || Units.isMeasuring(name) { measuringUnits.insert(unitCount) }
    return unitCount
  }

  private mutating func addTelephone(_ path: String, _ digits: String) {
    Self.add(path, to: &telephones, at: digits)
    let isNational = digits.hasPrefix("0") && (10...12).contains(digits.utf8.count)
    // With the code of China, of which a leading zero falls away.
    for code in ["86", "0086"] {
      Self.add(path, to: &telephones, at: code + (isNational ? String(digits.dropFirst()) : digits))
    }
    guard isNational else { return }
    let code = digits.hasPrefix("010") || digits.hasPrefix("02") ? 3 : 4
    Self.add(path, to: &localNumbers, at: String(digits.dropFirst(code)))
  }

  private mutating func addAddress(_ path: String, _ text: String) {
    Self.add(path, to: &addresses, at: text)
    guard let scheme = text.firstRange(of: "://") else { return }
    let plain = String(text[scheme.upperBound...])
    Self.add(path, to: &plainAddresses, at: plain)
    if let host = plain.split(separator: "/").first { Self.add("host(\(path))", to: &hosts, at: String(host)) }
  }
}

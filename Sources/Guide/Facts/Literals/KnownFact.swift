internal import Content
internal import SourceText
internal import ZhinanValidation

/// A value of a data file that a text may repeat, as something with a unit or a kind.
struct KnownFact: Sendable {
  /// What the value is, whatever way it is written.
  enum Kind: Sendable, Hashable {
    /// A number, in ten-thousandths, with one of these units; where it is money, what it is paid for.
    case amount(Int64, units: [String], price: [String]?)
    /// The digits of a telephone number.
    case telephone(String)
    /// An address, folded.
    case address(String)
    /// Minutes of a day.
    case hours(opens: Int, closes: Int)
    /// Minutes of a day.
    case time(Int)
    /// Days of the week that follow one another, 1 for Monday.
    case week(first: Int, last: Int)
    /// A day, of every year where none is given.
    case day(year: Int?, month: Int, day: Int)
    /// Several numbers with signs and units, folded.
    case measures(String)
  }

  /// What `{data}` names it by.
  var path: String
  /// What it is.
  var kind: Kind
}

extension KnownFact {
  /// The facts of a version's data files.
  static func all(of version: GuideVersion) -> [KnownFact] {
    version.data.values.sorted { $0.name < $1.name }.flatMap { file -> [KnownFact] in
      let currency = file.root["currency"]?.text
      return (file.root.map ?? []).flatMap { entry in
        // What a calculator takes is a setting of the page, and no fact.
        entry.key == "inputs" && currency != nil
          ? [] : all(in: entry.value, entry.key, "\(file.name).\(entry.key)", file.root, currency)
      } + (file.root.list ?? []).enumerated().flatMap { all(in: $1, "", "\(file.name).\($0)", file.root, currency) }
    }
  }

  private static func all(
    in node: SourceNode, _ key: String, _ path: String, _ map: SourceNode, _ currency: String?
  ) -> [KnownFact] {
    switch node.value {
    case .null: return []
    case .scalar(let text):
      return kind(of: text, key, in: map, currency).map { [KnownFact(path: path, kind: $0)] } ?? []
    case .list(let nodes):
      let week = week(of: nodes, key).map { [KnownFact(path: path, kind: $0)] } ?? []
      return week
        + nodes.enumerated().flatMap { number, node in
          // An element of a list is counted by nothing; that it is called, its list says.
          all(
            in: node, FactTextShape.isCalled(key) ? key : "", "\(path).\(node["id"]?.text ?? "\(number)")", node,
            currency)
        }
    case .map(let entries):
      return entries.flatMap { entry in
        entry.key == "request" ? [] : all(in: entry.value, entry.key, "\(path).\(entry.key)", node, currency)
      }
    }
  }

  /// Three days of the week or more that follow one another, under a key such as `days`.
  private static func week(of nodes: [SourceNode], _ key: String) -> Kind? {
    guard key.hasSuffix("days"), (3...7).contains(nodes.count) else { return nil }
    let days = nodes.compactMap { $0.text.flatMap { Int($0) } }
    guard days.count == nodes.count, let first = days.first, let last = days.last, first >= 1, last <= 7,
      zip(days, days.dropFirst()).allSatisfy({ $0 + 1 == $1 })
    else { return nil }
    return .week(first: first, last: last)
  }

  /// What a scalar is by its shape; `nil` for words and for bare numbers.
  static func kind(of text: String, _ key: String, in map: SourceNode, _ currency: String?) -> Kind? {
    guard text.utf8.count <= 200,
      text.utf8.contains(where: { (0x30...0x39).contains($0) }) || text.contains("://")
        || text.utf8.contains(UInt8(ascii: "@"))
    else { return nil }
    if let number = DecimalNumber.tenThousandths(Array(text.utf8), digits: 4) {
      let isCounted = map["unit"] != nil || key == "price"
      if !isCounted, FactTextShape.isPlainTelephone(text, key) { return .telephone(text) }
      return amount(number, key, in: map, currency)
    }
    if let date = CalendarDate(iso: text.utf8) {
      return .day(year: Int(date.year), month: Int(date.month), day: Int(date.day))
    }
    if text.utf8.count == 5, let date = CalendarDate(iso: "2000-\(text)".utf8) {
      return .day(year: nil, month: Int(date.month), day: Int(date.day))
    }
    if text.hasPrefix("http://") || text.hasPrefix("https://") { return .address(FoldedText.address(text)) }
    if FactTextShape.isMailAddress(text) { return .address(text.lowercased()) }
    let line = FoldedText(text)
    if let hours = line.hours(at: 0), hours.end == line.scalars.count {
      return .hours(opens: hours.opens, closes: hours.closes)
    }
    if let time = line.time(at: 0), time.end == line.scalars.count { return .time(time.minutes) }
    if FactTextShape.isTelephone(text) { return .telephone(FactTextShape.digits(of: text)) }
    return measure(line)
  }

  /// Bytes of a unit at most.
  private static let longestUnit = 40

  private static func amount(_ number: Int64, _ key: String, in map: SourceNode, _ currency: String?) -> Kind? {
    var units: [String] = []
    let unit = map["unit"]?.text
    if let unit { units.append(contentsOf: Units.names(of: String(unit.prefix { $0 != "/" }))) }
    let isMoney = key == "price" || unit?.hasPrefix(currency ?? "/") == true
    if isMoney, units.isEmpty, let currency { units = Units.names(of: currency) }
    if unit == nil, let last = key.split(separator: "-").last {
      units.append(contentsOf: Units.names(of: String(last)))
    }
    units = units.map { $0.lowercased() }.filter { (1...longestUnit).contains($0.utf8.count) }
    let parts = (unit ?? "").split(separator: "/").dropFirst().prefix(4).map { String($0).lowercased() }
    return units.isEmpty && !isMoney ? nil : .amount(number, units: units, price: isMoney ? parts : nil)
  }

  /// A number with its unit, or several with signs between them.
  private static func measure(_ line: FoldedText) -> Kind? {
    guard let number = line.numbers(at: 0).last, line.scalars.count <= 40 else { return nil }
    let rest = String(String.UnicodeScalarView(line.scalars[number.end...])).trimmed
    if rest.isEmpty { return nil }
    if !rest.unicodeScalars.contains(where: { (0x30...0x39).contains($0.value) }) {
      return rest.unicodeScalars.count <= 6 && FactTextShape.isUnit(rest)
        ? .amount(number.value, units: Units.names(of: rest).map { $0.lowercased() }, price: nil) : nil
    }
    return isMeasures(line, behind: number.end) ? .measures(line.packed) : nil
  }

  /// Whether a unit of a few letters may stand there, then a dash or a ×, a number, and another unit at the end.
  private static func isMeasures(_ line: FoldedText, behind start: Int) -> Bool {
    func skip(_ place: inout Int, most: Int, _ isPart: (Unicode.Scalar) -> Bool) -> Int {
      let start = place
      while place < start + most, let scalar = line[place], isPart(scalar) { place += 1 }
      return place - start
    }
    var place = start
    _ = skip(&place, most: 9) { (0x61...0x7A).contains($0.value) || "万千百亿% ".unicodeScalars.contains($0) }
    guard line[place] == "-" || line[place] == "×" else { return false }
    place = line.skipBlanks(place + 1)
    guard skip(&place, most: 40, { (0x30...0x39).contains($0.value) || $0 == "." }) > 0 else { return false }
    place = line.skipBlanks(place)
    _ = skip(&place, most: 6) { !(0x30...0x39).contains($0.value) && !" ，。；,;".unicodeScalars.contains($0) }
    return place == line.scalars.count
  }
}

/// What tells numbers for calling and units from other texts.
enum FactTextShape {
  /// Whether a text is a telephone number: seven to fifteen digits, parted by dashes or blanks, or with a `+` before them.
  static func isTelephone(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var (count, signs) = (0, 0)
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case 0x30...0x39: count += 1
      case UInt8(ascii: "+") where place == 0: signs += 1
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "-"), UInt8(ascii: " "): signs += place == 0 ? 0 : 1
      default: return false
      }
    }
    guard let first = bytes.first, let last = bytes.last else { return false }
    let begins = first == UInt8(ascii: "+") || first == UInt8(ascii: "(") || (0x30...0x39).contains(first)
    return (7...15).contains(count) && signs > 0 && begins && (0x30...0x39).contains(last)
  }

  /// Whether a text of digits alone is a telephone number: by what its key says, or as those of mobile telephones, those with
  /// an area's code and 400 numbers are made in China.
  static func isPlainTelephone(_ text: String, _ key: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
    if isCalled(key) { return (7...15).contains(bytes.count) }
    switch bytes.count {
    case 10: return text.hasPrefix("400") || text.hasPrefix("800") || bytes[0] == 0x30
    case 11: return bytes[0] == 0x30 || bytes[0] == 0x31 && bytes[1] >= 0x33
    case 12: return bytes[0] == 0x30
    default: return false
    }
  }

  /// Whether what stands under a key is a number to call.
  static func isCalled(_ key: String) -> Bool {
    ["phone", "phones", "tel", "telephone", "telephones", "mobile", "mobiles", "hotline"].contains(key)
  }

  /// Whether a text is an address to write to: `name@host.example`.
  static func isMailAddress(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, let name = parts.first, let host = parts.last else { return false }
    func areWords(_ bytes: Substring.UTF8View, _ signs: String) -> Bool {
      !bytes.isEmpty
        && bytes.allSatisfy {
          (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
            || signs.utf8.contains($0)
        }
    }
    let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return areWords(name, "._+-") && labels.count > 1 && labels.allSatisfy { areWords($0, "-") }
  }

  /// The digits of a text.
  static func digits(of text: String) -> String { text.filter { $0.isASCII && $0.isNumber } }

  /// Whether words behind a number are a unit: letters without a blank or a mark between them.
  static func isUnit(_ text: String) -> Bool { text.allSatisfy { $0.isLetter || $0 == "%" || $0 == "°" } }
}

extension String {
  /// The text without blanks around it.
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

internal import Content
internal import SourceText
internal import ZhinanValidation

/// A value of a data file that a text may repeat, as something with a unit or a kind.
struct KnownFact: Sendable {
  /// What the value is, whatever way it is written.
  enum Kind: Sendable, Hashable {
    /// A number, in ten-thousandths, with one of these units.
    case amount(Int64, units: [String], isMoney: Bool)
    /// The digits of a telephone number.
    case telephone(String)
    /// An address, folded.
    case address(String)
    /// Minutes of a day.
    case hours(opens: Int, closes: Int)
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
      return nodes.enumerated().flatMap { number, node in
        // An element of a list has the key of the list, but is counted by nothing.
        all(in: node, "", "\(path).\(node["id"]?.text ?? "\(number)")", node, currency)
      }
    case .map(let entries):
      return entries.flatMap { entry in
        entry.key == "request" ? [] : all(in: entry.value, entry.key, "\(path).\(entry.key)", node, currency)
      }
    }
  }

  /// What a scalar is by its shape; `nil` for words and for bare numbers.
  static func kind(of text: String, _ key: String, in map: SourceNode, _ currency: String?) -> Kind? {
    guard text.utf8.count <= 200, text.utf8.contains(where: { (0x30...0x39).contains($0) }) || text.contains("://")
    else { return nil }
    if let number = DecimalNumber.tenThousandths(Array(text.utf8), digits: 4) {
      return amount(number, key, in: map, currency)
    }
    if let date = CalendarDate(iso: text.utf8) {
      return .day(year: Int(date.year), month: Int(date.month), day: Int(date.day))
    }
    if let match = text.wholeMatch(of: /([0-9]{2})-([0-9]{2})/), let month = Int(match.output.1),
      let day = Int(match.output.2), (1...12).contains(month), (1...31).contains(day)
    {
      return .day(year: nil, month: month, day: day)
    }
    if text.hasPrefix("http://") || text.hasPrefix("https://") { return .address(FoldedLine.address(text)) }
    if text.wholeMatch(of: /[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+/) != nil {
      return .address(text.lowercased())
    }
    let line = FoldedLine(text)
    if let hours = line.hours(at: 0), hours.end == line.scalars.count {
      return .hours(opens: hours.opens, closes: hours.closes)
    }
    if FactTextShape.isTelephone(text) { return .telephone(FactTextShape.digits(of: text)) }
    return measure(line)
  }

  private static func amount(_ number: Int64, _ key: String, in map: SourceNode, _ currency: String?) -> Kind? {
    var units: [String] = []
    let unit = map["unit"]?.text
    if let unit { units.append(contentsOf: Units.names(of: String(unit.prefix { $0 != "/" }))) }
    let isMoney = key == "price" || unit?.hasPrefix(currency ?? "/") == true
    if isMoney, units.isEmpty, let currency { units = Units.names(of: currency) }
    if unit == nil, let last = key.split(separator: "-").last {
      units.append(contentsOf: Units.names(of: String(last)))
    }
    units = units.map { $0.lowercased() }.filter { !$0.isEmpty }
    return units.isEmpty && !isMoney ? nil : .amount(number, units: units, isMoney: isMoney)
  }

  /// A number with its unit, or several with signs between them.
  private static func measure(_ line: FoldedLine) -> Kind? {
    guard let number = line.number(at: 0), line.scalars.count <= 40 else { return nil }
    let rest = String(String.UnicodeScalarView(line.scalars[number.end...])).trimmed
    if rest.isEmpty { return nil }
    if !rest.unicodeScalars.contains(where: { (0x30...0x39).contains($0.value) }) {
      return rest.unicodeScalars.count <= 6 && FactTextShape.isUnit(rest)
        ? .amount(number.value, units: Units.names(of: rest).map { $0.lowercased() }, isMoney: false) : nil
    }
    let isMeasures = rest.wholeMatch(of: /[a-z万千百亿% ]{0,8} ?[-×] ?[0-9.]+ ?[^0-9 ，。；,;]{0,6}/) != nil
    return isMeasures ? .measures(line.packed) : nil
  }
}

/// What tells numbers for calling and units from other texts.
enum FactTextShape {
  /// Whether a text is a telephone number: seven to fifteen digits, parted by dashes or blanks, or with a `+` before them.
  static func isTelephone(_ text: String) -> Bool {
    let count = digits(of: text).count
    return (7...15).contains(count) && text.wholeMatch(of: /\+?[0-9(][0-9]*([-() ]+[0-9]+)+|\+[0-9]+/) != nil
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

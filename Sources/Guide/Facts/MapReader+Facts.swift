internal import Diagnostics
internal import SourceText
internal import ZhinanValidation

extension MapReader {
  /// A map of a data file, as messages name it.
  init(_ node: SourceNode, _ what: String) { self.init(node, what: Message(what), id: "facts") }

  /// Hands the problems over; keys of others may stand beside those that were read.
  consuming func finish(_ all: inout [Diagnostic]) { finish(into: &all, mayHoldMore: true) }

  /// A number that is not negative, in ten-thousandths; `nil` when absent, or when it is reported.
  mutating func decimal(_ key: String, digits: Int32 = 4) -> Int64? {
    guard let node = node(key) else { return nil }
    return decimal(of: node, key, digits: digits)
  }

  /// The same, reported when absent.
  mutating func requiredDecimal(_ key: String, digits: Int32 = 4) -> Int64? {
    guard let node = requiredNode(key) else { return nil }
    return decimal(of: node, key, digits: digits)
  }

  private mutating func decimal(of node: SourceNode, _ key: String, digits: Int32) -> Int64? {
    guard let text = node.text, let number = FactNumber.read(text, digits: digits) else {
      report(FactNumber.problem(node, key, digits: digits))
      return nil
    }
    return number
  }

  /// A list with something in it.
  mutating func requiredList(_ key: String) -> [SourceNode] {
    guard let node = requiredNode(key) else { return [] }
    let all = list(key)
    if node.list?.isEmpty == true { report(.error("facts.empty", at: node.place, ["key": .text(key)])) }
    return all
  }
}

/// Prices and quantities in data files: decimals that are not negative.
enum FactNumber {
  /// Ten-thousandths; `nil` for what is no number of nine digits before the point and so many behind it.
  static func read(_ text: String, digits: Int32) -> Int64? {
    guard let number = DecimalNumber.tenThousandths(Array(text.utf8), digits: digits), number >= 0,
      number < 10_000_000_000_000
    else { return nil }
    return number
  }

  /// That a value is no such number.
  static func problem(_ node: SourceNode, _ key: String, digits: Int32) -> Diagnostic {
    .error(
      digits == 0 ? "facts.number" : "facts.decimal", at: node.place,
      ["text": .message(node.textOrKind), "key": .text(key), "digits": .number(Int(digits))])
  }

  /// Numbers with a comma for their point, which YAML parts in two where entries stand in braces: `{price: 12,50}`.
  static func commas(in node: SourceNode) -> [Diagnostic] {
    let entries = node.map ?? []
    return zip(entries, entries.dropFirst()).compactMap { before, entry in
      guard let whole = before.value.text, entry.value.isNull, entry.key.wholeMatch(of: /[0-9]+/) != nil else {
        return nil
      }
      return .error(
        "facts.decimal", at: entry.keyPlace,
        ["text": .text("\(whole),\(entry.key)"), "key": .text(before.key), "digits": .number(4)])
    }
  }

  /// A number of ten-thousandths as people write it.
  static func text(_ number: Int64) -> String { text(hundredMillionths: number * 10_000) }

  /// A sum as people write it.
  static func text(hundredMillionths number: Int64) -> String {
    var bytes: [UInt8] = []
    DecimalNumber.append(hundredMillionths: number, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

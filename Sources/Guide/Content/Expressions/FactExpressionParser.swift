internal import Diagnostics

/// Why an expression says nothing.
struct FactProblem: Error {
  /// The message that tells it.
  var key: String
  var arguments: [String: MessageArgument] = [:]
  var hint: Message?
}

/// Reads an expression: numbers, 'texts', paths, calls, `+ - * /` between blanks, parentheses.
struct FactExpressionParser {
  private var rest: Substring
  private var depth = 0
  private static let deepest = 32
  private static let longest = 1000

  /// The expression that the whole text is.
  static func parse(_ text: String) throws(FactProblem) -> FactExpression {
    guard text.utf8.count <= longest else {
      throw FactProblem(key: "data.expression/long", arguments: ["limit": .number(longest)])
    }
    var parser = FactExpressionParser(rest: text[...])
    let expression = try parser.sum()
    guard parser.rest.isEmpty else { throw parser.unexpected }
    return expression
  }

  private var unexpected: FactProblem {
    FactProblem(
      key: "data.expression", arguments: ["part": .text(rest.isEmpty ? "…" : String(rest.prefix(20)))])
  }

  private mutating func skipBlanks() { rest = rest.drop { $0 == " " } }

  private mutating func take(_ sign: Character) -> Bool {
    skipBlanks()
    guard rest.first == sign else { return false }
    rest.removeFirst()
    skipBlanks()
    return true
  }

  /// An operator behind a blank and before one.
  private mutating func takeOperator(_ among: [FactOperator]) -> FactOperator? {
    let inner = rest.drop { $0 == " " }
    guard inner.startIndex > rest.startIndex, let sign = inner.first, let found = FactOperator(rawValue: sign),
      among.contains(found), inner.dropFirst().first == " "
    else { return nil }
    rest = inner.dropFirst()
    skipBlanks()
    return found
  }

  private mutating func sum() throws(FactProblem) -> FactExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw unexpected }
    var expression = try product()
    while let sign = takeOperator([.plus, .minus]) { expression = .operation(sign, expression, try product()) }
    skipBlanks()
    return expression
  }

  private mutating func product() throws(FactProblem) -> FactExpression {
    var expression = try value()
    while let sign = takeOperator([.times, .over]) { expression = .operation(sign, expression, try value()) }
    return expression
  }

  private mutating func value() throws(FactProblem) -> FactExpression {
    skipBlanks()
    if take("(") {
      let inner = try sum()
      guard takeEnd(")") else { throw unexpected }
      return inner
    }
    guard let first = rest.first else { throw unexpected }
    if first == "'" { return try quoted() }
    if first == "-" {
      depth += 1
      defer { depth -= 1 }
      guard depth <= Self.deepest else { throw unexpected }
      rest.removeFirst()
      return .negative(try value())
    }
    let word = rest.prefix(while: Self.isPart)
    guard !word.isEmpty else { throw unexpected }
    if first.isASCII, first.isNumber {
      rest = rest[word.endIndex...]
      return .number(String(word))
    }
    rest = rest[word.endIndex...]
    return rest.first == "(" ? try call(String(word)) : .path(String(word))
  }

  private static func isPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "_-.".contains(character)
  }

  private mutating func quoted() throws(FactProblem) -> FactExpression {
    let inner = rest.dropFirst()
    guard let end = inner.firstIndex(of: "'") else { throw unexpected }
    rest = inner[inner.index(after: end)...]
    return .text(String(inner[..<end]))
  }

  /// A sign before which blanks may stand, and behind which those stay that an operator needs.
  private mutating func takeEnd(_ sign: Character) -> Bool {
    skipBlanks()
    guard rest.first == sign else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func call(_ name: String) throws(FactProblem) -> FactExpression {
    rest.removeFirst()
    var arguments: [FactExpression.Argument] = []
    while !takeEnd(")") {
      if !arguments.isEmpty, !take(",") { throw unexpected }
      arguments.append(try argument())
    }
    guard rest.first == "." else { return .call(name, arguments, member: nil) }
    let member = rest.dropFirst().prefix(while: Self.isPart)
    rest = rest[member.endIndex...]
    return .call(name, arguments, member: String(member))
  }

  private mutating func argument() throws(FactProblem) -> FactExpression.Argument {
    skipBlanks()
    let word = rest.prefix(while: Self.isPart)
    if !word.isEmpty, rest[word.endIndex...].first == ":" {
      rest = rest[word.endIndex...].dropFirst()
      return FactExpression.Argument(name: String(word), value: try sum())
    }
    return FactExpression.Argument(name: nil, value: try sum())
  }
}

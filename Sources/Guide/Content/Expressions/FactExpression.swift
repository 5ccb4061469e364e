/// What a text names between the marks of `` {data}`…` ``: a path, or something that is worked out from paths.
package indirect enum FactExpression: Sendable, Hashable {
  case number(String)
  case text(String)
  case path(String)
  case operation(FactOperator, FactExpression, FactExpression)
  case negative(FactExpression)
  /// A function of arguments, which may have names; and what of its result is meant, such as `estimate`.
  case call(String, [Argument], member: String?)

  /// What a function is given.
  package struct Argument: Sendable, Hashable {
    /// Its name before a colon, where it has one.
    package var name: String?
    /// Its value.
    package var value: FactExpression
  }

  /// Whether a text is more than a path: it calls a function, or an operator stands in it between blanks.
  package static func isExpression(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    if bytes.contains(UInt8(ascii: "(")) || bytes.contains(UInt8(ascii: "'")) { return true }
    return bytes.indices.dropFirst().dropLast().contains { place in
      "+-*/".utf8.contains(bytes[place]) && bytes[place - 1] == 0x20 && bytes[place + 1] == 0x20
    }
  }

  /// Every path that a text names.
  package static func paths(in text: String) -> [String] {
    guard isExpression(text), let expression = try? FactExpressionParser.parse(text) else { return [text] }
    return expression.paths
  }

  private var paths: [String] {
    switch self {
    case .number, .text: []
    case .path(let path): [path]
    case .operation(_, let first, let second): first.paths + second.paths
    case .negative(let inner): inner.paths
    case .call(_, let arguments, _): arguments.flatMap(\.value.paths)
    }
  }
}

/// What stands between two numbers.
package enum FactOperator: Character, Sendable {
  case plus = "+"
  case minus = "-"
  case times = "*"
  case over = "/"
}

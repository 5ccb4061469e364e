internal import Diagnostics
internal import SourceText

/// What an expression comes to.
enum FactValue {
  case number(Fraction)
  case text(String)
  /// A list or a map of a data file.
  case node(SourceNode, path: String)

  /// The value as texts show it.
  func shown() throws(FactProblem) -> String {
    switch self {
    case .text(let text): return text
    case .number(let number):
      if let text = number.text { return text }
      throw FactProblem(key: "data.expression/digits")
    case .node(let node, let path):
      throw FactProblem(key: "data.not-text", arguments: ["path": .text(path), "kind": .message(node.kind)])
    }
  }

  /// The number that it is.
  func number() throws(FactProblem) -> Fraction {
    switch self {
    case .number(let number): return number
    case .text(let text):
      if let number = Fraction(text) { return number }
      throw FactProblem(key: "data.expression/number", arguments: ["text": .text(text)])
    case .node(_, let path):
      throw FactProblem(key: "data.expression/number", arguments: ["text": .text(path)])
    }
  }
}

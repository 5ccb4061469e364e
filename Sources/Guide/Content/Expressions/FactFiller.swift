internal import Bytes
package import Diagnostics
internal import SourceText

/// Fills facts into texts of a version, and notes what was filled in.
package struct FactFiller {
  let version: GuideVersion
  /// Whether the facts themselves are being filled in: what is found may hold roles that are to be filled too.
  var isAmongFacts = false
  /// Whether what is filled in stands in XML.
  var isInXML = false
  /// How many facts stand in each other.
  private var depth = 0
  private static let deepest = 8
  /// How often a fact was filled in for the one at hand: facts that hold each other several times grow by powers.
  private var fillCount = 0
  private static let mostFills = 1_000
  private var isTooLarge = false
  /// Facts that hold others, filled, by their paths; `nil` for those that are too large.
  private var filledFacts: [String: String?] = [:]
  /// Bytes of a fact that holds others.
  private static let largest = 100_000
  /// Bytes of all that was filled in.
  private var byteCount = 0
  private static let mostBytes = 50_000_000
  /// What has been found wrong so far.
  package var diagnostics: [Diagnostic] = []
  /// Places at which it was told that a rule has no facts.
  private var ruleless: Set<RuleAtPlace> = []
  private struct RuleAtPlace: Hashable, Sendable { let key: String, place: SourcePlace }
  /// Every path that was named.
  package private(set) var paths: Set<String> = []
  /// Every text that was marked as a quotation.
  package private(set) var quotations: [WrittenText] = []
  /// Whether something waits for rules.
  private(set) var isUnfinished = false

  /// A filler with the facts of a version.
  package init(_ version: GuideVersion) { self.version = version }

  /// The text with its facts; those that are not there are reported at `place`, and their path stays.
  package mutating func filled(_ text: String, at place: SourcePlace) -> String {
    guard text.utf8.contains(UInt8(ascii: "`")) else { return text }
    var filled = ""
    var rest = text[...]
    let role = /\\?\{([a-z][a-z0-9-]*)\}(?:``((?:[^`]|`[^`]+`)*)``|`([^`]*)`)/
    while let match = rest.firstMatch(of: role) {
      filled += rest[..<match.range.lowerBound]
      rest = rest[match.range.upperBound...]
      if match.output.0.first == "\\" {
        filled += match.output.0.dropFirst()
        continue
      }
      let body = String(match.output.2 ?? match.output.3 ?? "")
      filled += shown(String(match.output.1), body, at: place)
    }
    return filled + rest
  }

  private mutating func shown(_ role: String, _ body: String, at place: SourcePlace) -> String {
    let text =
      switch role {
      case "quote": "“\(quoted(body, at: place))”"
      case "literal": body
      default: value(of: role, body, at: place) ?? body
      }
    guard isInXML else { return text }
    return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }

  /// A quotation, its facts filled in.
  package mutating func quoted(_ body: String, at place: SourcePlace) -> String {
    let count = diagnostics.count
    let text = filled(body, at: place)
    // What lacks a fact, which was told, is compared with nothing.
    if diagnostics.count == count { quotations.append(WrittenText(text: text, place: place)) }
    return text
  }

  /// The fact that a role names; `nil` when it is reported, or when its data file could not be read, which was reported.
  package mutating func value(of role: String, _ body: String, at place: SourcePlace) -> String? {
    guard role == "data" || role == "tel" else {
      diagnostics.append(.error("role.unknown", at: place, ["name": .text(role)]))
      return nil
    }
    do throws(FactProblem) {
      let text = try text(of: body)
      byteCount += text.utf8.count
      if byteCount > Self.mostBytes { throw FactProblem(key: "data.cycle/large") }
      if role == "tel", !FactText.isTelephone(text) {
        diagnostics.append(.error("role.telephone", at: place, ["path": .text(body), "text": .text(text)]))
      }
      return text
    } catch {
      tell(error, body, at: place)
      return nil
    }
  }

  private mutating func tell(_ problem: FactProblem, _ body: String, at place: SourcePlace) {
    switch problem.key {
    case FactEvaluation.later: isUnfinished = true
    case Self.unread: break
    default:
      // A text that names such a fact ten times is told once.
      let isToldAlready = diagnostics.last?.place == place && diagnostics.last?.id == "data.cycle"
      if depth == 0, problem.key.hasPrefix("data.cycle"), isToldAlready { return }
      // So is a rule that has no facts, whatever is asked of it.
      let isOfRule = ["data.expression/rule", "data.expression/hours"].contains(problem.key)
      if isOfRule, !ruleless.insert(RuleAtPlace(key: problem.key, place: place)).inserted { return }
      var arguments = problem.arguments
      if problem.key.hasPrefix("data.expression") { arguments["expression"] = .text(body) }
      diagnostics.append(.error(problem.key, at: place, arguments, hint: problem.hint))
    }
  }

  private mutating func text(of body: String) throws(FactProblem) -> String {
    if depth == 0 { (fillCount, isTooLarge) = (0, false) }
    let isFound: Bool
    if case .found = version.value(at: body) { isFound = true } else { isFound = false }
    guard !isFound, FactExpression.isExpression(body) else { return try self.value(at: body).shown() }
    let expression = try FactExpressionParser.parse(body)
    // What the expression names is noted, whatever it comes to.
    var filler = self
    defer {
      (paths, fillCount, isTooLarge, filledFacts) = (
        filler.paths, filler.fillCount, filler.isTooLarge, filler.filledFacts
      )
    }
    let evaluation = FactEvaluation(
      value: { (path: String) throws(FactProblem) -> FactValue in try filler.value(at: path) },
      rules: version.written.rules, isEarly: isAmongFacts, language: version.language)
    let result = try evaluation.evaluate(expression)
    return try result.shown()
  }

  /// What a path leads to, its own facts filled in.
  private mutating func value(at path: String) throws(FactProblem) -> FactValue {
    paths.insert(path)
    switch version.value(at: path) {
    case .found(let node):
      guard let text = node.text else { return .node(isAmongFacts ? try inner(node) : node, path: path) }
      return .text(isAmongFacts && !path.hasSuffix("-md") ? try inner(text, of: path, at: node.place) : text)
    case .missing(let part, _) where version.unread.contains("data/\(part).yml"):
      throw FactProblem(key: Self.unread)
    case .missing(let part, let known):
      let near = NearWord.nearest(to: part, in: known)
      let hint: Message? =
        near.map { .near($0) }
        ?? (known.isEmpty || known.count > 12 ? nil : Message("hint.there-are", ["names": .list(known)]))
      throw FactProblem(
        key: "data.unknown", arguments: ["path": .text(path), "part": .text(part)], hint: hint)
    }
  }

  /// The key of what was told before: a file that could not be read.
  private static let unread = "data.unread-file"

  /// The same of a list's texts; a map stays, since nothing reckons with one.
  private mutating func inner(_ node: SourceNode) throws(FactProblem) -> SourceNode {
    guard let list = node.list, node.holdsRole else { return node }
    var filled: [SourceNode] = []
    for element in list {
      guard let text = element.text else {
        filled.append(element)
        continue
      }
      filled.append(SourceNode(.scalar(try inner(text, of: nil, at: element.place)), at: element.place))
    }
    return SourceNode(.list(filled), at: node.place)
  }

  /// A fact that holds others, or an element of a list that has no path; what is wrong with it is told at its own place.
  private mutating func inner(_ text: String, of path: String?, at place: SourcePlace) throws(FactProblem) -> String {
    guard text.utf8.contains(UInt8(ascii: "`")) else { return text }
    if let path, let known = filledFacts[path] {
      guard let known else { throw FactProblem(key: "data.cycle/large") }
      return known
    }
    guard depth < Self.deepest else { throw FactProblem(key: "data.cycle") }
    if fillCount >= Self.mostFills { isTooLarge = true }
    guard !isTooLarge else { throw FactProblem(key: "data.cycle/large") }
    var inner = self
    inner.depth += 1
    inner.fillCount += 1
    inner.isUnfinished = false
    let filled = inner.filled(text, at: place)
    (fillCount, filledFacts) = (inner.fillCount, inner.filledFacts)
    isTooLarge = inner.isTooLarge || fillCount > Self.mostFills || filled.utf8.count > Self.largest
    if isTooLarge {
      if let path { filledFacts[path] = .some(nil) }
      throw FactProblem(key: "data.cycle/large")
    }
    if inner.isUnfinished { throw FactProblem(key: FactEvaluation.later) }
    let problems = inner.diagnostics.dropFirst(diagnostics.count)
    if problems.contains(where: { $0.id == "data.cycle" }) { throw FactProblem(key: "data.cycle") }
    if let path, problems.isEmpty { filledFacts[path] = filled }
    return filled
  }
}

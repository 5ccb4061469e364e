internal import Bytes
internal import Diagnostics
internal import FormModel

/// Reads conditions such as `businessType in renew, reissue and proxyName present` and `newPeople > oldPeople`.
///
///     condition = term *(("and" term) / ("or" term))      ; one kind of word only
///     term      = key "=" option / key "!=" option / key "in" option *("," option) / key "has" option
///               / key "present" / key "absent" / key      ; a question of yes or no
///               / expression ("=" / "!=" / "<" / "<=" / ">" / ">=") expression
struct ConditionParser {
  let scope: FieldScope

  func parse(_ condition: FieldDefinition.ConditionText, diagnostics: inout [Diagnostic]) -> FieldCondition? {
    var tokens = ConditionToken.all(in: condition.text)[...]
    do throws(ConditionProblem) {
      var terms = [try term(&tokens)]
      var joint: ConditionToken?
      while let word = tokens.popFirst() {
        guard word == .word("and") || word == .word("or") else {
          throw ConditionProblem(Message("reason.condition-word", ["word": .text(word.text)]))
        }
        guard joint == nil || joint == word else { throw ConditionProblem(Message("reason.condition-mixed")) }
        joint = word
        terms.append(try term(&tokens))
      }
      guard terms.count <= FieldCondition.maximumQuestionCount else {
        throw ConditionProblem(
          Message("reason.condition-questions", ["limit": .number(FieldCondition.maximumQuestionCount)]))
      }
      return terms.count == 1 ? terms[0] : joint == .word("or") ? .any(terms) : .all(terms)
    } catch {
      diagnostics.append(
        .error(
          "form.condition", at: condition.place,
          ["condition": .text(condition.text), "reason": .message(error.reason)], hint: error.hint))
      return nil
    }
  }

  private func term(_ tokens: inout ArraySlice<ConditionToken>) throws(ConditionProblem) -> FieldCondition {
    guard case .word(let key)? = tokens.first, tokens.dropFirst().first != .sign("("), key != "today" || scope.has(key)
    else { return try comparison(&tokens) }
    let verb = tokens.dropFirst().first
    let asksOption = verb == .word("in") || verb == .word("has")
    if verb == .word("present") || verb == .word("absent") {
      let field = try scope.field(key)
      tokens = tokens.dropFirst(2)
      return verb == .word("present") ? .present(field: field) : .not(.present(field: field))
    }
    let field = try scope.field(key)
    guard asksOption || !scope.form.fields[field].options.isEmpty else { return try comparison(&tokens) }
    return try chosen(field, key, &tokens)
  }

  /// A term about a choice.
  private func chosen(
    _ field: Int, _ key: String, _ tokens: inout ArraySlice<ConditionToken>
  ) throws(ConditionProblem) -> FieldCondition {
    tokens = tokens.dropFirst()
    switch tokens.first {
    case .sign("="), .word("has"):
      tokens = tokens.dropFirst()
      return .chosen(field: field, options: try option(&tokens, of: field))
    case .sign("!="):
      tokens = tokens.dropFirst()
      return .not(.chosen(field: field, options: try option(&tokens, of: field)))
    case .word("in"):
      tokens = tokens.dropFirst()
      var options = try option(&tokens, of: field)
      while tokens.first == .sign(",") {
        tokens = tokens.dropFirst()
        options |= try option(&tokens, of: field)
      }
      return .chosen(field: field, options: options)
    default:
      if scope.form.fields[field].isYesOrNo { return .chosen(field: field, options: 1) }
      throw ConditionProblem(Message("reason.condition-verb", ["key": .text(key)]))
    }
  }

  private func comparison(_ tokens: inout ArraySlice<ConditionToken>) throws(ConditionProblem) -> FieldCondition {
    if tokens.isEmpty { throw ConditionProblem(Message("reason.condition-no-key")) }
    var parser = ExpressionParser(scope: scope, tokens: tokens)
    let key = tokens.first?.text ?? ""
    let left = try parser.sum()
    guard let quantity = left.quantity else { throw ExpressionParser.uncountable(key) }
    guard let comparison = parser.tokens.popFirst().flatMap({ Self.comparisons[$0.text] }) else {
      throw ConditionProblem(Message("reason.condition-verb", ["key": .text(key)]))
    }
    let right = try parser.sum()
    tokens = parser.tokens
    return .compared(try left.expression(quantity), comparison, try right.expression(quantity))
  }

  private static let comparisons: [String: FieldComparison] = [
    "=": .equal, "!=": .notEqual, "<": .less, "<=": .atMost, ">": .greater, ">=": .atLeast,
  ]

  private func option(
    _ tokens: inout ArraySlice<ConditionToken>, of field: Int
  ) throws(ConditionProblem) -> UInt64 {
    guard let word = tokens.popFirst()?.text else { throw ConditionProblem(Message("reason.condition-no-option")) }
    let options = scope.form.fields[field].options
    guard let index = options.firstIndex(where: { $0.value == Array(word.utf8) }) else {
      let near = NearWord.nearest(to: word, in: options.map { String(decoding: $0.value, as: UTF8.self) })
      throw ConditionProblem(Message("reason.condition-option", ["word": .text(word)]), hint: .near(near))
    }
    return 1 << UInt64(index)
  }
}

internal import Bytes
internal import Diagnostics
internal import FormModel

/// Reads conditions such as `businessType in renew, reissue and proxyName present`.
///
///     condition = term *(("and" term) / ("or" term))      ; one kind of word only
///     term      = key "=" option / key "!=" option / key "in" option *("," option) / key "has" option
///               / key "present" / key "absent"
struct ConditionParser {
  let fields: [CompiledField]
  /// Index of the field that has the condition: only answers before it are known when it is checked.
  let position: Int
  /// Finds the field that a key means.
  let resolve: (String) -> Int?

  func parse(_ condition: FieldDefinition.ConditionText, diagnostics: inout [Diagnostic]) -> FieldCondition? {
    var tokens = condition.text.replacing("!=", with: " != ").replacing(",", with: " , ")
      .split(separator: " ").flatMap { word -> [Substring] in
        guard word != "!=", let sign = word.firstIndex(of: "=") else { return [word] }
        return [word[..<sign], "=", word[word.index(after: sign)...]].filter { !$0.isEmpty }
      }[...]
    do throws(ConditionProblem) {
      var terms = [try term(&tokens)]
      var joint: Substring?
      while let word = tokens.popFirst() {
        guard word == "and" || word == "or" else {
          throw ConditionProblem(Message("reason.condition-word", ["word": .text("\(word)")]))
        }
        guard joint == nil || joint == word else { throw ConditionProblem(Message("reason.condition-mixed")) }
        joint = word
        terms.append(try term(&tokens))
      }
      guard terms.count <= FieldCondition.maximumQuestionCount else {
        throw ConditionProblem(
          Message("reason.condition-questions", ["limit": .number(FieldCondition.maximumQuestionCount)]))
      }
      return terms.count == 1 ? terms[0] : joint == "or" ? .any(terms) : .all(terms)
    } catch {
      diagnostics.append(
        .error(
          "form.condition", at: condition.place,
          ["condition": .text(condition.text), "reason": .message(error.reason)], hint: error.hint))
      return nil
    }
  }

  private func term(_ tokens: inout ArraySlice<Substring>) throws(ConditionProblem) -> FieldCondition {
    guard let key = tokens.popFirst() else { throw ConditionProblem(Message("reason.condition-no-key")) }
    guard let field = resolve(String(key)) else {
      let near = NearWord.nearest(to: String(key), in: fields.map { String(decoding: $0.key, as: UTF8.self) })
      throw ConditionProblem(Message("reason.condition-field", ["key": .text("\(key)")]), hint: .near(near))
    }
    guard field < position else {
      throw ConditionProblem(
        Message("reason.condition-order", ["key": .text("\(key)")]),
        hint: Message("hint.condition-order", ["key": .text("\(key)")]))
    }
    switch tokens.popFirst() {
    case "present": return .present(field: field)
    case "absent": return .not(.present(field: field))
    case "=", "has": return .chosen(field: field, options: try option(&tokens, of: field))
    case "!=": return .not(.chosen(field: field, options: try option(&tokens, of: field)))
    case "in":
      var options = try option(&tokens, of: field)
      while tokens.first == "," {
        tokens = tokens.dropFirst()
        options |= try option(&tokens, of: field)
      }
      return .chosen(field: field, options: options)
    default: throw ConditionProblem(Message("reason.condition-verb", ["key": .text("\(key)")]))
    }
  }

  private func option(_ tokens: inout ArraySlice<Substring>, of field: Int) throws(ConditionProblem) -> UInt64 {
    guard let word = tokens.popFirst() else { throw ConditionProblem(Message("reason.condition-no-option")) }
    let options = fields[field].options
    guard let index = options.firstIndex(where: { $0.value == Array(word.utf8) }) else {
      let near = NearWord.nearest(to: String(word), in: options.map { String(decoding: $0.value, as: UTF8.self) })
      throw ConditionProblem(Message("reason.condition-option", ["word": .text("\(word)")]), hint: .near(near))
    }
    return 1 << UInt64(index)
  }
}

private struct ConditionProblem: Error {
  var reason: Message
  var hint: Message?

  init(_ reason: Message, hint: Message? = nil) {
    self.reason = reason
    self.hint = hint
  }
}

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
        guard word == "and" || word == "or" else { throw ConditionProblem("“\(word)” is not expected here") }
        guard joint == nil || joint == word else { throw ConditionProblem("“and” and “or” cannot be mixed") }
        joint = word
        terms.append(try term(&tokens))
      }
      guard terms.count <= FieldCondition.maximumQuestionCount else {
        throw ConditionProblem("it asks more than \(FieldCondition.maximumQuestionCount) questions")
      }
      return terms.count == 1 ? terms[0] : joint == "or" ? .any(terms) : .all(terms)
    } catch {
      diagnostics.append(
        .error(
          "form.condition", at: condition.place, "The condition “\(condition.text)” is wrong: \(error.reason).",
          hint: error.hint ?? "A condition reads: key = option, key in a, b, key has a, key present."))
      return nil
    }
  }

  private func term(_ tokens: inout ArraySlice<Substring>) throws(ConditionProblem) -> FieldCondition {
    guard let key = tokens.popFirst() else { throw ConditionProblem("a field's key is missing") }
    guard let field = resolve(String(key)) else {
      let near = NearWord.nearest(to: String(key), in: fields.map { String(decoding: $0.key, as: UTF8.self) })
      throw ConditionProblem("there is no field “\(key)”", hint: near.map { "Did you mean “\($0)”?" })
    }
    guard field < position else {
      throw ConditionProblem(
        "“\(key)” stands after the field that depends on it",
        hint: "Move the field down, or “\(key)” to an earlier place.")
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
    default: throw ConditionProblem("after “\(key)” there should be =, !=, in, has, present or absent")
    }
  }

  private func option(_ tokens: inout ArraySlice<Substring>, of field: Int) throws(ConditionProblem) -> UInt64 {
    guard let word = tokens.popFirst() else { throw ConditionProblem("an option is missing") }
    let options = fields[field].options
    guard let index = options.firstIndex(where: { $0.value == Array(word.utf8) }) else {
      let near = NearWord.nearest(to: String(word), in: options.map { String(decoding: $0.value, as: UTF8.self) })
      throw ConditionProblem("“\(word)” is no option of the field", hint: near.map { "Did you mean “\($0)”?" })
    }
    return 1 << UInt64(index)
  }
}

private struct ConditionProblem: Error {
  var reason: String
  var hint: String?

  init(_ reason: String, hint: String? = nil) {
    self.reason = reason
    self.hint = hint
  }
}

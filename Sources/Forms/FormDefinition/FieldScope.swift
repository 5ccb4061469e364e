internal import Bytes
internal import Diagnostics
internal import FormModel

/// What is wrong with a condition or an expression.
struct ConditionProblem: Error {
  var reason: Message
  var hint: Message?

  init(_ reason: Message, hint: Message? = nil) {
    self.reason = reason
    self.hint = hint
  }
}

/// The fields and lists that a condition or an expression may name.
struct FieldScope {
  let form: CompiledForm
  /// `seals[2].` in an element of a repeated section, whose fields are meant first.
  let prefix: String
  /// Only answers before this field are known when it is checked.
  let position: Int

  /// The field that a key means.
  func field(_ key: String) throws(ConditionProblem) -> Int {
    guard let field = form.field(Array((prefix + key).utf8)) ?? form.field(Array(key.utf8)) else {
      let near = NearWord.nearest(to: key, in: form.fields.map { String(decoding: $0.key, as: UTF8.self) })
      throw ConditionProblem(Message("reason.condition-field", ["key": .text(key)]), hint: .near(near))
    }
    return try known(field, key)
  }

  /// Whether a key means a field.
  func has(_ key: String) -> Bool { form.field(Array((prefix + key).utf8)) ?? form.field(Array(key.utf8)) != nil }

  /// The repeated section with this key.
  func group(_ key: String) throws(ConditionProblem) -> Int {
    if let group = form.groups.firstIndex(where: { $0.key == Array(key.utf8) }) { return group }
    let near = NearWord.nearest(to: key, in: form.groups.map { String(decoding: $0.key, as: UTF8.self) })
    throw ConditionProblem(Message("reason.condition-list", ["key": .text(key)]), hint: .near(near))
  }

  /// The fields that `members.share` means: one of each element.
  func column(_ name: String) throws(ConditionProblem) -> [Int] {
    let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { return [try field(name)] }
    let group = form.groups[try group(parts[0])]
    var fields: [Int] = []
    for index in 0..<group.maximum {
      guard let field = form.field(Array("\(parts[0])[\(index)].\(parts[1])".utf8)) else {
        throw ConditionProblem(Message("reason.condition-field", ["key": .text(name)]))
      }
      fields.append(try known(field, name))
    }
    return fields
  }

  private func known(_ field: Int, _ key: String) throws(ConditionProblem) -> Int {
    if field < position { return field }
    throw ConditionProblem(
      Message("reason.condition-order", ["key": .text(key)]),
      hint: Message("hint.condition-order", ["key": .text(key)]))
  }
}

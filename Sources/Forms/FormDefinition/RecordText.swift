internal import Bytes
package import FormModel

/// Writes answers as a record that ``RecordReader`` reads.
package enum RecordText: String, Sendable, CaseIterable {
  case yaml, json

  /// The record's text: the form's name, then every answer in the form's order, groups as lists.
  package func text(of answers: Answers, form: CompiledForm) -> String {
    var top: [(String, Value)] = [("form", .text(String(decoding: form.id, as: UTF8.self)))]
    var groups: [Int: [[(String, Value)]]] = [:]
    for (index, field) in form.fields.enumerated() {
      let key = String(decoding: field.key, as: UTF8.self)
      guard let item = field.item else {
        if let value = value(of: index, answers, form) { top.append((key, value)) }
        continue
      }
      let group = Int(item.group)
      guard item.index < answers.itemCounts[group] else { continue }
      if groups[group] == nil {
        groups[group] = Array(repeating: [], count: Int(answers.itemCounts[group]))
        top.append((String(decoding: form.groups[group].key, as: UTF8.self), .group(group)))
      }
      if let value = value(of: index, answers, form), let dot = key.firstIndex(of: ".") {
        groups[group]?[Int(item.index)].append((String(key[key.index(after: dot)...]), value))
      }
    }
    return self == .yaml ? yaml(top, groups) : json(top, groups)
  }

  private enum Value {
    case text(String)
    case list([String])
    case group(Int)
  }

  private func value(of index: Int, _ answers: Answers, _ form: CompiledForm) -> Value? {
    guard answers.isPresent(index) else { return nil }
    let field = form.fields[index]
    if field.options.isEmpty { return .text(String(decoding: answers.text(index), as: UTF8.self)) }
    let bits = answers.options(index)
    let chosen = field.options.indices.filter { bits & (1 << UInt64($0)) != 0 }
      .map { String(decoding: field.options[$0].value, as: UTF8.self) }
    return field.kind == .choices ? .list(chosen) : chosen.first.map { .text($0) }
  }

  private func inline(_ value: Value) -> String {
    switch value {
    case .text(let text): quoted(text)
    case .list(let words): "[" + words.map(quoted).joined(separator: ", ") + "]"
    case .group: ""
    }
  }

  /// A text in quotation marks, which YAML reads as JSON does.
  private func quoted(_ text: String) -> String { JSONByteWriter.quoted(text, .misleading) }

  private func yaml(_ top: [(String, Value)], _ groups: [Int: [[(String, Value)]]]) -> String {
    var lines: [String] = []
    for (key, value) in top {
      guard case .group(let group) = value else {
        lines.append("\(key): \(inline(value))")
        continue
      }
      lines.append("\(key):")
      for item in groups[group] ?? [] {
        lines.append("  - {" + item.map { "\($0.0): \(inline($0.1))" }.joined(separator: ", ") + "}")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func json(_ top: [(String, Value)], _ groups: [Int: [[(String, Value)]]]) -> String {
    let members = top.map { key, value in
      guard case .group(let group) = value else { return "  \(quoted(key)): \(inline(value))" }
      let items = (groups[group] ?? []).map { item in
        "    {" + item.map { "\(quoted($0.0)): \(inline($0.1))" }.joined(separator: ", ") + "}"
      }
      return "  \(quoted(key)): [\n" + items.joined(separator: ",\n") + "\n  ]"
    }
    return "{\n" + members.joined(separator: ",\n") + "\n}\n"
  }
}

#if arch(wasm32)

  nonisolated(unsafe) private var form: CompiledForm?
  nonisolated(unsafe) private var checker: RecordChecker?

  /// Takes a compiled form; 1 when it can be used, else 0.
  @_expose(wasm, "form")
  public func takeForm() -> Int32 {
    form = try? CompiledForm(decoding: takeMessage())
    checker = form.map { RecordChecker($0) }
    return form == nil ? 0 : 1
  }

  /// Checks a message `today LF answers`, the answers one JSON object by field key, against the form taken last. The
  /// answer is `{"ok":…,"problems":[{"key":…,"code":…},…]}`; its length, or 0 without a form or for a message of another
  /// shape.
  @_expose(wasm, "check")
  public func checkRecord() -> Int32 {
    let message = takeMessage()
    guard let form, let checker, let end = message.firstIndex(of: 0x0A), let today = CalendarDate(iso: message[..<end]),
      let value = JSONValue(message[(end + 1)...]), case .object(let members) = value
    else { return answer([]) }
    var violations: [Violation] = []
    let record = checker.check(answers(members, to: form), today: today, violations: &violations)
    var writer = JSONByteWriter()
    writer.raw("{\"ok\":")
    writer.bool(record != nil)
    writer.raw(",\"problems\":")
    writer.array(violations) { writer, violation in
      writer.raw("{\"key\":")
      switch violation.subject {
      case .field(let index): writer.string(form.fields[index].key)
      case .group(let index): writer.string(form.groups[index].key)
      }
      writer.raw(",\"code\":")
      writer.string(violation.name)
      writer.raw("}")
    }
    writer.raw("}")
    return answer(writer.bytes)
  }

  private func answers(_ members: [JSONMember], to form: CompiledForm) -> Answers {
    var answers = Answers(for: form)
    for member in members {
      if let group = form.groups.firstIndex(where: { $0.key == member.key }) {
        let items = member.value.elements
        answers.itemCounts[group] = UInt16(clamping: items.count)
        for (number, item) in items.enumerated() {
          guard case .object(let members) = item else { continue }
          for inner in members {
            var key = member.key + [0x5B]
            var digits = JSONByteWriter()
            digits.number(Int64(number))
            key += digits.bytes + [0x5D, 0x2E] + inner.key
            set(inner.value, key, form, &answers)
          }
        }
      } else {
        set(member.value, member.key, form, &answers)
      }
    }
    return answers
  }

  private func set(_ value: JSONValue, _ key: [UInt8], _ form: CompiledForm, _ answers: inout Answers) {
    guard let field = form.field(key) else { return }
    switch value {
    case .string(let text), .number(let text):
      if form.fields[field].options.isEmpty {
        answers.set(field, text: text)
      } else if !text.isEmpty {
        answers.choose(field, word: text, in: form)
      }
    case .array(let words):
      for word in words {
        if let text = word.text, !form.fields[field].options.isEmpty { answers.choose(field, word: text, in: form) }
      }
    case .null, .bool, .object: break
    }
  }
#endif

#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(FormFilling)
  internal import FormFilling
#endif
#if canImport(FormModel)
  internal import FormModel
#endif
#if canImport(FormRecords)
  internal import FormRecords
#endif

/// How a draft stands: each question, the repeated sections, and what is wrong.
struct DraftState: ~Copyable {
  let form: CompiledForm
  let read: ReadRecord
  /// Characters that no glyph pack has yet (Unicode scalar values).
  let missing: [UInt32]

  /// One question's answer.
  private struct Answer {
    /// Canonical, or as it was typed where it breaks a rule (UTF-8).
    var value: [UInt8]
    /// As it stands on paper.
    var shown: [UInt8]
    /// As others may see it.
    var masked: [UInt8]
    var isDerived = false
    var change: StaticString?
  }

  /// As the browser gets it: `{"ready":…,"fields":[…],"groups":[…],"problems":[…],"missing":…}`. Each field has `key`,
  /// `applies`, `required` and `answered`, and where it is answered `value`, `shown`, `masked`, `from`, which is `typed`
  /// or `derived`, and `changed` where a typed text is not the canonical one (``TypedChange``). A problem has `until` where
  /// a question that is asked later may put it right.
  var json: [UInt8] {
    var writer = JSONByteWriter()
    writer.raw("{\"ready\":")
    writer.bool(read.findings.isRight)
    writer.raw(",\"fields\":")
    writer.array(form.fields.indices) { writer, field in write(field, to: &writer) }
    writer.raw(",\"groups\":")
    writer.array(form.groups.indices) { writer, group in writeGroup(group, to: &writer) }
    writer.raw(",\"problems\":")
    writer.array(read.findings.inOrder(of: form)) { writer, problem in
      problem.write(to: &writer, saysWhetherItWarns: true)
      writer.raw("}")
    }
    if !missing.isEmpty {
      var text: [UInt8] = []
      for scalar in missing { text.appendUTF8(scalar) }
      writer.raw(",\"missing\":")
      writer.string(text)
    }
    writer.raw("}")
    return writer.bytes
  }

  private func write(_ field: Int, to writer: inout JSONByteWriter) {
    writer.raw("{\"key\":")
    writer.string(form.fields[field].key)
    writer.raw(",\"applies\":")
    writer.bool(read.found.applies(field))
    writer.raw(",\"required\":")
    writer.bool(read.found.needs(field))
    writer.raw(",\"answered\":")
    let answer = answer(field)
    writer.bool(answer != nil)
    if let answer {
      writer.raw(",\"value\":")
      writer.string(answer.value)
      writer.raw(",\"shown\":")
      writer.string(answer.shown)
      writer.raw(",\"masked\":")
      writer.string(answer.masked)
      writer.raw(answer.isDerived ? ",\"from\":\"derived\"" : ",\"from\":\"typed\"")
      if let change = answer.change {
        writer.raw(",\"changed\":")
        writer.string(change)
      }
    }
    writer.raw("}")
  }

  private func writeGroup(_ index: Int, to writer: inout JSONByteWriter) {
    let group = form.groups[index]
    writer.raw("{\"key\":")
    writer.string(group.key)
    writer.raw(",\"title\":")
    writer.string(group.title)
    writer.raw(",\"count\":")
    writer.number(Int64(read.given.answers.itemCounts[index]))
    writer.raw(",\"minimum\":")
    writer.number(Int64(group.minimum))
    writer.raw(",\"maximum\":")
    writer.number(Int64(group.maximum))
    writer.raw("}")
  }

  private func answer(_ index: Int) -> Answer? {
    let field = form.fields[index]
    let answers = read.found.answers
    let isDerived = read.found.isUnanswered(index)
    guard answers.isPresent(index) else { return isDerived ? nil : typed(index) }
    let shown = form.shownValue(of: index, in: answers)
    let value = field.options.isEmpty ? Array(answers.text(index)) : field.values(of: answers.options(index))
    var answer = Answer(
      value: value, shown: shown, masked: field.privacy == nil ? shown : ShownAnswer.text(shown, in: field),
      isDerived: isDerived)
    if !isDerived {
      answer.change =
        field.options.isEmpty
        ? TypedChange.name(from: read.given.answers.text(index), to: value, kind: field.kind)
        : read.given.optionWords.contains { $0.field == index } ? "signs" : nil
    }
    return answer
  }

  /// What was typed, where it breaks a rule or is not asked now. It may be anything, whatever the field asks for.
  private func typed(_ index: Int) -> Answer? {
    let field = form.fields[index]
    guard !field.options.isEmpty else {
      let text = Array(read.given.answers.text(index))
      return text.isEmpty ? nil : Answer(value: text, shown: text, masked: ShownAnswer.text(text, in: field))
    }
    var words = field.values(of: read.given.answers.options(index))
    var shown = form.shownValue(of: index, in: read.given.answers)
    var masked = shown
    if read.given.answers.fieldsWithUnknownOption.contains(index) {
      words = []
      masked = []
      for (field, word) in read.given.optionWords where field == index {
        if !words.isEmpty { words.append(0x20) }
        words += word
        masked += ShownAnswer.word(word)
      }
      shown = words
    }
    return words.isEmpty ? nil : Answer(value: words, shown: shown, masked: masked)
  }
}

extension CompiledField {
  /// The values of the options whose bits are set, with a space between.
  fileprivate func values(of bits: UInt64) -> [UInt8] {
    var values: [UInt8] = []
    for (index, option) in options.enumerated() where bits & (1 << UInt64(index)) != 0 {
      if !values.isEmpty { values.append(0x20) }
      values += option.value
    }
    return values
  }
}

package import FormModel
internal import FormRecords

extension FormRecord {
  /// This record merged over a filled form's answers: what the record names wins, a key without an answer takes the answer
  /// away, a repeated group that it names is replaced as a whole, and what is worked out is worked out anew.
  ///
  /// - Parameters:
  ///   - under: the answers of the filled form.
  ///   - path: the file that they came from, for their places.
  package func merged(onto under: Answers, from path: String, form: CompiledForm) -> FormRecord {
    var merged = self
    merged.answers = Answers(for: form)
    let beneath = FormRecord(answers: under, form: form, path: path)
    for group in form.groups.indices {
      let source = namedGroups.contains(group) ? self : beneath
      merged.answers.itemCounts[group] = source.answers.itemCounts[group]
      merged.groupPlaces[group] = source.groupPlaces[group]
    }
    for index in form.fields.indices {
      // What is worked out follows from the others anew.
      if form.fields[index].computation != nil, !replaces(index, in: form) { continue }
      let source = replaces(index, in: form) ? self : beneath
      merged.places[index] = source.places[index]
      merged.answers.set(index, from: source.answers, in: form)
    }
    return merged
  }

  /// Whether the record speaks for a field, so that a filled form's answer does not count.
  package func replaces(_ field: Int, in form: CompiledForm) -> Bool {
    form.fields[field].item.map { namedGroups.contains(Int($0.group)) } ?? namedFields.contains(field)
  }
}

extension Answers {
  fileprivate mutating func set(_ field: Int, from other: Answers, in form: CompiledForm) {
    if form.fields[field].options.isEmpty {
      set(field, text: other.text(field))
    } else {
      set(field, options: other.options(field))
      // No option is empty, so that this stays a word which is none of them.
      if other.fieldsWithUnknownOption.contains(field) { choose(field, word: [], in: form) }
    }
  }
}

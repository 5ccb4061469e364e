#if canImport(Bytes)
  package import Bytes
#endif
#if canImport(FormModel)
  package import FormModel
#endif

/// Reads records of one form, whatever they were written in: keys that the form does not have and values of a wrong
/// shape are reported and left out.
package struct AnswerReader {
  private let form: CompiledForm
  private let names: AnswerNames
  /// What was read so far.
  package private(set) var given: GivenAnswers
  /// What is wrong with it, in the record's order.
  package private(set) var problems: [AnswerProblem] = []

  /// A reader of one record of `form`, whose questions are called as `names` says.
  package init(form: CompiledForm, names: AnswerNames) {
    self.form = form
    self.names = names
    given = GivenAnswers(form)
  }

  /// Reads a whole record, a map from keys or labels to answers; whether it is a map.
  package mutating func read(_ record: AnswerTree) -> Bool {
    guard case .map(let entries) = record.value else {
      report(.notAMap, record)
      return false
    }
    for entry in entries { read(entry) }
    return true
  }

  /// Reads a cell of a table as the answer to a field. A repeated section has as many elements as the last one with an
  /// answer says.
  package mutating func read(_ cell: AnswerTree, field: Int) {
    set(field, cell)
    read(cell, itemOf: field)
  }

  /// Takes note that a field is answered with what cannot be read: what follows from that is no problem of its own.
  package mutating func leaveUnread(field: Int, at position: TextPosition?) {
    given.unreadFields.insert(field)
    given.positions[field] = position
    read(AnswerTree(.scalar([]), at: position), itemOf: field)
  }

  private mutating func read(_ cell: AnswerTree, itemOf field: Int) {
    guard let item = form.fields[field].item, !cell.isNull else { return }
    let group = Int(item.group)
    given.groupPositions[group] = cell.position
    given.answers.itemCounts[group] = max(given.answers.itemCounts[group], item.index + 1)
  }

  /// Reads what names the form that a record is for: another one is reported.
  package mutating func readForm(_ name: AnswerTree) {
    if case .scalar(let id) = name.value, TextKey(id) == TextKey(form.id) { return }
    report(.otherForm, name)
  }

  /// Reads what stands where a question that is filled in by hand, called `label`, would be answered: anything is too
  /// much.
  package mutating func read(_ tree: AnswerTree, byHand label: [UInt8], at position: TextPosition? = nil) {
    if !tree.isNull { report(.byHand(label: label), tree, at: position) }
  }

  private mutating func report(_ kind: AnswerProblem.Kind, _ tree: AnswerTree, at position: TextPosition? = nil) {
    problems.append(AnswerProblem(kind: kind, found: tree.kind, position: position ?? tree.position))
  }

  private mutating func read(_ entry: AnswerEntry) {
    if entry.key == [0x66, 0x6F, 0x72, 0x6D] {  // form
      readForm(entry.value)
    } else if let group = names.group(entry.key) {
      read(entry, group: group)
    } else if let field = question(named: entry, group: nil)?.field(of: 0) {
      set(field, entry.value)
    }
  }

  private mutating func read(_ entry: AnswerEntry, group: Int) {
    given.groupPositions[group] = entry.position
    given.namedGroups.insert(group)
    let items: [AnswerTree]
    switch entry.value.value {
    case .null: items = []
    case .list(let list): items = list
    case .scalar, .map:
      given.unreadGroups.insert(group)
      return report(.notAList(group: group, name: entry.key), entry.value)
    }
    given.answers.itemCounts[group] = UInt16(clamping: items.count)
    for (number, item) in items.enumerated() {
      let fields = number < names.groups[group].items.count ? names.groups[group].items[number] : []
      guard case .map(let entries) = item.value else {
        report(.notAnElement(group: group, name: entry.key), item)
        for field in fields { given.unreadFields.insert(field) }
        continue
      }
      for entry in entries {
        if let field = question(named: entry, group: group)?.field(of: number) { set(field, entry.value) }
      }
      for field in fields where !given.namedFields.contains(field) { given.positions[field] = item.position }
    }
  }

  /// The question that an entry's key or label names.
  private mutating func question(named entry: AnswerEntry, group: Int?) -> AnswerNames.Question? {
    let questions = group.map { names.groups[$0].questions } ?? names.top
    guard let question = questions[entry.key] else {
      report(.unknownField(name: entry.key, group: group), entry.value, at: entry.position)
      return nil
    }
    guard question.isAnswerable else {
      read(entry.value, byHand: question.label, at: entry.position)
      return nil
    }
    return question
  }

  private mutating func set(_ field: Int, _ tree: AnswerTree) {
    guard given.namedFields.insert(field) else { return report(.duplicateField(field), tree) }
    given.positions[field] = tree.position
    let isChoice = !form.fields[field].options.isEmpty
    switch tree.value {
    case .null: break
    case .scalar(let text):
      if !isChoice {
        given.answers.set(field, text: text)
      } else if !text.isEmpty {
        choose(field, text)
      }
    case .list(let trees) where form.fields[field].kind == .choices:
      for tree in trees {
        if case .scalar(let text) = tree.value {
          choose(field, text)
        } else {
          wrongShape(field, tree)
        }
      }
    case .list, .map: wrongShape(field, tree)
    }
  }

  private mutating func choose(_ field: Int, _ word: [UInt8]) {
    given.answers.choose(field, word: word, in: form)
    if !form.fields[field].options.contains(where: { $0.value == word }) { given.optionWords.append((field, word)) }
  }

  private mutating func wrongShape(_ field: Int, _ tree: AnswerTree) {
    given.unreadFields.insert(field)
    report(.notOneAnswer(field: field), tree)
  }
}

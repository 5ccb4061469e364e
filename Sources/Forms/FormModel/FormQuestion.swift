/// A question that is answered by hand on paper: nothing can be filled in there.
package struct HandField: Sendable, Equatable {
  /// How many of the form's fields stand before it.
  package var position: UInt16
  /// The key in records (ASCII); `seals[0].name` in a repeated group.
  package var key: [UInt8]
  /// What readers call it (UTF-8), the title of the group's element first.
  package var label: [UInt8]
  /// Bytes of the label that are the title of the group's element; 0 outside groups.
  package var titleLength: Int
  /// The label on paper, without the element's title, where it is another; `nil` where it is the same.
  package var shortLabel: [UInt8]?
  /// `nil` outside repeated groups.
  package var item: GroupElement?

  /// A question by its key, its labels and its place among the fields.
  package init(
    position: UInt16, key: [UInt8], label: [UInt8], titleLength: Int, shortLabel: [UInt8]?, item: GroupElement?
  ) {
    self.position = position
    self.key = key
    self.label = label
    self.titleLength = titleLength
    self.shortLabel = shortLabel
    self.item = item
  }
}

/// A question of a form as records name it.
package struct FormQuestion: Sendable, Equatable {
  /// The index of its field; `nil` when it is answered by hand.
  package let field: Int?
  /// `seals[0].name` in a repeated group.
  package let key: [UInt8]
  /// With the title of the group's element.
  package let label: [UInt8]
  /// `nil` outside repeated groups.
  package let item: GroupElement?
  private let titleLength: Int
  private let paperLabel: [UInt8]?

  init(_ field: CompiledField, at index: Int) {
    self.field = index
    (key, label, item) = (field.key, field.label, field.item)
    (titleLength, paperLabel) = (field.titleLength, field.shortLabel)
  }

  init(_ field: HandField) {
    self.field = nil
    (key, label, item) = (field.key, field.label, field.item)
    (titleLength, paperLabel) = (field.titleLength, field.shortLabel)
  }

  /// The label as it stands on paper, with the title of the group's element.
  package var shortLabel: [UInt8] { paperLabel.map { label.prefix(titleLength) + $0 } ?? label }

  /// The key in an element of the group, without the group's; the whole key outside groups.
  package var ownKey: ArraySlice<UInt8> {
    guard item != nil, let dot = key.lastIndex(of: 0x2E) else { return key[...] }
    return key[(dot + 1)...]
  }

  /// The label without the title of the group's element.
  package var ownLabel: ArraySlice<UInt8> { label.dropFirst(titleLength) }
}

extension CompiledForm {
  /// All questions in the form's order, those that are answered by hand too; the elements of a group one by one.
  package var questions: [FormQuestion] {
    var questions: [FormQuestion] = []
    questions.reserveCapacity(fields.count + handFields.count)
    var hand = handFields[...]
    for (index, field) in fields.enumerated() {
      while let next = hand.first, next.position <= index {
        questions.append(FormQuestion(next))
        hand = hand.dropFirst()
      }
      questions.append(FormQuestion(field, at: index))
    }
    for field in hand { questions.append(FormQuestion(field)) }
    return questions
  }
}

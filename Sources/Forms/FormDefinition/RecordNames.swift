package import FormModel

/// What the entries of a form's records are called: made once, it serves many records.
package struct RecordNames: Sendable {
  /// A question as records name it, by key or label.
  struct Question: Sendable {
    var key: String
    var label: String
    var isAnswerable: Bool
    /// Index into the compiled form by the element of its group, once where it is of no group.
    var fields: [Int?]

    func field(_ item: Int) -> Int? { fields.indices.contains(item) ? fields[item] : nil }
  }

  /// A repeated section.
  struct Group: Sendable {
    var index: Int
    var questions: Questions
    /// Indices into the compiled form by element.
    var items: [[Int]]
  }

  /// Questions by key and label; where one has two meanings, the first in the form's order.
  struct Questions: Sendable {
    private(set) var list: [Question] = []
    private var places: [String: Int] = [:]

    subscript(_ name: String) -> Question? { places[name].map { list[$0] } }

    mutating func append(_ question: Question) {
      for name in [question.key, question.label] where places[name] == nil { places[name] = list.count }
      list.append(question)
    }
  }

  /// Those of no repeated section.
  private(set) var top = Questions()
  private(set) var groups: [String: Group] = [:]

  package init(form: CompiledForm, definition: FormDefinition) {
    for section in definition.sections where section.repetition == nil {
      for field in section.fields { top.append(Self.question(field, [form.field(Array(field.key.utf8))])) }
    }
    for (index, group) in form.groups.enumerated() {
      let key = String(decoding: group.key, as: UTF8.self)
      var items: [[Int]] = []
      for (place, field) in form.fields.enumerated() {
        guard let item = field.item, Int(item.group) == index else { continue }
        while items.count <= item.index { items.append([]) }
        items[Int(item.index)].append(place)
      }
      var questions = Questions()
      for field in definition.sections.first(where: { $0.repetition?.key == key })?.fields ?? [] {
        let fields = items.indices.map { form.field(Array("\(key)[\($0)].\(field.key)".utf8)) }
        questions.append(Self.question(field, fields))
      }
      groups[key] = Group(index: index, questions: questions, items: items)
    }
  }

  private static func question(_ field: FieldDefinition, _ fields: [Int?]) -> Question {
    Question(key: field.key, label: field.label, isAnswerable: field.isAnswerable, fields: fields)
  }
}

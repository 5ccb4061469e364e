package import FormModel

/// What the entries of a form's records are called: made once, it serves many records.
package struct RecordNames: Sendable {
  /// A question as records name it, by key or label.
  struct Question: Sendable {
    var key: String
    var label: String
    var isAnswerable: Bool
    /// Index into the compiled form by the element of its group, 0 where it is of no group.
    var fields: [Int: Int] = [:]
  }

  /// A repeated section.
  struct Group: Sendable {
    let index: Int
    private(set) var questions = Questions()
    /// Indices into the compiled form by element.
    private(set) var items: [[Int]] = []

    init(index: Int) { self.index = index }

    mutating func add(_ field: Int?, key: String, label: String, to item: Int) {
      questions.add(field, key: key, label: label, item: item)
      while items.count <= item { items.append([]) }
      if let field { items[item].append(field) }
    }
  }

  /// Questions by key and label; where one has two meanings, the first in the form's order.
  struct Questions: Sendable {
    private(set) var list: [Question] = []
    private var places: [String: Int] = [:]
    private var keyPlaces: [String: Int] = [:]

    subscript(_ name: String) -> Question? { places[name].map { list[$0] } }

    /// Adds a question, or one more element that it is asked of.
    mutating func add(_ field: Int?, key: String, label: String, item: Int) {
      let place = keyPlaces[key] ?? list.count
      if place == list.count {
        keyPlaces[key] = place
        for name in [key, label] where places[name] == nil { places[name] = place }
        list.append(Question(key: key, label: label, isAnswerable: field != nil))
      }
      list[place].fields[item] = field
    }
  }

  /// Those of no repeated section.
  private(set) var top = Questions()
  private(set) var groups: [String: Group] = [:]

  package init(_ form: CompiledForm) {
    let keys = form.groups.map { String(decoding: $0.key, as: UTF8.self) }
    for (index, key) in keys.enumerated() { groups[key] = Group(index: index) }
    for question in form.questions {
      let key = String(decoding: question.ownKey, as: UTF8.self)
      let label = String(decoding: question.ownLabel, as: UTF8.self)
      if let item = question.item {
        groups[keys[Int(item.group)]]?.add(question.field, key: key, label: label, to: Int(item.index))
      } else {
        top.add(question.field, key: key, label: label, item: 0)
      }
    }
  }
}

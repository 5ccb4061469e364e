#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(FormModel)
  package import FormModel
#endif

/// What the entries of a form's records are called: made once, it serves many records.
package struct AnswerNames: Sendable {
  /// A question as records name it, by key or label.
  package struct Question: Sendable {
    /// Its key, without the group's (UTF-8).
    package let key: [UInt8]
    /// Its label, without the title of the group's element (UTF-8).
    package let label: [UInt8]
    /// Whether it is not filled in by hand.
    package let isAnswerable: Bool
    /// By the element of its group, 0 where it is of no group; -1 where it is not asked of an element.
    fileprivate var fields: [Int] = []

    /// Index into the compiled form.
    func field(of element: Int) -> Int? {
      element >= 0 && element < fields.count && fields[element] >= 0 ? fields[element] : nil
    }
  }

  /// A repeated section.
  struct Group: Sendable {
    let key: TextKey
    var questions = Questions()
    /// Indices into the compiled form by element.
    var items: [[Int]] = []

    mutating func add(_ field: Int?, _ question: Question, to item: Int) {
      questions.add(field, question, item: item)
      while items.count <= item { items.append([]) }
      if let field { items[item].append(field) }
    }
  }

  /// Questions by key and label; where one has two meanings, the first in the form's order.
  struct Questions: Sendable {
    private(set) var list: [Question] = []
    private var places = TextIndex()
    private var keyPlaces = TextIndex()

    subscript(_ name: [UInt8]) -> Question? { places[TextKey(name)].map { list[$0] } }

    /// Adds a question, or one more element that it is asked of.
    mutating func add(_ field: Int?, _ question: Question, item: Int) {
      let key = TextKey(question.key)
      let place = keyPlaces[key] ?? list.count
      if place == list.count {
        keyPlaces.insert(key, place)
        places.insert(key, place)
        places.insert(TextKey(question.label), place)
        list.append(question)
      }
      while list[place].fields.count <= item { list[place].fields.append(-1) }
      list[place].fields[item] = field ?? -1
    }
  }

  /// Those of no repeated section.
  private(set) var top = Questions()
  /// Repeated sections in the form's order.
  private(set) var groups: [Group] = []

  /// The names of a form's questions.
  package init(_ form: CompiledForm) {
    for group in form.groups { groups.append(Group(key: TextKey(group.key))) }
    for asked in form.questions {
      let question = Question(
        key: Array(asked.ownKey), label: Array(asked.ownLabel), isAnswerable: asked.field != nil)
      if let item = asked.item {
        groups[Int(item.group)].add(asked.field, question, to: Int(item.index))
      } else {
        top.add(asked.field, question, item: 0)
      }
    }
  }

  /// The index of the repeated section with this key.
  func group(_ key: [UInt8]) -> Int? {
    let key = TextKey(key)
    return groups.lastIndex { $0.key == key }
  }

  /// The questions of a repeated section, or those of none, in the form's order.
  package func questions(in group: Int?) -> [Question] { group.map { groups[$0].questions.list } ?? top.list }
}

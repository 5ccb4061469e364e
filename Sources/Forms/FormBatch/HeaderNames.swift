internal import FormDefinition
internal import FormModel

/// What the columns of a CSV file may be called.
struct HeaderNames {
  /// The field that a column answers.
  enum Target: Sendable, Hashable {
    /// Index into the compiled form.
    case field(Int)
    /// The form's own name, as in a record's `form:`.
    case form
    /// Filled by hand on paper; its full label.
    case byHand(String)
  }

  /// Keys and full labels.
  private var full: [String: [Target]] = [:]
  /// Labels as they stand on paper.
  private var short: [String: [Target]] = [:]
  /// Full label of each target, in the form's order.
  private(set) var labels: [(target: Target, key: String, label: String)] = []

  init(_ form: BatchForm) {
    add(.form, key: "form", label: "form", short: "form")
    for section in form.definition.sections {
      guard let repetition = section.repetition else {
        for field in section.fields { add(field, prefix: "", title: "", form) }
        continue
      }
      for item in 0..<repetition.maximum {
        let title = repetition.itemTitle.replacing("{n}", with: "\(item + 1)")
        for field in section.fields { add(field, prefix: "\(repetition.key)[\(item)].", title: title, form) }
      }
    }
  }

  private mutating func add(_ field: FieldDefinition, prefix: String, title: String, _ form: BatchForm) {
    let key = prefix + field.key
    let label = title + field.label
    let target = form.compiled.field(Array(key.utf8)).map { Target.field($0) } ?? .byHand(label)
    add(target, key: key, label: label, short: title + field.shortLabel)
  }

  private mutating func add(_ target: Target, key: String, label: String, short name: String) {
    labels.append((target, key, label))
    for word in Set([key, label]) { full[word, default: []].append(target) }
    short[name, default: []].append(target)
  }

  /// What a name may mean; none when it is unknown, several when it is not clear.
  func targets(of name: String) -> [Target] { full[name] ?? short[name] ?? [] }

  func label(of target: Target) -> String { labels.first { $0.target == target }?.label ?? "" }
}

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

  init(_ form: CompiledForm) {
    add(.form, key: "form", label: "form", short: "form")
    for question in form.questions {
      let label = String(decoding: question.label, as: UTF8.self)
      add(
        question.field.map { .field($0) } ?? .byHand(label), key: String(decoding: question.key, as: UTF8.self),
        label: label, short: String(decoding: question.shortLabel, as: UTF8.self))
    }
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

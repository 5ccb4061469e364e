internal import Diagnostics
internal import Synchronization

/// What one filling of a template may take. Sections over one list in each other double the work, and what they show,
/// with every level; beyond the budget nothing is found or shown any more, so that it ends.
final class FillingBudget: Sendable {
  @TaskLocal static var current: FillingBudget?

  /// How often a key may be asked for.
  static let mostKeys = 5_000_000
  /// How many bytes may be shown.
  static let mostBytes = 64 << 20

  /// What sections show for each element of a list.
  let sections: SectionSizes
  private let keys = Atomic(mostKeys)
  private let bytes = Atomic(mostBytes)

  init(sections: SectionSizes) { self.sections = sections }

  /// Whether one more key may be asked for.
  func spend() -> Bool { keys.subtract(1, ordering: .relaxed).newValue >= 0 }

  /// Whether so many more bytes may be shown.
  func spend(bytes count: Int) -> Bool { bytes.subtract(count, ordering: .relaxed).newValue >= 0 }

  /// Whether the filling that goes on, if one does, may show the text.
  static func mayShow(_ text: String) -> Bool { current?.spend(bytes: text.utf8.count) ?? true }

  /// What was asked for in vain, in words; `nil` when all was given.
  var overrun: Message? {
    if keys.load(ordering: .relaxed) < 0 { return Message("reason.template-steps") }
    return bytes.load(ordering: .relaxed) < 0 ? Message("reason.template-text") : nil
  }
}

/// How many bytes a section of a name holds at most, in any template of a set, with the partials in it. Sections in it
/// count once; for each element of a list they are counted again when they are filled.
struct SectionSizes: Sendable {
  private var sizes: [String: Int] = [:]
  /// The largest of all.
  private(set) var largest = 1

  func cost(of name: String) -> Int { sizes[name] ?? 1 }

  /// Notes a section; of a name in parts (`page.outline`) the last is what gives the list.
  mutating func note(_ name: String, bytes: Int) {
    let key = name.split(separator: ".").last.map(String.init) ?? name
    sizes[key] = max(sizes[key] ?? 1, bytes)
    largest = max(largest, bytes)
  }
}

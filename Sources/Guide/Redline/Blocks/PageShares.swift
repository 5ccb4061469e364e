/// What went of a page to each of the pages that it was split into.
///
/// A block goes to all that have it as it is, else to the one that has it most alike. One that is gone stays with what stood
/// before it, a heading with what it was about.
struct PageShares {
  private let old: ComparablePage
  private let heirs: [ComparablePage]
  /// By block, the heirs that have it and how much of it, in thousandths.
  private var degrees: [[(heir: Int, degree: Int)]]

  init(_ old: ComparablePage, _ heirs: [ComparablePage], budget: inout ComparisonBudget) {
    self.old = old
    self.heirs = heirs
    degrees = old.blocks.map { _ in [] }
    for (number, heir) in heirs.enumerated() {
      for step in Alignment(old.blocks, heir.blocks, budget: &budget).steps {
        switch step {
        case .same(let place, _): degrees[place].append((number, Likeness.whole))
        case .alike(let place, let new):
          let degree = Likeness.degree(old.blocks[place], heir.blocks[new], budget: &budget)
          degrees[place].append((number, min(degree, Likeness.whole - 1)))
        case .deleted, .inserted: break
        }
      }
      if let title = title(of: number) { degrees[title] = [(number, Likeness.whole)] }
    }
  }

  /// The share of each heir. The first has the page's title and sentences; another has for a title the heading that became
  /// its own, where there is one.
  var pages: [ComparablePage] {
    let owners = owners
    return heirs.indices.map { number in
      let title = title(of: number)
      var share = old
      share.blocks = old.blocks.indices.filter { $0 != title && owners[$0].contains(number) }.map { old.blocks[$0] }
      if let title, case .text(_, let pieces) = old.blocks[title] {
        share.title = pieces
      } else if number > 0 {
        share.title = []
      }
      if number > 0 { share.lines = old.lines.map { _ in [] } }
      return share
    }
  }

  /// The heading that became the heir's title.
  private func title(of heir: Int) -> Int? {
    let title = heirs[heir].title
    if title == old.title { return nil }
    return old.blocks.firstIndex { $0.isHeading && $0 == .text(.heading(level: 2), title) }
  }

  /// The heirs that each block goes to.
  private var owners: [[Int]] {
    var owners = degrees.map { found -> [Int] in
      let most = found.map(\.degree).max() ?? 0
      return most == Likeness.whole
        ? found.filter { $0.degree == most }.map(\.heir) : found.first { $0.degree == most }.map { [$0.heir] } ?? []
    }
    for place in owners.indices.reversed() where owners[place].isEmpty && old.blocks[place].isHeading {
      owners[place] = owners.indices.contains(place + 1) ? owners[place + 1] : []
    }
    for place in owners.indices where owners[place].isEmpty { owners[place] = place > 0 ? owners[place - 1] : [0] }
    return owners
  }
}

extension ComparablePage {
  /// What went of the page to each of the pages that it was split into, the first of which has its title.
  package func shares(of heirs: [ComparablePage], budget: ComparisonBudget = ComparisonBudget()) -> [ComparablePage] {
    var budget = budget
    return PageShares(self, heirs, budget: &budget).pages
  }

  /// Pages as the one that they were merged into, each where that has most of its text. The title is that of the page that
  /// has it too, else of the first; the titles of the others are headings.
  package static func joined(
    _ pages: [ComparablePage], as newer: ComparablePage, budget: ComparisonBudget = ComparisonBudget()
  ) -> ComparablePage {
    guard pages.count > 1 else { return pages.first ?? ComparablePage(title: "", lines: [], blocks: []) }
    var budget = budget
    let lead = pages.firstIndex { $0.title == newer.title } ?? 0
    let parts = pages.enumerated().map { number, page in
      var blocks = page.blocks
      if number != lead { blocks.insert(contentsOf: page.head, at: 0) }
      return (place: place(of: page, in: newer, budget: &budget), number: number, blocks: blocks)
    }
    var joined = pages[lead]
    joined.blocks = parts.sorted { ($0.place, $0.number) < ($1.place, $1.number) }.flatMap(\.blocks)
    return joined
  }

  /// Its title and sentences as blocks of another page.
  private var head: [ComparableBlock] {
    (title.isEmpty ? [] : [.text(.heading(level: 2), title)])
      + lines.filter { !$0.isEmpty }.map { .text(.paragraph, $0) }
  }

  /// Where most of the page's text stands in the newer one; behind all else where none does.
  private static func place(
    of page: ComparablePage, in newer: ComparablePage, budget: inout ComparisonBudget
  ) -> Int {
    let places = Alignment(page.blocks, newer.blocks, budget: &budget).steps.compactMap { step -> Int? in
      switch step {
      case .same(_, let new), .alike(_, let new): new
      case .deleted, .inserted: nil
      }
    }
    return places.isEmpty ? newer.blocks.count : places[places.count / 2]
  }
}

extension ComparableBlock {
  fileprivate var isHeading: Bool { if case .text(.heading, _) = self { true } else { false } }
}

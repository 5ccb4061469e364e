internal import Content

/// The groups that a version's pages stand in.
struct PageGroups: Sendable {
  struct Group: Sendable {
    /// Empty for pages without a group.
    let title: String
    /// Positions in the version; at least one.
    var pages: [Int]
  }

  /// Pages of a version whose navigation lists all of them.
  private static let mostListed = 60
  /// Groups of a large version that are all named.
  private static let mostNamed = 24

  /// In the order of their first pages.
  private(set) var list: [Group] = []
  private var numbers: [Int?] = []
  /// Whether a page lists its own group alone.
  let isLarge: Bool

  /// Whether a page of a group names no other group.
  var isManyfold: Bool { isLarge && list.count > Self.mostNamed }

  /// The home page stands in no group.
  init(_ version: GuideVersion) {
    isLarge = version.pages.count > Self.mostListed
    var byTitle: [String: Int] = [:]
    for (position, page) in version.pages.enumerated() {
      guard !page.isHome else {
        numbers.append(nil)
        continue
      }
      let title = page.group ?? ""
      let number = byTitle[title] ?? list.count
      byTitle[title] = number
      if number == list.count { list.append(Group(title: title, pages: [])) }
      list[number].pages.append(position)
      numbers.append(number)
    }
  }

  /// The group of the page at this position of the version.
  func group(of page: Int) -> Int? { numbers[page] }
}

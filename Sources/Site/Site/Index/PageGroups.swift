internal import Content

/// The groups that a version's pages stand in, and the sections in them.
struct PageGroups: Sendable {
  struct Group: Sendable {
    /// Empty for pages without a group.
    let title: String
    /// Positions in the version of pages that stand in no section; at least one.
    var pages: [Int]
  }

  /// Pages of a version whose navigation lists all of them.
  private static let mostListed = 60
  /// Groups of a large version that are all named.
  private static let mostNamed = 24

  /// In the order of their first pages.
  private(set) var list: [Group] = []
  /// Positions of the pages of each section, in reading order.
  private(set) var children: [Int: [Int]] = [:]
  private var numbers: [Int?]
  private var sections: [Int?]
  /// Whether a page lists its own group alone.
  let isLarge: Bool

  /// Whether a page of a group names no other group.
  var isManyfold: Bool { isLarge && list.count > Self.mostNamed }

  /// The home page stands in no group.
  init(_ version: GuideVersion, listed: [Int]) {
    isLarge = listed.count > Self.mostListed
    numbers = Array(repeating: nil, count: version.pages.count)
    sections = numbers
    var byTitle: [String: Int] = [:]
    var byName: [String: Int] = [:]
    for position in listed where !version.pages[position].isHome {
      let page = version.pages[position]
      byName[page.name] = position
      if let section = page.section.flatMap({ byName[$0] }) {
        let outermost = sections[section] ?? section
        sections[position] = outermost
        numbers[position] = numbers[outermost]
        children[outermost, default: []].append(position)
        continue
      }
      let title = page.group ?? ""
      let number = byTitle[title] ?? list.count
      byTitle[title] = number
      if number == list.count { list.append(Group(title: title, pages: [])) }
      list[number].pages.append(position)
      numbers[position] = number
    }
  }

  /// The group of the page at this position of the version.
  func group(of page: Int) -> Int? { numbers[page] }

  /// The outermost section that holds the page.
  func section(of page: Int) -> Int? { sections[page] }
}

internal import Content
internal import GuideText

/// A page of the newer version, and what it comes from in the older one.
struct PageDescent: Sendable {
  let page: PageID
  /// The pages that it comes from, its like first.
  let origins: [PageID]
  /// What each of them became, the page itself among it, its like first.
  let heirs: [[PageID]]

  /// Whether it is one page in both versions.
  var isPlain: Bool { origins.count == 1 && heirs[0].count == 1 }

  /// Whether it has the title of the origin: it is the one that readers of that are led to.
  func isLike(_ origin: Int) -> Bool { heirs[origin].first == page }

  /// The other pages that have parts of its origins, in reading order.
  var others: [PageID] { Set(heirs.joined()).subtracting([page]).sorted { $0.page < $1.page } }

  /// The descents of a pair's pages that readers are led to, in reading order; those without an origin are new.
  static func all(_ pair: GuideChanges.Pair, in index: SiteIndex) -> [PageDescent] {
    index.listed[pair.newer].map { number in
      let page = PageID(version: pair.newer, page: number)
      let origins = index.text.counterparts(of: page, in: pair.older)
      return PageDescent(
        page: page, origins: origins, heirs: origins.map { index.text.counterparts(of: $0, in: pair.newer) })
    }
  }
}

/// What is said of a page that was split or merged: a word of ``ChangeWords``, and the pages that it names.
struct DescentSentence: Sendable {
  let word: String
  let pages: [PageID]

  /// Where the page comes from; `nil` of one that is one page in both versions.
  static func origin(of descent: PageDescent, in index: SiteIndex) -> DescentSentence? {
    if descent.isPlain { return nil }
    if descent.origins.count > 1 { return DescentSentence(word: "merged", pages: descent.origins) }
    let isSame = descent.isLike(0) && name(descent.page, index) == name(descent.origins[0], index)
    return isSame
      ? DescentSentence(word: "parted", pages: descent.others)
      : DescentSentence(word: "split", pages: descent.origins)
  }

  /// The same, and where the rest of its origins is.
  static func all(of descent: PageDescent, in index: SiteIndex) -> [DescentSentence] {
    guard let origin = origin(of: descent, in: index) else { return [] }
    let others = descent.others
    if origin.word == "parted" || others.isEmpty { return [origin] }
    return [origin, DescentSentence(word: "elsewhere", pages: others)]
  }

  /// In plain words.
  func text(_ words: ChangeWords, _ index: SiteIndex) -> String {
    let names = pages.map { words.filled("pageName", ["page": index.page($0).source.title]) }
    return words.filled(word, ["pages": names.joined(separator: words["pageSeparator"])])
  }

  private static func name(_ page: PageID, _ index: SiteIndex) -> String { index.page(page).source.name }
}

extension RedlineWriter {
  /// Where the page comes from and where the rest of that is, with the ways there.
  mutating func write(_ sentences: [DescentSentence], _ index: SiteIndex) {
    if sentences.isEmpty { return }
    raw("<p class=\"redline-descent\">")
    for (number, sentence) in sentences.enumerated() {
      if number > 0 { text(words["descentSeparator"]) }
      let (before, after) = words.parts(of: sentence.word, around: "pages")
      text(before)
      for (place, page) in sentence.pages.enumerated() {
        if place > 0 { text(words["pageSeparator"]) }
        let (open, close) = words.parts(of: "pageName", around: "page")
        text(open)
        raw("<a href=\"")
        text(index.page(page).path.relative(from: from))
        raw("\">")
        text(index.page(page).source.title)
        raw("</a>")
        text(close)
      }
      text(after)
    }
    raw("</p>\n")
  }
}

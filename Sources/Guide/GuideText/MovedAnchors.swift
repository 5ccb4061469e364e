internal import Content
package import Markdown

/// A place of a page that was split: links lead to it under the old page's address, and it stands on another page now.
package struct MovedAnchor: Sendable {
  /// The heading's id, which was an anchor of the old page.
  package let id: String
  /// The heading, with its facts.
  package let title: String
  /// Where it stands.
  package let page: PageID
}

/// Finds what moved when pages were split, so that the page which links to the old one lead to can show the way.
package enum MovedAnchors {
  /// By the page that has the old one's readers: what stands on its other heirs, in their reading order.
  ///
  /// - Parameter documents: the pages' trees, by version.
  package static func all(_ index: GuideIndex, _ documents: [[MarkdownDocument]]) -> [PageID: [MovedAnchor]] {
    let editions = index.guide.versions.indices.filter { index.guide.versions[$0].kind == .edition }
    var moved: [PageID: [MovedAnchor]] = [:]
    for (newer, older) in zip(editions, editions.dropFirst()) {
      for page in index.pages[older].indices {
        let old = PageID(version: older, page: page)
        let heirs = index.counterparts(of: old, in: newer)
        guard let main = heirs.first, heirs.count > 1 else { continue }
        moved[main, default: []] += heirs.dropFirst().flatMap { anchors(of: old, on: $0, main, index, documents) }
      }
    }
    // Several old pages may have had an anchor of one name: the first part in reading order has it.
    return moved.compactMapValues { anchors in
      var seen: Set<String> = []
      let first = anchors.filter { seen.insert($0.id).inserted }
      return first.isEmpty ? nil : first
    }
  }

  private static func anchors(
    of old: PageID, on heir: PageID, _ main: PageID, _ index: GuideIndex, _ documents: [[MarkdownDocument]]
  ) -> [MovedAnchor] {
    var filler = FactFiller(index.guide.versions[heir.version])
    let (before, kept) = (index.page(old).anchors, index.page(main).anchors)
    return documents[heir.version][heir.page].headings(all: true).flatMap { heading in
      heading.ids.filter { before.contains(Array($0.utf8)) && !kept.contains(Array($0.utf8)) }.map { id in
        let title = heading.content.plainText { filler.value(of: $0.name, $0.body, at: $0.place) ?? $0.body }
        return MovedAnchor(id: id, title: title, page: heir)
      }
    }
  }
}

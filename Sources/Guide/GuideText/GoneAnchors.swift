internal import Content
package import Diagnostics
package import Markdown

/// Finds places of a page that links led to in the edition before, and lead to no more.
package enum GoneAnchors {
  /// Warnings about pages of editions that readers come to and that can still be changed: what is released stays as it is,
  /// and nobody linked to a draft.
  ///
  /// - Parameter documents: the pages' trees, by version.
  package static func problems(_ index: GuideIndex, _ documents: [[MarkdownDocument]]) -> [Diagnostic] {
    let versions = index.guide.versions
    let editions = versions.indices.filter { versions[$0].kind == .edition }
    return editions.flatMap { newer -> [Diagnostic] in
      let version = versions[newer]
      guard [.current, .upcoming, .draft].contains(version.status), version.release == nil,
        let older = editions.first(where: { $0 > newer && versions[$0].status != .draft })
      else { return [] }
      return index.pages[older].indices.filter { !versions[older].pages[$0].isDraft }.flatMap { page in
        problems(of: PageID(version: older, page: page), in: newer, index, documents)
      }
    }
  }

  /// What the heirs of a page lack, told on the one that its readers are led to.
  private static func problems(
    of old: PageID, in newer: Int, _ index: GuideIndex, _ documents: [[MarkdownDocument]]
  ) -> [Diagnostic] {
    let heirs = index.identity.counterparts(of: old, in: newer)
    guard let heir = heirs.first else { return [] }
    let kept = heirs.reduce(into: Set<[UInt8]>()) { $0.formUnion(index.page($1).anchors) }
    guard !index.page(old).anchors.isSubset(of: kept) else { return [] }
    func headings(_ page: PageID) -> [Heading] { documents[page.version][page.page].headings(all: true) }
    let (before, now) = (headings(old), headings(heir))
    let successors = successors(before, now)
    let path = index.page(old).source.path
    return before.flatMap { heading in
      heading.ids.filter { !kept.contains(Array($0.utf8)) }.map { anchor in
        let successor = successors[heading.id]
        return .warning(
          "page.anchor-gone", at: successor?.place ?? SourcePlace(index.page(heir).source.path),
          ["path": .text(path), "anchor": .text(anchor)],
          hint: successor.map {
            Message("hint.former-anchor", ["ids": .text(($0.ids + [anchor]).map { "#\($0)" }.joined(separator: " "))])
          })
      }
    }
  }

  /// The heading that probably took a gone one's place, by the id of that: between two that both pages have, as many came
  /// as went.
  private static func successors(_ before: [Heading], _ now: [Heading]) -> [String: Heading] {
    let (old, new) = (Set(before.flatMap(\.ids)), Set(now.flatMap(\.ids)))
    let (gone, come) = (gaps(before, new), gaps(now, old))
    var found: [String: Heading] = [:]
    for (gap, headings) in gone where come[gap]?.count == headings.count {
      for (heading, successor) in zip(headings, come[gap] ?? []) { found[heading.id] = successor }
    }
    return found
  }

  /// The headings that the other page lacks, by the one before them that it has; by an empty id at the beginning.
  private static func gaps(_ headings: [Heading], _ others: Set<String>) -> [String: [Heading]] {
    var gaps: [String: [Heading]] = [:]
    var last = ""
    for heading in headings {
      if let kept = heading.ids.first(where: others.contains) {
        last = kept
      } else {
        gaps[last, default: []].append(heading)
      }
    }
    return gaps
  }
}

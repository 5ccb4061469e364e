package import FilledFields

/// Something in a filled PDF that is not as in the blank it should have been made of. Pages count from 1.
package enum BlankDifference: Sendable, Equatable {
  /// The page's drawing is another.
  case page(Int)
  /// The page's drawing is all there, and something was drawn besides.
  case addition(page: Int)
  /// A page of the blank is missing though some of its fields hold answers.
  case missingPage(Int)
  /// A page that is missing and whose fields, named here, hold nothing: a filler leaves out what is empty.
  case droppedPage(Int, fields: Set<String>)
  /// A page that the blank does not have.
  case addedPage(Int)
  /// Annotations that are no fields, such as typed notes, by their kind.
  case annotation(page: Int, kind: String)
  /// A field that has another place, type, length or list of options.
  case field(String)
}

extension FilledForm {
  /// What differs from the form's blank.
  ///
  /// Viewers write files anew, so bytes cannot be compared: the pages' drawings, the fields' types, places, lengths and
  /// options are. Nothing is concluded from the blank's bytes at the file's start, because an update after them can
  /// replace every object. `painted` is what a filler paints on each of the blank's pages for the answers, in
  /// pieces.
  package func differences(
    from blank: [UInt8], painted: [[[UInt8]]] = []
  ) throws(FormReadingError) -> [BlankDifference] {
    let original = try PDFContents(reading: blank)
    let places = PagePairing(of: contents, with: original)
    var differences: [BlankDifference] = []
    for (index, page) in original.pages.enumerated() {
      guard let here = places.page[index] else {
        let lost = Set(original.fields.filter { $0.isOnly(on: index) }.map(\.shortName))
        let isEmpty = !contents.fields.contains { lost.contains($0.shortName) && $0.holdsAnswer }
        let isDropped = !lost.isEmpty && isEmpty
        differences.append(isDropped ? .droppedPage(index + 1, fields: lost) : .missingPage(index + 1))
        continue
      }
      let pieces = painted.indices.contains(index) ? painted[index] : []
      switch contents.pages[here].drawing(comparedWith: page, painted: pieces) {
      case .same: break
      case .more: differences.append(.addition(page: index + 1))
      case .other: differences.append(.page(index + 1))
      }
    }
    let known = Set(places.page.values)
    for (index, page) in contents.pages.enumerated() {
      if !known.contains(index) { differences.append(.addedPage(index + 1)) }
      differences += Set(page.annotations).sorted().map { .annotation(page: index + 1, kind: $0) }
    }
    let byName = Dictionary(contents.fields.map { ($0.shortName, $0) }, uniquingKeysWith: { first, _ in first })
    for field in original.fields {
      guard let found = byName[field.shortName] else { continue }
      if !found.isLaidOut(like: field, pages: places.page) { differences.append(.field(field.shortName)) }
    }
    return differences
  }
}

/// Which page of a file is which page of its blank.
private struct PagePairing {
  /// Index in the file by index in the blank.
  private(set) var page: [Int: Int] = [:]

  /// Pages pair in order. Where their number differs, a page is known by its fields, else by its drawing.
  init(of file: PDFContents, with blank: PDFContents) {
    guard file.pages.count != blank.pages.count else {
      for index in blank.pages.indices { page[index] = index }
      return
    }
    let names = blank.pages.indices.map { index in
      Set(blank.fields.filter { $0.isOn(index) }.map(\.shortName))
    }
    var found: [Int: Set<String>] = [:]
    for field in file.fields {
      for case let index? in field.widgets.map(\.page) { found[index, default: []].insert(field.shortName) }
    }
    var next = 0
    for index in file.pages.indices {
      let here = found[index] ?? []
      let candidates = next..<max(next, blank.pages.count)
      let likest = candidates.max { names[$0].intersection(here).count < names[$1].intersection(here).count }
      let known =
        likest.flatMap { names[$0].isDisjoint(with: here) ? nil : $0 }
        ?? candidates.first { file.pages[index].drawing(comparedWith: blank.pages[$0]) != .other }
      guard let known else { continue }
      page[known] = index
      next = known + 1
    }
  }
}

extension PDFField {
  fileprivate var holdsAnswer: Bool { values.contains { !$0.scalars.isEmpty && $0.text != "Off" } }

  fileprivate func isOn(_ page: Int) -> Bool { widgets.contains { $0.page == page } }

  /// Whether it is lost with the page: it has no other place.
  fileprivate func isOnly(on page: Int) -> Bool { widgets.allSatisfy { $0.page == page } }

  /// Whether type, flags, options, length and boxes are the same. Locking a field is no change, nor is moving it by less
  /// than half a point, which rounding does.
  fileprivate func isLaidOut(like other: PDFField, pages: [Int: Int]) -> Bool {
    let readOnly = 1
    guard kind == other.kind, flags | readOnly == other.flags | readOnly, maximumLength == other.maximumLength,
      options == other.options, widgets.count == other.widgets.count
    else { return false }
    return zip(widgets, other.widgets).allSatisfy { here, there in
      guard here.rectangle.count == there.rectangle.count, here.page == there.page.flatMap({ pages[$0] }) else {
        return false
      }
      return zip(here.rectangle, there.rectangle).allSatisfy { abs($0 - $1) < 0.5 }
    }
  }
}

internal import Bytes

/// The index of a version's pages: scripts with the texts and, where those are more than a reader should load, scripts
/// with the pages of every bigram.
///
/// `search/table.js` tells which pieces there are. `search/texts-N.js` holds the texts of pages, in their order,
/// `search/bigrams-N.js` the bigrams in theirs; neither is longer than the limit. docs/search.md describes them.
package struct SearchIndex {
  /// The files, the table first.
  package private(set) var files: [SearchFile]
  /// What stands for all of them together in addresses: other files have another one.
  package let identity: String
  /// Whether a reader's browser loads all texts, whatever is searched.
  package let isWhole: Bool

  /// The index of these pages.
  ///
  /// - Parameters:
  ///   - pieceSize: the most bytes of a file.
  ///   - wholePieces: the most pieces of text that a reader loads all together; then no bigram is written.
  package init(of pages: [SearchPage], pieceSize: Int = 60_000, wholePieces: Int = 4) {
    // Where there is more text than whole pieces have room for, the bigrams come first: what they need for a while is much,
    // and the texts are not there yet.
    let early = Self.bytes(of: pages) > wholePieces * pieceSize ? Self.bigrams(of: pages, pieceSize: pieceSize) : nil
    let (texts, textStarts) = Self.texts(of: pages, pieceSize: pieceSize)
    isWhole = texts.count <= wholePieces
    let (bigrams, bigramStarts) = isWhole ? ([], []) : early ?? Self.bigrams(of: pages, pieceSize: pieceSize)
    let identity = String((texts + bigrams).reduce(FNV1a.hash64([])) { $0 &* 31 ^ FNV1a.hash64($1.bytes) }, radix: 36)
    var writer = JSONByteWriter()
    writer.object { writer in
      writer.member("identity", identity)
      writer.member("pages", pages.count)
      writer.key("texts")
      writer.array(textStarts) { $0.number(Int64($1)) }
      writer.key("bigrams")
      writer.array(bigramStarts) { $0.string($1) }
    }
    self.identity = identity
    files = [SearchFile("table", payload: writer.bytes)] + texts + bigrams
  }

  /// How long all texts are together that something is found in.
  private static func bytes(of pages: [SearchPage]) -> Int {
    pages.reduce(0) { sum, page in
      page.sections.reduce(sum + page.title.count) { $0 + $1.heading.count + $1.text.count }
    }
  }

  // MARK: Texts

  /// Pieces of pages and the number of the first page in each. A page is an array: title, address, group, then its blocks,
  /// before those of a section `#` with the anchor, a space and the heading. A block that begins with `#` has a space
  /// before it.
  private static func texts(of pages: [SearchPage], pieceSize: Int) -> ([SearchFile], [Int]) {
    var writer = PieceWriter<Int>("texts", limit: pieceSize)
    for (number, page) in pages.enumerated() {
      let lines = lines(of: page)
      guard PieceWriter<Int>.cost(of: lines) > writer.limit else {
        writer.append(lines, of: number)
        continue
      }
      // The first text of each part but the first goes on with the last one of the part before.
      for part in parts(of: lines, limit: writer.limit) { writer.append(part, of: number, beginsPiece: true) }
    }
    writer.finish()
    return (writer.files, writer.starts)
  }

  private static func lines(of page: SearchPage) -> [[UInt8]] {
    var lines = [page.title, page.address, page.group]
    for section in page.sections {
      if !section.anchor.isEmpty || !section.heading.isEmpty {
        lines.append([UInt8(ascii: "#")] + section.anchor + [0x20] + section.heading)
      }
      for block in section.text.split(separator: 0x0A) {
        lines.append(block.first == UInt8(ascii: "#") ? [0x20] + block : Array(block))
      }
    }
    return lines
  }

  /// Lines in parts that a piece has room for, cut between characters.
  private static func parts(of lines: [[UInt8]], limit: Int) -> [[[UInt8]]] {
    var parts: [[[UInt8]]] = []
    var part: [[UInt8]] = []
    // Brackets and the quotation marks of one more text.
    var size = 9
    for line in lines {
      part.append([])
      size += 3
      for byte in line {
        let isStart = byte & 0xC0 != 0x80
        // A character takes at most six bytes.
        if isStart, size + 6 > limit {
          parts.append(part)
          part = [[]]
          size = 9
        }
        part[part.count - 1].append(byte)
        size += PieceWriter<Int>.cost(of: byte)
      }
    }
    return parts + [part]
  }

  // MARK: Bigrams

  /// Pieces of bigrams and the first of each. An element is an array: a character, then for each that stands behind it
  /// this one and its lists of pages (``PageNumbers``): all that hold the bigram, those with it in a heading, those with
  /// it in the title; empty lists at the end are left out.
  private static func bigrams(of pages: [SearchPage], pieceSize: Int) -> ([SearchFile], [[UInt8]]) {
    var writer = PieceWriter<[UInt8]>("bigrams", limit: pieceSize)
    held(by: pages).forEach { bigram, places in
      let head = utf8(bigram.first)
      let key = head + utf8(bigram.second)
      guard places.count > longestList else {
        writer.append(lists(bigram, places[...]), under: head, of: key)
        return
      }
      for start in stride(from: 0, to: places.count, by: longestList) {
        let part = places[start..<min(start + longestList, places.count)]
        writer.append([head, lists(bigram, part)], of: key, beginsPiece: true)
      }
    }
    writer.finish()
    return (writer.files, writer.starts)
  }

  private static func lists(
    _ bigram: Bigram, _ places: ArraySlice<(page: UInt32, place: BigramPages.Place)>
  ) -> [UInt8] {
    var text = utf8(bigram.second)
    PageNumbers.append(places.lazy.map(\.page), to: &text)
    for place in [BigramPages.Place.heading, .title] {
      text.append(PageNumbers.divider)
      PageNumbers.append(places.lazy.filter { $0.place.contains(place) }.map(\.page), to: &text)
    }
    while text.last == PageNumbers.divider { text.removeLast() }
    return text
  }

  private static func utf8(_ scalar: UInt32) -> [UInt8] {
    Unicode.Scalar(scalar).map { Array(String($0).utf8) } ?? []
  }

  /// Pages in one list of a bigram; where more hold it, lists follow each other in pieces of their own.
  private static let longestList = 8192

  private static func held(by pages: [SearchPage]) -> BigramPages {
    var bigrams = BigramPages(characters: bytes(of: pages))
    var folded = FoldedText()
    for (number, page) in pages.enumerated() {
      func add(_ text: some Sequence<UInt8>, _ place: BigramPages.Place) {
        folded.replace(with: text)
        Bigram.forEach(in: folded.scalars) { bigrams.add($0, page: UInt32(number), at: place) }
      }
      add(page.title, .title)
      for section in page.sections {
        add(section.heading, .heading)
        for block in section.text.split(separator: 0x0A) { add(block, []) }
      }
    }
    return bigrams
  }
}

import Foundation
import Search
import Testing

/// The index as a page reads it, told from its files alone.
private struct ReadIndex {
  private let payloads: [String: Any]
  let bigramStarts: [String]
  let textStarts: [Int]

  init(_ index: SearchIndex) throws {
    var payloads: [String: Any] = [:]
    for file in index.files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let name = String(file.path.dropFirst("search/".count).dropLast(".js".count))
      let head = "zhinanSearch(\"\(name)\","
      try #require(text.hasPrefix(head) && text.hasSuffix(");\n"))
      payloads[name] = try JSONSerialization.jsonObject(with: Data(text.dropFirst(head.count).dropLast(3).utf8))
    }
    self.payloads = payloads
    let table = try #require(payloads["table"] as? [String: Any])
    bigramStarts = try #require(table["bigrams"] as? [String])
    textStarts = try #require(table["texts"] as? [Int])
  }

  private func elements(_ name: String) throws -> [[String]] { try #require(payloads[name] as? [[String]]) }

  /// The lines of every page.
  func pages() throws -> [[String]] {
    var pages: [[String]] = []
    for (piece, start) in textStarts.enumerated() {
      for (offset, lines) in try elements("texts-\(piece)").enumerated() {
        if start + offset < pages.count {
          let last = pages[start + offset].removeLast()
          pages[start + offset] += [last + lines[0]] + lines.dropFirst()
        } else {
          pages.append(lines)
        }
      }
    }
    return pages
  }

  /// The pages of every bigram: all, in headings, in titles.
  func bigrams() throws -> [String: [[Int]]] {
    var found: [String: [[Int]]] = [:]
    var last: [Unicode.Scalar] = []
    for piece in bigramStarts.indices {
      for element in try elements("bigrams-\(piece)") {
        for unit in element.dropFirst() {
          let second = try #require(unit.unicodeScalars.first)
          let bigram = Array(element[0].unicodeScalars) + [second]
          #expect(!bigram.lexicographicallyPrecedes(last), "bigrams ascend")
          last = bigram
          let lists = String(unit.unicodeScalars.dropFirst()).split(separator: "!", omittingEmptySubsequences: false)
          let key = bigram.map(String.init).joined()
          for (number, list) in lists.enumerated() { found[key, default: [[], [], []]][number] += numbers(list.utf8) }
        }
      }
    }
    return found
  }

  private func numbers(_ list: Substring.UTF8View) -> [Int] {
    var numbers: [Int] = []
    var (next, power) = (0, 1)
    for sign in list {
      let digit = Int(sign) - 0x23 - (sign > 0x5C ? 1 : 0)
      next += digit % 45 * power
      power *= 45
      if digit < 45 {
        numbers.append(next)
        (next, power) = (next + 1, 1)
      }
    }
    return numbers
  }
}

/// A page whose only section has these blocks.
private func page(_ title: String, heading: String = "", _ blocks: String...) -> SearchPage {
  let text = Array(blocks.map { $0 + "\n" }.joined().utf8)
  let section = SearchSection(anchor: heading.isEmpty ? [] : Array("a".utf8), heading: Array(heading.utf8), text: text)
  return SearchPage(title: Array(title.utf8), address: Array("p/".utf8), group: [], sections: [section])
}

/// Pages of words by chance, always the same ones.
private func somePages(_ count: Int) -> [SearchPage] {
  var state: UInt64 = 7
  func chance(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
  let words = ["办理", "证书", "a b", "UKey", "𬭎", "0412-67871177", "\"\\", "（一）", "费用", "\u{2028}", "é", "12"]
  return (0..<count).map { number in
    let blocks = (0..<3).map { _ in (0..<4).map { _ in words[chance(words.count)] }.joined() }
    return page("标题\(number)", heading: words[chance(words.count)], blocks[0], blocks[1], blocks[2])
  }
}

@Suite struct SearchIndexTests {
  /// The folded texts of a page: title, headings, blocks.
  private func folded(_ page: SearchPage) -> [[[UInt32]]] {
    [
      [FoldedText(page.title).scalars], page.sections.map { FoldedText($0.heading).scalars },
      page.sections.flatMap { $0.text.split(separator: 0x0A).map { FoldedText($0).scalars } },
    ]
  }

  private func bigrams(_ texts: [[UInt32]]) -> Set<String> {
    var found: Set<String> = []
    for text in texts {
      for (first, second) in zip(text, text.dropFirst() + [0x20]) where first != 0x20 {
        found.insert(String(String.UnicodeScalarView([first, second].compactMap(Unicode.Scalar.init))))
      }
    }
    return found
  }

  @Test(arguments: [700, 5000])
  func knowsThePagesOfEveryBigram(pieceSize: Int) throws {
    let pages = somePages(400)
    let index = try ReadIndex(SearchIndex(of: pages, pieceSize: pieceSize, wholePieces: 0))
    var expected: [String: [[Int]]] = [:]
    for (number, page) in pages.enumerated() {
      let (titles, headings, blocks) = { ($0[0], $0[1], $0[2]) }(folded(page))
      for bigram in bigrams(titles + headings + blocks) { expected[bigram, default: [[], [], []]][0].append(number) }
      for bigram in bigrams(headings) { expected[bigram]?[1].append(number) }
      for bigram in bigrams(titles) { expected[bigram]?[2].append(number) }
    }
    // Digits behind what divides a number, such as the 6 of 0412-67871177, are noncharacters.
    let divided = try #require(Unicode.Scalar(0xFDD6 as UInt32))
    let all = try index.bigrams()
    #expect(all["2\(divided)"] != nil)
    let found = all.filter { !(0xFDD0...0xFDD9).contains($0.key.unicodeScalars.last?.value ?? 0) }
    #expect(Set(found.keys) == Set(expected.keys))
    for (bigram, pages) in expected { #expect(found[bigram] == pages, "\(bigram)") }
    #expect(index.bigramStarts.count > 1)
  }

  @Test(arguments: [(700, 0), (700, 1000), (60_000, 4), (5000, 2)])
  func holdsTheTextsInPiecesThatAreSmallEnough(pieceSize: Int, wholePieces: Int) throws {
    let long = String(repeating: "很长的一段“\"\\𬭎\u{2028}", count: 300)
    let pages = somePages(20) + [page("长", long, "# 不是标题", long)] + somePages(20)
    let index = SearchIndex(of: pages, pieceSize: pieceSize, wholePieces: wholePieces)
    for file in index.files.dropFirst() { #expect(file.bytes.count <= pieceSize, "\(file.path)") }
    let read = try ReadIndex(index)
    #expect(index.isWhole == (read.textStarts.count <= wholePieces))
    #expect(index.isWhole == read.bigramStarts.isEmpty)
    let texts = try read.pages()
    #expect(texts.count == pages.count)
    #expect(texts[20] == ["长", "p/", "", long, " # 不是标题", long])
    for (page, lines) in zip(pages, texts) where !page.sections[0].heading.isEmpty {
      #expect(lines[3] == "#a \(String(decoding: page.sections[0].heading, as: UTF8.self))")
    }
  }

  @Test func cutsListsOfManyPages() throws {
    let pages = (0..<20_000).map { _ in page("甲乙", "丙") }
    let index = SearchIndex(of: pages, pieceSize: 20_000, wholePieces: 0)
    #expect(index.files.dropFirst().allSatisfy { $0.bytes.count <= 20_000 })
    let read = try ReadIndex(index)
    let all = Array(0..<20_000)
    #expect(try read.bigrams() == ["甲乙": [all, [], all], "乙 ": [all, [], all], "丙 ": [all, [], []]])
    #expect(read.bigramStarts.count { $0 == "甲乙" } == 3)
  }

  @Test func otherTextsHaveAnotherIdentity() {
    let one = SearchIndex(of: [page("甲", "乙")]).identity
    #expect(one == SearchIndex(of: [page("甲", "乙")]).identity)
    #expect(one != SearchIndex(of: [page("甲", "丙")]).identity)
  }

  @Test func noPagesAreAnIndexToo() throws {
    let index = SearchIndex(of: [])
    #expect(index.isWhole && index.files.map(\.path) == ["search/table.js"])
    #expect(try ReadIndex(index).pages().isEmpty)
  }
}

import Diagnostics
import Testing

@testable import Content
@testable import GuideText

@Suite("Addresses")
struct SitePathTests {
  @Test(
    "are named from another page",
    arguments: [
      ("v/", "v/", "./"), ("v/", "v/a/", "a/"), ("v/a/", "v/", "../"), ("v/a/", "v/b/", "../b/"),
      ("v/a/", "w/b/", "../../w/b/"),
      ("v/a/", "v/a/", "./"), ("", "v/a/", "v/a/"), ("v/a/", "", "../../"),
      ("v/a/", "v/figures/x y.svg", "../figures/x%20y.svg"),
      ("v/", "v/费用/", "%E8%B4%B9%E7%94%A8/"), ("v/a/", "v/a/b.pdf", "b.pdf"), ("", "", "./"),
    ])
  func relative(_ from: String, _ to: String, _ link: String) {
    #expect(SitePath(to).relative(from: SitePath(from)) == link)
  }

  @Test(
    "are read with their percent signs",
    arguments: [("a%20b", "a b"), ("%E8%B4%B9", "费"), ("a", "a"), ("%", nil), ("%4", nil), ("%FF", nil)])
  func decoding(_ text: String, _ result: String?) { #expect(PercentEncoding.decoded(text) == result) }
}

@Suite("Pages of different versions")
struct PageIdentityTests {
  /// Versions of a line each, newest first, which number them downwards: `a b<c,d` is a page a and a page b that was c and d.
  private func versions(_ lines: [String]) -> [GuideVersion] {
    lines.enumerated().map { number, line in
      let id = "\(lines.count - number)"
      return GuideVersion(
        id: id, title: id, status: .superseded, effective: nil, published: nil, note: nil, place: SourcePlace(""),
        pages: line.split(separator: " ").map { page in
          let parts = page.split(separator: "<").map(String.init)
          return self.page(parts[0], parts.count > 1 ? parts[1].split(separator: ",").map(String.init) : [])
        }, data: [:], figures: [], attachments: [], formFiles: [], unread: [])
    }
  }

  private func page(_ name: String, _ formerly: [String]) -> SourcePage {
    SourcePage(
      name: name, file: "\(name).md", title: name, shortTitle: nil, description: "", order: 0, group: nil, step: nil,
      stepPlace: nil, updated: nil,
      formerly: formerly.map {
        let parts = $0.split(separator: "/").map(String.init)
        return FormerName(version: parts.count > 1 ? parts[0] : nil, name: parts.last ?? "", place: SourcePlace(""))
      }, source: nil, body: "", bodyLine: 0, path: "", isDraft: false)
  }

  /// What a page, such as `2/a`, is in a version: names, its like first.
  private func counterparts(_ page: String, _ other: String, _ lines: [String], kin: Bool = false) throws -> [String] {
    let versions = versions(lines)
    let parts = page.split(separator: "/").map(String.init)
    let number = try #require(versions.firstIndex { $0.id == parts[0] })
    let id = PageID(version: number, page: try #require(versions[number].pages.firstIndex { $0.name == parts[1] }))
    let target = try #require(versions.firstIndex { $0.id == other })
    let identity = PageIdentity(versions)
    let found = kin ? identity.nearest(to: id, in: target) : identity.counterparts(of: id, in: target)
    return found.map { versions[$0.version].pages[$0.page].name }
  }

  @Test(
    "are the same by name, by former name, and through the versions between",
    arguments: [
      ("3/same", "1", "same"), ("3/new", "1", "old"), ("1/old", "3", "new"), ("3/new", "2", "middle"),
      ("2/middle", "3", "new"), ("3/first", "1", "whole"), ("3/second", "1", "whole"), ("1/whole", "3", "first second"),
      ("2/first", "3", "first second"), ("3/only", "1", ""), ("3/exact", "1", "elsewhere"),
    ])
  func counterpart(_ page: String, _ other: String, _ result: String) throws {
    let found = try counterparts(
      page, other,
      [
        "same new<middle first second<whole only<never exact<1/elsewhere", "same middle<old first<whole",
        "same old whole elsewhere",
      ])
    #expect(found.joined(separator: " ") == result)
  }

  @Test(
    "are split and merged: what comes of a page is no kin of what else comes of it",
    arguments: [
      // Split under new names; the first in reading order is the old page's like.
      (["b<a c<a", "a"], "1/a", "2", "b c"), (["b<a c<a", "a"], "2/c", "1", "a"),
      // Split, and one part keeps the name.
      (["b<a a<a", "a"], "1/a", "2", "a b"), (["b<a a<a", "a"], "2/b", "1", "a"),
      // Merged, under a new name and under that of one.
      (["m<b,a", "a b"], "2/m", "1", "b a"), (["m<b,a", "a b"], "1/a", "2", "m"),
      (["a<b", "b a"], "2/a", "1", "a b"), (["a<b", "b a"], "1/b", "2", "a"),
      // Split, then merged again.
      (["a<b", "a<a b<a", "a"], "3/a", "1", "a"), (["a<b", "a<a b<a", "a"], "2/b", "3", "a"),
      (["a<b", "a<a b<a", "a"], "3/a", "2", "a b"), (["a<b", "a<a b<a", "a"], "1/a", "3", "a"),
      // Merged, then split: the parts of the one are not of the other.
      (["x<m y<m", "m<a,b", "a b"], "1/b", "3", "x y"), (["x<m y<m", "m<a,b", "a b"], "3/y", "2", "m"),
      // Split, and one part was renamed: a family, and still two pages.
      (["c<b d", "b<a d<a", "a"], "3/d", "2", "d"), (["c<b d", "b<a d<a", "a"], "2/b", "3", "c"),
      (["d c<b", "b<a d<a", "a"], "1/a", "3", "c d"), (["c<b d", "b<a d<a", "a"], "3/c", "2", "b"),
      // Part of two: an heir of one is not an heir of the other.
      (["m<a,b x<a", "a b"], "1/b", "2", "m"), (["m<a,b x<a", "a b"], "2/x", "1", "a"),
    ] as [([String], String, String, String)])
  func splitAndMerged(_ lines: [String], _ page: String, _ other: String, _ result: String) throws {
    #expect(try counterparts(page, other, lines).joined(separator: " ") == result, "\(lines)")
  }

  @Test(
    "are others where a name was given to something else",
    arguments: [
      (["a b<a", "a"], "2/a", "1", ""), (["a b<a", "a"], "1/a", "2", "b"),
      // The front matter that was copied into the next version says nothing new.
      (["a b<a", "a b<a", "a"], "3/a", "2", "a"), (["a b<a", "a b<a", "a"], "3/b", "2", "b"),
      (["a b<a", "a b<a", "a"], "3/a", "1", ""), (["a b<a", "a b<a", "a"], "1/a", "3", "b"),
      (["a b<a", "a<a b<a", "a"], "3/b", "2", "b"), (["a b<a", "a<a b<a", "a"], "3/a", "2", "a"),
      (["c<b,a", "a b<a", "a"], "3/c", "1", "a"), (["a c<b,a", "a b<a", "a"], "3/c", "2", "b"),
      (["a c<b,a", "a b<a", "a"], "2/a", "3", "a"),
      // It counts again where the page that had the name is gone.
      (["b<a", "a b<a", "a"], "3/b", "2", "b a"), (["b<a", "a b<a", "a"], "2/a", "3", "b"),
      // A name that comes back.
      (["a", "b<a", "a"], "3/a", "1", ""), (["a<b", "b<a", "a"], "3/a", "1", "a"), (["a", "b", "a"], "3/a", "1", "a"),
      (["a<1/a", "a b<1/a", "a"], "3/a", "1", "a"), (["a<1/a", "a b<1/a", "a"], "3/a", "2", ""),
    ] as [([String], String, String, String)])
  func reused(_ lines: [String], _ page: String, _ other: String, _ result: String) throws {
    #expect(try counterparts(page, other, lines).joined(separator: " ") == result, "\(lines)")
  }

  /// Versions with pages of six names, each formerly called up to two of them, from a seed.
  private func generated(_ seed: UInt64) -> [String] {
    var state = seed
    func roll(_ sides: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % sides)
    }
    let names = ["a", "b", "c", "d", "e", "f"]
    return (0..<4).map { number in
      names.filter { _ in roll(3) > 0 }.map { name in
        let former = number == 3 ? [] : (0..<roll(3)).map { _ in names[roll(6)] }
        return former.isEmpty ? name : "\(name)<\(former.joined(separator: ","))"
      }.joined(separator: " ")
    }
  }

  @Test("are what the others say that they are, each once, in the version that is asked for", arguments: 1...60)
  func bothWays(_ seed: UInt64) {
    let lines = generated(seed)
    let versions = versions(lines)
    let identity = PageIdentity(versions)
    let pages = versions.indices.flatMap { v in versions[v].pages.indices.map { PageID(version: v, page: $0) } }
    for page in pages {
      for version in versions.indices {
        let found = identity.counterparts(of: page, in: version)
        #expect(Set(found).count == found.count && found.allSatisfy { $0.version == version }, "\(lines)")
        if version == page.version { #expect(found == [page]) }
        for other in found {
          #expect(identity.counterparts(of: other, in: page.version).contains(page), "\(lines): \(page), \(other)")
        }
        #expect(identity.nearest(to: page, in: version).starts(with: found))
      }
    }
  }

  @Test("that come from a page of long ago are nearest to what that was between")
  func kin() throws {
    let lines = ["a c<1/a", "a", "a"]
    #expect(try counterparts("3/c", "2", lines) == [])
    #expect(try counterparts("3/c", "2", lines, kin: true) == ["a"])
    #expect(try counterparts("3/c", "1", lines, kin: true) == ["a"])
  }

  @Test("are found in no more steps than there are ways, however often they were split and merged")
  func manyWays() throws {
    let lines = Array(repeating: "a<a,b b<a,b", count: 40).enumerated().map { number, line in
      number % 2 == 0 ? line : line.replacing("a", with: "c").replacing("b", with: "d")
    }
    let joined = lines.enumerated().map { number, line in
      line.replacing("<a,b", with: "<c,d").replacing("<c,d", with: number % 2 == 0 ? "<c,d" : "<a,b")
    }
    #expect(try counterparts("40/a", "1", joined) == ["c", "d"])
    #expect(try counterparts("1/d", "40", joined) == ["a", "b"])
  }
}

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
  private func version(_ id: String, _ pages: [(String, [String])]) -> GuideVersion {
    GuideVersion(
      id: id, title: id, status: .superseded, effective: nil, published: nil, note: nil, place: SourcePlace(""),
      pages: pages.map { name, formerly in
        SourcePage(
          name: name, file: "\(name).md", title: name, shortTitle: nil, description: "", order: 0, group: nil,
          step: nil, stepPlace: nil,
          updated: nil,
          formerly: formerly.map {
            let parts = $0.split(separator: "/").map(String.init)
            return FormerName(version: parts.count > 1 ? parts[0] : nil, name: parts.last ?? "", place: SourcePlace(""))
          }, source: nil, body: "", bodyLine: 0, path: "", isDraft: false)
      }, data: [:], figures: [], attachments: [], formFiles: [], unread: [])
  }

  /// `3/c -> 1` is the page of version 1 that is the same as c of version 3.
  @Test(
    "are the same by name, by former name, and through the versions between",
    arguments: [
      ("3/same", "1", "1/same"), ("3/new", "1", "1/old"), ("1/old", "3", "3/new"), ("3/new", "2", "2/middle"),
      ("2/middle", "3", "3/new"), ("3/first", "1", "1/whole"), ("3/second", "1", "1/whole"),
      ("1/whole", "3", "3/first"),
      ("2/first", "3", "3/first"), ("3/only", "1", nil), ("3/exact", "1", "1/elsewhere"),
    ])
  func counterpart(_ page: String, _ other: String, _ result: String?) throws {
    let versions = [
      version(
        "3",
        [
          ("same", []), ("new", ["middle"]), ("first", []), ("second", ["whole"]), ("only", ["never"]),
          ("exact", ["1/elsewhere"]),
        ]),
      version("2", [("same", []), ("middle", ["old"]), ("first", ["whole"])]),
      version("1", [("same", []), ("old", []), ("whole", []), ("elsewhere", [])]),
    ]
    func id(_ text: String) throws -> PageID {
      let parts = text.split(separator: "/").map(String.init)
      let number = try #require(versions.firstIndex { $0.id == parts[0] })
      return PageID(version: number, page: try #require(versions[number].pages.firstIndex { $0.name == parts[1] }))
    }
    let number = try #require(versions.firstIndex { $0.id == other })
    let found = PageIdentity(versions).counterpart(of: try id(page), in: number)
    #expect(try found == result.map(id))
  }
}

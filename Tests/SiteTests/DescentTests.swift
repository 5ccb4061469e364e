import Diagnostics
import Foundation
import Site
import Testing

/// TinyGuide: 2025 has renew, collect and fees; 2099 has renew and post of renew, and pay of fees and collect; 2100, a draft,
/// has renew of both.
@Suite("Pages that were split, merged and renamed, and headings")
struct DescentTests {
  private static func site(
    _ changes: [String: String?] = [:], drafts: Bool = false, on day: String = "2025-02-28"
  ) async throws -> (site: SiteOutput, problems: [String]) {
    let root = try Fixtures.changedTinyGuide(changes)
    defer { try? FileManager.default.removeItem(at: root) }
    let (site, diagnostics) = try await Fixtures.site(root: root, drafts: drafts, on: day)
    return (site, diagnostics.flatMap { DiagnosticFormat.text.lines(for: $0).split(separator: "\n").map(String.init) })
  }

  private static func page(_ title: String, _ matter: String = "", _ body: String = "Words.") -> String {
    "---\ntitle: \(title)\ndescription: D\norder: 9\n\(matter)---\n\(body)\n"
  }

  @Test(
    "the version switcher leads to the page that has most to do with it",
    arguments: [
      ("2025/renew", ["2100/renew", "2099/renew", "2024/renewal"]),
      ("2099/post", ["2100/renew", "2025/renew", "2024/renewal"]),
      ("2099/pay", ["2025/fees"]), ("2025/fees", ["2099/pay"]), ("2025/collect", ["2099/pay"]),
      ("2024/renewal", ["2100/renew", "2099/renew", "2025/renew"]), ("2100/renew", ["2099/renew", "2025/renew"]),
    ])
  func switcher(_ page: String, _ others: [String]) async throws {
    let text = try #require(try await Self.site(drafts: true).site.text("\(page)/index.html"))
    let entries = try #require(text.firstMatch(of: /<ul>\n.*?<\/ul>/.dotMatchesNewlines())?.output)
    for other in others { #expect(entries.contains("<a href=\"../../\(other)/\">"), "\(other): \(entries)") }
  }

  @Test("a former name is that of the nearest page that has it or had it")
  func nearest() async throws {
    let (site, problems) = try await Self.site([
      "content/2010/ask.md": Self.page("Ask"), "content/2024/inform.md": Self.page("Inform", "formerly: [ask]\n"),
      "content/2025/ask.md": Self.page("Ask anew"),
      "content/2099/questions.md": Self.page("Questions", "formerly: [ask]\n"),
    ])
    #expect(site.text("2099/questions/index.html")?.contains("<a href=\"../../2025/ask/\">") == true, "\(problems)")
  }

  @Test("former names lead to the main heir, in the version and under latest/")
  func redirects() async throws {
    let (site, problems) = try await Self.site(on: "2099-01-01")
    #expect(problems == [])
    func target(_ path: String) -> String? {
      site.text("\(path)/index.html").flatMap { $0.firstMatch(of: /; url=([^"]*)"/).map { String($0.output.1) } }
    }
    #expect(target("2099/fees") == "../pay/" && target("2099/collect") == "../pay/")
    #expect(target("2099/renewal") == nil && site.text("2099/renew/index.html")?.contains("<h1>Ask for") == true)
    #expect(target("latest/fees") == "../../2099/pay/" && target("latest/collect") == "../../2099/pay/")
    #expect(target("latest/renew") == "../../2099/renew/" && target("latest/renewal") == "../../2099/renew/")
    #expect(target("latest/post") == "../../2099/post/")
  }

  @Test("of two that had a name, the one that readers are led to has its redirect and its links")
  func draftHeir() async throws {
    let (site, problems) = try await Self.site([
      "content/2099/index.md": Self.page("Home", "", "[old](renew.md) [gone](gone.md)\n\n## The way"),
      "content/2025/gone.md": Self.page("Gone"),
      "content/2099/a.md": Self.page("A", "formerly: [gone]\ndraft: true\n"),
      "content/2099/b.md": Self.page("B", "formerly: [gone]\n"),
    ])
    #expect(problems == [])
    #expect(site.text("2099/gone/index.html")?.contains("url=../b/\"") == true)
    #expect(site.text("2099/index.html")?.contains("<a href=\"b/\">gone</a>") == true)
    #expect(site.text("2025/gone/index.html")?.contains("<a href=\"../../2099/b/\">") == true)
  }

  @Test("links to a part that another heir has find the way there")
  func movedParts() async throws {
    let (site, problems) = try await Self.site([
      "templates/page.mustache":
        "{{{page.html}}}{{#hasMoved}}Moved:{{#moved}} {{id}} {{url}} {{title}};{{/moved}}{{/hasMoved}}",
      "content/2025/way.md": Self.page("Way", "", "## A {#a}\n\n## B {#b}\n\n## C {#c #older}"),
      "content/2099/way.md": Self.page("Way", "formerly: [way]\n", "## A {#a}"),
      "content/2099/side.md": Self.page(
        "Side", "formerly: [way]\n",
        "## {data}`fees.cards.child.price` B {#b}\n\n## A too {#a}\n\n## C {#c #older}\n\n## D {#d}"),
      "content/2099/data/fees.yml": "cards: [{id: child, price: 7}]\n",
    ])
    #expect(problems == [])
    let main = try #require(site.text("2099/way/index.html"))
    #expect(main.hasSuffix("Moved: b ../side/#b 7 B; c ../side/#c C; older ../side/#older C;"), "\(main)")
    for path in ["2099/side", "2025/way", "2099/pay"] {
      #expect(site.text("\(path)/index.html")?.contains("Moved") == false, "\(path)")
    }
  }

  @Test("an anchor that parts of several old pages had is listed once")
  func movedTwice() async throws {
    let (site, _) = try await Self.site([
      "templates/page.mustache": "{{#hasMoved}}Moved:{{#moved}} {{id}} {{url}};{{/moved}}{{/hasMoved}}",
      "content/2025/one.md": Self.page("One", "", "## B {#b}"),
      "content/2025/two.md": Self.page("Two", "", "## B {#b}"),
      "content/2099/main.md": Self.page("Main", "formerly: [one, two]\n"),
      "content/2099/part.md": Self.page("Part", "formerly: [one, two]\n", "## B {#b}"),
      "content/2099/zone.md": Self.page("Zone", "formerly: [one, two]\n", "## B {#b}"),
    ])
    #expect(site.text("2099/main/index.html") == "Moved: b ../part/#b;")
  }

  @Test("what was under latest/ and is no more leads to the last edition that has it, unless guide.yml says where to")
  func latestOfGonePages() async throws {
    func target(_ guide: [String: String?]) async throws -> String? {
      let files = ["content/2025/gone.md": Self.page("Gone")].merging(guide) { $1 }
      return try await Self.site(files, on: "2099-01-01").site.text("latest/gone/index.html").flatMap {
        $0.firstMatch(of: /; url=([^"]*)"/).map { String($0.output.1) }
      }
    }
    #expect(try await target([:]) == "../../2025/gone/")
    let own = try String(contentsOf: Fixtures.folder.appending(path: "TinyGuide/content/guide.yml"), encoding: .utf8)
    let stated = own.replacing("versions:", with: "redirects: {latest/gone: 2099/pay.md}\nversions:")
    #expect(try await target(["content/guide.yml": stated]) == "../../2099/pay/")
  }

  @Test("a link to what went to another page is told with the way there")
  func linksWithinTheVersion() async throws {
    let (_, problems) = try await Self.site([
      "content/2025/way.md": Self.page("Way", "", "## B {#b}"),
      "content/2099/way.md": Self.page("Way", "formerly: [way]\n", "See [B](way.md#b)."),
      "content/2099/side.md": Self.page("Side", "formerly: [way]\n", "## B {#b}"),
    ])
    #expect(
      problems.count == 2 && problems[0].hasSuffix("[link.anchor]") && problems[1].contains("side.md#b"), "\(problems)")
  }

  @Test("the record says what was split and merged, and tells it neither as new nor as gone")
  func record() async throws {
    let record = try #require(try await Self.site().site.text("2099/changes/index.html"))
    for line in [
      "<li><a href=\"renew/\">Ask for a new card</a> Parts of it are now in “By post”. ",
      "<li><a href=\"post/\">By post</a> Split from “Ask for a new card”. ",
      "<li><a href=\"pay/\">Pay and collect</a> Merged from “Fees”, “Collect the card”. ",
    ] { #expect(record.contains(line), "\(line) in \(record)") }
    #expect(!record.contains("New pages") && !record.contains("Pages that are gone"))
    let draft = try #require(try await Self.site(drafts: true).site.text("2100/changes/index.html"))
    #expect(draft.contains("Merged from “Ask for a new card”, “By post”. "))
    #expect(draft.contains("<h2>Pages that are gone</h2>\n<ul>\n<li><a href=\"../../2099/pay/\">"))
  }

  @Test("the redline of a part shows what came of it, and leads to the rest")
  func redlines() async throws {
    let site = try await Self.site().site
    let renew = try #require(site.text("2099/changes/renew/index.html"))
    #expect(
      renew.contains("<p class=\"redline-descent\">Parts of it are now in “<a href=\"../../post/\">By post</a>”.</p>"))
    #expect(!renew.contains("a photo") && renew.contains("This page in “Edition of 2099”"))
    let post = try #require(site.text("2099/changes/post/index.html"))
    #expect(
      post.contains(
        "Split from “<a href=\"../../../2025/renew/\">Ask for a new card</a>”. The rest is in “<a href=\"../../renew/\">"
      ))
    #expect(post.contains("<a href=\"../../../2025/renew/\">“Ask for a new card” in “Edition of 2025”</a>"))
    #expect(
      !post.contains("Show your card") && !post.contains("</span>a photo") && post.contains("</span>a stamp</ins>"))
    let pay = try #require(site.text("2099/changes/pay/index.html"))
    for old in ["fees/\">“Fees”", "collect/\">“Collect the card”"] {
      #expect(pay.contains("<p><a href=\"../../../2025/\(old) in “Edition of 2025”</a></p>"), "\(old)")
    }
  }

  @Test("a page beside one that has its former name is told, unless that says that it goes on")
  func nameReused() async throws {
    let (_, problems) = try await Self.site([
      "content/2099/renew.md": Self.page("R", "", "## A {#at-the-desk #opening-hours}")
    ])
    #expect(problems.filter { $0.contains("page.name-reused") }.count == 1)
    #expect(problems.contains { $0.contains("If it goes on beside this one, write formerly: [renew] there too.") })
    let own = try await Self.site([
      "content/2099/post.md": Self.page("P", "formerly: [2099/renew]\n", "## A {#by-post}")
    ]).problems
    #expect(own.filter { $0.contains("[page.formerly]") }.count == 1, "\(own)")
  }

  @Test("however pages were split, merged and renamed, nothing leads nowhere or to what leads on", arguments: 1...12)
  func generated(_ seed: UInt64) async throws {
    var state = seed
    func roll(_ sides: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % sides)
    }
    let names = ["a", "b", "c", "d", "e"]
    let words = ["Desks are open.", "Post takes a week.", "Cards cost ten coins.", "Ask by telephone."]
    var changes: [String: String?] = [:]
    for version in ["2010", "2024", "2025", "2099", "2100"] {
      for name in names where roll(4) > 0 {
        let former = version == "2010" ? [] : (0..<roll(3)).map { _ in names[roll(5)] }
        let body = (0..<3).map { _ in "## H\(roll(9)) {#h\(roll(999_983))}\n\n\(words[roll(4)])\n" }.joined(
          separator: "\n")
        let matter = "formerly: [\(former.joined(separator: ", "))]\n\(roll(6) == 0 ? "draft: true\n" : "")"
        changes["content/\(version)/\(name).md"] = Self.page("\(name) \(version)", matter, body)
      }
    }
    let (site, problems) = try await Self.site(changes, drafts: seed % 2 == 0)
    // A name that no older version has may be among them.
    #expect(problems.filter { $0.contains(": error:") && !$0.contains("[page.formerly]") } == [])
    let pages = Dictionary(
      uniqueKeysWithValues: site.files.filter { $0.path.hasSuffix(".html") }.map { ($0.path, OutputPage($0)) })
    let redirects = Set(
      site.files.filter { site.text($0.path)?.contains("http-equiv=\"refresh\"") == true }.map(\.path))
    for (path, page) in pages {
      for link in page.links where !link.contains(":") {
        let (target, fragment) = OutputPage.target(of: link, on: path, prefix: "/card/")
        #expect(site.files.contains { $0.path == target }, "\(path): \(link)")
        #expect(!redirects.contains(target), "\(path): \(link)")
        if let fragment { #expect(pages[target]?.ids.contains(fragment) == true, "\(path): \(link)") }
      }
    }
  }

  // MARK: Headings

  @Test("a heading keeps the anchors that it had, on its page and on the one of all pages")
  func formerAnchors() async throws {
    let (site, problems) = try await Self.site([
      "content/2099/more.md": Self.page("More", "", "[hours](renew.md#opening-hours) [post](post.md#by-post)")
    ])
    #expect(problems == [])
    let page = try #require(site.text("2099/renew/index.html"))
    #expect(page.contains("<h3 id=\"open\"><a class=\"anchor\" id=\"opening-hours\"></a>When we are open</h3>"))
    let whole = try #require(site.text("2099/all/index.html"))
    #expect(whole.contains("<a class=\"anchor\" id=\"renew:opening-hours\"></a>"))
    #expect(whole.contains("<a href=\"#renew:opening-hours\">hours</a>"))
    #expect(site.text("2099/more/index.html")?.contains("<a href=\"../renew/#opening-hours\">") == true)
  }

  @Test("a folded heading has them where a browser opens it")
  func folded() async throws {
    let site = try await Self.site([
      "content/2025/t.md": Self.page("T", "fold: 2\n", "## One {#one #eins}\n\nText.")
    ]).site
    #expect(
      site.text("2025/t/index.html")?.contains(
        "<summary><h2 id=\"one\"><a class=\"anchor\" id=\"eins\"></a>One</h2>\n</summary>") == true)
  }

  @Test("an anchor that the edition before had and this one lost is told, with the heading that may stand for it")
  func goneAnchors() async throws {
    let old = Self.page("T", "", "## One\n\n## Two {#two #zwei}\n\n## Three\n\n## Four")
    func problems(_ body: String, _ more: [String: String?] = [:], on day: String = "2025-02-28") async throws
      -> [String]
    {
      try await Self.site(
        ["content/2024/t.md": old, "content/2025/t.md": Self.page("T", "", body), "content/2099/t.md": nil]
          .merging(more) { $1 }.filter { $0.key != "content/2099/t.md" }, on: day
      ).problems
    }
    #expect(try await problems("## One\n\n## Two {#two #zwei}\n\n## Three\n\n## Four") == [])
    let told = try await problems("## One\n\n## Second {#second #two}\n\n## Three\n\n## Fourth\n\n## Fifth")
    #expect(
      told == [
        "content/2025/t.md: warning: “content/2024/t.md” had “#zwei”: links to it lead to no place of this page now. [page.anchor-gone]",
        "  hint: Name it behind the id of the heading that took its place: ## Title {#its-own #zwei}",
        "content/2025/t.md: warning: “content/2024/t.md” had “#four”: links to it lead to no place of this page now. [page.anchor-gone]",
        "  hint: Name it behind the id of the heading that took its place: ## Title {#its-own #four}",
      ], "\(told)")
    let renamed = try await problems("## One\n\n## Second\n\n## Three\n\n## Four")
    #expect(renamed.filter { $0.contains("content/2025/t.md:8:1: warning") }.count == 2, "\(renamed)")
    #expect(renamed.contains("  hint: If this heading took its place, write {#second #two} behind it."))
  }

  @Test("anchors of a page that was split may be on any part; what is superseded or a source is left alone")
  func keptAnchors() async throws {
    let (_, problems) = try await Self.site([
      "content/2024/t.md": Self.page("T", "", "## One\n\n## Two"),
      "content/2025/t.md": Self.page("T", "formerly: [t]\n", "## One"),
      "content/2025/u.md": Self.page("U", "formerly: [t]\n", "## Two"),
      "content/2024/index.md": Self.page("Home", "", "[it](renewal.md)"),
      "content/2010/renewal.md": Self.page("R", "", "## Only here"),
    ])
    #expect(problems == [])
    #expect(
      try await Self.site(["content/2024/fees.md": Self.page("F", "", "## Gone")], on: "2099-01-01").problems == [])
    let lost = try await Self.site(["content/2024/fees.md": Self.page("F", "", "## Gone")]).problems
    #expect(lost.filter { $0.contains("content/2025/fees.md") }.count == 1)
  }

  // MARK: The front page, and latest/

  private static func front(_ words: String) -> String { "---\ntitle: Cards\ndescription: All.\n---\n\(words)\n" }

  @Test("a front page that changed is told, and has a redline")
  func frontPage() async throws {
    let site = try await Self.site([
      "content/2024/front.md": Self.front("Come in person, we are open on Mondays."),
      "content/2025/front.md": Self.front("Come in person, we are open on Fridays."),
      "content/2099/front.md": Self.front("Come in person, we are open on Fridays."),
    ]).site
    let redline = try #require(site.text("2025/changes/front/index.html"))
    #expect(redline.contains("<del><span class=\"visually-hidden\">gone: </span>Mondays</del>"))
    #expect(redline.contains("<a href=\"../../../\">This page in “Edition of 2025”</a>"))
    #expect(!redline.contains("This page in “Edition of 2024”"))
    let record = try #require(site.text("2025/changes/index.html"))
    #expect(record.contains("<li><a href=\"front/\">Front page</a> 1 changed.</li>"))
    #expect(site.text("2099/changes/front/index.html") == nil)
    #expect(site.text("latest/changes/front/index.html")?.contains("url=../../../2025/changes/front/\"") == true)
    #expect(site.text("changes.xml")?.contains("2025/changes/front/") == true)
  }

  @Test("a front page that only one edition has is new or gone, with a way there where it is shown")
  func newFrontPage() async throws {
    let site = try await Self.site(["content/2025/front.md": Self.front("Words.")]).site
    #expect(site.text("2025/changes/index.html")?.contains("<li><a href=\"../../\">Front page</a></li>") == true)
    let gone = try #require(site.text("2099/changes/index.html"))
    #expect(gone.contains("<h2>Pages that are gone</h2>\n<ul>\n<li><a href=\"../../\">Front page</a></li>"))
    let later = try #require(
      try await Self.site(["content/2025/front.md": Self.front("Words.")], on: "2099-01-01").site
        .text("2099/changes/index.html"))
    #expect(later.contains("<h2>Pages that are gone</h2>\n<ul>\n<li>Front page</li>"))
  }

  @Test("latest/changes/ leads to the record and the redlines of the version in force, where it has some")
  func latestChanges() async throws {
    let site = try await Self.site().site
    #expect(site.text("latest/changes/index.html")?.contains("url=../../2025/changes/\"") == true)
    #expect(site.text("latest/changes/renew/index.html")?.contains("url=../../../2025/changes/renew/\"") == true)
    let later = try await Self.site(on: "2099-01-01").site
    #expect(later.text("latest/changes/pay/index.html")?.contains("url=../../../2099/changes/pay/\"") == true)
    let first = try await Self.site(on: "2024-05-01").site
    #expect(!first.files.contains { $0.path.hasPrefix("latest/changes") })
  }
}

import Diagnostics
import Foundation
import Testing

@Suite("The front page and reading")
struct FrontPageTests {
  private func site(_ changes: [String: String?]) async throws -> (text: (String) -> String?, problems: [String]) {
    let root = try Fixtures.changedTinyGuide(changes)
    defer { try? FileManager.default.removeItem(at: root) }
    let (site, diagnostics) = try await Fixtures.site(root: root)
    return ({ site.text($0) }, diagnostics.map { "\($0.place.map { "\($0)" } ?? "") \($0.id)" })
  }

  private func template(_ name: String) throws -> String {
    try String(
      contentsOf: Fixtures.folder.appending(path: "TinyGuide/templates/\(name).mustache"), encoding: .utf8)
  }

  private func guide(_ more: String) throws -> String {
    try more
      + String(contentsOf: Fixtures.folder.appending(path: "TinyGuide/content/guide.yml"), encoding: .utf8)
  }

  private let front =
    "---\ntitle: Cards\ndescription: All about them.\n---\nFor {data}`fees.years` years, see [fees](fees.md#card).\n\n"
    + "```{prices} fees\nnote: true\n```\n"

  @Test("holds the text of the version in force, with its facts and links from the root")
  func frontText() async throws {
    let home = try template("home").replacing(
      "<h1>{{site.title}}</h1>", with: "<h1>{{page.title}}</h1>{{{page.html}}}<a id=start href=\"{{start}}\">Go</a>")
    let (text, problems) = try await site(["templates/home.mustache": home, "content/2025/front.md": front])
    #expect(problems == [])
    let page = try #require(text("index.html"))
    #expect(page.contains("<h1>Cards</h1><p>For 3 years, see <a href=\"2025/fees/#card\">fees</a>.</p>"))
    #expect(page.contains("<a id=start href=\"2025/renew/\">"))
    let links = OutputPage(page).links.filter { !$0.hasPrefix("http") }
    #expect(links.contains("2025/fees/#card") && links.allSatisfy { !$0.hasPrefix("..") }, "\(links)")
    #expect(text("2025/front/index.html") == nil && text("latest/front/index.html") == nil)
    #expect(text("sitemap.xml")?.contains("front") == false)
  }

  @Test("texts of other versions are checked, and do not stand there")
  func otherVersions() async throws {
    let home = try template("home").replacing("</main>", with: "{{#page.html}}{{{page.html}}}{{/page.html}}</main>")
    let (text, problems) = try await site([
      "templates/home.mustache": home,
      "content/2024/front.md": "---\ntitle: Old\ndescription: Old.\n---\nOld words, [nowhere](nowhere.md).\n",
    ])
    #expect(problems == ["content/2024/front.md:5:12 link.broken"])
    #expect(text("index.html")?.contains("Old words") == false)
  }

  @Test("sections of one level fold, their headings stay headings with anchors")
  func folds() async throws {
    let body =
      "First.\n\n## A {#a}\n\n### One {#one}\n\nText 1.\n\n#### Deeper\n\n### Two {#two}\n\n"
      + "Text 2.\n\n## B {#b}\n\nText 3.\n"
    let matter = "---\ntitle: T\ndescription: D.\norder: 90\nfold: 3\n---\n"
    let (text, problems) = try await site(["content/2025/t.md": matter + body])
    #expect(problems == [])
    let page = try #require(text("2025/t/index.html"))
    let open = "<details class=\"fold heading-fold\">\n<summary>"
    #expect(page.ranges(of: open).count == 2 && page.ranges(of: "</details>").count == 2)
    #expect(page.contains("\(open)<h3 id=\"one\">One</h3>\n</summary>\n<div class=\"fold-body\">\n<p>Text 1.</p>\n<h4"))
    #expect(page.contains("<p>Text 2.</p>\n</div>\n</details>\n<h2 id=\"b\">B</h2>\n<p>Text 3.</p>"))
    #expect(page.contains("<li class=\"level-3\"><a href=\"#two\">Two</a></li>"))
  }

  @Test("a page says when it was reviewed and where mistakes are told; the address is encoded")
  func reports() async throws {
    let page = try template("page").replacing(
      "</footer>",
      with: "{{#page.reviewed}}Reviewed {{.}}.{{/page.reviewed}}"
        + "{{#page.report}}<a id=r href=\"{{.}}\">{{/page.report}}</footer>")
    let (text, problems) = try await site([
      "templates/page.mustache": page, "content/guide.yml": guide("report: mailto:desk@library.example\n"),
      "content/2025/t.md":
        "---\ntitle: 费用 & \"more\"\ndescription: D.\norder: 90\nreviewed: 2025-01-31\nreview-in: 1 month\n---\nText.\n",
    ])
    #expect(problems == ["content/2025/t.md:5:11 review.due"])
    let future = "---\ntitle: T\ndescription: D.\norder: 90\nreviewed: 2199-01-31\n---\nText.\n"
    #expect(try await site(["content/2025/t.md": future]).problems == ["content/2025/t.md:5:11 review.due"])
    let shown = try #require(text("2025/t/index.html"))
    #expect(shown.contains("Reviewed 2025-01-31."))
    #expect(
      shown.contains(
        "href=\"mailto:desk@library.example?subject=%E8%B4%B9%E7%94%A8%20%26%20%22more%22&amp;body="
          + "https%3A%2F%2Flibrary.example%2Fcard%2F2025%2Ft%2F\""))
  }

  @Test("a guide's own time between reviews holds for pages that say none, but not for superseded ones")
  func reviews() async throws {
    let pages = [
      "2025/fees", "2025/renew", "2025/collect", "2025/index", "2099/index", "2099/renew", "2099/post", "2099/pay",
      "2100/index", "2100/renew",
    ].map { "content/\($0).md review.due" }
    let root = try Fixtures.changedTinyGuide(["content/guide.yml": guide("review-in: 6 months\n")])
    defer { try? FileManager.default.removeItem(at: root) }
    let found = try await Fixtures.site(root: root).diagnostics
    #expect(found.map { "\($0.place?.file ?? "") \($0.id)" }.sorted() == pages.sorted())
  }

  @Test("the page for wrong addresses lists the pages of all versions that are no drafts")
  func nearPages() async throws {
    let lost = try template("not-found").replacing(
      "</main>", with: "<script type=\"application/json\">{{{nearPages}}}</script></main>")
    let (text, problems) = try await site([
      "templates/not-found.mustache": lost,
      "content/guide.yml": guide("").replacing(
        "versions:\n", with: "versions:\n  - {id: \"2026\", title: Edition of 2026, status: draft}\n"),
      "content/2026/index.md": "---\ntitle: Next\ndescription: Not yet.\n---\n## The way\n\nSoon.\n",
      "content/2025/fees.md":
        "---\ntitle: Fees </script>\ndescription: D.\norder: 3\n---\n## Card {#card}\n\n```{prices} fees\n```\n",
    ])
    #expect(problems == [])
    let page = try #require(text("404.html"))
    #expect(page.contains(#"["2025/fees/","Fees \u003C/script>","Edition of 2025"]"#))
    #expect(page.contains(#"["2024/renewal/","#) && !page.contains("2026/"))
  }

  @Test(
    "the picture for other sites is a file of the site",
    arguments: ["2025/figures/desk.png", "assets/site.css", "x.png"])
  func picture(_ path: String) async throws {
    let figure = "2025/figures/desk.png"
    let page = try template("home").replacing("</main>", with: "{{#site.image}}<i>{{.}}</i>{{/site.image}}</main>")
    let (text, problems) = try await site([
      "content/guide.yml": guide("image: \(path)\n"), "content/\(figure)": "no matter what",
      "templates/home.mustache": page,
    ])
    #expect(problems == (path == figure ? [] : ["content/guide.yml:1:8 guide.image"]))
    #expect(text("index.html")?.contains("<i>https://library.example/card/\(path)</i>") == true)
  }
}

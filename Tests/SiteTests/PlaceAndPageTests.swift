import Diagnostics
import Foundation
import Testing

@Suite("Pages of other versions, places in directives")
struct PlaceAndPageTests {
  private func page(_ body: String) -> String { "---\ntitle: T\ndescription: D.\norder: 90\n---\n\(body)" }

  private func site(_ changes: [String: String?]) async throws -> (text: (String) -> String?, problems: [String]) {
    let root = try Fixtures.changedTinyGuide(changes)
    defer { try? FileManager.default.removeItem(at: root) }
    let (site, diagnostics) = try await Fixtures.site(root: root)
    return ({ site.text($0) }, diagnostics.map { "\($0.place.map { "\($0)" } ?? "") \($0.id)" })
  }

  @Test(
    "a problem in a directive's body has the file's line and column",
    arguments: [
      ("```{table}\nrows: x\n```\n", "7:7"), ("- One\n\n  ```{table}\n  rows: x\n  ```\n", "9:9"),
      ("> Said:\n>\n> ```{table}\n> rows: x\n> ```\n", "9:9"),
      ("- One\n\n  ```{table}\n  a: &a 1\n  rows:\n\(String(repeating: "  - [*a]\n", count: 33))  ```\n", "43"),
    ])
  func places(_ body: String, _ place: String) async throws {
    let problems = try await site(["content/2025/t.md": page(body)]).problems
    #expect(problems.contains { $0.hasPrefix("content/2025/t.md:\(place) ") }, "\(problems)")
  }

  @Test("the banner of an old page knows whether the version in force has it")
  func counterparts() async throws {
    let template = try String(
      contentsOf: Fixtures.folder.appending(path: "TinyGuide/templates/partials/banner.mustache"), encoding: .utf8)
    let words = "{{#hasPage}}This page now{{/hasPage}}{{^hasPage}}Home now{{/hasPage}}"
    #expect(template.contains("Not in force."))
    let (text, problems) = try await site([
      "templates/partials/banner.mustache": template.replacing("Not in force.", with: words),
      "content/2024/only.md": page("Only here.\n"),
    ])
    #expect(problems == [])
    #expect(text("2024/renewal/index.html")?.contains("This page now <a href=\"../../2025/renew/\">") == true)
    #expect(text("2024/only/index.html")?.contains("Home now <a href=\"../../2025/\">") == true)
  }

  @Test("every scheme that a link may have is kept, others are told")
  func schemes() async throws {
    let known = ["http://a.example/", "https://a.example/", "mailto:a@a.example", "tel:+864120000000"]
    let links = (known + ["ftp://a.example/", "javascript:x"]).map { "[x](\($0))\n\n" }.joined()
    let (text, problems) = try await site(["content/2025/t.md": page(links)])
    #expect(problems == ["content/2025/t.md:14:1 link.scheme", "content/2025/t.md:16:1 link.scheme"])
    for link in known { #expect(text("2025/t/index.html")?.contains("href=\"\(link)\"") == true, "\(link)") }
  }

  @Test("an address of a site has neither query nor fragment", arguments: ["?a=b", "#a", ""])
  func address(_ more: String) async throws {
    let guide = try String(
      contentsOf: Fixtures.folder.appending(path: "TinyGuide/content/guide.yml"), encoding: .utf8)
    let problems = try await site([
      "content/guide.yml": guide.replacing(
        "https://library.example/card/", with: "'https://library.example/card/\(more)'")
    ]).problems
    #expect(problems.map { $0.hasSuffix("guide.address") } == (more.isEmpty ? [] : [true]))
  }

  @Test("signs of HTML are escaped in text, code and attributes")
  func escapes() async throws {
    let body = "A & B < C > D\n\n`<b>&\"`\n\n[x](https://a.example/?a=1&b=2 'say \"<hi>\"')\n"
    let text = try await site(["content/2025/t.md": page(body)]).text("2025/t/index.html") ?? ""
    #expect(text.contains("<p>A &amp; B &lt; C &gt; D</p>"))
    #expect(text.contains("<code>&lt;b&gt;&amp;&quot;</code>") || text.contains("<code>&lt;b&gt;&amp;\"</code>"))
    #expect(text.contains("href=\"https://a.example/?a=1&amp;b=2\""))
    #expect(text.contains("title=\"say &quot;&lt;hi&gt;&quot;\""))
  }

  @Test("links carry a query, an empty fragment is the page, a former name leads to its page")
  func links() async throws {
    let site = try await site([
      "content/2025/t.md": page("\n[a](fees.md?x=1) [b](renewal.md) [c](fees.md#) [d](fees.md?a=b#card)\n")
    ])
    let text = try #require(site.text("2025/t/index.html"))
    for link in ["../fees/?x=1", "../renew/", "../fees/", "../fees/?a=b#card"] {
      #expect(text.contains("<a href=\"\(link)\">"), "\(link)")
    }
    #expect(site.problems == [])
  }

  @Test("ids are compared as a browser compares them, and never those of the elements around the text")
  func ids() async throws {
    let nfd = try await site(["content/2025/t.md": page("\n## Gro\u{308}\u{DF}e\n\n[a](#gr\u{F6}\u{DF}e)\n")])
    #expect(nfd.problems.contains { $0.contains("link.anchor") })
    let content = try await site([
      "templates/page.mustache": "<main id=\"content\"><h1>{{page.title}}</h1>{{{page.html}}}</main>",
      "content/2025/t.md": page("\n## Content\n\n[a](#content-1)\n\n## B {#content}\n"),
    ])
    let text = try #require(content.text("2025/t/index.html"))
    #expect(
      text.contains("<h2 id=\"content-1\">") && content.problems.contains { $0.contains("markdown.duplicate-id") })
  }

  @Test("a fact's role works in titles, alternative texts, captions, addresses and directives' titles")
  func facts() async throws {
    let site = try await site([
      "content/2025/t.md":
        "---\ntitle: 有效 {data}`fees.years` 年\ndescription: D{data}`fees.years`\norder: 90\n---\n\n"
        + "![图 {data}`fees.years`](figures/desk.svg \"题 {data}`fees.years`\")\n\n"
        + "[a](fees.md \"注 {data}`fees.years`\") [b](https://x.example/{data}`fees.years`) \\{data}`fees.years`\n\n"
        + "```{note} 满 {data}`fees.years` 年\n正文\n```\n",
      "templates/page.mustache":
        "<h1>{{page.title}}</h1><p>{{page.description}}</p>{{{page.html}}}",
      "templates/directives/note.mustache": "<b>{{title}}</b>{{{html}}}",
    ])
    let text = try #require(site.text("2025/t/index.html"))
    for part in [
      "<h1>有效 3 年</h1>", "<p>D3</p>", "alt=\"图 3\"", "<figcaption>题 3</figcaption>", "title=\"注 3\"",
      "href=\"https://x.example/3\"", "{data}<code>fees.years</code>", "<b>满 3 年</b>",
    ] {
      #expect(text.contains(part), "\(part) in \(text)")
    }
    #expect(site.problems == [])
    let wrong = try await self.site([
      "content/2025/t.md":
        "---\ntitle: 有效 {data}`fees.yeers` 年\ndescription: D\norder: 90\n---\n\n[a](fees.md \"{data}`x.y`\")\n"
    ])
    #expect(
      wrong.problems == ["content/2025/t.md:2:8 data.unknown", "content/2025/t.md:7:1 data.unknown"],
      "\(wrong.problems)")
  }

  /// A guide.yml with these lines of versions.
  private func guide(_ versions: String...) -> String {
    "title: G\nlanguage: en\ndescription: D\naddress: https://library.example/card/\nversions:\n"
      + versions.map { "  - {\($0)}\n" }.joined()
  }

  @Test("versions stand newest first")
  func order() async throws {
    let (new, old) = ("id: '2025', title: A, status: current", "id: '2024', title: B, status: superseded")
    let oldFirst = try await site(["content/guide.yml": guide(old, new)])
    #expect(oldFirst.problems.contains("content/guide.yml:7:5 guide.order"), "\(oldFirst.problems)")
    let dates = try await site([
      "content/guide.yml": guide("\(new), published: 2024-01-01", "\(old), published: 2025-01-01")
    ])
    #expect(dates.problems.contains("content/guide.yml:7:5 guide.order"), "\(dates.problems)")
    let unlisted = ["2010", "2099", "2100"].map { "content/\($0) guide.unlisted" }
    #expect(try await site(["content/guide.yml": guide(new, old)]).problems == unlisted)
  }

  @Test("a former name wins over an equal name, and one that names nothing is an error")
  func formerNames() async throws {
    func page(_ title: String, _ more: String = "") -> String {
      "---\ntitle: \(title)\ndescription: D\norder: 80\n\(more)---\nx\n"
    }
    let site = try await site([
      "content/2024/price.md": page("Old"), "content/2025/cost.md": page("Cost", "formerly: [price]\n"),
      "content/2025/price.md": page("Other"),
      "templates/page.mustache":
        "<h1>{{page.title}}</h1>{{#versions}}<a href=\"{{url}}\">{{id}}</a>{{/versions}}{{{page.html}}}",
    ])
    #expect(site.problems == ["content/2025/cost.md:5:12 page.name-reused"], "\(site.problems)")
    #expect(site.text("2024/price/index.html")?.contains("<a href=\"../../2025/cost/\">2025</a>") == true)
    #expect(site.text("2025/price/index.html")?.contains("<a href=\"../../2024/\">2024</a>") == true)
    let wrong = try await self.site(["content/2025/cost.md": page("Cost", "formerly: [prices]\n")])
    #expect(wrong.problems == ["content/2025/cost.md:5:12 page.formerly"], "\(wrong.problems)")
  }

  @Test("files that are no part of a guide are told and no more; pictures may end in capitals")
  func files() async throws {
    let site = try await site([
      "content/2025/figures/Thumbs.db": "x", "content/2025/figures/IMG_1.JPG": "x",
      "content/2025/figures/sub/a.svg": "<svg/>",
      "content/2025/data/more.yaml": "a: 1\n", "content/2025/forms/notes.txt": "x",
      "content/2025/t.md": page("\n![a](figures/IMG_1.JPG)\n"),
    ])
    #expect(
      site.problems == [
        "content/2025/data/more.yaml content.unknown-file", "content/2025/figures/Thumbs.db content.unknown-file",
        "content/2025/figures/sub content.unknown-file", "content/2025/forms/notes.txt content.unknown-file",
      ], "\(site.problems)")
    #expect(site.text("2025/figures/IMG_1.JPG") == "x")
  }

  @Test(
    "front matter may have blanks behind its lines and empty lines before them",
    arguments: [
      "--- \ntitle: T\ndescription: D\norder: 9\n---\t\n", "\n\n---\ntitle: T\ndescription: D\norder: 9\n---\n",
    ])
  func frontMatter(_ matter: String) async throws {
    let site = try await site(["content/2025/t.md": matter + "\n[a](nowhere.md)\n"])
    let line = matter.split(separator: "\n", omittingEmptySubsequences: false).count + 1
    #expect(site.problems == ["content/2025/t.md:\(line):1 link.broken"], "\(site.problems)")
    let unclosed = try await self.site(["content/2025/t.md": "\n---\ntitle: T\n"])
    #expect(unclosed.problems.contains("content/2025/t.md:2:1 front-matter.unclosed"), "\(unclosed.problems)")
  }

  @Test("the sitemap lists each page once, at its canonical address")
  func sitemap() async throws {
    let site = try await site([:])
    let map = try #require(site.text("sitemap.xml"))
    #expect(map.contains("card/2025/fees/") && !map.contains("card/2024/renewal/"), "\(map)")
    #expect(site.text(".nojekyll")?.isEmpty == true)
  }
}

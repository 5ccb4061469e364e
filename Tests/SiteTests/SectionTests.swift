import Diagnostics
import Foundation
import Site
import Testing

@Suite("Folders and files of a version")
struct SectionTests {
  private static func page(_ title: String, _ more: String = "", _ text: String = "Words.") -> String {
    "---\ntitle: \(title)\ndescription: About it.\norder: 1\n\(more)---\n\(text)\n"
  }

  /// A site of TinyGuide with more files, and what was found.
  private static func site(
    _ changes: [String: String?], drafts: Bool = false
  ) async throws -> (site: SiteOutput, problems: [String]) {
    let root = try Fixtures.changedTinyGuide(changes)
    defer { try? FileManager.default.removeItem(at: root) }
    let (site, diagnostics) = try await Fixtures.site(root: root, drafts: drafts)
    return (site, diagnostics.map { "\($0.place.map { "\($0)" } ?? "") \($0.id)" })
  }

  private static let sections: [String: String?] = [
    "content/2025/costs/index.md": page(
      "All fees", "", "[late](late/index.md) [card](card.md#price) [home](../index.md)"),
    "content/2025/costs/card.md": page(
      "Fee of a card", "",
      "## Price\n\n[all](index.md) [late](late/index.md) [old](../../2025/index.md) ![A desk](desk.png)"),
    "content/2025/costs/late/index.md": page("Late fees", "", "[card](../card.md)"),
    "content/2025/costs/late/books.md": page("Late books"),
    "content/2025/t.md": page("A page", "", "[card](costs/card.md) [late](./costs/late/books.md)"),
    "content/2025/costs/desk.png": "\u{89}PNG",
  ]

  @Test("a folder is a section: addresses, links from where a file stands, pictures beside pages")
  func addresses() async throws {
    let (site, problems) = try await Self.site(Self.sections)
    #expect(problems == [])
    let card = try #require(site.text("2025/costs/card/index.html"))
    for link in ["href=\"../\">all", "href=\"../late/\">late", "href=\"../../\">old", "src=\"../desk.png\""] {
      #expect(card.contains(link), "\(link)")
    }
    let index = try #require(site.text("2025/costs/index.html"))
    for link in ["href=\"late/\">late", "href=\"card/#price\">card", "href=\"../\">home"] {
      #expect(index.contains(link), "\(link)")
    }
    #expect(site.text("2025/t/index.html")?.contains("href=\"../costs/late/books/\">late") == true)
    #expect(site.text("2025/costs/late/index.html")?.contains("href=\"../card/\">card") == true)
    #expect(site.files.contains { $0.path == "2025/costs/desk.png" })
    #expect(site.text("latest/costs/late/books/index.html")?.contains("../../../../2025/costs/late/books/") == true)
  }

  @Test("a link that leads nowhere is told the page that was meant, as it is written there")
  func nearPage() async throws {
    var changes = Self.sections
    changes["content/2025/costs/收费.md"] = Self.page("Prices")
    changes["content/2025/t.md"] = Self.page(
      "A page", "", "[1](costs/cart.md) [2](costs/收废.md) [3](../2024/indx.md) [4](costs/late/book.md)")
    changes["content/2025/costs/late/index.md"] = Self.page("Late fees", "", "[5](../cart.md)")
    let root = try Fixtures.changedTinyGuide(changes)
    defer { try? FileManager.default.removeItem(at: root) }
    let problems = try await Fixtures.site(root: root).1
    #expect(
      problems.filter { $0.id == "link.broken" }.map { $0.hint ?? "none" }
        == ["../card.md", "costs/card.md", "costs/收费.md", "../2024/index.md", "costs/late/books.md"].map {
          "Did you mean “\($0)”?"
        })
  }

  @Test("a page of a section names the sections above it, and stands in their navigation")
  func navigation() async throws {
    let site = try await Self.site(Self.sections).site
    let books = try #require(site.text("2025/costs/late/books/index.html"))
    let crumbs = try #require(books.firstMatch(of: /class="crumbs".*?<\/nav>/.dotMatchesNewlines())?.output)
    let links = crumbs.matches(of: /href="([^"]*)">([^<]+)</).map { "\($0.output.1) \($0.output.2)" }
    #expect(links == ["../../../ Home", "../../ All fees", "../ Late fees"])
    #expect(site.text("2025/t/index.html")?.contains("class=\"crumbs\"") == false)
    let section = try #require(books.firstMatch(of: /class="nav-section">(.*?)<\/ul>/.dotMatchesNewlines())?.output.1)
    #expect(
      section.matches(of: /href="([^"]*)"/).map { String($0.output.1) } == [
        "../../../costs/card/", "../../../costs/late/", "./",
      ])
    // Reading order: a section before its pages.
    #expect(books.contains("<a href=\"../\" rel=\"prev\">Late fees"))
  }

  @Test("a section needs a page, a page one address")
  func wrong() async throws {
    let problems = try await Self.site([
      "content/2025/costs/card.md": Self.page("Card"), "content/2025/t.md": Self.page("T"),
      "content/2025/t/index.md": Self.page("T"), "content/2025/search.md": Self.page("S"),
      "content/2025/all/index.md": Self.page("A"),
    ]).problems
    #expect(
      problems == [
        "content/2025/all/index.md page.name", "content/2025/costs/index.md content.no-section",
        "content/2025/search.md page.name", "content/2025/t.md page.same-address",
      ])
  }

  @Test("an attachment is linked with its kind and size, and published as it is")
  func attachments() async throws {
    let (site, problems) = try await Self.site([
      "content/2025/files/委托书.docx": String(repeating: "a", count: 1500),
      "content/2025/files/left.pdf": "b",
      "content/2025/costs/index.md": Self.page("F", "", "[paper](../files/委托书.docx)"),
      "content/2025/t.md": Self.page("T", "", "[paper](files/委托书.docx) [none](files/x.docx)"),
    ])
    #expect(problems == ["content/2025/t.md:6:25 link.file"])
    let link =
      "<a class=\"file\" href=\"../files/%E5%A7%94%E6%89%98%E4%B9%A6.docx\" download>paper "
      + "<span class=\"file-facts\">DOCX 2 KB</span></a>"
    #expect(site.text("2025/t/index.html")?.contains(link) == true)
    #expect(site.text("2025/costs/index.html")?.contains(link) == true)
    #expect(site.text("2025/files/委托书.docx")?.count == 1500)
    let unlinked = site.unlinked.map { "\($0.place.map { "\($0)" } ?? "") \($0.id)" }
    #expect(unlinked.contains("content/2025/files/left.pdf file.unlinked"))
  }

  @Test("a file that a browser would run is none", arguments: ["a.html", "a.SVG", "a.js", "a.html "])
  func activeFiles(_ name: String) async throws {
    #expect(
      try await Self.site(["content/2025/files/\(name)": "<p>"]).problems == ["content/2025/files/\(name) file.kind"])
  }

  @Test("a draft page is made, but nothing leads there; a link to it is told")
  func drafts() async throws {
    let changes: [String: String?] = [
      "content/2025/secret.md": Self.page("Secret words", "draft: true\n"),
      "content/2025/t.md": Self.page("T", "", "[it](secret.md)"),
    ]
    let (site, problems) = try await Self.site(changes)
    #expect(problems == ["content/2025/t.md:6:1 link.draft"])
    #expect(site.text("2025/secret/index.html")?.contains("<meta name=\"robots\" content=\"noindex\">") == true)
    for file in site.files where file.path != "2025/secret/index.html" {
      #expect(!String(decoding: file.bytes, as: UTF8.self).contains("Secret words"), "\(file.path)")
    }
    #expect(site.text("sitemap.xml")?.contains("secret") == false)
    let listed = try await Self.site(changes, drafts: true)
    #expect(listed.problems == [])
    #expect(listed.site.text("2025/index.html")?.contains("Secret words") == true)
  }

  @Test("retired addresses lead on")
  func redirects() async throws {
    let guide = try String(contentsOf: Fixtures.folder.appending(path: "TinyGuide/content/guide.yml"), encoding: .utf8)
    let (site, problems) = try await Self.site([
      "content/guide.yml": guide + """
        redirects:
          old/way: 2025/index.md
          /2025/gone/: 2025/t.md#there
          2025/away.html: https://example.org/x
          2025/t: 2025/index.md
          2025/nothing: 2025/tt.md
          ../up: 2025/index.md
          empty: ""

        """,
      "content/2025/t.md": Self.page("T", "", "## There"),
    ])
    let lines = guide.split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(
      problems == [
        "content/guide.yml:\(lines + 4):11 guide.redirects", "content/guide.yml:\(lines + 5):17 link.broken",
        "content/guide.yml:\(lines + 6):3 guide.redirects", "content/guide.yml:\(lines + 7):3 guide.redirects",
      ])
    #expect(site.text("old/way/index.html")?.contains("url=../../2025/\"") == true)
    #expect(site.text("2025/gone/index.html")?.contains("url=../t/#there\"") == true)
    #expect(site.text("2025/away.html")?.contains("url=https://example.org/x\"") == true)
  }

  @Test("all pages of a version stand on one, links lead to places on it")
  func whole() async throws {
    let (site, problems) = try await Self.site(Self.sections)
    #expect(problems == [])
    let whole = try #require(site.text("2025/all/index.html"))
    for piece in [
      "id=\":costs/card\"", "id=\"costs/card:price\"", "href=\"#costs/card:price\">card",
      "href=\"#:costs/late/books\">late",
      "src=\"../costs/desk.png\"", "href=\"#:index\">home", "content=\"noindex\"",
    ] {
      #expect(whole.contains(piece), "\(piece)")
    }
    let ids = whole.matches(of: /[ ]id="([^"]+)"/).map { String($0.output.1) }
    #expect(ids.count == Set(ids).count)
    for link in whole.matches(of: /href="#([^"]+)"/) {
      #expect(ids.contains(String(link.output.1)), "\(link.output.1)")
    }
    #expect(site.text("sitemap.xml")?.contains("/all/") == false)
  }

  @Test("pictures tell their size where they have one")
  func pictureSizes() async throws {
    let (site, problems) = try await Self.site([
      "content/2025/a.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"30px\"/>",
      "content/2025/b.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\" width=\"100%\"/>",
      "content/2025/t.md": Self.page("T", "", "![A](a.svg) ![B](b.svg)"),
    ])
    #expect(problems == [])
    #expect(site.text("2025/t/index.html")?.contains("alt=\"A\" width=\"40\" height=\"30\" loading") == true)
    #expect(site.text("2025/t/index.html")?.contains("alt=\"B\" loading") == true)
  }

  @Test("a key that nothing reads is told, whatever writes the rest")
  func unreadFacts() async throws {
    let page = Self.page("T", "", "{data}`more.named.x` {data}`more.list.one.y`\n\n```{prices} fees\n```")
    let changes: [String: String?] = [
      "content/2025/t.md": page, "content/2025/fees.md": nil,
      "content/2025/data/more.yml": "named: {x: 1, z: 2}\nlist:\n  - {id: one, y: 3}\nnobody: 4\n",
      "content/2025/data/lone.yml": "a: 1\n",
    ]
    let problems = try await Self.site(changes).problems.filter { $0.contains("data.") }
    #expect(
      problems == [
        "content/2025/data/lone.yml data.unread", "content/2025/data/more.yml:1:15 data.unread",
        "content/2025/data/more.yml:4:1 data.unread",
      ])
  }

  @Test("a draft's former names and its counterparts lead nowhere, retired addresses neither")
  func draftsLeadNowhere() async throws {
    let guide = try String(contentsOf: Fixtures.folder.appending(path: "TinyGuide/content/guide.yml"), encoding: .utf8)
    let (site, problems) = try await Self.site([
      "content/guide.yml": guide + "redirects: {old: 2025/secret.md}\n",
      "content/2025/secret.md": Self.page("Secret words", "draft: true\nformerly: [gone]\n"),
      "content/2024/gone.md": Self.page("Gone"), "content/2024/secret.md": Self.page("Earlier"),
    ])
    #expect(problems.map { $0.split(separator: " ").last ?? "" } == ["link.draft"])
    for file in site.files where file.path != "2025/secret/index.html" {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains("Secret words") && !text.contains("2025/secret"), "\(file.path)")
    }
  }

  @Test("a retired address is one that a browser can ask for")
  func retiredAddresses() async throws {
    let guide = try String(contentsOf: Fixtures.folder.appending(path: "TinyGuide/content/guide.yml"), encoding: .utf8)
    func problems(_ entry: String) async throws -> [String] {
      try await Self.site(["content/guide.yml": guide + "redirects:\n  \(entry)\n"]).problems
        .map { String($0.split(separator: " ").last ?? "") }
    }
    for entry in [
      "\"x?y\": 2025/index.md", "\"x#y\": 2025/index.md", ".zhinan-files: 2025/index.md",
      ".zhinan-files/x: 2025/index.md",
      "a/.b: 2025/index.md", "\"x\\u202e\": 2025/index.md", "x: https://", "x: \"https://a b/\"",
      "\(String(repeating: "a", count: 300)): 2025/index.md",
    ] {
      #expect(try await problems(entry) == ["guide.redirects"], "\(entry)")
    }
    for entry in ["assets/site.css: 2025/index.md", "robots.txt/: 2025/index.md", "2025/FEES: 2025/index.md"] {
      #expect(try await !problems(entry).isEmpty, "\(entry)")
    }
    let (site, none) = try await Self.site([
      "content/guide.yml": guide + "redirects: {\"%E6%97%A7\": 2025/index.md, v1.0: 2025/fees.md}\n"
    ])
    #expect(none == [])
    #expect(site.text("旧/index.html") != nil && site.text("v1.0/index.html") != nil)
  }

  @Test(
    "texts with nothing to see, and what no text holds, are errors in front matter and data",
    arguments: [
      "title: \"\\u200B\"", "title: \"  \"", "title: \"a\\u0001\"", "short-title: \"\\u3000\"", "source: \"a\\0\"",
    ])
  func unfitTexts(_ line: String) async throws {
    let head = line.hasPrefix("title") ? line : "title: T\n\(line)"
    let problems = try await Self.site([
      "content/2025/t.md": "---\n\(head)\ndescription: D\norder: 1\n---\nW\n"
    ]).problems
    #expect(problems.count == 1 && (problems[0].hasSuffix("page.blank") || problems[0].hasSuffix("markdown.control")))
  }

  @Test("a section takes its pages along when it is renamed")
  func renamedSection() async throws {
    let (site, problems) = try await Self.site([
      "content/2024/old/index.md": Self.page("Old"), "content/2024/old/key.md": Self.page("Key"),
      "content/2025/new/index.md": Self.page("New", "formerly: [old]\n"), "content/2025/new/key.md": Self.page("Key"),
      "content/2025/t.md": Self.page("T", "", "[a](old/index.md) [b](old/key.md)"),
    ])
    #expect(problems == [])
    #expect(site.text("2025/old/key/index.html")?.contains("url=../../new/key/") == true)
    #expect(site.text("2024/old/key/index.html")?.contains("../../../2025/new/key/") == true)
  }

  @Test("addresses hold what addresses can; a number in a link is no second link")
  func fitAddresses() async throws {
    let (site, problems) = try await Self.site([
      "content/2025/data/more.yml": "tel: 024 6787\n",
      "content/2025/t.md": Self.page(
        "T", "",
        "[a](https://example.org/a?q={data}`more.tel`%zz) [b](<fees.md?q=a b\"c>) [c {tel}`more.tel`](fees.md) [d](<tel:024 67>)"
      ),
    ])
    #expect(problems == [])
    let text = try #require(site.text("2025/t/index.html"))
    for piece in [
      "href=\"https://example.org/a?q=024%206787%25zz\"", "href=\"../fees/?q=a%20b%22c\"",
      "<a href=\"../fees/\">c 024 6787</a>",
      "href=\"tel:02467\"",
    ] {
      #expect(text.contains(piece), "\(piece)")
    }
  }

  @Test("what stood under latest/ leads on, over any number of versions")
  func chainOfNames() async throws {
    let guide = try String(contentsOf: Fixtures.folder.appending(path: "TinyGuide/content/guide.yml"), encoding: .utf8)
    let (site, problems) = try await Self.site([
      "content/guide.yml": guide + "  - {id: \"2023\", title: Edition of 2023, status: superseded}\n",
      "content/2023/index.md": "---\ntitle: Home\ndescription: D\n---\nW\n", "content/2023/a.md": Self.page("A"),
      "content/2024/b.md": Self.page("B", "formerly: [a]\n"), "content/2025/c.md": Self.page("C", "formerly: [b]\n"),
    ])
    #expect(problems == [])
    #expect(site.text("latest/a/index.html")?.contains("url=../../2025/c/") == true)
    #expect(site.text("latest/b/index.html")?.contains("url=../../2025/c/") == true)
  }

  @Test("a name in decomposed letters is a name")
  func decomposedName() async throws {
    let (site, problems) = try await Self.site([
      "content/2025/cafe\u{301}.md": Self.page("Café"), "content/2025/t.md": Self.page("T", "", "[c](caf\u{E9}.md)"),
    ])
    #expect(problems == [])
    #expect(site.text("2025/t/index.html")?.contains("href=\"../cafe%CC%81/\"") == true)
  }

  @Test("a template that asks for what only others are filled with is told at its line")
  func namesOfOtherTemplates() async throws {
    let problems = try await Self.site([
      "templates/redirect.mustache": "{{url}} {{title}}\n{{#navigation}}x{{/navigation}}\n{{#hasStep}}y{{/hasStep}}\n"
    ]).problems
    #expect(
      problems == [
        "templates/redirect.mustache:2:1 template.unknown-key", "templates/redirect.mustache:3:1 template.unknown-key",
      ])
  }
}

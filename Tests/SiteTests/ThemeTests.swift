import Diagnostics
import Foundation
import Site
import Testing

@Suite("The theme under another guide")
struct ThemeTests {
  /// LibraryGuide under this repository's theme, with some files written anew or removed (`nil`).
  static func guide(_ changes: [String: String?] = [:]) throws -> URL {
    let root = try Fixtures.temporaryFolder()
    let project = Fixtures.folder.deletingLastPathComponent().deletingLastPathComponent()
    try FileManager.default.copyItem(
      at: Fixtures.folder.appending(path: "LibraryGuide/content"), to: root.appending(path: "content"))
    try FileManager.default.copyItem(at: project.appending(path: "templates"), to: root.appending(path: "templates"))
    try Fixtures.write(changes, below: root)
    return root
  }

  static func site(_ changes: [String: String?] = [:]) async throws -> (site: SiteOutput, problems: [String]) {
    let root = try guide(changes)
    defer { try? FileManager.default.removeItem(at: root) }
    let (site, diagnostics) = try await Fixtures.site(root: root)
    return (site, diagnostics.flatMap { DiagnosticFormat.text.lines(for: $0).split(separator: "\n").map(String.init) })
  }

  private static func text(of path: String) throws -> String {
    try String(contentsOf: Fixtures.folder.appending(path: "LibraryGuide/content/\(path)"), encoding: .utf8)
  }

  @Test("finds nothing to say")
  func nothing() async throws {
    #expect(try await Self.site().problems == [])
  }

  @Test("shows contacts, terms, elements and addresses, and no notice that the guide does not have")
  func directives() async throws {
    let site = try await Self.site().site
    let ask = try #require(site.text("v1/ask/index.html"))
    for part in [
      "<a class=\"phone\" href=\"tel:010-12345679\">010-12345679</a>", "<p>市图书馆：办证</p>", "联系人：李老师",
      "印作 4001234567。", "<p>电话：<span class=\"tag tag-absent\">未载明</span></p>", "<p>出处的写法：借书证</p>",
      "<dt>押金</dt><dd><p>退证时退还的钱。",
    ] { #expect(ask.contains(part), "\(part)") }
    let home = try #require(site.text("v1/index.html"))
    #expect(home.contains("<dt>办理时限</dt><dd><p><span class=\"tag tag-absent\">未载明</span></p><p>一般当天办好。"))
    #expect(home.contains("<a href=\"https://library.example/home?lang=zh\" rel=\"noopener external\">"))
    #expect(home.contains("<p>本站是静态网页"))
    // A chart's way back, in the drawing and in words.
    #expect(home.contains("<li><strong>材料不全</strong>\n<br>补齐再交<br>回到“申请”</li>"))
    #expect(home.contains(">↑ 申请</text>") && home.contains("<br>复核<br>回到“审核”</li>"))
    let front = try #require(site.text("index.html"))
    #expect(front.contains("一步一步办") && front.contains("开始办理") && front.contains("tel:400-123-4567"))
    #expect(!front.contains("分馆"))
    #expect(site.text("v0/index.html")?.contains("<strong>这一版已被取代。</strong>办事请看“第一版”。") == true)
  }

  @Test("says the guide's words where it has some")
  func words() async throws {
    let guide = try Self.text(of: "guide.yml")
    let (site, problems) = try await Self.site([
      "content/guide.yml": guide
        + "notice-title: 不是官方网站。\nnotice: 以馆内告示为准。\nwords:\n  superseded: 旧告示\n  steps: 两步\n  corrent: 新\n"
    ])
    #expect(problems.count == 2 && problems[0].hasPrefix("content/guide.yml:14:3: error:"))
    #expect(problems[1].contains("current"))
    let front = try #require(site.text("index.html"))
    #expect(front.contains("<p><strong>不是官方网站。</strong>以馆内告示为准。本站"))
    #expect(front.contains("<span class=\"tag superseded\">旧告示</span>") && front.contains(">两步</h2>"))
  }

  @Test("lies under the guide's own templates")
  func own() async throws {
    let (site, problems) = try await Self.site([
      "content/templates/partials/footer.mustache": "<footer>{{site.title}}，馆内制作</footer>\n",
      "content/templates/directives/rooms.mustache": "<p>{{data.floor}}楼</p>\n",
      "content/templates/assets/icon.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0h1\"/></svg>\n",
      "content/v1/data/rooms.yml": "floor: 3\n",
      "content/v1/fetch.md": try Self.text(of: "v1/fetch.md") + "\n```{rooms}\n```\n",
      // A directive of the guide's own in the place of the theme's asks for no shape.
      "content/templates/directives/glossary.mustache": "<p>{{data.only}}</p>\n",
      "content/v1/data/glossary.yml": "only: 一个词\n",
    ])
    #expect(problems == [])
    #expect(site.text("v1/fetch/index.html")?.contains("<p>3楼</p>") == true)
    #expect(site.text("index.html")?.contains("馆内制作</footer>") == true)
    #expect(site.text("assets/icon.svg")?.contains("M0 0h1") == true)
    #expect(site.text("v1/ask/index.html")?.contains("<p>一个词</p>") == true)
  }

  @Test("checks the guide's own templates as its own")
  func ownProblems() async throws {
    let problems = try await Self.site([
      "content/templates/partials/footer.mustache": "<footer>{{site.titel}}</footer>\n",
      "content/templates/assets/page.html": "x",
      "content/templates/partials/colophon.mustache": "{{#open}}\n",
    ]).problems
    for start in [
      "content/templates/assets/page.html: error:", "content/templates/partials/footer.mustache:1:9: error:",
      "content/templates/partials/colophon.mustache:1:1: error:",
    ] { #expect(problems.contains { $0.hasPrefix(start) }, "\(start) \(problems)") }
  }

  @Test("tells what a directive's file lacks or has wrong, all at once")
  func shapes() async throws {
    let problems = try await Self.site([
      "content/v1/data/contacts.yml": """
      rows:
        - {name: 甲, phone: [010-12345678]}
        - {name: [乙], phones: 010-12345678, remark: 丙}
        - {phones: [见告示], absent: yes}
        - {name: 丁, note: 自己的}
        - 戊
        - {nam: 己, phones: [010-12345678]}
      source: 告示

      """,
      "content/v1/data/glossary.yml": "terms: [{term: a}]\n",
      "content/v1/data/elements.yml": "rows: {name: a}\n",
      "content/v1/data/addresses.yml": "rows: [{name: 甲, address: library.example, adress: a}]\n",
    ]).problems
    #expect(
      problems.filter { !$0.hasPrefix(" ") } == [
        "content/v1/data/addresses.yml:1:27: error: “address” should be an address that begins with https:// or http://, "
          + "but is library.example. [data.shape]",
        "content/v1/data/addresses.yml:1:44: warning: Nothing reads “adress”. [data.unread]",
        "content/v1/data/contacts.yml:2:15: error: The directive “contacts” knows no key “phone”. [data.shape]",
        "content/v1/data/contacts.yml:3:12: error: “name” should be a text, but is a list. [data.shape]",
        "content/v1/data/contacts.yml:3:25: error: “phones” should be a list of telephone numbers, but is 010-12345678. "
          + "[data.shape]",
        "content/v1/data/contacts.yml:3:39: error: The directive “contacts” knows no key “remark”. [data.shape]",
        "content/v1/data/contacts.yml:4:5: error: The directive “contacts” needs the key “name” here. [data.shape]",
        "content/v1/data/contacts.yml:4:15: error: “见告示” in “phones” is no single telephone number. [data.shape]",
        "content/v1/data/contacts.yml:4:29: error: “absent” should be true, but is yes. [data.shape]",
        "content/v1/data/contacts.yml:5:5: error: The directive “contacts” needs one of the keys phones, absent here. "
          + "[data.shape]",
        "content/v1/data/contacts.yml:5:15: warning: Nothing reads “note”. [data.unread]",
        "content/v1/data/contacts.yml:6:5: error: The directive “contacts” asks for keys with values here, but this is a "
          + "text. [data.shape]",
        "content/v1/data/contacts.yml:7:6: error: The directive “contacts” knows no key “nam”. [data.shape]",
        "content/v1/data/contacts.yml:8:1: error: The directive “contacts” knows no key “source”. [data.shape]",
        "content/v1/data/elements.yml:1:7: error: “rows” should be a list, but is a map. [data.shape]",
        "content/v1/data/glossary.yml:1:1: error: The directive “glossary” needs the key “rows” here. [data.shape]",
      ])
  }

  @Test("tells words that are missing in the guide's language, the icon, and steps that nobody wrote")
  func lacking() async throws {
    let project = Fixtures.folder.deletingLastPathComponent().deletingLastPathComponent()
    let labels = try String(contentsOf: project.appending(path: "templates/labels.yml"), encoding: .utf8)
    let (site, problems) = try await Self.site([
      "templates/labels.yml": labels.split(separator: "\n").filter {
        !$0.hasPrefix("flow") && !$0.hasPrefix("table:") && !$0.hasPrefix("  superseded:")
      }.joined(separator: "\n") + "\n",
      "templates/assets/icon.svg": nil,
      "content/v1/apply.md": try Self.text(of: "v1/apply.md").replacing("step: 1\n", with: ""),
      "content/v1/fetch.md": try Self.text(of: "v1/fetch.md").replacing("step: 2\n", with: ""),
    ])
    let told = problems.filter { !$0.hasPrefix(" ") }
    #expect(
      told == [
        "content/guide.yml:7:5: warning: The front page lists the pages with a “step”, and this version has none; the "
          + "list is left out. [guide.no-steps]",
        "templates/all.mustache:14:60: warning: There is no assets/icon.svg, to which pages refer here. "
          + "[template.no-asset]",
        "templates/labels.yml: warning: These words are not there in zh-CN, so that pages would say them in English: "
          + "flowBack, flowText, table, words.superseded. [labels.lacking]",
      ])
    let front = try #require(site.text("index.html"))
    #expect(!front.contains("一步一步办") && !front.contains("开始办理"))
    #expect(front.ranges(of: "id=\"search-term\"").count == 1)
  }
}

import Content
import Diagnostics
import FormPage
import Foundation
import Site
import Testing

@Suite("The page of a form")
struct FormPageTests {
  /// A form with a question of each kind, a list and a place for a pen.
  private static func form(_ id: String = "card", version: String = "2025", parts: [PublishedPart] = [])
    -> PublishedForm
  {
    var code = FormPage.Question(key: "code", label: "Code <1>", kind: .text)
    code.typing = .code
    code.rule = "uscc"
    code.condition = "Only if “Kind” is “New & old”"
    code.autofill = "organization"
    code.notes = ["18 signs"]
    var kind = FormPage.Question(key: "kind", label: "Kind", kind: .choice)
    kind.options = [.init(value: "new", label: "New & old"), .init(value: "lost", label: "Lost")]
    kind.isRequired = true
    var days = FormPage.Question(key: "visits[#].days", label: "Days", kind: .choices)
    days.options = [.init(value: "mo", label: "Monday")]
    days.requirement = "Required if “Kind” is “Lost”"
    var count = FormPage.Question(key: "visits[#].count", label: "Count", kind: .integer)
    count.typing = .digits
    let page = FormPage(
      shortTitle: "Card",
      sections: [
        .init(title: "You", questions: [kind, code]),
        .init(title: "Desk", questions: [FormPage.Question(key: "stamp", label: "Stamp", kind: .blank)]),
        .init(
          title: "Visits",
          repetition: .init(key: "visits", elementTitle: "Visit #", minimum: 1, maximum: 4),
          questions: [days, count, FormPage.Question(key: "sign", label: "Name", kind: .signature)]),
      ])
    return PublishedForm(
      version: version, id: id, title: "Application", formVersion: "1.2", notice: "Bring it.", pageCount: 2,
      fieldCount: 4, page: page, pdf: [0], compiled: [1], parts: parts)
  }

  private func site(_ forms: [PublishedForm], _ changes: [String: String?] = [:]) async throws -> SiteOutput {
    let root = try Fixtures.changedTinyGuide(changes)
    defer { try? FileManager.default.removeItem(at: root) }
    var diagnostics: [Diagnostic] = []
    let today = try Fixtures.day()
    let guide = try #require(GuideReader.read(root: root, today: today, diagnostics: &diagnostics))
    let templates = try #require(TemplateSet.read(root: root, diagnostics: &diagnostics))
    #expect(diagnostics == [])
    return await SiteBuilder.build(guide, templates: templates, forms: forms, extraFiles: [])
  }

  @Test("asks every question in its section, and lists what is filled by hand")
  func questions() async throws {
    let site = try await site([Self.form()])
    #expect(site.diagnostics == [])
    let text = try #require(site.text("2025/forms/card/index.html"))
    for piece in [
      "<h1>Application</h1>\n<p>Bring it.</p>\n<p><a href=\"../card.pdf\">Blank form</a>",
      "<section id=\"s1\" data-step>\n<h2>1 of 2: You</h2>",
      "<div data-key=\"kind\" data-kind=\"choice\">\n<fieldset>\n<legend>Kind *</legend>",
      "<label><input type=\"radio\" name=\"kind\" value=\"new\"> New &amp; old</label>",
      "<div data-key=\"code\" data-kind=\"text\" data-rule=\"uscc\">\n<label for=\"q-code\">Code &lt;1&gt;</label>",
      "<input id=\"q-code\" name=\"code\" type=\"text\" autocapitalize=\"characters\" autocomplete=\"organization\">",
      "<p>Only if “Kind” is “New &amp; old”</p>", "<p>18 signs</p>",
      "<section id=\"s2\" data-step data-group=\"visits\" data-min=\"1\" data-max=\"4\">\n<h2>2 of 2: Visits</h2>\n"
        + "<p>Visit #</p>",
      "<input type=\"checkbox\" name=\"visits[#].days\" value=\"mo\"> Monday",
      "<p>Required if “Kind” is “Lost”</p>",
      "<input id=\"q-visits[#].count\" name=\"visits[#].count\" type=\"text\" inputmode=\"numeric\">",
      "<p>By hand: Stamp</p>\n<p>By hand: Name, signed</p>",
    ] { #expect(text.contains(piece), "\(piece)") }
    #expect(!text.contains("data-key=\"stamp\"") && !text.contains("maxlength") && !text.contains("type=\"number\""))
  }

  @Test("leads to the page that shows its card, to other versions, and is in the sitemap")
  func ways() async throws {
    let site = try await site(
      [Self.form(), Self.form(version: "2024"), Self.form("other")],
      [
        "content/2025/collect.md":
          "---\ntitle: Collect\ndescription: A.\norder: 2\nstep: 2\n---\n> ```{form} card\n> ```\n",
        "templates/directives/form.mustache": "{{form.formPage}}",
      ])
    let text = try #require(site.text("2025/forms/card/index.html"))
    #expect(text.contains("<p>Step 2: <a href=\"../../collect/\">Collect</a></p>"))
    #expect(text.contains("<link rel=\"canonical\" href=\"https://library.example/card/2025/forms/card/\">"))
    #expect(text.contains("<a href=\"../../../2024/forms/card/\">Edition of 2024</a></li>"))
    #expect(text.contains("<a href=\"./\" aria-current=\"true\">Edition of 2025</a></li>"))
    #expect(text.contains("class=\"banner\" data-from=\"2099-01-01\"") && !text.contains("data-until"))
    let old = try #require(site.text("2024/forms/card/index.html"))
    #expect(
      old.contains("<p class=\"banner\" data-until=\"2099-01-01\">Not in force. <a href=\"../../../2025/forms/card/\">")
    )
    #expect(old.contains("<link rel=\"canonical\" href=\"https://library.example/card/2025/forms/card/\">"))
    let other = try #require(site.text("2025/forms/other/index.html"))
    #expect(other.contains("<a href=\"../../../2024/\">Edition of 2024 (home)</a>"))
    #expect(!other.contains("<p>Step"))
    #expect(site.text("latest/forms/card/index.html")?.contains("../../../2025/forms/card/") == true)
    let sitemap = try #require(site.text("sitemap.xml"))
    for path in ["2025/forms/card/", "2024/forms/card/", "2025/forms/other/"] {
      #expect(sitemap.contains("<loc>https://library.example/card/\(path)</loc>"))
    }
  }

  @Test("names the parts that it loads, by addresses of its own site")
  func parts() async throws {
    let parts = [
      PublishedPart(name: "module", path: "assets/module.js", identity: "00ff"),
      PublishedPart(name: "form", path: "2025/forms/card</script>.form.js", identity: "ab"),
    ]
    let site = try await site(
      [Self.form(parts: parts)],
      ["templates/form-page.mustache": "<script type=\"application/json\" id=\"parts\">{{{parts}}}</script>"])
    let text = try #require(site.text("2025/forms/card/index.html"))
    let json = try #require(text.wholeMatch(of: /<script type="application\/json" id="parts">(.*)<\/script>/)).1
    #expect(!json.contains("<"))
    let list = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String]])
    #expect(
      list == [
        ["module", "../../../assets/module.js?v=00ff", "00ff"],
        ["form", "../card%3C/script%3E.form.js?v=ab", "ab"],
      ])
  }

  @Test("knows the version's other forms, for whoever opens a file on the wrong page")
  func otherForms() async throws {
    var strange = Self.form("other")
    strange.page.shortTitle = "</script>“&”"
    let script = "<script type=\"application/json\" id=\"forms\">{{{otherForms}}}</script>"
    let site = try await site(
      [Self.form(), strange, Self.form("old", version: "2024")], ["templates/form-page.mustache": script])
    for (path, expected) in [
      ("2025/forms/card", ["other": ["title": "</script>“&”", "url": "../other/"]]),
      ("2025/forms/other", ["card": ["title": "Card", "url": "../card/"]]), ("2024/forms/old", [:]),
    ] {
      let text = try #require(site.text("\(path)/index.html"))
      let json = try #require(text.wholeMatch(of: /<script type="application\/json" id="forms">(.*)<\/script>/)).1
      #expect(!json.contains("<"))
      let others = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: [String: String]])
      #expect(others == expected)
    }
  }

  @Test("needs its template where there is a form")
  func template() async throws {
    let missing = try await site([Self.form()], ["templates/form-page.mustache": nil])
    #expect(missing.diagnostics.map(\.id) == ["template.missing"])
    #expect(missing.diagnostics.first?.place?.file == "templates/form-page.mustache")
    #expect(try await site([], ["templates/form-page.mustache": nil]).diagnostics == [])
  }
}

@Suite("Pages with tools")
struct ToolPageTests {
  @Test("load the module's parts, and no other page does")
  func parts() async throws {
    let root = try Fixtures.changedTinyGuide([
      "content/2025/sums.md": "---\ntitle: Sums\ndescription: A.\norder: 9\n---\n> ```{sum} fees\n> ```\n",
      "templates/directives/sum.mustache": "<div data-tool=\"rule\" hidden>{{data.years}}</div>",
      "templates/assets/form.js/1.js": "1;", "templates/assets/form.css": "a {}",
      "templates/partials/head.mustache":
        "{{#hasModule}}<link href=\"{{formStyle}}\"><script src=\"{{formScript}}\">{{{parts}}}</script>{{/hasModule}}",
    ])
    defer { try? FileManager.default.removeItem(at: root) }
    var diagnostics: [Diagnostic] = []
    let today = try Fixtures.day()
    let guide = try #require(GuideReader.read(root: root, today: today, diagnostics: &diagnostics))
    let templates = try #require(TemplateSet.read(root: root, diagnostics: &diagnostics))
    #expect(diagnostics == [])
    let part = PublishedPart(name: "module", path: "assets/module.js", identity: "00ff")
    func sites(_ parts: [String: [PublishedPart]]) async -> SiteOutput {
      await SiteBuilder.build(guide, templates: templates, forms: [], extraFiles: [], toolParts: parts)
    }
    let site = await sites(["2025": [part]])
    let text = try #require(site.text("2025/sums/index.html"))
    #expect(text.contains("<link href=\"../../assets/form.css?v="))
    #expect(text.contains("<script src=\"../../assets/form.js?v="))
    #expect(text.contains("[[\"module\",\"../../assets/module.js?v=00ff\",\"00ff\"]]</script>"))
    #expect(text.contains("<div data-tool=\"rule\" hidden>3</div>"))
    for file in site.files where file.path.hasSuffix(".html") && file.path != "2025/sums/index.html" {
      #expect(!String(decoding: file.bytes, as: UTF8.self).contains("form.js"), "\(file.path)")
    }
    #expect(await sites([:]).text("2025/sums/index.html")?.contains("form.js") == false)
  }
}

@Suite("Scripts of one folder")
struct JoinedScriptTests {
  private func assets(_ changes: [String: String?]) async throws -> (SiteOutput, [Diagnostic]) {
    let root = try Fixtures.changedTinyGuide(changes)
    defer { try? FileManager.default.removeItem(at: root) }
    return try await Fixtures.site(root: root)
  }

  @Test("become one script in the order of their names")
  func joined() async throws {
    let (site, diagnostics) = try await assets([
      "templates/assets/form.js/2-last.js": "use();\n", "templates/assets/form.js/1-first.js": "const use = 1;",
      "templates/assets/vendor/a.js": "a;", "templates/assets/b.js": "b;",
    ])
    #expect(diagnostics == [])
    #expect(site.text("assets/form.js") == "(() => {\n\"use strict\";\nconst use = 1;\nuse();\n\n})();\n")
    #expect(site.text("assets/vendor/a.js") == "a;" && site.text("assets/b.js") == "b;")
    #expect(site.text("assets/form.js/1-first.js") == nil)
  }

  @Test("lose comments that begin a line")
  func comments() async throws {
    let script = """
      // one
      /** two */
        /**
         * three
         */
      const use = "// four";  // five
        /** six */ use();
      """
    let (site, diagnostics) = try await assets(["templates/assets/form.js/1.js": script])
    #expect(diagnostics == [])
    #expect(
      site.text("assets/form.js")
        == "(() => {\n\"use strict\";\nconst use = \"// four\";  // five\n use();\n})();\n")
  }

  @Test("stand alone there")
  func other() async throws {
    let (_, diagnostics) = try await assets(["templates/assets/form.js/read.txt": "a"])
    #expect(diagnostics.map(\.id) == ["template.asset"])
    #expect(diagnostics.first?.place?.file == "templates/assets/form.js/read.txt")
  }
}

@Suite("Words of forms")
struct FormWordTests {
  @Test("come from labels.yml, and must have their places")
  func places() async throws {
    let root = try Fixtures.changedTinyGuide([
      "templates/labels.yml":
        "forms:\n  when: \"Nur wenn {condition}\"\n  chosen: \"{question} ist so\"\n  andd: und\n  optionSeparator: \"\"\n"
    ])
    defer { try? FileManager.default.removeItem(at: root) }
    var diagnostics: [Diagnostic] = []
    let today = try Fixtures.day()
    let guide = try #require(GuideReader.read(root: root, today: today, diagnostics: &diagnostics))
    #expect(diagnostics.map(\.id).sorted() == ["labels.place", "labels.unknown-key"])
    #expect(diagnostics.first { $0.id == "labels.place" }?.place?.line == 3)
    #expect(guide.labels.forms.when == "Nur wenn {condition}" && guide.labels.forms.optionSeparator == "")
    #expect(guide.labels.forms.and == FormWords().and)
  }
}

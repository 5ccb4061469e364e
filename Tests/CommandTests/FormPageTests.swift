import Foundation
import Testing

@Suite(.serialized) struct FormPages {
  private static let forms = ["ca-application", "pickup", "seal-sample"]
  private static let policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; "
    + "form-action 'none'; base-uri 'none'"

  /// The site of a guide, by path.
  private func site(_ root: URL) throws -> [String: [UInt8]] {
    let folder = try Folder()
    let run = try Zhinan.run("build", "--root", root.path, "--output", folder.path("site"))
    try #require(run.status == 0, "\(run.problems)")
    return try folder.files.reduce(into: [:]) { site, file in
      if file.key.hasPrefix("site/") { site[String(file.key.dropFirst(5))] = Array(file.value) }
    }
  }

  private func text(_ path: String, _ site: [String: [UInt8]]) throws -> String {
    String(decoding: try #require(site[path], "\(path)"), as: UTF8.self)
  }

  @Test func theirPolicyLetsTheModuleRunAndNothingBeSent() throws {
    for (path, bytes) in try site(project) where path.hasSuffix("index.html") && !path.hasPrefix("latest/") {
      let page = String(decoding: bytes, as: UTF8.self)
      // Where all pages stand on one, tools stay hidden.
      let isForm = path.contains("/forms/") || page.contains(" data-tool=") && !path.hasSuffix("/all/index.html")
      #expect(page.contains("content=\"\(Self.policy)\"") == isForm, "\(path)")
      #expect(page.contains("wasm") == isForm, "\(path)")
      #expect(!page.contains(" style=") && !page.contains(" onclick="))
      for script in page.matches(of: /<script[^>]*>/) {
        #expect(
          script.0.contains("src=\"../") || script.0.contains("application/json") || path == "index.html"
            || path.hasSuffix("/search/index.html") && script.0.contains("src=\"table.js?v="), "\(path)")
      }
    }
  }

  /// The scripts hold the very bytes that are published beside them, all but the module, and the page knows their
  /// identities.
  @Test(arguments: [(project, "2026-12", forms, "zh-CN"), (tinyGuide, "2025", ["library-card"], "en")])
  func theirPartsAreTheFilesBesideThem(root: URL, version: String, forms: [String], language: String) throws {
    let site = try site(root)
    for form in forms {
      let page = try text("\(version)/forms/\(form)/index.html", site)
      let json = try #require(page.firstMatch(of: /id="parts">(.*?)<\/script>/)).1
      let parts = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String]])
      #expect(Array(parts.map { $0[0] }.prefix(3)) == ["module", "messages", "form"])
      let glyphs = root == project ? ["glyphs-0", "glyphs-1", "blank", "glyphs-2"] : ["blank"]
      // Only a guide that says which files a platform takes has a tool that looks at scans.
      let tools = root == project ? ["module-tools", "facts"] : []
      #expect(parts.dropFirst(3).map { $0[0] } == glyphs + ["module-tables"] + tools)
      let raw = [
        "messages": "\(version)/forms/\(language).messages", "form": "\(version)/forms/\(form).form",
        "blank": "\(version)/forms/\(form).pdf",
      ]
      for part in parts {
        let address = try #require(part[1].split(separator: "?").first)
        let path = URL(filePath: "/\(version)/forms/\(form)/").appending(path: String(address)).standardized.path
        let script = try text(String(path.dropFirst()), site)
        let call = try #require(script.wholeMatch(of: /zhinanPart\("(.*?)", "(.*?)", "(.*?)"\);\n/))
        #expect(call.1 == part[0] && call.2 == part[2] && part[1].hasSuffix("?v=\(part[2])"))
        if part[0] == "facts" {
          let facts = try JSONSerialization.jsonObject(with: Data(try unzipped(String(call.3)))) as? NSDictionary
          let all = try #require(site["\(version)/facts.json"])
          let published = try JSONSerialization.jsonObject(with: Data(all)) as? NSDictionary
          #expect(facts?.allKeys as? [String] == ["$rules"] && facts?["$rules"] != nil)
          #expect(facts?["$rules"] as? NSDictionary == published?["$rules"] as? NSDictionary)
        }
        guard let file = raw[part[0]] else { continue }
        #expect(try unzipped(String(call.3)) == (try #require(site[file])), "\(file)")
      }
    }
  }

  /// What it costs is reckoned in every version that says its prices, whether there is a form or not.
  @Test func aGuideWithoutFormsHasItsTools() throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(atPath: folder.path("content/1/data"), withIntermediateDirectories: true)
    _ = try folder.write(
      "title: 办事\nlanguage: zh-CN\ndescription: 怎样办。\naddress: https://card.example/\nversions:\n  - {id: \"1\", title: 第1版, status: current}\n",
      to: "content/guide.yml")
    _ = try folder.write(
      "---\ntitle: 办事\ndescription: 怎样办。\n---\n\n```{fee-calculator} fees\n```\n", to: "content/1/index.md")
    _ = try folder.write(
      """
      title: 费用
      currency: 元
      prices: [{id: card, name: 工本费, price: 5}]
      inputs: [{id: cards, name: 几张, max: 9}]
      estimate: [{price: card, times: [cards]}]
      calculator: {title: 算一算, one: "{estimate} 元", range: "{estimate}～{upper} 元"}

      """, to: "content/1/data/fees.yml")
    try FileManager.default.copyItem(
      at: project.appending(path: "templates"), to: URL(fileURLWithPath: folder.path("templates")))
    let site = try site(folder.url)
    let page = try text("1/index.html", site)
    let json = try #require(page.firstMatch(of: /id="parts">(.*?)<\/script>/)).1
    let parts = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String]])
    #expect(parts.map { $0[0] } == ["module-tools", "facts", "messages"])
    for part in parts {
      let address = try #require(part[1].split(separator: "?").first)
      #expect(site[String(URL(filePath: "/1/").appending(path: address).standardized.path.dropFirst())] != nil)
    }
    #expect(page.contains("assets/tools.js") && site["assets/module.js"] == nil)
  }

  private func unzipped(_ base64: String) throws -> [UInt8] {
    let folder = try Folder()
    try Data(try #require(Data(base64Encoded: base64))).write(to: folder.url.appending(path: "part.gz"))
    let run = try Run("/usr/bin/env", ["gzip", "-d", "part.gz"], in: folder.url)
    #expect(run.status == 0, "\(run.problems)")
    return Array(try Data(contentsOf: folder.url.appending(path: "part")))
  }

  @Test func theirWordsAreJSON() throws {
    let site = try site(project)
    for form in Self.forms {
      let page = try text("2026-12/forms/\(form)/index.html", site)
      let json = try #require(page.firstMatch(of: /id="words">([\s\S]*?)<\/script>/)).1
      let words = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: String])
      #expect(words.count > 50 && !words.values.contains(""))
    }
  }

  @Test func theySayWhatIsAskedAndWhen() throws {
    let site = try site(project)
    let page = try text("2026-12/forms/ca-application/index.html", site)
    for piece in [
      "<p class=\"condition\">仅当“业务类型”选“延期”“变更”或“补办”时填写</p>",
      "<p class=\"condition\">仅当“签章类型”里有“其他”时填写</p>",
      "<p class=\"condition\">仅当“发票类型”选的不是“不开票”时填写</p>",
      "<span class=\"tag tag-required\">“CA机构”选“中国金融认证中心（CFCA）”时必填</span>",
      "<span class=\"note\">不填时与“单位名称”相同</span>", "<span class=\"note\">1至99的整数</span>",
      "<input type=\"checkbox\" name=\"platforms\" value=\"other\">",
      "data-file=\"申请表\"", "<option value=\"辽宁省/鞍山市/岫岩满族自治县\">",
      "<li><a href=\"../../apply/\">第3步 申请CA</a></li>",
    ] { #expect(page.contains(piece), "\(piece)") }
    #expect(try text("2026-12/forms/pickup/index.html", site).contains("仅当填了“代领人”时填写"))
    // The card on the guide's page says the same and leads to the form's own.
    let card = try text("2026-12/apply/index.html", site)
    #expect(card.contains("<a class=\"button\" href=\"../forms/ca-application/\">在线填写</a>"))
    #expect(card.contains("仅当“业务类型”选“延期”“变更”或“补办”时填写"))
    #expect(card.contains("href=\"../forms/ca-application.pdf\""))
    // A guide on another topic, in its own words.
    let other = try text("2025/forms/library-card/index.html", try self.site(tinyGuide))
    #expect(other.contains("<p>Only if “Kind of request” is not “New card”</p>"))
    #expect(other.contains("<h2>2 of 2: The card</h2>") && other.contains("<p>By hand: Signature, signed</p>"))
  }

  @Test(
    arguments: [
      ("uscc", "autocapitalize=\"characters\" autocorrect=\"off\" spellcheck=\"false\" autocomplete=\"off\""),
      (
        "legalRepIdNumber",
        "autocapitalize=\"characters\" autocorrect=\"off\" spellcheck=\"false\" autocomplete=\"off\""
      ),
      ("agentMobile", "inputmode=\"tel\" autocomplete=\"tel-national\""),
      ("legalRepMobile", "inputmode=\"tel\" autocomplete=\"off\""),
      (
        "agentEmail",
        "inputmode=\"email\" autocapitalize=\"none\" autocorrect=\"off\" spellcheck=\"false\" autocomplete=\"email\""
      ),
      ("orgName", "autocomplete=\"organization\""), ("postalCode", "inputmode=\"numeric\" autocomplete=\"off\""),
      ("certCount", "inputmode=\"numeric\" autocomplete=\"off\""), ("applyDate", "autocomplete=\"off\""),
    ])
  func answersAreTypedAsTheirRulesAsk(key: String, attributes: String) throws {
    let page = try text("2026-12/forms/ca-application/index.html", try site(project))
    let tag = try #require(
      page.matches(of: /<input[^>]*>/).map { String($0.0) }.first { $0.contains(" name=\"\(key)\"") })
    #expect(tag.contains("name=\"\(key)\" type=\"text\" \(attributes)"), "\(tag)")
    #expect(!page.contains("maxlength") && !page.contains("type=\"number\"") && !page.contains("type=\"date\""))
  }

  /// What names another element names one that is there, each id once; an element's template speaks for itself.
  @Test(arguments: forms) func everyNameOfAnElementIsThere(form: String) throws {
    let page = try text("2026-12/forms/\(form)/index.html", try site(project))
    let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count && ids.count > 20)
    for match in page.matches(of: /\s(?:for|list|aria-describedby|aria-labelledby)="([^"]*)"/) {
      #expect(ids.contains(String(match.1)), "\(match.0)")
    }
    for match in page.matches(of: /href="#([^"]*)"/) { #expect(ids.contains(String(match.1)), "\(match.0)") }
    let levels = page.matches(of: /<h([1-6])/).compactMap { Int($0.1) }
    #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
    for (one, next) in zip(levels, levels.dropFirst()) { #expect(next <= one + 1) }
  }

  /// What is offered while one types is taken.
  @Test func suggestionsKeepTheirRule() throws {
    let page = try text("2026-12/forms/ca-application/index.html", try site(project))
    let offered = page.matches(of: /<option value="([^"]*)">/).map { String($0.1) }
    #expect(offered.count >= 5)
    for region in offered {
      let run = try Zhinan.run("rule", "region", region)
      #expect(run.status == 0 && run.output.contains(region), "\(region): \(run.output)\(run.problems)")
    }
  }
}

import Foundation
import Testing

/// What is made to stop, crash or flood the command. Each ends by itself, with an error and its place or with a site.
@Suite(.serialized, .timeLimit(.minutes(10))) struct Floods {
  /// A copy of the small guide.
  private func guide() throws -> Folder {
    let folder = try Folder()
    for name in ["content", "templates"] {
      try FileManager.default.copyItem(atPath: tinyGuide.path + "/\(name)", toPath: folder.path(name))
    }
    return folder
  }

  private func add(_ text: String, to name: String, of folder: Folder) throws {
    let old = (try? String(contentsOfFile: folder.path(name), encoding: .utf8)) ?? ""
    _ = try folder.write(old + text, to: name)
  }

  private func page(_ text: String, of folder: Folder) throws {
    _ = try folder.write("---\ntitle: T\ndescription: d\norder: 90\n---\n\n\(text)\n", to: "content/2025/t.md")
  }

  @Test(arguments: ["content/2025/figures/a\nb.svg", "content/2025/forms/a\nb.yml", "templates/assets/a\u{202E}b.css"])
  func aNameThatIsNotSeenIsAnError(name: String) throws {
    let folder = try guide()
    _ = try folder.write("<svg/>", to: name)
    let run = try Zhinan.run("build", in: folder.url)
    #expect(run.status == 1 && run.lines.count { $0.contains("[file.name]") } == 1, "\(run.problems)")
    #expect(!run.problems.contains("\u{202E}"))
  }

  @Test(arguments: [
    ("{{#page}}", "{{/page}}", "template.depth"), ("{{#page}}\n", "{{/page}}\n", "template.depth"),
    ("{{<x}}", "{{/x}}", "template.block"), ("{{$x}}", "{{/x}}", "template.block"),
  ])
  func nestingInATemplateHasALimit(open: String, close: String, id: String) throws {
    let folder = try guide()
    try add(times(5000, open) + times(5000, close), to: "templates/page.mustache", of: folder)
    let run = try Zhinan.run("check", in: folder.url)
    #expect(run.status == 1 && run.problems.contains("[\(id)]"), "\(run.problems)")
    #expect(run.lines.contains { $0.hasPrefix("templates/page.mustache:") })
  }

  @Test(arguments: [
    (["p": "x{{> partials/p}}{{> partials/p}}"], "partials/p → partials/p."),
    (["p": "x{{>\n partials/p\n}}{{>\npartials/p}}"], "partials/p → partials/p."),
    (
      ["p": "{{> partials/q}}{{> partials/q}}", "q": "{{> partials/p}}{{> partials/p}}"],
      "partials/p → partials/q → partials/p."
    ),
  ])
  func aPartialThatHoldsItselfIsToldWithItsWay(partials: [String: String], way: String) throws {
    let folder = try guide()
    try add("{{> partials/p}}", to: "templates/page.mustache", of: folder)
    for (name, text) in partials { _ = try folder.write(text, to: "templates/partials/\(name).mustache") }
    let run = try Zhinan.run("check", in: folder.url)
    #expect(run.status == 1 && run.problems.contains("[template.cycle]"), "\(run.problems)")
    #expect(run.problems.contains(way), "\(run.problems)")
  }

  @Test func partialsThatDoubleHaveALimit() throws {
    let folder = try guide()
    try add("{{> partials/p0}}", to: "templates/page.mustache", of: folder)
    for number in 0..<25 {
      _ = try folder.write(
        times(2, "{{> partials/p\(number + 1)}}"), to: "templates/partials/p\(number).mustache")
    }
    _ = try folder.write("x", to: "templates/partials/p25.mustache")
    let run = try Zhinan.run("check", in: folder.url)
    #expect(run.status == 1 && run.problems.contains("[template.endless]"), "\(run.problems)")
  }

  @Test func partialsInPartialsHaveALimitThatIsToldOnce() throws {
    let folder = try guide()
    try add("{{> partials/p0}}", to: "templates/page.mustache", of: folder)
    for number in 0..<200 {
      _ = try folder.write("{{> partials/p\(number + 1)}}", to: "templates/partials/p\(number).mustache")
    }
    _ = try folder.write("x", to: "templates/partials/p200.mustache")
    let run = try Zhinan.run("check", in: folder.url)
    #expect(run.status == 1, "\(run.problems)")
    #expect(
      run.lines.filter { $0.contains("[template.size]") }.map { $0.prefix(36) } == [
        "templates/partials/p167.mustache:1:1"
      ])
  }

  @Test func sectionsOverAListInEachOtherHaveALimit() throws {
    let folder = try guide()
    try add(times(30, "{{#versions}}") + "x" + times(30, "{{/versions}}"), to: "templates/home.mustache", of: folder)
    let run = try Zhinan.run("check", in: folder.url)
    #expect(run.status == 1 && run.problems.contains("[template.endless]"), "\(run.problems)")
  }

  /// Templates whose text would take gigabytes, and what is told.
  private static let grown: [String: (templates: [String: String], told: String)] = [
    "sections over a list": (
      ["home": times(17, "{{#versions}}") + times(100_000, "x") + times(17, "{{/versions}}")],
      "home.mustache: error: Filling the template “home” makes more than 64 MB of text. [template.endless]"
    ),
    "sections with partials": (
      [
        "home": times(12, "{{#versions}}") + times(100, "{{> partials/p}}") + times(12, "{{/versions}}"),
        "partials/p": times(100_000, "x"),
      ], "home.mustache: error: Filling the template “home” makes more than 64 MB of text. [template.endless]"
    ),
    "sections with values": (
      ["home": times(20, "{{#versions}}") + times(50, "{{{site.title}}}") + times(20, "{{/versions}}")],
      "home.mustache: error: Filling the template “home” "
    ),
    "partials": (
      ["home": times(5_000, "x{{> partials/p}}"), "partials/p": times(120_000, "x")],
      "home.mustache: error: Filling the template “home” makes more than 64 MB of text. [template.endless]"
    ),
    // Each line of a partial begins with the blanks before its tag.
    "indented partials": (
      ["home": "\n" + times(100_000, " ") + "{{> partials/p}}\n", "partials/p": times(50_000, "x\n")],
      "home.mustache:23:100001: error: The template “partials/p” has more than 16 MB of text, that of its partials"
    ),
    "sections in indented partials": (
      [
        "home": "\n" + times(10_000, " ") + "{{> partials/p}}\n",
        "partials/p": times(16, "{{#versions}}\n") + "x\n" + times(16, "{{/versions}}\n"),
      ], "home.mustache: error: Filling the template “home” makes more than 64 MB of text. [template.endless]"
    ),
  ]

  @Test("Text that sections and partials multiply has a limit", .timeLimit(.minutes(1)), arguments: grown.keys.sorted())
  func textThatGrows(name: String) throws {
    let (templates, told) = try #require(Self.grown[name])
    let folder = try guide()
    for (name, text) in templates {
      if name == "home" {
        try add(text, to: "templates/home.mustache", of: folder)
      } else {
        _ = try folder.write(text, to: "templates/\(name).mustache")
      }
    }
    let run = try Zhinan.run("check", in: folder.url)
    #expect(run.status == 1 && run.problems.contains(told), "\(run.problems)")
  }

  @Test func aTemplateHasNoBlocksWhichCouldHoldThemselves() throws {
    let folder = try guide()
    try add("{{<partials/p}}{{$b}}{{$b}}x{{/b}}{{/b}}{{/partials/p}}", to: "templates/home.mustache", of: folder)
    _ = try folder.write("{{$b}}{{/b}}", to: "templates/partials/p.mustache")
    let run = try Zhinan.run("check", in: folder.url)
    #expect(run.status == 1 && run.problems.contains("[template.block]"), "\(run.problems)")
  }

  @Test func aLargeTemplateIsRefused() throws {
    let folder = try guide()
    try add(times(100_000, "{{title}} "), to: "templates/page.mustache", of: folder)
    let run = try Zhinan.run("check", in: folder.url)
    #expect(run.status == 1 && run.problems.contains("[file.too-large]"), "\(run.problems)")
  }

  /// Each took a minute or more, because a column was counted from its line's beginning for every mark.
  @Test(
    arguments: [
      (times(80_000, "[x](fees.md) "), 0), (times(80_000, "<http://a.b> "), 0), (times(150_000, "x<b>y "), 1),
      (times(70_000, "{data}`fees.x` "), 1), ("[x](" + times(500_000, "./") + "a.md)", 1),
      (times(30_000, "## a\n\n"), 0), (times(60_000, "http://a.b "), 0), (times(200_000, "[a] ("), 0),
      (times(300_000, "{{<"), 0), ("x" + times(300_000, "~~"), 0), (times(60_000, "| a "), 0),
      ("| a |\n|---|\n" + times(60_000, "| b | c |\n"), 0), (times(100_000, "<!-- "), 1), (times(100_000, "`a``"), 0),
    ] as [(String, Int32)])
  func aPageOfOneMegabyteIsRead(text: String, status: Int32) throws {
    let folder = try guide()
    try page(text, of: folder)
    let run = try Zhinan.run("check", in: folder.url)
    #expect(run.status == status, "\(run.problems.prefix(1000))")
    #expect(run.problems.utf8.count < 100_000)
  }

  @Test(arguments: [
    ("label: Name,", "label: \"TEXT\",", "form.text-length"),
    ("title: Library card request", "title: TEXT", "form.text-length"),
    ("notice: Hand it in at the desk.", "notice: TEXT", "form.text-length"),
    ("hint: Ten letters and digits", "hint: TEXT", "form.text-length"),
  ])
  func aTextOfOneMegabyteInAFormIsAnError(old: String, new: String, id: String) throws {
    let folder = try guide()
    let path = folder.path("content/2025/forms/library-card.yml")
    let form = try String(contentsOfFile: path, encoding: .utf8)
    let long = form.replacing(old, with: new.replacing("TEXT", with: times(500_000, "ab")))
    #expect(long != form)
    try Data(long.utf8).write(to: URL(fileURLWithPath: path))
    let run = try Zhinan.run("check", in: folder.url)
    #expect(run.status == 1 && run.problems.contains("[\(id)]"), "\(run.problems.prefix(1000))")
    #expect(run.lines.contains { $0.hasPrefix("content/2025/forms/library-card.yml:") })
  }

  @Test func manyDifferentKeysInAListAreAnError() throws {
    let folder = try guide()
    _ = try folder.write((0..<20_000).map { "- {k\($0): v}\n" }.joined(), to: "content/2025/data/big.yml")
    let run = try Zhinan.run("check", in: folder.url)
    #expect(run.status == 1 && run.problems.contains("[data.size]"), "\(run.problems.prefix(1000))")
  }

  @Test func aHundredProblemsOfAKindAreToldAndTheRestCounted() throws {
    let folder = try guide()
    try page(times(5_313, "[x](feez.md)\n") + "[x](fees.md#no)", of: folder)
    let run = try Zhinan.run("check", in: folder.url)
    #expect(run.status == 1)
    #expect(run.lines.count { $0.contains(": error: The link") } == 100)
    #expect(run.lines.count { $0.contains("[link.anchor]") } == 1)
    #expect(
      run.lines.contains("content/2025/t.md: error: … and 5,213 more of this kind [link.broken]"), "\(run.problems)")
    #expect(run.lines.last == "5314 errors, 0 warnings")
  }

  @Test func aBatchTellsAHundredOfAKindAndReportsAll() throws {
    let folder = try Folder()
    _ = try folder.write("form,orgName\n" + times(250, "pickup,鞍山示例有限公司\n"), to: "r.csv")
    let run = try Zhinan.form(
      "batch", "pickup", "r.csv", "-o", "out", "--report", "report.json", "--jobs", "2", in: folder.url)
    #expect(run.status == 1)
    let required = run.lines.filter { $0.contains("[record.E_REQUIRED]") }
    #expect(required.count == 101 && required.last?.contains("……还有") == true, "\(run.problems.prefix(3000))")
    let report = try String(contentsOfFile: folder.path("report.json"), encoding: .utf8)
    #expect(report.components(separatedBy: "\"record.E_REQUIRED\"").count - 1 > 250)
  }

  @Test func charactersThatMisleadAreShownByTheirCodes() throws {
    let folder = try guide()
    try page("[x](fe\u{202E}es\u{9B}31m\u{200B}.md)", of: folder)
    let run = try Zhinan.run("check", in: folder.url)
    #expect(run.problems.contains("fe<U+202E>es<U+009B>31m<U+200B>.md"), "\(run.problems)")
    let json = try Zhinan.run("check", "--format", "json", in: folder.url)
    #expect(json.problems.contains("fe\\u202ees\\u009b31m\\u200b.md"), "\(json.problems)")
  }

  @Test func aPDFThatTakesTooLongIsToldInTime() throws {
    let folder = try Folder()
    _ = try folder.write("%PDF-1.5\n" + times(60_000, "%%EOF\n"), to: "slow.pdf")
    let run = try Zhinan.form("read", "slow.pdf", in: folder.url)
    #expect(run.status == 1 && run.problems.contains("[pdf.too-slow]"), "\(run.problems)")
    #expect(run.lines.first?.hasPrefix("slow.pdf: ") == true)
    let onto = try Zhinan.form(
      "fill", "pickup", examples.appending(path: "pickup/by-agent.yml").path, "--onto", "slow.pdf", "-o", "out.pdf",
      in: folder.url)
    #expect(onto.status == 1 && onto.problems.contains("[pdf.too-slow]"))
    #expect(try folder.names == ["slow.pdf"])
  }
}

private func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

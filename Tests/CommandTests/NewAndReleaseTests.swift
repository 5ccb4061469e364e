import Foundation
import Testing

/// A guide of one's own: LibraryGuide under the theme, and what commands make of it.
private struct OwnGuide {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try FileManager.default.copyItem(
      at: project.appending(path: "Tests/Fixtures/LibraryGuide/content"), to: folder.url.appending(path: "content"))
    try FileManager.default.copyItem(
      at: project.appending(path: "templates"), to: folder.url.appending(path: "templates"))
  }

  func run(_ arguments: String...) throws -> Run {
    try Run(Zhinan.path, arguments + ["--lang", "en"], in: folder.url)
  }

  func text(_ path: String) throws -> String { try String(contentsOfFile: folder.path(path), encoding: .utf8) }

  func change(_ path: String, _ old: String, _ new: String) throws {
    let text = try text(path)
    try #require(text.contains(old), "\(path)")
    _ = try folder.write(text.replacing(old, with: new), to: path)
  }

  /// Every file below `content/` and its bytes.
  func files() throws -> [String: Data] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path("content"))
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in
        FileManager.default.contents(atPath: folder.path("content/\(name)")).map { (name, $0) }
      })
  }
}

@Suite struct NewCommandTests {
  @Test func aVersionIsACopyWithAnEntryAboveTheOthers() throws {
    let guide = try OwnGuide()
    let before = try guide.files()
    let run = try guide.run("new", "version", "v2", "--from", "v1", "--title", "第“二”版", "--effective", "2026-10-01")
    #expect(run.status == 0, "\(run.problems)")
    let after = try guide.files()
    for (path, bytes) in before where path != "guide.yml" {
      #expect(after[path] == bytes, "\(path)")
      if path.hasPrefix("v1/") { #expect(after["v2/" + path.dropFirst(3)] == bytes, "\(path)") }
    }
    #expect(after.count == before.count + before.keys.count { $0.hasPrefix("v1/") })
    #expect(
      try guide.text("content/guide.yml").contains(
        "versions:\n  - id: \"v2\"\n    title: \"第“二”版\"\n    effective: 2026-10-01\n  - {id: v1,"))
    #expect(run.output.contains("v2 is a copy of v1."))
    try guide.change("content/guide.yml", "status: current, ", "")
    let check = try guide.run("check", "--today", "2026-10-01")
    #expect(check.status == 0, "\(check.problems)")
    // The next is a copy of the newest before it, also where that is still to come.
    for (id, day, source) in [("v4", "2099-05-01", "v2"), ("v3", "2026-01-01", "v1")] {
      let next = try guide.run("new", "version", id, "--effective", day)
      #expect(next.status == 0 && next.output.contains("\(id) is a copy of \(source)."), "\(next)")
      try FileManager.default.removeItem(atPath: guide.folder.path("content/\(id)"))
      try guide.change("content/guide.yml", "  - id: \"\(id)\"\n    title: \"\(id)\"\n    effective: \(day)\n", "")
    }
    // One between two stands between them, and one before both below.
    _ = try guide.run("new", "version", "v5", "--effective", "2026-05-01")
    let list = try guide.text("content/guide.yml")
    #expect(
      list.contains("effective: 2026-10-01\n  - id: \"v5\"") && list.contains("effective: 2026-05-01\n  - {id: v1"))
    let wrong = try guide.run("new", "version", "v5", "--effective", "2026-02-30")
    #expect(wrong.problems.contains("--effective should be a date"), "\(wrong.problems)")
  }

  @Test func linesThatEndAsWindowsEndsThemAndCommentsKeepTheirPlace() throws {
    let guide = try OwnGuide()
    let text = try guide.text("content/guide.yml").replacing(
      "versions:\n", with: "versions:  # newest first\n\n  # these\n")
    _ = try guide.folder.write(text.replacing("\n", with: "\r\n"), to: "content/guide.yml")
    let run = try guide.run("new", "version", "v2", "--from", "v1")
    #expect(run.status == 0, "\(run.problems)")
    let written = FileManager.default.contents(atPath: guide.folder.path("content/guide.yml")) ?? Data()
    let lines = String(decoding: written, as: UTF8.self).components(separatedBy: "\r\n")
    #expect(lines.contains("  - id: \"v2\"") && lines.allSatisfy { !$0.contains("\n") }, "\(lines)")
    #expect(try guide.run("check").status == 0)
  }

  @Test(
    arguments: [
      (["new", "version", "v1"], "is there already"), (["new", "version", "../x"], "cannot be a version's id"),
      (["new", "version", "latest"], "cannot be a version's id"), (["new", "version", "v3", "--from", "v9"], "v9"),
      (["new", "version", "v3", "--effective", "2026-02-30"], "2026-02-30"),
      (["new", "version", "v3", "--effective", "2025-01-02"], "begin on the same day"),
      (["new", "page", "desk", "--title", "x"], "is there already"),
      (["new", "page", "search", "--title", "x"], "something else under that name"),
      (["new", "page", "../x", "--title", "x"], "cannot be a name"),
      (["new", "form", "X", "--title", "x"], "cannot be a name"),
      (["new", "page", "x", "--title", "x", "--version", "v9"], "v9"),
    ])
  func whatCannotBeBegunChangesNothing(arguments: [String], problem: String) throws {
    let guide = try OwnGuide()
    _ = try guide.folder.write("---\ntitle: 台\ndescription: 台。\norder: 9\n---\n", to: "content/v1/desk.md")
    let before = try guide.files()
    let run = try Run(Zhinan.path, arguments + ["--lang", "en"], in: guide.folder.url)
    #expect(run.status != 0 && run.problems.contains(problem), "\(run.problems)")
    #expect(try guide.files() == before)
  }

  @Test func aPageAndAFormAreBegunSoThatTheGuideBuilds() throws {
    let guide = try OwnGuide()
    #expect(try guide.run("new", "page", "lost", "--title", "证丢了: 怎么办").status == 0)
    #expect(try guide.run("new", "form", "renewal", "--title", "补证申请表").status == 0)
    try guide.change("content/v1/lost.md", "正文写在这里。", "见[表](form:renewal)。")
    let check = try guide.run("check")
    #expect(check.status == 0, "\(check.problems)")
    let filled = try guide.run("form", "fill", "renewal", "content/v1/examples/renewal/example.yml", "-o", "x.pdf")
    #expect(filled.status == 0, "\(filled.problems)")
  }
}

@Suite struct ReleaseTests {
  private func released() throws -> OwnGuide {
    let guide = try OwnGuide()
    _ = try guide.run("new", "form", "renewal", "--title", "补证申请表")
    let run = try guide.run("release", "v1", "--today", "2026-11-30")
    try #require(run.status == 0, "\(run.problems)")
    return guide
  }

  @Test func itListsTheFilesAndKeepsTheForms() throws {
    let guide = try released()
    let manifest = try guide.text("content/v1/release/manifest.json")
    #expect(manifest.contains("\"released\": \"2026-11-30\"") && manifest.contains("\"index.md\": \""))
    #expect(manifest.contains("\"forms/renewal.layout.yml\": \"") && !manifest.contains("release/"))
    #expect(manifest.contains("\"renewal.pdf\": \"") && manifest.contains("\"renewal.form\": \""))
    let blank = FileManager.default.contents(atPath: guide.folder.path("content/v1/release/forms/renewal.pdf"))
    #expect(try guide.run("build", "--output", "site").status == 0)
    #expect(
      blank != nil && FileManager.default.contents(atPath: guide.folder.path("site/v1/forms/renewal.pdf")) == blank)
    let before = try guide.files()
    #expect(try guide.run("release", "v1", "--today", "2026-12-05").status == 0)
    let changed = try guide.files().filter { before[$0.key] != $0.value }.map(\.key)
    #expect(changed == ["v1/release/manifest.json"])
  }

  @Test func whatIsHandedOutIsWhatWasReleasedWhateverWouldBeDrawn() throws {
    let guide = try released()
    let path = guide.folder.path("content/v1/release/forms/renewal")
    // Another guide's title makes another form of the same definition: stands for another program.
    let other = try OwnGuide()
    _ = try other.run("new", "form", "renewal", "--title", "别的程序画的表")
    #expect(try other.run("release", "v1").status == 0)
    for ending in ["pdf", "form"] {
      try FileManager.default.removeItem(atPath: "\(path).\(ending)")
      try FileManager.default.copyItem(
        atPath: other.folder.path("content/v1/release/forms/renewal.\(ending)"), toPath: "\(path).\(ending)")
    }
    // The list of the other's forms, beside this guide's files.
    let own = try guide.text("content/v1/release/manifest.json").components(separatedBy: "  \"forms\": {")
    let theirs = try other.text("content/v1/release/manifest.json").components(separatedBy: "  \"forms\": {")
    try #require(own.count == 2 && theirs.count == 2)
    _ = try guide.folder.write(own[0] + "  \"forms\": {" + theirs[1], to: "content/v1/release/manifest.json")
    #expect(try guide.run("build", "--output", "site").status == 0)
    let published = FileManager.default.contents(atPath: guide.folder.path("site/v1/forms/renewal.pdf"))
    let kept = try #require(FileManager.default.contents(atPath: "\(path).pdf"))
    #expect(published == kept)
    #expect(
      try guide.run("form", "fill", "renewal", "content/v1/examples/renewal/example.yml", "-o", "x.pdf").status == 0)
    #expect(FileManager.default.contents(atPath: guide.folder.path("x.pdf"))?.starts(with: kept) == true)
    // Releasing once more keeps it, too; only a form that an erratum puts right is drawn anew.
    #expect(try guide.run("release", "v1", "--today", "2026-12-05").status == 0)
    #expect(FileManager.default.contents(atPath: "\(path).pdf") == kept)
    try guide.change(
      "content/v1/forms/renewal.yml", "title: \"补证申请表\"", "title: \"补办申请表\"")
    try guide.change(
      "content/guide.yml", "effective: 2025-01-02}",
      "effective: 2025-01-02, errata: [{date: 2026-12-06, file: forms/renewal.yml, say: 表的名称写错了。}]}")
    #expect(try guide.run("release", "v1", "--today", "2026-12-06").status == 0)
    let redrawn = try #require(FileManager.default.contents(atPath: "\(path).pdf"))
    #expect(redrawn != kept)
    #expect(try guide.run("build", "--output", "site").status == 0)
    #expect(FileManager.default.contents(atPath: guide.folder.path("site/v1/forms/renewal.pdf")) == redrawn)
  }

  @Test(arguments: [
    ("renewal.pdf", "x", "not as it was"), ("renewal.form", nil, "is gone"), ("other.pdf", "x", "not part"),
  ])
  func whatItKeepsIsHeldAgainstItsDigests(name: String, text: String?, problem: String) throws {
    let guide = try released()
    let path = "content/v1/release/forms/\(name)"
    if let text {
      _ = try guide.folder.write(text, to: path)
    } else {
      try FileManager.default.removeItem(atPath: guide.folder.path(path))
    }
    let run = try guide.run("build", "--output", "site")
    #expect(
      run.status == 1 && run.problems.contains("\(path): error:") && run.problems.contains(problem), "\(run.problems)")
  }

  @Test func aReleaseLeavesNothingToBeTold() throws {
    let guide = try OwnGuide()
    _ = try guide.run("new", "form", "renewal", "--title", "补证申请表")
    try FileManager.default.createDirectory(
      atPath: guide.folder.path("content/templates/forms"), withIntermediateDirectories: true)
    try FileManager.default.moveItem(
      atPath: guide.folder.path("content/v1/forms/renewal.layout.yml"),
      toPath: guide.folder.path("content/templates/forms/renewal.layout.yml"))
    let before = try guide.run("check")
    #expect(try guide.run("release", "v1", "--today", "2026-11-30").status == 0)
    #expect(try guide.run("check").problems == before.problems)
    // The next version has the shared layout again, not the release's copy.
    #expect(try guide.run("new", "version", "v2", "--from", "v1").status == 0)
    let copied = { (name: String) in FileManager.default.fileExists(atPath: guide.folder.path("content/v2/\(name)")) }
    #expect(copied("forms/renewal.yml") && !copied("forms/renewal.layout.yml") && !copied("release"))
    #expect(try guide.run("check").status == 0)
  }

  @Test func whatIsReleasedIsNotAskedToNameItsFacts() throws {
    let guide = try OwnGuide()
    _ = try guide.folder.write("desk: {phones: [010-12345678]}\n", to: "content/v1/data/desk.yml")
    let page = "---\ntitle: 台\ndescription: 台。\norder: 9\n---\n\n打 010-12345678，或 {data}`desk.desk.phones.0`。\n"
    _ = try guide.folder.write(page, to: "content/v1/desk.md")
    #expect(try guide.run("check").problems.contains("[facts.literal]"))
    #expect(try guide.run("release", "v1", "--today", "2026-11-30").status == 0)
    #expect(try !guide.run("check").problems.contains("[facts.literal]"))
  }

  @Test func aSilentChangeIsAnErrorUntilAnErratumNamesIt() throws {
    let guide = try released()
    let index = try guide.text("content/v1/index.md")
    _ = try guide.folder.write(index + "\n又加了一句。\n", to: "content/v1/index.md")
    _ = try guide.folder.write("---\ntitle: 新\ndescription: 新页。\norder: 9\n---\n\n新。\n", to: "content/v1/new.md")
    for command in [["check"], ["build", "--output", "site"]] {
      let run = try Run(Zhinan.path, command + ["--lang", "en"], in: guide.folder.url)
      #expect(run.status == 1 && run.lines.count { $0.contains("[release.changed]") } == 2, "\(run.problems)")
      #expect(run.problems.contains("content/v1/index.md: error: This file is not as it was released on 2026-11-30."))
      #expect(run.problems.contains("content/v1/new.md: error: This file was not part"))
    }
    let refused = try guide.run("release", "v1", "--today", "2026-12-03")
    #expect(refused.status == 1 && refused.lines.count { $0.contains("[release.erratum]") } == 2)
    try FileManager.default.removeItem(atPath: guide.folder.path("content/v1/new.md"))
    try guide.change(
      "content/guide.yml", "effective: 2025-01-02}",
      "effective: 2025-01-02, errata: [{date: 2026-12-02, file: index.md, say: 加了漏掉的一句。}]}")
    #expect(try guide.run("check").status == 1)
    #expect(try guide.run("release", "v1", "--today", "2026-12-03").status == 0)
    #expect(try guide.text("content/v1/release/manifest.json").contains("\"corrected\": \"2026-12-03\""))
    #expect(try guide.run("build", "--output", "site").status == 0)
    #expect(try guide.text("site/v1/index.html").contains("<time datetime=\"2026-12-02\">2026-12-02</time> 加了漏掉的一句。"))
    _ = try guide.folder.write(index + "\n又一句。\n", to: "content/v1/index.md")
    let later = try Run(Zhinan.path, ["check", "--lang", "en"], in: guide.folder.url)
    #expect(later.problems.contains("content/v1/index.md: error: This file is not as it was released on 2026-12-03."))
    // That erratum is told already: it names no later change.
    for day in ["2026-12-02", "2026-12-03"] {
      _ = try guide.folder.write(index + "\n意思不同的一句。\n", to: "content/v1/index.md")
      try guide.change("content/guide.yml", "date: 2026-12-02", "date: \(day)")
      let again = try guide.run("release", "v1", "--today", "2026-12-03")
      #expect(
        (again.status == 1) == (day == "2026-12-02")
          && again.problems.contains("[release.erratum]") == (again.status == 1))
      try guide.change("content/guide.yml", "date: \(day)", "date: 2026-12-02")
    }
  }

  @Test func anErratumOfNoFileIsTold() throws {
    let guide = try OwnGuide()
    try guide.change(
      "content/guide.yml", "effective: 2025-01-02}",
      "effective: 2025-01-02, errata: [{date: 2026-12-02, file: ../guide.yml, say: x}, {date: 2026-13-02, file: index.md}]}"
    )
    let run = try guide.run("check")
    #expect(run.status == 1 && run.problems.contains("no file “../guide.yml”"), "\(run.problems)")
    #expect(run.problems.contains("2026-13-02") && run.problems.contains("“say”"), "\(run.problems)")
  }
}

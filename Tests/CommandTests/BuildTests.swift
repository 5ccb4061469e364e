import Foundation
import Testing

@Suite(.serialized) struct Building {
  @Test(arguments: [project, tinyGuide])
  func theSameGuideGivesTheSameBytesInEveryRun(root: URL) throws {
    let (first, second) = (try Folder(), try Folder())
    for folder in [first, second] {
      let run = try Zhinan.run("build", "--root", root.path, "--output", folder.path("site"))
      #expect(run.status == 0 && run.problems.isEmpty, "\(run.problems)")
    }
    let (one, two) = (try first.files, try second.files)
    #expect(one.keys.sorted() == two.keys.sorted() && one.count > 20)
    for path in one.keys.sorted() { #expect(one[path] == two[path], "\(path)") }
  }

  @Test func anotherRunIntoTheSameFolderChangesNothing() throws {
    let folder = try Folder()
    _ = try Zhinan.run("build", "--root", tinyGuide.path, "--output", folder.path("site"))
    let before = try folder.files
    let run = try Zhinan.run("build", "--root", tinyGuide.path, "--output", folder.path("site"))
    #expect(run.output.contains("0 files written, \(before.count - 1) unchanged, 0 removed"), "\(run.output)")
    #expect(try folder.files == before)
  }

  @Test func theSiteOffersEveryForm() throws {
    let folder = try Folder()
    #expect(try Zhinan.run("build", "--root", project.path, "--output", folder.path("site")).status == 0)
    for form in ["ca-application", "pickup", "seal-sample"] {
      for kind in ["pdf", "form", "xlsx"] {
        #expect(FileManager.default.fileExists(atPath: folder.path("site/2026-12/forms/\(form).\(kind)")))
      }
    }
  }

  /// The program knows no word of one guide: an English guide gives no Chinese character.
  @Test func anEnglishGuideHasNoChineseWord() throws {
    let folder = try Folder()
    #expect(try Zhinan.run("build", "--root", tinyGuide.path, "--output", folder.path("site")).status == 0)
    for (path, bytes) in try folder.files where !path.hasSuffix(".wasm") && !path.hasSuffix(".form") {
      let text =
        path.hasSuffix(".pdf")
        ? try objects(folder.path(path))
        : path.hasSuffix(".xlsx") ? try parts(folder.path(path)) : String(decoding: bytes, as: UTF8.self)
      #expect(
        !text.unicodeScalars.contains { (0x3000...0x9FFF).contains($0.value) || (0xFF00...0xFFEF).contains($0.value) },
        "\(path)")
    }
  }

  /// Which reviews are due depends on the day, what is written does not.
  @Test func aReviewThatIsDueIsToldOnTheDayThatIsGiven() throws {
    let folder = try Folder()
    for name in ["content", "templates"] {
      try FileManager.default.copyItem(atPath: tinyGuide.path + "/\(name)", toPath: folder.path(name))
    }
    let page = "---\ntitle: T\ndescription: D.\norder: 90\nreviewed: 2026-05-31\nreview-in: 6 months\n---\nText.\n"
    _ = try folder.write(page, to: "content/2025/t.md")
    func build(_ day: String, _ more: String...) throws -> Run {
      try Run(Zhinan.path, ["build", "--today", day] + more, in: folder.url)
    }
    let before = try build("2026-11-29", "--strict")
    #expect(before.status == 0 && before.problems.isEmpty, "\(before.problems)")
    let site = try folder.files.filter { $0.key.hasPrefix("site/") }
    let due = try build("2026-11-30")
    #expect(due.status == 0 && due.problems.contains("content/2025/t.md:5:11: warning: "), "\(due.problems)")
    #expect(due.problems.contains("by 2026-11-30. [review.due]"), "\(due.problems)")
    #expect(try folder.files.filter { $0.key.hasPrefix("site/") } == site)
    #expect(try build("2026-11-30", "--strict").status == 1)
    #expect(try Run(Zhinan.path, ["check", "--today", "2026-11-30"], in: folder.url).problems.contains("[review.due]"))
    #expect(try build("30.11.2026").status == 64)
  }

  private func objects(_ path: String) throws -> String {
    try Run("/usr/bin/env", ["qpdf", "--json=2", "--json-key=qpdf", path], in: project).output
  }

  /// The parts of a workbook as text, without the theme, which libxlsxwriter has the same in all.
  private func parts(_ path: String) throws -> String {
    let script =
      "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(*(z.read(n).decode() for n in z.namelist() if 'theme' not in n))"
    let run = try Run("/usr/bin/env", ["python3", "-X", "utf8", "-c", script, path], in: project)
    #expect(run.status == 0 && run.output.contains("worksheet"))
    return run.output
  }

  @Test func aBrokenGuideLeavesTheOldSiteWhole() throws {
    let folder = try Folder()
    for name in ["content", "templates"] {
      try FileManager.default.copyItem(atPath: tinyGuide.path + "/\(name)", toPath: folder.path(name))
    }
    #expect(try Zhinan.run("build", in: folder.url).status == 0)
    let before = try folder.files.filter { $0.key.hasPrefix("site/") }
    _ = try folder.write("title: Broken\n", to: "content/2025/forms/library-card.yml")
    let run = try Zhinan.run("build", in: folder.url)
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.problems.contains("content/2025/forms/library-card.yml:1:1: error: The form lacks the key “version”."))
    #expect(try folder.files.filter { $0.key.hasPrefix("site/") } == before)
  }
}

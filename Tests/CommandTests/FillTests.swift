import Foundation
import Testing

private let records = [
  ("ca-application", "ca-application/new-company.yml"), ("ca-application", "ca-application/reissue-pickup.json"),
  ("pickup", "pickup/by-agent.yml"), ("seal-sample", "seal-sample/two-seals.yml"),
]

@Suite(.serialized) struct Filling {
  @Test(arguments: records)
  func everyExampleIsFilledIntoAPrivateFile(form: String, record: String) throws {
    let folder = try Folder()
    let run = try Zhinan.form("fill", form, examples.appending(path: record).path, "-o", "out.pdf", in: folder.url)
    #expect(run.status == 0)
    #expect(run.output == "out.pdf\n")
    #expect(!run.problems.contains(" error: "))
    #expect(try folder.names == ["out.pdf"])
    #expect(try mode(folder.path("out.pdf")) == 0o600)
    let pdf = try Data(contentsOf: URL(fileURLWithPath: folder.path("out.pdf")))
    #expect(pdf.starts(with: Array("%PDF-1.7".utf8)))
    #expect(try Run("/usr/bin/env", ["qpdf", "--check", folder.path("out.pdf")], in: folder.url).status == 0)
  }

  @Test(arguments: records)
  func theSameRecordGivesTheSameBytesInEveryRun(form: String, record: String) throws {
    let folder = try Folder()
    for name in ["a.pdf", "b.pdf"] {
      let run = try Zhinan.form("fill", form, examples.appending(path: record).path, "-o", folder.path(name))
      #expect(run.status == 0)
    }
    #expect(FileManager.default.contentsEqual(atPath: folder.path("a.pdf"), andPath: folder.path("b.pdf")))
  }

  @Test func maintainersSeeTheNamesOfAllFields() throws {
    let folder = try Folder()
    #expect(try Zhinan.form("blank", "pickup", "-o", folder.path("plain.pdf")).status == 0)
    #expect(try Zhinan.form("blank", "pickup", "--boxes", "-o", folder.path("boxes.pdf")).status == 0)
    for (name, shows) in [("plain.pdf", false), ("boxes.pdf", true)] {
      let run = try Run("/usr/bin/env", ["pdftotext", folder.path(name), "-"], in: folder.url)
      // One to fill in the viewer, one by hand.
      for field in ["agentIdNumber", "pickupDate"] { #expect(run.output.contains(field) == shows) }
    }
  }

  @Test func aWarningOfTheGuideIsToldOnce() throws {
    let folder = try Folder()
    for name in ["content", "templates"] {
      try FileManager.default.copyItem(atPath: tinyGuide.path + "/\(name)", toPath: folder.path(name))
    }
    try FileManager.default.createDirectory(atPath: folder.path("content/extra"), withIntermediateDirectories: false)
    let run = try Zhinan.run("form", "blank", "library-card", "-o", "blank.pdf", in: folder.url)
    #expect(run.status == 0)
    #expect(run.lines.count { $0.contains("[guide.unlisted]") } == 1, "\(run.problems)")
  }

  @Test func checkingWritesNothing() throws {
    let folder = try Folder()
    let record = examples.appending(path: "pickup/by-agent.yml").path
    let run = try Zhinan.form("check", "pickup", record, in: folder.url)
    #expect(run.status == 0 && run.output == "\(record)：没有问题\n")
    #expect(try folder.names.isEmpty)
  }

  @Test func aFileThatWasThereBecomesPrivate() throws {
    let folder = try Folder()
    let old = try folder.write("old", to: "out.pdf")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: old)
    let run = try Zhinan.form("fill", "pickup", examples.appending(path: "pickup/by-agent.yml").path, "-o", old)
    #expect(run.status == 0)
    #expect(try mode(old) == 0o600)
    #expect(try folder.names == ["out.pdf"])
  }

  @Test(arguments: ["ca-application", "pickup", "seal-sample"])
  func theBlankIsTheOneOfTheSite(form: String) throws {
    let folder = try Folder()
    #expect(try Zhinan.form("blank", form, "-o", folder.path("blank.pdf")).status == 0)
    #expect(try Zhinan.run("build", "--root", project.path, "--output", folder.path("site")).status == 0)
    #expect(
      FileManager.default.contentsEqual(
        atPath: folder.path("blank.pdf"), andPath: folder.path("site/2026-12/forms/\(form).pdf")))
  }

  /// An unusual size of a seal is told at its line and filled; a round seal that is not round is refused.
  @Test func sizesOfSealsAreLookedAt() throws {
    let folder = try Folder()
    let example = try String(contentsOf: examples.appending(path: "seal-sample/two-seals.yml"), encoding: .utf8)
    let wide = try folder.write(example.replacing("widthMM: 40}", with: "widthMM: 50}"), to: "wide.yml")
    let run = try Zhinan.form("fill", "seal-sample", wide, "-o", folder.path("out.pdf"))
    #expect(run.status == 0)
    #expect(
      run.problems.contains("wide.yml:9:64: warning: 单位公章的宽一般为38至45毫米（原文未载明，按常见尺寸提醒），请核对 [record.W_BOUNDS]"),
      "\(run.problems)")
    let flat = try folder.write(
      example.replacing("widthMM: 40}", with: "widthMM: 40, heightMM: 30}"), to: "flat.yml")
    let refused = try Zhinan.form("fill", "seal-sample", flat, "-o", folder.path("flat.pdf"))
    #expect(refused.status == 1)
    #expect(refused.problems.contains(" error: 圆形、方形印章的宽与高应当相同 [record.E_DIFFERS]"), "\(refused.problems)")
    #expect(try folder.names.sorted() == ["flat.yml", "out.pdf", "wide.yml"])
  }

  @Test func aFilledPDFReadsBackAsItsRecord() throws {
    let folder = try Folder()
    let record = examples.appending(path: "ca-application/new-company.yml").path
    #expect(try Zhinan.form("fill", "ca-application", record, "-o", folder.path("one.pdf")).status == 0)
    let read = try Zhinan.form("read", folder.path("one.pdf"))
    #expect(read.status == 0)
    let again = try folder.write(read.output, to: "again.yml")
    #expect(try Zhinan.form("fill", "ca-application", again, "-o", folder.path("two.pdf")).status == 0)
    #expect(FileManager.default.contentsEqual(atPath: folder.path("one.pdf"), andPath: folder.path("two.pdf")))
  }
}

/// Tests/Fixtures/TinyGuide: another topic, in English, filled by the same program.
@Suite(.serialized) struct EnglishForm {
  private func fill(_ record: String, to output: String, _ more: String...) throws -> Run {
    try Run(
      Zhinan.path,
      ["form", "fill", "library-card", record, "-o", output, "--root", tinyGuide.path, "--today", "2026-11-22"] + more,
      in: project)
  }

  private let record = tinyGuide.appending(path: "content/2025/examples/library-card/renewal.yml").path

  @Test func itIsFilledInEnglish() throws {
    let folder = try Folder()
    let run = try fill(record, to: folder.path("out.pdf"), "--lang", "en")
    #expect(run.status == 0 && run.problems.isEmpty, "\(run.problems)")
    let text = try Run("/usr/bin/env", ["pdftotext", "-layout", folder.path("out.pdf"), "-"], in: folder.url).output
    for words in [
      "Library card request 2.1.0, page 1 of 1", "Zoë O'Brien-Smith", "zoe@example.org", "the desk is closed",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    let han = text.unicodeScalars.filter { $0.value >= 0x2E80 }
    #expect(han.isEmpty, "an English form has no Chinese characters: \(String(String.UnicodeScalarView(han)))")
  }

  @Test func itsLanguageIsTheGuides() throws {
    let folder = try Folder()
    #expect(try fill(record, to: folder.path("out.pdf")).status == 0)
    let json = try Run("/usr/bin/env", ["qpdf", "--json=2", "--json-key=qpdf", folder.path("out.pdf")], in: folder.url)
    let isEnglish = json.output.contains(#""/Lang": "u:en""#)
    #expect(isEnglish, "the document's language is that of the guide, not that of the messages")
    let tooltips = json.output.split(separator: "\n").filter { $0.contains("/TU") }
    let han = tooltips.filter { $0.unicodeScalars.contains { (0x3000...0xFFEF).contains($0.value) } }
    #expect(!tooltips.isEmpty && han.isEmpty)
  }

  @Test func itsProblemsAreSaidInEnglish() throws {
    let folder = try Folder()
    _ = try folder.write(
      "name: Zoë O'Brien\nborn: 1990-02-30\nkind: lost\nyears: 6\nbranches: [town, lake]\n", to: "r.yml")
    let run = try Run(
      Zhinan.path,
      ["form", "check", "library-card", "r.yml", "--root", tinyGuide.path, "--lang", "en", "--today", "2026-11-22"],
      in: folder.url)
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(
      run.problems == """
        r.yml: error: “Card number” is missing. [record.E_REQUIRED]
          hint: Ten letters and digits
        r.yml:2:7: error: “Date of birth” is no date of the calendar. [record.E_DATE]
        r.yml:4:8: error: “Years” should be 1–5. [record.E_RANGE]
          hint: Cards run for one to five years.
        r.yml:5:11: error: “Branches” should be one of: Town, Riverside, Hilltop. [record.E_OPTION]
        4 errors, 0 warnings

        """)
  }
}

import Foundation
import Testing

private let records = [
  ("ca-application", "ca-application/new-company.yml"), ("ca-application", "ca-application/reissue-pickup.json"),
  ("pickup", "pickup/by-agent.yml"), ("seal-sample", "seal-sample/two-seals.yml"),
]

/// A published site, and a folder `worker` with what is needed to fill its forms: the compiled forms and their blanks,
/// templates/, no guide.
private struct Worker {
  let folder: Folder

  init() throws {
    folder = try Folder()
    let files = FileManager.default
    #expect(try Zhinan.run("build", "--root", project.path, "--output", folder.path("site")).status == 0)
    try files.createDirectory(atPath: folder.path("worker/templates"), withIntermediateDirectories: true)
    for name in ["fonts.yml", "messages"] {
      try files.copyItem(
        atPath: project.path + "/templates/\(name)", toPath: folder.path("worker/templates/\(name)"))
    }
    try files.moveItem(atPath: folder.path("site/2026-12/forms"), toPath: folder.path("worker/forms"))
  }

  /// The command on a compiled form, below the worker's folder.
  func run(_ command: String, _ form: String, _ arguments: String...) throws -> Run {
    try Run(
      Zhinan.path,
      ["form", command, "worker/forms/\(form).form"] + arguments + ["--root", "worker", "--today", "2026-12-01"],
      in: folder.url)
  }

  func path(_ name: String) -> String { folder.path(name) }

  func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

  func isSame(_ first: String, _ second: String) -> Bool {
    FileManager.default.contentsEqual(atPath: path(first), andPath: path(second))
  }
}

@Suite(.serialized) struct CompiledForms {
  @Test(arguments: [[], ["--flatten"], ["--lock", "all"]])
  func theFileIsTheOneThatIsFilledFromTheGuide(options: [String]) throws {
    let worker = try Worker()
    for (form, example) in records {
      let record = examples.appending(path: example).path
      let drawn = try Run(
        Zhinan.path,
        ["form", "fill", form, record, "-o", "a.pdf", "--root", project.path, "--today", "2026-12-01"] + options,
        in: worker.folder.url)
      let compiled = try Run(
        Zhinan.path,
        [
          "form", "fill", "worker/forms/\(form).form", record, "-o", "b.pdf", "--root", "worker", "--today",
          "2026-12-01",
        ] + options, in: worker.folder.url)
      #expect(drawn.status == 0 && compiled.status == 0)
      #expect(compiled.output == "b.pdf\n" && compiled.problems == drawn.problems)
      #expect(worker.isSame("a.pdf", "b.pdf"), "\(example)")
      #expect(try mode(worker.path("b.pdf")) == 0o600)
    }
  }

  @Test func anAnswerIsLaidOverAFilledForm() throws {
    let worker = try Worker()
    let record = examples.appending(path: "pickup/by-agent.yml").path
    let change = try worker.folder.write("agentMobile: \"13900000001\"\n", to: "change.yml")
    #expect(try worker.run("fill", "pickup", record, "-o", worker.path("one.pdf")).status == 0)
    let compiled = try worker.run("fill", "pickup", change, "--onto", "one.pdf", "-o", "a.pdf")
    let drawn = try Zhinan.form(
      "fill", "pickup", change, "--onto", worker.path("one.pdf"), "-o", worker.path("b.pdf"))
    #expect(compiled.status == 0 && drawn.status == 0)
    #expect(worker.isSame("a.pdf", "b.pdf") && !worker.isSame("a.pdf", "one.pdf"))
    let other = try worker.run("fill", "seal-sample", change, "--onto", "one.pdf", "-o", "c.pdf")
    #expect(other.status == 1 && other.problems.contains("[pdf.other-form]"), "\(other.problems)")
    let none = try worker.run("fill", "pickup", change, "--onto", "no.pdf", "-o", "c.pdf")
    #expect(none.status == 74 && none.problems.contains("no.pdf: error:"))
  }

  /// Labels, hints, sentences of checks, titles of sections, near words, questions that are answered by hand.
  @Test(arguments: ["zh-CN", "en"])
  func everyProblemIsToldInTheSameWords(language: String) throws {
    let worker = try Worker()
    let wrong = [
      ("ca-application", "businessType: newest\nuscc: 91210302WWG7LCMK6E\norgCode: X\ncertCount: 100\norgNam: x\n"),
      ("ca-application", "form: pickup\nlegalRepName: 王小明\nagentIdNumber: 210302197001319978\n受理/审核意见: 同意\n"),
      ("seal-sample", "seals: []\n"), ("seal-sample", "seals: [{shap: round}, {widthMM: 400}, {}, {}, {}, {}, {}]\n"),
      ("pickup", "agentName: [a]\npickupDate: 2026-11-22\nagentIdNumber: 2103021970013199\n"),
    ]
    for (form, text) in wrong {
      let record = try worker.folder.write(text, to: "r.yml")
      let drawn = try Zhinan.form("check", form, record, "--lang", language)
      let compiled = try worker.run("check", form, record, "--lang", language)
      #expect(drawn.status == 1 && compiled.status == 1)
      #expect(compiled.problems == drawn.problems && compiled.output == drawn.output)
    }
  }

  /// A form in another language than that of the guide below the root: its own counts.
  @Test func messagesAreInTheFormsLanguage() throws {
    let folder = try Folder()
    #expect(try Zhinan.run("build", "--root", tinyGuide.path, "--output", folder.path("site")).status == 0)
    let record = try folder.write("years: 6\n", to: "r.yml")
    let run = try Zhinan.form("check", folder.path("site/2025/forms/library-card.form"), record)
    #expect(run.status == 1 && run.problems.contains(": error: “Years” is out of range."), "\(run.problems)")
  }

  @Test func aBatchIsTheSameBatchByNameAndByPath() throws {
    let worker = try Worker()
    let records = try worker.folder.write(
      """
      {"form":"pickup","orgName":"鞍山示例建筑工程有限公司","uscc":"91210302WWG7LCMK6D","certType":"org","certCount":1,\
      "agentName":"王小明","agentIdNumber":"210302197001019978","agentMobile":"13800000001"}
      {"agentName":"李小丽","nobody":1}

      """, to: "r.jsonl")
    let compiled = try worker.run("batch", "pickup", records, "-o", "out", "--report", "a.json", "--report", "a.csv")
    let drawn = try Zhinan.form(
      "batch", "pickup", records, "-o", worker.path("out"), "--report", worker.path("b.json"), "--report",
      worker.path("b.csv"))
    #expect(compiled.status == 1 && drawn.status == 1 && compiled.problems == drawn.problems)
    #expect(try worker.text("a.csv").replacing(",filled,", with: ",unchanged,") == worker.text("b.csv"))
    for report in ["a.json", "b.json"] { #expect(try worker.text(report).contains("\"form\":\"pickup\"")) }
    #expect(try worker.text("b.json").contains("\"filled\":0,\"unchanged\":1,\"failed\":1"))
    let other = try worker.run("batch", "seal-sample", records, "-o", "out")
    #expect(other.status == 74 && other.problems.contains("[output.other-batch]"), "\(other.problems)")
  }

  @Test func aFilledFormIsReadBack() throws {
    let worker = try Worker()
    let record = examples.appending(path: "pickup/by-agent.yml").path
    #expect(try worker.run("fill", "pickup", record, "-o", "one.pdf").status == 0)
    func read(_ form: String) throws -> Run {
      try Zhinan.run(
        "form", "read", "one.pdf", "--form", form, "--rebake", "two.pdf", "--root", "worker", "--today", "2026-12-01",
        in: worker.folder.url)
    }
    let compiled = try read("worker/forms/pickup.form")
    let named = try Run(
      Zhinan.path, ["form", "read", "one.pdf", "--root", project.path, "--today", "2026-12-01"], in: worker.folder.url)
    #expect(compiled.status == 0 && compiled.problems == named.problems && compiled.output == named.output)
    #expect(worker.isSame("one.pdf", "two.pdf"))
    let other = try read("worker/forms/seal-sample.form")
    #expect(other.status == 1 && other.problems.contains("[pdf.other-form]"), "\(other.problems)")
  }

  @Test func aBlankIsCopied() throws {
    let worker = try Worker()
    #expect(try worker.run("blank", "pickup", "-o", "blank.pdf").status == 0)
    #expect(worker.isSame("blank.pdf", "worker/forms/pickup.pdf"))
  }

  @Test func whatNeedsTheGuideIsWrongUsage() throws {
    let worker = try Worker()
    let record = examples.appending(path: "pickup/by-agent.yml").path
    for run in [
      try worker.run("check", "pickup", record, "--guide", "2026-12"),
      try worker.run("blank", "pickup", "--boxes", "-o", "out.pdf"),
      try worker.run("fill", "pickup", record, "-o", "worker/forms/pickup.pdf"),
      try worker.run("fill", "pickup", record, "-o", "worker/forms/pickup.form"),
    ] {
      #expect(run.status == 64, "\(run)")
    }
    #expect(try worker.run("check", "pickup", record).status == 0)
  }
}

import Foundation
import Testing

private let header = "name,born,kind,branches,Card number"

/// `zhinan form batch` on Tests/Fixtures/TinyGuide.
@Suite(.serialized) struct BatchFilling {
  private func batch(_ records: String, _ more: String..., in folder: Folder) throws -> Run {
    try Run(
      Zhinan.path,
      ["form", "batch", "library-card", records, "-o", "out", "--root", tinyGuide.path, "--today", "2026-11-22"] + more,
      in: folder.url)
  }

  private func pdfs(_ folder: Folder) throws -> [String] {
    try folder.files.keys.filter { $0.hasSuffix(".pdf") }.sorted()
  }

  @Test func oneBadRecordNeverStopsTheOthers() throws {
    let folder = try Folder()
    _ = try folder.write(
      """
      \(header)
      Zoë O'Brien,1990-02-28,new,town;hill,
      Ann Lee,1990-02-30,new,town,
      "Bob "Lee,1990-01-01,new,town,
      Cy Lee,1990-01-01,new
      Di Lee,1990-01-01,New card,Riverside,

      """, to: "r.csv")
    let run = try batch("r.csv", "--report", "r.json", "--report", "report.csv", in: folder)
    #expect(run.status == 1)
    #expect(
      run.problems == """
        r.csv:3:9: error: “Date of birth” is no date of the calendar. [record.E_DATE]
        r.csv:4:7: error: A quotation mark is out of place, so this row was not read. [record.quote]
          hint: Quotation marks enclose a whole cell, and one inside is doubled.
        r.csv:5:19: error: This row has 3 cells, but the header has 5. [record.cells]
          hint: Put a cell that holds a comma or a line break in quotation marks.

        """)
    #expect(run.output.hasPrefix("Done: 2 filled, 0 unchanged, 3 failed, "))
    let files = try pdfs(folder)
    #expect(files.count == 2 && files[0].hasPrefix("out/0000001-") && files[1].hasPrefix("out/0000005-"))
    for file in files {
      #expect(try mode(folder.path(file)) == 0o600)
      #expect(try Run("/usr/bin/env", ["qpdf", "--check", folder.path(file)], in: folder.url).status == 0)
    }
    #expect(try mode(folder.path("r.json")) == 0o600)
    #expect(try folder.names == ["out", "r.csv", "r.json", "report.csv"])

    let report = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: folder.path("r.json"))))
        as? [String: Any])
    #expect(report["state"] as? String == "complete" && report["failed"] as? Int == 3)
    let rows = try #require(report["rows"] as? [[String: Any]])
    #expect(rows.map { $0["state"] as? String } == ["filled", "failed", "failed", "failed", "filled"])
    #expect(rows.map { $0["line"] as? Int } == [2, 3, 4, 5, 6])
    #expect(rows[0]["file"] as? String == String(files[0].dropFirst(4)))
    let sum = try Run("/usr/bin/env", ["sha256sum", folder.path(files[0])], in: folder.url).output.prefix(64)
    #expect(rows[0]["sha256"] as? String == String(sum))
    let problem = try #require((rows[1]["diagnostics"] as? [[String: Any]])?.first)
    #expect(problem["field"] as? String == "born" && problem["line"] as? Int == 3 && problem["column"] as? Int == 9)

    let csv = String(decoding: try Data(contentsOf: folder.url.appending(path: "report.csv")), as: UTF8.self)
    let lines = csv.split(separator: "\r\n")
    #expect(lines.count == 6 && lines[0] == "\u{FEFF}row,line,state,file,sha256,diagnostics")
    #expect(lines[1] == "1,2,filled,\(files[0].dropFirst(4)),\(sum),")
    #expect(lines[2] == "2,3,failed,,,\"3:9 born: “Date of birth” is no date of the calendar. [record.E_DATE]\"")
  }

  @Test func aRecordGivesTheSameBytesAsWhenFilledAlone() throws {
    let folder = try Folder()
    _ = try folder.write(
      "{\"name\": \"Zoë O'Brien\", \"born\": \"1990-02-28\", \"kind\": \"new\", \"branches\": [\"town\", \"hill\"]}\n",
      to: "r.json")
    _ = try folder.write("\(header)\nZoë O'Brien,1990-02-28,New card,Town; Hilltop,\n", to: "r.csv")
    #expect(try batch("r.csv", in: folder).status == 0)
    let run = try Run(
      Zhinan.path,
      ["form", "fill", "library-card", "r.json", "-o", "one.pdf", "--root", tinyGuide.path, "--today", "2026-11-22"],
      in: folder.url)
    #expect(run.status == 0)
    let file = try #require(try pdfs(folder).first { $0.hasPrefix("out/") })
    #expect(FileManager.default.contentsEqual(atPath: folder.path("one.pdf"), andPath: folder.path(file)))
  }

  @Test func aSecondRunFillsOnlyWhatChanged() throws {
    let folder = try Folder()
    let rows = ["Ann Lee,1990-01-01,new,town,", "Bob Lee,1990-01-01,new,town,", "Cy Lee,1990-01-01,new,town,"]
    _ = try folder.write(([header] + rows).joined(separator: "\n"), to: "r.csv")
    #expect(try batch("r.csv", "--report", "a.json", in: folder).output.hasPrefix("Done: 3 filled, 0 unchanged"))
    let before = try folder.files
    #expect(try batch("r.csv", "--report", "b.json", in: folder).output.hasPrefix("Done: 0 filled, 3 unchanged"))
    let after = try folder.files
    #expect(before.filter { $0.key.hasPrefix("out/") } == after.filter { $0.key.hasPrefix("out/") })
    func plain(_ name: String) -> String { String(decoding: after[name] ?? Data(), as: UTF8.self) }
    #expect(
      plain("a.json").split(separator: "\n").dropLast()
        == plain("b.json").replacing("unchanged", with: "filled").split(separator: "\n").dropLast())

    // A changed row, one that now fails, and one less.
    _ = try folder.write(
      [header, "Ann Leigh,1990-01-01,new,town,", "Bob Lee,no,new,town,"].joined(separator: "\n"), to: "r.csv")
    let run = try batch("r.csv", in: folder)
    #expect(run.status == 1 && run.output.hasPrefix("Done: 1 filled, 0 unchanged, 1 failed"))
    #expect(run.problems.contains("warning: 1 PDFs of rows after the last one are still in the folder."))
    let names = try pdfs(folder)
    #expect(names.count == 2 && names[0].hasPrefix("out/0000001-") && names[1].hasPrefix("out/0000003-"))
    let kept = Set(names).intersection(before.keys)
    #expect(kept == [names[1]])

    // A damaged PDF is filled again.
    try Data().write(to: folder.url.appending(path: names[0]))
    #expect(try batch("r.csv", in: folder).output.hasPrefix("Done: 1 filled, 0 unchanged, 1 failed"))
    let repaired = try folder.files[names[0]]
    #expect(repaired?.starts(with: Array("%PDF".utf8)) == true)
  }

  @Test func flatPDFsHaveNoFieldsAndOtherNames() throws {
    let folder = try Folder()
    _ = try folder.write("\(header)\nAnn Lee,1990-01-01,new,town,\n", to: "r.csv")
    #expect(try batch("r.csv", in: folder).status == 0)
    let before = try pdfs(folder)
    #expect(try batch("r.csv", "--flatten", in: folder).output.hasPrefix("Done: 1 filled"))
    let after = try pdfs(folder)
    #expect(after.count == 1 && after != before)
    let text = try Run("/usr/bin/env", ["pdftotext", folder.path(after[0]), "-"], in: folder.url).output
    #expect(text.contains("Ann Lee"))
    let json = try Run(
      "/usr/bin/env", ["qpdf", "--json", "--json-key=acroform", folder.path(after[0])], in: folder.url)
    #expect(json.output.contains("\"hasacroform\": false"))
  }

  @Test func shardsShareAFolder() throws {
    let folder = try Folder()
    let rows = (1...7).map { "Ann Lee,1990-01-0\($0),new,town," }
    _ = try folder.write(([header] + rows).joined(separator: "\n"), to: "r.csv")
    #expect(try batch("r.csv", "--shard", "2/3", in: folder).output.hasPrefix("Done: 2 filled"))
    #expect(try batch("r.csv", "--shard", "1/3", in: folder).output.hasPrefix("Done: 3 filled"))
    #expect(
      try pdfs(folder).map { $0.prefix(11) } == [
        "out/0000001", "out/0000002", "out/0000004", "out/0000005", "out/0000007",
      ])
    #expect(try batch("r.csv", "--jobs", "3", in: folder).output.hasPrefix("Done: 2 filled, 5 unchanged"))
  }

  @Test func aWrongHeaderFillsNothing() throws {
    let folder = try Folder()
    _ = try folder.write("name,borne,name\nAnn Lee,1990-01-01,x\n", to: "r.csv")
    let run = try batch("r.csv", "--report", "r.json", in: folder)
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(
      run.problems == """
        r.csv:1:6: error: The form has no field “borne”. [record.unknown-field]
          hint: Did you mean “born”? A column that is not needed is left out with # before its name, or by --ignore.
        r.csv:1:12: error: “Name” is answered twice. [record.duplicate-field]
        2 errors, 0 warnings

        """)
    #expect(try folder.names == ["r.csv"])
  }

  @Test func filesAndOptionsThatCannotWorkAreRefused() throws {
    let folder = try Folder()
    _ = try folder.write(header + "\n", to: "r.csv")
    _ = try folder.write(header + "\n", to: "r.txt")
    #expect(try batch("r.txt", in: folder).status == 64)
    #expect(try batch("r.csv", "--report", "x.txt", in: folder).status == 64)
    #expect(try batch("r.csv", "--jobs", "0", in: folder).status == 64)
    #expect(try batch("r.csv", "--shard", "3/2", in: folder).status == 64)
    #expect(try batch("none.csv", in: folder).status == 74)
    #expect(try batch("r.csv", "--report", "no/where/x.json", in: folder).status == 74)
    #expect(try batch("r.csv", "--report", "out", in: folder).status == 64)
    #expect(try batch("r.txt", "--input-format", "csv", in: folder).status == 0)
    let other = try batch("r.csv", in: folder)
    #expect(other.status == 74 && other.problems.contains("[output.other-batch]"))
  }

  @Test func problemsCanBeJSON() throws {
    let folder = try Folder()
    _ = try folder.write("\(header)\nAnn Lee,1990-02-30,new,town,\n", to: "r.csv")
    let run = try batch("r.csv", "--format", "json", in: folder)
    #expect(run.output == "{\"state\":\"complete\",\"filled\":0,\"unchanged\":0,\"failed\":1,\"warnings\":0}\n")
    let problem = try #require(JSONSerialization.jsonObject(with: Data(run.problems.utf8)) as? [String: Any])
    #expect(problem["id"] as? String == "record.E_DATE" && problem["line"] as? Int == 2)
  }
}

/// The project's own forms: rare characters, groups, Chinese labels, GB 18030.
@Suite(.serialized) struct ChineseBatches {
  @Test func groupsAndLabelsAreColumns() throws {
    let folder = try Folder()
    let text = """
      单位名称,统一社会信用代码,经办人,经办人手机号码,日期,第1枚印章·印章类型,seals[0].name,seals[0].shape,seals[0].widthMM,seals[1].type,第2枚印章·印章名称,seals[1].shape,seals[1].widthMM,seals[1].color
      鞍山示例建筑工程有限公司,91210302WWG7LCMK6D,钱𬭎,13800000001,2026-11-22,单位公章,鞍山示例建筑工程有限公司,圆形,40,legalRepSeal,王䶮印,square,20,red

      """
    _ = try folder.write(text, to: "r.csv")
    let run = try Zhinan.form("batch", "seal-sample", "r.csv", "-o", "out", in: folder.url)
    #expect(run.status == 0 && run.problems.isEmpty, "\(run.problems)")
    let record = examples.appending(path: "seal-sample/two-seals.yml").path
    #expect(try Zhinan.form("fill", "seal-sample", record, "-o", "one.pdf", in: folder.url).status == 0)
    let file = try #require(try folder.files.keys.first { $0.hasPrefix("out/") && $0.hasSuffix(".pdf") })
    #expect(FileManager.default.contentsEqual(atPath: folder.path("one.pdf"), andPath: folder.path(file)))
  }

  @Test func problemsAreSaidInTheGuidesLanguageAndMasked() throws {
    let folder = try Folder()
    _ = try folder.write(
      "单位名称,统一社会信用代码,经办人,经办人手机号码\n鞍山示例建筑工程有限公司,91210302WWG7LCMK6D,钱多多,138000000012\n", to: "r.csv")
    let run = try Zhinan.form("batch", "seal-sample", "r.csv", "-o", "out", "--report", "r.json", in: folder.url)
    #expect(run.status == 1)
    #expect(run.problems.contains("r.csv:2:37: error: “经办人手机号码”"))
    #expect(run.output.hasPrefix("完成：新填0份，未变0份，失败1行"))
    let report = try String(contentsOfFile: folder.path("r.json"), encoding: .utf8)
    for text in [run.problems, run.output, report] {
      #expect(!text.contains("138000000012") && !text.contains("钱多多"))
    }
  }
}

import Foundation
import Testing

/// A record with a mistake of every sort, and personal data that no message may show.
private let wrongRecord = """
  form: ca-application
  businessType: newest
  caVendor: CFCA
  certType: org
  certCount: 100
  orgName: 鞍山示例建筑工程有限公司
  uscc: 91210302WWG7LCMK6E
  orgType: enterprise
  address: 辽宁省鞍山市铁东区示例路1号
  legalRepName: 王小明
  legalRepIdNumber: 210303198512319974
  agentName: 钱小红
  agentIdNumber: 210302197001319978
  agentMobile: "12800000001"
  agentEmail: agent.example.com
  sealTypes: [orgSeal, other]
  platforms: [anshan]
  deliveryMethod: mail
  recipientName: 吴小丽
  recipientMobile: "13800000001x"
  recipientRegion: 辽宁省/鞍山市/铁东区
  recipientAddress: 示例路1号综合办公室
  invoiceType: special
  bankAccount: "62220000000000000000000000000000001"

  """

@Suite(.serialized) struct Refusals {
  private func fill(_ text: String, _ folder: Folder, name: String = "r.yml", _ more: String...) throws -> Run {
    _ = try folder.write(text, to: name)
    return try Run(
      Zhinan.path,
      ["form", "fill", "ca-application", name, "-o", "out.pdf", "--root", project.path, "--today", "2026-12-01"] + more,
      in: folder.url)
  }

  @Test func everythingWrongIsToldAtOnceAndNothingIsWritten() throws {
    let folder = try Folder()
    let run = try fill(wrongRecord, folder)
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(try folder.names == ["r.yml"], "no PDF and no temporary file")
    let problems = run.lines.filter { $0.contains(" error: ") }.map { $0.replacing(/: error: .* \[/, with: " [") }
    #expect(
      problems == [
        "r.yml [record.E_REQUIRED]", "r.yml [record.E_REQUIRED]", "r.yml [record.E_REQUIRED]",
        "r.yml [record.E_REQUIRED]", "r.yml [record.E_REQUIRED]", "r.yml:2:15 [record.E_OPTION]",
        "r.yml:5:12 [record.E_RANGE]", "r.yml:7:7 [record.E_CHECK]", "r.yml:11:19 [record.E_CHECK]",
        "r.yml:13:16 [record.E_CHECK]",
        "r.yml:14:14 [record.E_SEGMENT]", "r.yml:15:13 [record.E_FORMAT]", "r.yml:20:18 [record.E_CHARSET]",
        "r.yml:24:14 [record.E_LENGTH]",
      ])
    #expect(run.lines.last?.hasPrefix("\(problems.count)处错误，") == true)
    let said = run.lines.filter { $0.contains(" error: ") }
    #expect(said.allSatisfy { $0.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }, "in Chinese")
  }

  @Test(arguments: [["--lang", "zh-CN"], ["--lang", "en"], ["--format", "json"]])
  func noMessageShowsPersonalDataInFull(options: [String]) throws {
    let folder = try Folder()
    _ = try folder.write(wrongRecord, to: "r.yml")
    for command in ["fill", "check"] {
      let output = command == "fill" ? ["-o", "out.pdf"] : []
      let run = try Run(
        Zhinan.path,
        ["form", command, "ca-application", "r.yml", "--root", project.path, "--today", "2026-12-01"] + output
          + options,
        in: folder.url)
      #expect(run.status == 1)
      for value in [
        "210303198512319974", "210302197001319978", "12800000001", "13800000001", "agent.example.com",
        "62220000000000000000", "王小明", "钱小红", "吴小丽", "示例路1号综合办公室",
      ] { #expect(!(run.problems + run.output).contains(value), "\(value)") }
    }
  }

  @Test func aPersonalNumberInAWrongFieldIsMaskedToo() throws {
    let folder = try Folder()
    for line in ["orgName: 210302197001019978", "address: '13800000001'", "'210302197001019978': x"] {
      let run = try fill("form: ca-application\n\(line)\n", folder)
      #expect(run.status == 1)
      #expect(!run.problems.contains("210302197001019978") && !run.problems.contains("13800000001"), "\(run.problems)")
    }
  }

  @Test func problemsAsJSONAreOneObjectALine() throws {
    let folder = try Folder()
    let run = try fill(wrongRecord, folder, "--format", "json")
    #expect(run.status == 1 && run.lines.count >= 13)
    for line in run.lines {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(["error", "warning"].contains(object["severity"] as? String))
      #expect((object["id"] as? String)?.hasPrefix("record.") == true)
      #expect(object["file"] as? String == "r.yml" && (object["summary"] as? String)?.isEmpty == false)
      #expect((object["line"] as? Int == nil) == (object["column"] as? Int == nil))
    }
  }

  @Test(arguments: [
    ("orgNam: x\n", "r.yml:1:1: error: 本表没有“orgNam”这一栏。 [record.unknown-field]"),
    ("- a\n", "r.yml:1:1: error: 这里的写法不对："),
    ("a: b: c\n", "r.yml:1:5: error: 这里不合YAML的写法："),
    ("orgName: a\norgName: b\n", "r.yml:1:1: error: 同一个名称写了两次。 [yaml.duplicate]"),
    (
      "form: pickup\n", "r.yml:1:7: error: 这份记录写明是给另一张表的，不是给“ca-application”表的。 [record.form]"
    ),
  ])
  func aRecordThatCannotBeReadIsRefusedWithItsLine(text: String, expected: String) throws {
    let folder = try Folder()
    let run = try fill(text, folder)
    #expect(run.status == 1)
    #expect(run.lines.contains { $0.hasPrefix(expected) }, "\(run.problems)")
    #expect(try folder.names == ["r.yml"])
  }

  @Test func otherEncodingsAreRefusedWithTheirLine() throws {
    let folder = try Folder()
    // “orgName: 鞍山” in GB 18030.
    let bytes: [UInt8] = Array("form: ca-application\norgName: ".utf8) + [0xB0, 0xB0, 0xC9, 0xBD, 0x0A]
    try Data(bytes).write(to: folder.url.appending(path: "r.yml"))
    let run = try Zhinan.form("fill", "ca-application", "r.yml", "-o", "out.pdf", in: folder.url)
    #expect(run.status == 1)
    #expect(run.lines.first == "r.yml:2:10: error: 文件不是UTF-8编码。 [file.encoding]")
    #expect(try folder.names == ["r.yml"])
  }

  @Test(arguments: [
    ["fill", "ca-aplication", "r.yml", "-o", "out.pdf"], ["fill", "ca-application", "r.yml"],
    ["fill", "ca-application"],
    ["fill", "pickup", "r.yml", "-o", "out.pdf", "--guide", "2031-01"],
    ["fill", "pickup", "r.yml", "-o", "out.pdf", "--today", "2026-02-30"], ["check", "pickup", "r.yml", "--colour"],
    ["blank", "pickup"], ["blank", "pickup", "-o", "out.pdf", "--format", "xml"], ["stamp"],
  ])
  func wrongUsageEndsWith64(arguments: [String]) throws {
    let folder = try Folder()
    let run = try Run(Zhinan.path, ["form"] + arguments + ["--root", project.path], in: folder.url)
    #expect(run.status == 64 && run.output.isEmpty && !run.problems.isEmpty, "\(run)")
    #expect(try folder.names.isEmpty)
  }

  /// The names 张三 in GB 18030 and a byte that is nothing, wherever they stand. Swift would make U+FFFD of them, and two
  /// names one.
  @Test(arguments: [
    ("form fill pickup r.yml -o \"$name.pdf\"", 6), ("form batch pickup r.csv -o \"d$name\"", 6),
    ("form batch pickup r.csv -o out --report \"$name.json\"", 8), ("form fill pickup \"$name.yml\" -o a.pdf", 4),
    ("form read \"$name.pdf\"", 3), ("build --output=\"$name\"", 2), ("rule person_name \"$name\"", 3),
    ("\"$name\"", 1),
  ])
  func anArgumentThatIsNotUTF8IsRefusedBeforeAnythingIsDone(command: String, place: Int) throws {
    let folder = try Folder()
    for name in ["\\325\\305\\310\\375", "\\377", "a\\355\\240\\200", "\\360\\237\\230"] {
      let script = "name=$(printf '\(name)'); exec '\(Zhinan.path)' \(command)"
      let run = try Run("/bin/sh", ["-c", script], in: folder.url)
      #expect(run.status == 64 && run.output.isEmpty)
      #expect(
        run.lines == ["Error: Argument \(place) is not UTF-8 text. Give files names in UTF-8; nothing was done."],
        "\(run.problems)")
      #expect(try folder.names.isEmpty)
    }
  }

  /// Relative paths would begin at the folder that has U+FFFD in its name.
  @Test func aCurrentFolderThatIsNotUTF8IsRefused() throws {
    let folder = try Folder()
    let record = examples.appending(path: "pickup/by-agent.yml").path
    let script =
      "name=$(printf '\\325'); mkdir \"$name\" \u{FFFD}; cp '\(record)' \u{FFFD}/r.yml; cd \"$name\"; "
      + "exec '\(Zhinan.path)' form fill pickup r.yml -o o.pdf --root '\(project.path)'"
    let run = try Run("/bin/sh", ["-c", script], in: folder.url)
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.lines.first?.hasPrefix("错误：当前文件夹的路径不是UTF-8文字。") == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("\u{FFFD}")) == ["r.yml"])
  }

  @Test func anArgumentThatHoldsTheReplacementCharacterItselfIsTaken() throws {
    let folder = try Folder()
    #expect(
      try Zhinan.form(
        "fill", "pickup", examples.appending(path: "pickup/by-agent.yml").path, "-o", "\u{FFFD}𬭎.pdf", in: folder.url
      ).status == 0)
    #expect(try folder.names == ["\u{FFFD}𬭎.pdf"])
  }

  @Test func aFormOfAlmostThatNameIsOffered() throws {
    let run = try Zhinan.form("blank", "ca-aplication", "-o", "/dev/null")
    #expect(run.problems.contains("没有“ca-aplication”这份表。是不是“ca-application”？"))
  }
}

@Suite(.serialized) struct Files {
  private let record = examples.appending(path: "pickup/by-agent.yml").path

  @Test func aRecordThatIsNotThereEndsWith74() throws {
    let folder = try Folder()
    let run = try Zhinan.form("fill", "pickup", "nowhere.yml", "-o", "out.pdf", in: folder.url)
    #expect(run.status == 74)
    #expect(run.lines.first == "nowhere.yml: error: 不能读取文件：没有这个文件。 [file.unreadable]")
    #expect(try folder.names.isEmpty)
  }

  @Test func aGuideThatIsNotThereEndsWith74() throws {
    let folder = try Folder()
    let run = try Zhinan.run("form", "fill", "pickup", record, "-o", "out.pdf", in: folder.url)
    #expect(run.status == 74 && run.problems.contains("content/guide.yml: error: The file cannot be read"))
    #expect(try folder.names.isEmpty)
  }

  /// Root may write anywhere, so these are places where nobody can.
  @Test(arguments: ["file/out.pdf", "nowhere/out.pdf", "folder", "/proc/zhinan.pdf"])
  func anOutputThatCannotBeWrittenEndsWith74(output: String) throws {
    let folder = try Folder()
    _ = try folder.write("a file", to: "file")
    try FileManager.default.createDirectory(atPath: folder.path("folder"), withIntermediateDirectories: false)
    for command in [["fill", "pickup", record], ["blank", "pickup"]] {
      let run = try Run(
        Zhinan.path, ["form"] + command + ["-o", output, "--root", project.path, "--today", "2026-12-01"],
        in: folder.url)
      #expect(run.status == 74 && run.output.isEmpty)
      #expect(run.problems.contains("\(output): error: 不能写入文件："), "\(run.problems)")
      #expect(run.problems.contains("[output.unwritable]"))
    }
    #expect(try folder.names == ["file", "folder"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("folder")).isEmpty)
  }

  /// A limit on the size of files stops the writing in the middle, as a full disk does.
  @Test func aFileThatCannotBeFinishedLeavesNothingAndKeepsWhatWasThere() throws {
    let folder = try Folder()
    _ = try folder.write("old", to: "out.pdf")
    for output in ["out.pdf", "new.pdf"] {
      let script =
        "trap '' XFSZ; ulimit -f 16; exec '\(Zhinan.path)' form fill pickup '\(record)' -o \(output) "
        + "--root '\(project.path)' --today 2026-12-01"
      let run = try Run("/bin/sh", ["-c", script], in: folder.url)
      #expect(run.status == 74, "\(run.problems)")
      #expect(
        run.problems.contains("\(output): error: 不能写入文件：文件太大。 [output.unwritable]"))
    }
    #expect(try folder.names == ["out.pdf"])
    #expect(try String(contentsOfFile: folder.path("out.pdf"), encoding: .utf8) == "old")
  }

  /// A disk of 16 KB of its own; only root can make one, elsewhere the limit above stands for it.
  @Test(.enabled(if: geteuid() == 0, "only root can mount a disk"))
  func aFullDiskLeavesNothing() throws {
    let folder = try Folder()
    let mount = try Run(
      "/usr/bin/env", ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", folder.url.path], in: project)
    guard mount.status == 0 else {
      print("aFullDiskLeavesNothing: no disk can be mounted here: \(mount.problems)")
      return
    }
    defer { _ = try? Run("/usr/bin/env", ["umount", folder.url.path], in: project) }
    let run = try Zhinan.form("fill", "pickup", record, "-o", folder.path("out.pdf"))
    #expect(run.status == 74)
    #expect(run.problems.contains("不能写入文件：磁盘已满。 [output.unwritable]"))
    #expect(try folder.names.isEmpty)
    // The site's folder is left as it was, too.
    let build = try Zhinan.run("build", "--root", project.path, "--output", folder.path("site"))
    #expect(build.status == 74 && build.problems.contains("磁盘已满"), "\(build)")
    #expect(try folder.names.filter { $0 != "site" }.isEmpty)
    let left = try folder.files.keys.sorted()
    #expect(left.isEmpty, "\(left)")
  }
}

/// Tests/Fixtures/BrokenForms/fonts: lists of fonts that the command refuses, and languages that it has no words in.
@Suite(.serialized) struct BrokenSettings {
  @Test func everyMistakeIsToldAsExpected() throws {
    let fixtures = project.appending(path: "Tests/Fixtures/BrokenForms")
    var found: [String] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: fixtures.path + "/fonts").sorted() {
      let folder = try Folder()
      try FileManager.default.copyItem(atPath: tinyGuide.path + "/content", toPath: folder.path("content"))
      try FileManager.default.copyItem(atPath: tinyGuide.path + "/templates", toPath: folder.path("templates"))
      try FileManager.default.removeItem(atPath: folder.path("templates/fonts.yml"))
      try FileManager.default.copyItem(
        atPath: fixtures.path + "/fonts/\(name)", toPath: folder.path("templates/fonts.yml"))
      let run = try Zhinan.run("form", "blank", "library-card", "-o", "out.pdf", in: folder.url)
      #expect(run.status == (name == "missing.yml" ? 74 : 1), "\(name)")
      #expect(try folder.names == ["content", "templates"])
      found += run.lines.dropLast().map { $0.replacing("templates/fonts.yml", with: "fonts/\(name)") }
    }
    let run = try Zhinan.form("check", "pickup", examples.appending(path: "pickup/by-agent.yml").path, "--lang", "fr")
    #expect(run.status == 1)
    found += run.lines.dropLast()
    found += try brokenCompiledForms()
    let file = fixtures.appending(path: "expected-command.txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data((found.joined(separator: "\n") + "\n").utf8).write(to: file)
      Issue.record("recorded \(file.path)")
    }
    let expected = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    #expect(found == expected)
  }

  /// Compiled forms that the command refuses, and blanks.
  private func brokenCompiledForms() throws -> [String] {
    let folder = try Folder()
    #expect(try Zhinan.run("build", "--root", tinyGuide.path, "--output", folder.path("site")).status == 0)
    let forms = folder.url.appending(path: "site/2025/forms")
    let form = try Data(contentsOf: forms.appending(path: "library-card.form"))
    let blank = try Data(contentsOf: forms.appending(path: "library-card.pdf"))
    let cases: [(name: String, form: Data?, blank: Data?, status: Int32)] = [
      ("missing", nil, nil, 74), ("words", Data("title: A form\n".utf8), blank, 1), ("empty", Data(), blank, 1),
      ("other", form.prefix(6) + [2, 0] + form.dropFirst(8), blank, 1),
      ("damaged", form.dropLast() + [form[form.endIndex - 1] ^ 1], blank, 1), ("short", form.dropLast(), blank, 1),
      ("alone", form, nil, 74), ("shorter", form, blank.dropLast(), 1), ("longer", form, blank + [10], 1),
      ("changed", form, blank.dropLast() + [32], 1),
      ("text", try Self.bound(form, to: Data("A blank\n".utf8)), Data("A blank\n".utf8), 1),
    ]
    return try cases.flatMap { broken in
      try broken.form?.write(to: folder.url.appending(path: "\(broken.name).form"))
      try broken.blank?.write(to: folder.url.appending(path: "\(broken.name).pdf"))
      let before = try folder.names
      let run = try Zhinan.form("fill", "\(broken.name).form", "r.yml", "-o", "out.pdf", "--lang", "en", in: folder.url)
      #expect(run.status == broken.status, "\(broken.name)")
      #expect(try folder.names == before)
      return Array(run.lines.dropLast())
    } + unreadableBlank(form, blank)
  }

  /// A blank that is only the head of a PDF is told when a filled form is compared with it.
  private func unreadableBlank(_ form: Data, _ blank: Data) throws -> [String] {
    let folder = try Folder()
    try blank.write(to: folder.url.appending(path: "filled.pdf"))
    let head = blank.prefix(200)
    try head.write(to: folder.url.appending(path: "head.pdf"))
    try Self.bound(form, to: head).write(to: folder.url.appending(path: "head.form"))
    let run = try Zhinan.form("read", "filled.pdf", "--form", "head.form", "--root", tinyGuide.path, in: folder.url)
    #expect(run.status == 1)
    return run.lines.filter { $0.hasPrefix("head.pdf") }
  }

  /// The compiled form with the size and the SHA-256 of another blank, and a checksum to match.
  private static func bound(_ form: Data, to blank: Data) throws -> Data {
    func number(_ number: Int) -> Data { withUnsafeBytes(of: UInt32(number).littleEndian) { Data($0) } }
    var place = 40  // id, version, guide, title, dates, language
    for _ in 0..<6 {
      place += 4 + Int(form[place]) + Int(form[place + 1]) << 8
    }
    var body = form[40..<place] + number(blank.count) + number(32)
    body += try sha256(blank) + number(min(64, blank.count)) + form[(place + 44)...]
    return try form[..<8] + sha256(body) + body
  }

  private static func sha256(_ data: Data) throws -> Data {
    let folder = try Folder()
    try data.write(to: folder.url.appending(path: "data"))
    let run = try Run("/usr/bin/env", ["sha256sum", "data"], in: folder.url)
    let digits = Array(run.output.prefix(64))
    return Data(try (0..<32).map { try #require(UInt8(String(digits[$0 * 2...$0 * 2 + 1]), radix: 16)) })
  }
}

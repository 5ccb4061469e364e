import Foundation
import Testing

/// `zhinan form read`, and `zhinan form fill --onto`. What other programs make of a form is tested in Tests/PDF.
@Suite(.serialized) struct ReadingBack {
  private let company = examples.appending(path: "ca-application/new-company.yml").path
  private let seals = examples.appending(path: "seal-sample/two-seals.yml").path

  private func filled(_ form: String, _ record: String, _ folder: Folder, as name: String = "form.pdf") throws -> String
  {
    let run = try Zhinan.form("fill", form, record, "-o", folder.path(name))
    #expect(run.status == 0, "\(run.problems)")
    return folder.path(name)
  }

  private func same(_ one: String, _ other: String) -> Bool {
    FileManager.default.contentsEqual(atPath: one, andPath: other)
  }

  @Test func aRebakedFormIsTheFormOfItsRecordAndPrivate() throws {
    let folder = try Folder()
    let form = try filled("ca-application", company, folder)
    let run = try Zhinan.form("read", form, "--rebake", folder.path("fresh.pdf"), "--against", company)
    #expect(run.status == 0)
    #expect(!run.problems.contains("[record.changed]") && !run.problems.contains("[pdf."))
    #expect(same(form, folder.path("fresh.pdf")))
    #expect(try mode(folder.path("fresh.pdf")) == 0o600)
  }

  @Test func locksStayUnlessTheyAreGivenAnew() throws {
    let folder = try Folder()
    let nothing = try folder.write("form: ca-application\n", to: "nothing.yml")
    let form = folder.path("form.pdf")
    for lock in ["all", "经办人"] {
      #expect(try Zhinan.form("fill", "ca-application", company, "--lock", lock, "-o", form).status == 0)
      #expect(try Zhinan.form("read", form, "--rebake", folder.path("fresh.pdf")).status == 0)
      #expect(same(form, folder.path("fresh.pdf")))
      let run = try Zhinan.form("fill", "ca-application", nothing, "--onto", form, "-o", folder.path("onto.pdf"))
      #expect(run.status == 0 && !run.problems.contains("[pdf.locked-field]"))
      #expect(same(form, folder.path("onto.pdf")))
    }
    let open = try filled("ca-application", company, folder, as: "open.pdf")
    #expect(try Zhinan.form("read", form, "--rebake", folder.path("fresh.pdf"), "--lock", "none").status == 0)
    #expect(same(open, folder.path("fresh.pdf")))
    #expect(try Zhinan.form("read", form, "--lock", "none").status == 64)
    #expect(try Zhinan.form("read", form, "--rebake", folder.path("fresh.pdf"), "--lock", "nobody").status == 64)
  }

  @Test func aRecordThatChangesALockedAnswerIsTold() throws {
    let folder = try Folder()
    let form = folder.path("form.pdf")
    #expect(try Zhinan.form("fill", "ca-application", company, "--lock", "经办人", "-o", form).status == 0)
    let over = try folder.write("orgName: 鞍山饕餮有限公司\nagentName: 吴小明\nagentMobile: \"13800000001\"\n", to: "over.yml")
    let run = try Zhinan.form("fill", "ca-application", over, "--onto", form, "-o", folder.path("onto.pdf"))
    #expect(run.status == 0)
    let told = run.lines.filter { $0.contains("[pdf.locked-field]") }
    #expect(told.count == 1 && told[0].hasPrefix("\(over):2:"), "\(run.problems)")
    #expect(try Zhinan.form("read", folder.path("onto.pdf")).output.contains("吴小明"))
  }

  @Test func aFreshFormThatCannotBeWrittenEndsWith74AndARightRecordIsPrinted() throws {
    let folder = try Folder()
    let form = try filled("ca-application", company, folder)
    let run = try Zhinan.form("read", form, "--rebake", folder.path("nowhere/fresh.pdf"))
    #expect(run.status == 74 && run.problems.contains("[output.unwritable]"))
    #expect(run.output.hasPrefix("form: \"ca-application\"\n"))
  }

  @Test func whatDiffersIsToldMasked() throws {
    let folder = try Folder()
    let form = try filled("ca-application", company, folder)
    let text = try String(contentsOfFile: company, encoding: .utf8)
      .replacing("agentMobile: \"13800000001\"", with: "agentMobile: \"13900000006\"")
      .replacing("postalCode: \"114000\"\n", with: "").replacing("orgType: enterprise", with: "orgType: agency")
      .replacing("legalRepName: 王䶮", with: "legalRepName: 李小明")
    let other = try folder.write(text + "applicationNo: A-1\n", to: "other.yml")
    let run = try Zhinan.form("read", form, "--against", other, "--lang", "zh-CN")
    #expect(run.status == 0)
    let told = run.lines.filter { $0.contains("[record.changed]") || $0.contains("ed]") && !$0.contains("W_") }
    #expect(
      told.map { $0.replacing("\(form): ", with: "") } == [
        "warning: “申请编号”原为A-1，现在没有填写。 [record.removed]",
        "warning: “主体类型”原为机关，现为企业。 [record.changed]",
        "warning: “邮政编码”原来没有填写，现为114000。 [record.added]",
        "warning: “法定代表人姓名”原为李*明，现为王*。 [record.changed]",
        "warning: “经办人手机号码”原为139****0006，现为138****0001。 [record.changed]",
      ])
    #expect(try Zhinan.form("read", form, "--against", other, "--strict").status == 1)
  }

  @Test(arguments: ["nowhere.yml", "bad.yml"])
  func anOriginalThatCannotBeReadEndsTheCommand(original: String) throws {
    let folder = try Folder()
    let form = try filled("ca-application", company, folder)
    _ = try folder.write("orgName: [a\n", to: "bad.yml")
    let run = try Zhinan.form("read", form, "--against", folder.path(original), "--rebake", folder.path("fresh.pdf"))
    #expect(run.status == (original == "bad.yml" ? 1 : 74) && run.output.isEmpty)
    #expect(try folder.names == ["bad.yml", "form.pdf"])
  }

  @Test func aRecordIsLaidOverAFilledForm() throws {
    let folder = try Folder()
    let form = try filled("ca-application", company, folder)
    let text = try String(contentsOfFile: company, encoding: .utf8)
    let over = try folder.write(
      "orgName: 鞍山饕餮有限公司\npostalCode:\nemail: info@example.com\nplatforms: [anshan]\nagentName: 吴𠅤\n", to: "over.yml")
    let merged = try folder.write(
      text.replacing("orgName: 鞍山示例建筑工程有限公司", with: "orgName: 鞍山饕餮有限公司")
        .replacing("postalCode: \"114000\"\n", with: "").replacing("email: office@", with: "email: info@")
        .replacing("platforms: [anshan, liaoningConstruction]", with: "platforms: [anshan]")
        .replacing("agentName: 钱𬭎", with: "agentName: 吴𠅤") + "invoiceTitle: 鞍山示例建筑工程有限公司\n", to: "merged.yml")
    let run = try Zhinan.form("fill", "ca-application", over, "--onto", form, "-o", folder.path("onto.pdf"))
    #expect(run.status == 0, "\(run.problems)")
    // What the first form had taken over by default stands in it as an answer, such as the invoice's title.
    #expect(same(folder.path("onto.pdf"), try filled("ca-application", merged, folder, as: "merged.pdf")))
    #expect(try mode(folder.path("onto.pdf")) == 0o600)
  }

  @Test func anEmptyRecordFillsTheSameFormAgain() throws {
    let folder = try Folder()
    let form = try filled("ca-application", company, folder)
    let nothing = try folder.write("form: ca-application\n", to: "nothing.yml")
    let again = folder.path("again.pdf")
    #expect(try Zhinan.form("fill", "ca-application", nothing, "--onto", form, "-o", again).status == 0)
    #expect(same(form, again))
    #expect(try Run("/usr/bin/env", ["qpdf", "--check", again], in: folder.url).status == 0)
  }

  @Test func aGroupThatTheRecordNamesIsReplaced() throws {
    let folder = try Folder()
    let form = try filled("seal-sample", seals, folder)
    let over = try folder.write(
      "seals:\n  - {type: contractSeal, name: 合同专用章, shape: oval, widthMM: 45, heightMM: 30}\n", to: "over.yml")
    #expect(try Zhinan.form("fill", "seal-sample", over, "--onto", form, "-o", folder.path("onto.pdf")).status == 0)
    let read = try Zhinan.form("read", folder.path("onto.pdf"))
    #expect(read.output.contains("{type: \"contractSeal\", name: \"合同专用章\""))
    #expect(!read.output.contains("王䶮印") && read.output.contains("agentName: \"钱𬭎\""))
  }

  @Test func whatIsWrongWithBothIsToldAtOnceAndNothingIsWritten() throws {
    let folder = try Folder()
    let form = try filled("ca-application", company, folder)
    let over = try folder.write("orgName:\norgType: club\nagentMobile: '12800000001'\n", to: "over.yml")
    let run = try Zhinan.form("fill", "ca-application", over, "--onto", form, "-o", folder.path("onto.pdf"))
    #expect(run.status == 1)
    let errors = run.lines.filter { $0.contains(": error: ") }.map { $0.replacing(/: error: .* \[/, with: " [") }
    #expect(
      errors == [
        "\(over):1:9 [record.E_REQUIRED]", "\(over):2:10 [record.E_OPTION]", "\(over):3:14 [record.E_SEGMENT]",
      ])
    let pickup = examples.appending(path: "pickup/by-agent.yml").path
    let other = try Zhinan.form("fill", "pickup", pickup, "--onto", form, "-o", folder.path("onto.pdf"))
    #expect(other.status == 1 && other.problems.contains("[pdf.other-form]"))
    #expect(try folder.names == ["form.pdf", "over.yml"])
  }
}

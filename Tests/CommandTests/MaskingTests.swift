import Foundation
import Testing

/// Whole records of the project's forms, made up, with values of every private kind.
private let application: [(key: String, value: String)] = [
  ("applyDate", "2026-11-22"), ("businessType", "new"), ("caVendor", "CFCA"), ("certType", "org"), ("certCount", "1"),
  ("years", "1"), ("changeOld", "法定代表人上官文渊"), ("orgName", "鞍山示例建筑工程有限公司"),
  ("uscc", "91210302WWG7LCMK6D"), ("orgType", "enterprise"), ("address", "辽宁省鞍山市铁东区示例路1号示例大厦5层"),
  ("postalCode", "114000"), ("phone", "0412-5530000"), ("email", "office@example.com"), ("legalRepName", "王䶮"),
  ("legalRepIdType", "residentId"), ("legalRepIdNumber", "210303198512319973"), ("legalRepMobile", "13900000006"),
  ("agentName", "欧阳测试"), ("agentIdType", "hkMacaoPermit"), ("agentIdNumber", "H12345678"),
  ("agentMobile", "13800000001"), ("agentEmail", "agent@example.com"), ("platforms", "anshan;liaoningConstruction"),
  ("otherPlatform", "周文示例"), ("deliveryMethod", "mail"), ("recipientName", "阿里木·买买提"),
  ("recipientMobile", "024-67871177"), ("recipientRegion", "辽宁省/鞍山市/铁东区"),
  ("recipientAddress", "示例路2号示例大厦综合办公室"), ("invoiceType", "special"), ("bankName", "示例银行鞍山支行"),
  ("bankAccount", "6222021001116245702"), ("invoiceEmail", "finance@example.com"),
]
private let secrets = [
  "上官文渊", "WWG7LCMK6D", "示例路1号", "5530000", "office@", "王䶮", "210303198512319973", "13900000006", "欧阳测试",
  "H12345678", "13800000001", "agent@", "周文示例", "阿里木·买买提", "67871177", "示例路2号", "6222021001116245702", "finance@",
]
private let pickup: [(key: String, value: String)] = [
  ("orgName", "鞍山示例建筑工程有限公司"), ("uscc", "91210302WWG7LCMK6D"), ("certType", "org"), ("certCount", "2"),
  ("agentName", "欧阳测试"), ("agentIdNumber", "210302197001019978"), ("agentMobile", "13800000001"),
  ("proxyName", "诸葛示"), ("proxyIdNumber", "210303198512319973"), ("proxyMobile", "13900000006"),
]
private let pickupSecrets = [
  "欧阳测试", "210302197001019978", "13800000001", "诸葛示", "210303198512319973", "13900000006", "WWG7LCMK6D",
]

/// The values under the columns that lie `distance` to the right, or to the left where it is negative.
private func shifted(_ values: [String], by distance: Int) -> [String] {
  values.indices.map { values.indices.contains($0 - distance) ? values[$0 - distance] : "" }
}

/// Nothing that the command says tells what somebody filled in.
@Suite(.serialized) struct PrivateValues {
  /// Everything that a batch of the file says and writes beside the PDFs, for people and for programs.
  private func said(_ form: String, _ records: String, in folder: Folder) throws -> String {
    var said = ""
    for format in ["text", "json"] {
      for language in ["zh-CN", "en"] {
        let run = try Zhinan.form(
          "batch", form, records, "-o", "out-\(records)", "--report", "r.json", "--report", "r.csv", "--format", format,
          "--lang",
          language, in: folder.url)
        #expect(run.status == 1)
        said += run.output + run.problems
        for report in ["r.json", "r.csv"] { said += try String(contentsOfFile: folder.path(report), encoding: .utf8) }
      }
    }
    return said
  }

  private func leaks(
    _ form: String, _ record: [(key: String, value: String)], _ secrets: [String]
  ) throws -> [String] {
    let folder = try Folder()
    let values = record.map(\.value)
    let rows = (-values.count...values.count).filter { $0 != 0 }.map { shifted(values, by: $0) }
    let header = record.map(\.key)
    _ = try folder.write(([header] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n"), to: "s.csv")
    let objects = try rows.map { row in
      let pairs = zip(header, row).filter { !$1.isEmpty }
      let object = try JSONSerialization.data(withJSONObject: Dictionary(pairs) { first, _ in first })
      return String(decoding: object, as: UTF8.self)
    }
    _ = try folder.write(objects.filter { $0 != "{}" }.joined(separator: "\n"), to: "s.jsonl")
    let all = try said(form, "s.csv", in: folder) + said(form, "s.jsonl", in: folder)
    #expect(all.contains("***") && all.utf8.count > 10_000)
    return secrets.filter { all.contains($0) }
  }

  @Test func aRowShiftedByAnyNumberOfColumnsTellsNothing() throws {
    #expect(try leaks("ca-application", application, secrets) == [])
    #expect(try leaks("pickup", pickup, pickupSecrets) == [])
  }

  @Test func aRowInThePlaceOfTheHeaderTellsNothing() throws {
    let folder = try Folder()
    let values = ["orgName"] + pickup.dropFirst().map(\.value)
    _ = try folder.write(values.joined(separator: ",") + "\n" + values.joined(separator: ",") + "\n", to: "s.csv")
    let run = try Zhinan.form("batch", "pickup", "s.csv", "-o", "out", in: folder.url)
    #expect(run.status == 1 && run.problems.contains("***"))
    #expect(pickupSecrets.filter { (run.output + run.problems).contains($0) } == [])
  }

  /// Keys of a record and cells of a header that name nothing, with what must not be told of each.
  private static let wrongKeys = [
    "Michael Smith": "Smith", "欧阳测试的手机": "测试", "张三身份证": "三身", "密码 Abc123": "Abc123", "张三 李四 王五": "李四",
    "胜利南路": "胜利", "ABC12345": "BC12", "agentName张三": "张三", "联系电话13800": "13800", "Zoë": "oë",
    "phone13800000001": "1380", "pass/word": "word",
    "经办人姓名诸葛": "诸葛",
  ]

  /// Three ways into the same sentence; the browser's module is compared with them by Tests/Browser/records.mjs.
  @Test func ofAWordThatNamesNoFieldOnlyItsFirstCharacterIsTold() throws {
    let folder = try Folder()
    for (key, secret) in Self.wrongKeys {
      let shown = "“\(key.prefix(1))***”"
      let object = String(decoding: try JSONSerialization.data(withJSONObject: [key: "x"]), as: UTF8.self)
      for (name, text) in [
        ("r.yml", "\"\(key)\": x\n"), ("r.json", object), ("r.jsonl", object + "\n"),
        ("r.csv", "uscc,orgName,\(key)\nx,y,z\n"),
      ] {
        _ = try folder.write(text, to: name)
        let command =
          name.hasSuffix("l") && !name.hasSuffix("yml") || name.hasSuffix("csv")
          ? ["batch", "pickup", name, "-o", "out"] : ["check", "pickup", name]
        let run = try Run(Zhinan.path, ["form"] + command + ["--root", project.path, "--lang", "en"], in: folder.url)
        #expect(run.status == 1)
        let told = try #require(run.lines.first { $0.contains("[record.unknown-field]") }, "\(name): \(run.problems)")
        #expect(told.contains(shown), "\(name): \(told)")
        #expect(told.hasPrefix(name == "r.csv" ? "r.csv:1:14: " : "\(name):1:\(name == "r.yml" ? 1 : 2): "), "\(told)")
        #expect(!(run.output + run.problems).contains(secret), "\(name): \(run.problems)")
      }
    }
  }

  @Test func aRowWithAFieldsNameInItTellsNoOtherCell() throws {
    let folder = try Folder()
    let row = "orgName,MichaelSmith,hunter2,胜利南路,张三身份证,Zhang.San"
    _ = try folder.write(row + "\n" + row + "\n", to: "s.csv")
    let run = try Zhinan.form("batch", "pickup", "s.csv", "-o", "out", in: folder.url)
    #expect(run.status == 1 && run.problems.contains("s.csv:1:9: ") && run.problems.contains("“h***”"))
    for secret in ["ichael", "unter", "胜利", "三身", "hang"] { #expect(!run.problems.contains(secret), "\(run.problems)") }
  }

  @Test func whatHelpsIsShown() throws {
    let folder = try Folder()
    _ = try folder.write(
      "certType: organ\ncertCount: 1000\nonwer: x\norgName: 鞍山示例(集团)有限公司*\nuscc: 91210302WWG7LCMK6E\n", to: "r.yml")
    let run = try Zhinan.form("check", "pickup", "r.yml", in: folder.url)
    #expect(run.status == 1)
    for part in ["（所填：1000）", "（所填：鞍山示例(集团)有限公司*）", "（所填：912*************6E）", "“onwer”"] {
      #expect(run.problems.contains(part), "\(part)")
    }
  }

  @Test func swappedArgumentsOfARuleAreNotRepeated() throws {
    let run = try Zhinan.run("rule", "210302197001019978", "citizen_id")
    #expect(run.status == 64 && run.problems.contains("没有“2***”这条规则"))
    #expect(!run.problems.contains("210302197001019978"))
    #expect(try Zhinan.run("rule", "usc", "1").problems.contains("没有“usc”这条规则。是不是“uscc”？"))
    let help = try Zhinan.run("rule", "--help").output
    #expect(help.contains("personal values on standard input") && help.contains("history"))
  }
}

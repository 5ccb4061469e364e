import Foundation
import Testing

/// `zhinan rule NAME --explain`.
@Suite struct Explanations {
  private func explain(_ arguments: String...) throws -> Run {
    try Run(Zhinan.path, ["rule"] + arguments + ["--explain", "--today", "2026-11-22"], in: project)
  }

  @Test func speaksAsTheGuideDoesAndMasksTheValue() throws {
    let run = try explain("citizen_id", "210302197001019979")
    #expect(run.status == 1 && run.problems.isEmpty)
    #expect(
      run.output == """
        210*************79  citizen_id：不正确（E_CHECK）
            地区      辽宁省鞍山市铁东区（210302）
            出生日期  1970-01-01
            年龄      56周岁（2026-11-22）
            性别      男
            校验码    9，应为8

        """)
    let english = try explain("citizen_id", "110103194906011231", "--lang", "en")
    #expect(english.status == 0 && english.output.contains("region           北京市崇文区 (110103, in use until 2010)\n"))
    let tiny = try explain("date", "2026-11-22", "--root", tinyGuide.path)
    #expect(tiny.output.contains("weekday  Sunday\n"), "\(tiny)")
  }

  @Test(arguments: [
    (
      ["uscc", "91210302WWG7LCMK6D"],
      #""holds":{"department":{"code":"9","name":"工商（市场监督管理）"},"kind":{"code":"91","name":"企业"},"#
        + #""region":{"code":"210302","name":"辽宁省鞍山市铁东区"},"organisation_code":"WWG7LCMK6","#
    ),
    (
      ["landline", "0412-5530000-801"],
      #""holds":{"kind":"landline","area":{"code":"0412","places":"辽宁省鞍山市"},"extension":"801"}"#
    ),
    (["phone_list", "024-67871177/1188"], #""holds":{"number_1":{"kind":"landline","area":{"code":"024","#),
    (["postal_code", "114000"], #""holds":{"provinces":["辽宁省"]}"#),
    (
      ["bank_card", "6299990000000554332"],
      #""shown":"***************4332","errors":["E_CHECK"],"warnings":[],"holds":{"check":{"found":"2","expected":"1","right":false}}"#
    ),
    (["residence_permit_hmt", "810000197001019989"], #""region":{"code":"810000","name":"香港特别行政区"}"#),
    (["citizen_id", "210302700101123"], #""suggested":"21030219700101123"#),
    (["identity_number_adult", "921840197001019971"], #""holds":{"card":2023,"region":{"code":"210000"#),
    (
      ["identity_number_adult", "210302197001019978"],
      #""sex":"male","check":{"found":"8","expected":"8","right":true}"#
    ),
    (["tax_id", "210302QQ11YD315"], #""organisation_code":"QQ11YD315"}"#),
    (["citizen_id", "无"], #""errors":["E_LENGTH"],"warnings":[],"holds":{}}"#),
  ])
  func writesJSON(words: [String], part: String) throws {
    let run = try explain(words[0], words[1], "--format", "json")
    #expect(run.output.contains(part) && run.output.hasSuffix("}\n"), "\(run.output)")
    let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(value?["rule"] as? String == words[0])
  }

  @Test func readsLinesToo() throws {
    let words = "Z='\(Zhinan.path)'; "
    let run = try Run(
      "/bin/bash", ["-c", words + #"printf '"13800000001"\n5\n"138' | $Z rule mobile --explain --jsonl --lang en"#],
      in: project)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 3 && lines[0].contains(#""shown":"138****0001""#) && lines[0].contains(#""kind":"mobile""#))
    #expect(lines[1].contains("E_TYPE") && lines[2].contains("E_TYPE"))
  }

  @Test func tellsInTheGuidesWordsWherePricesAreInDoubt() throws {
    let run = try explain("fee", "{\"new\":3,\"years\":2}")
    #expect(
      run.status == 0 && run.output.hasPrefix("{\"new\":3,\"years\":2}  fee：正确（W_MULTI_YEAR，W_KEY_GIFT_AMBIGUOUS）"))
    for words in ["1350", "1600", "一次购买多年的价格没有明文规定，“收费标准”给出的是一个范围。请以辽宁省网联", "赠送几枚介质没有写明"] {
      #expect(run.output.contains(words), "\(run.output)")
    }
    let plain = try explain("fee", "{\"lost\":2}", "--format", "json")
    #expect(plain.output.hasSuffix(#""errors":[],"warnings":[],"holds":{"estimate":"100"}}"# + "\n"), "\(plain.output)")
    let wrong = try explain("fee", "{\"new\":1.5}")
    #expect(wrong.status == 1 && wrong.output.contains("E_TYPE"))
  }

  @Test func isRefusedWhereNothingIsKnown() throws {
    let run = try explain("email", "a@b.cn")
    #expect(run.status == 64 && run.problems.contains("citizen_id") && run.output.isEmpty)
    #expect(try explain("date", "2026-11-22", "--lang", "fr").status == 64)
  }
}

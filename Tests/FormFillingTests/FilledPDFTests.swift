import FormFilling
import FormModel
import Foundation
import Testing

@Suite(.serialized) struct FilledPDFs {
  @Test(arguments: FilledRecord.examples)
  func qpdfFindsNothingWrong(example: String) throws {
    try Tool.withFile(try FilledRecord(example: example).pdf) { path in
      let (status, output, problems) = try Tool.run("qpdf", ["--check", path])
      #expect(status == 0 && problems.isEmpty, "\(problems)")
      #expect(String(decoding: output, as: UTF8.self).contains("No syntax or stream encoding errors found"))
    }
  }

  @Test(arguments: FilledRecord.examples)
  func qpdfReadsTheAnswersBack(example: String) throws {
    let filled = try FilledRecord(example: example)
    let values = try Tool.withFile(filled.pdf) { try Self.values(at: $0) }
    #expect(values == filled.values)
  }

  private static func values(at path: String) throws -> [String: String] {
    let output = try Tool.run("qpdf", ["--json=2", "--json-key=acroform", path]).output
    let json = try JSONSerialization.jsonObject(with: output) as? [String: Any]
    let fields = (json?["acroform"] as? [String: Any])?["fields"] as? [[String: Any]] ?? []
    var values: [String: String] = [:]
    for field in fields {
      guard let name = field["fullname"] as? String, let value = field["value"] as? String, value != "/Off" else {
        continue
      }
      values[name] =
        value.hasPrefix("/") || value.hasPrefix("u:") ? String(value.dropFirst(value.hasPrefix("/") ? 1 : 2)) : value
    }
    return values
  }

  /// `make test` makes .venv; without it this test is told as skipped.
  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: project.path + "/.venv/bin/python"), "`make test` makes .venv"),
    arguments: FilledRecord.examples)
  func pypdfReadsTheAnswersBack(example: String) throws {
    let filled = try FilledRecord(example: example)
    let run = try Tool.withFile(filled.pdf) {
      try Tool.run(project.path + "/.venv/bin/python", [project.path + "/Tests/Tools/read_fields.py", $0])
    }
    #expect(run.status == 0, "\(run.problems)")
    #expect(try JSONDecoder().decode([String: String].self, from: run.output) == filled.values)
  }

  @Test func theApplicationSaysWhatTheRecordSays() throws {
    let values = try FilledRecord(example: "ca-application/new-company.yml").values
    #expect(values["legalRepName"] == "王䶮" && values["agentName"] == "钱𬭎" && values["recipientName"] == "吴𠅤")
    #expect(values["applyDate"] == "2026年11月22日")
    #expect(values["orgCode"] == "WWG7LCMK6", "taken from the credit code")
    #expect(values["invoiceTitle"] == values["orgName"], "taken from the unit's name")
    #expect(values["sealTypes-orgSeal"] == "orgSeal" && values["sealTypes-other"] == nil)
    #expect(values["deliveryMethod"] == "mail" && values["pickupPoint"] == nil)
  }

  @Test func aJSONRecordIsWrittenInCanonicalSpelling() throws {
    let values = try FilledRecord(example: "ca-application/reissue-pickup.json").values
    #expect(values["uscc"] == "93210381UUJ6E2JU6H", "given in full-width characters")
    #expect(values["agentMobile"] == "13800000099" && values["legalRepIdNumber"] == "21010219770707998X")
    #expect(values["originalCertNo"] == "20261122ABCDEF01" && values["businessType"] == "reissue")
    #expect(values["certCount"] == "1", "the form's default")
  }

  @Test func aRepeatedPartHasFieldsOfItsOwn() throws {
    let values = try FilledRecord(example: "seal-sample/two-seals.yml").values
    #expect(values["seals-0-type"] == "orgSeal" && values["seals-1-name"] == "王䶮印")
    #expect(values["seals-0-heightMM"] == "40", "as wide as high")
    #expect(!values.keys.contains { $0.hasPrefix("seals-2") })
  }

  @Test(arguments: FilledRecord.examples)
  func whatIsWrittenCanBeCopied(example: String) throws {
    let filled = try FilledRecord(example: example)
    let text = try Tool.withFile(filled.pdf) { path in
      String(decoding: try Tool.run("pdftotext", ["-layout", path, "-"]).output, as: UTF8.self)
    }.filter { !$0.isWhitespace }
    for placed in filled.placed {
      for run in placed.runs {
        let words = String(String.UnicodeScalarView(run.scalars.compactMap(Unicode.Scalar.init)))
        #expect(text.contains(words.filter { !$0.isWhitespace }), "“\(words)”")
      }
    }
  }

  /// A number that stands in cells is found by who looks for it, with fields and without.
  @Test(arguments: [false, true])
  func numbersInCellsAreFoundWhole(flattens: Bool) throws {
    let filled = try FilledRecord(
      example: "ca-application/new-company.yml", options: FillOptions(flattens: flattens))
    let text = try Tool.withFile(filled.pdf) {
      String(decoding: try Tool.run("pdftotext", [$0, "-"]).output, as: UTF8.self)
    }
    for key in ["uscc", "orgCode", "postalCode", "agentIdNumber", "legalRepIdNumber"] {
      let number = String(decoding: try filled.text(key).value, as: UTF8.self)
      #expect(text.contains(number), "\(key)")
    }
  }

  /// An answer in several places is one field: its value stands once, and each place shows it.
  @Test func anAnswerInSeveralPlacesIsOneField() throws {
    let filled = try FilledRecord(example: "seal-sample/two-seals.yml")
    let shown = filled.placed.filter { filled.form.compiled.fields[$0.field].key == Array("uscc".utf8) }
    #expect(shown.count == 2, "on both sheets")
    #expect(filled.form.compiled.fields[shown[0].field].widgets.count == 8)
    let values = try Tool.withFile(filled.pdf) { try Self.values(at: $0) }
    #expect(values["uscc"] == "91210302WWG7LCMK6D")
  }

  @Test func rareAndNonBMPCharactersCanBeCopied() throws {
    let filled = try FilledRecord(example: "ca-application/new-company.yml")
    let text = try Tool.withFile(filled.pdf) {
      String(decoding: try Tool.run("pdftotext", [$0, "-"]).output, as: UTF8.self)
    }
    for name in ["王䶮", "钱𬭎", "吴𠅤"] { #expect(text.contains(name)) }
  }

  /// The blank's bytes stand first and unchanged: a reader can get the blank back, and nothing of it is drawn anew.
  @Test(arguments: FilledRecord.examples)
  func theBlankIsKeptAndTheSameRecordGivesTheSameBytes(example: String) throws {
    let filled = try FilledRecord(example: example)
    #expect(filled.pdf.starts(with: filled.form.blank))
    #expect(try FilledRecord(example: example).pdf == filled.pdf)
  }

  @Test func anotherAnswerGivesAnotherIdentifier() throws {
    func identifier(_ pdf: [UInt8]) -> String? {
      let text = String(decoding: pdf.suffix(1200), as: UTF8.self)
      return text.firstRange(of: "/ID[").map { String(text[$0.upperBound...].prefix(68)) }
    }
    let first = try identifier(FilledRecord(newCompanyWith: []).pdf)
    let text = try identifier(FilledRecord(newCompanyWith: [("legalRepName", "王龑")]).pdf)
    let box = try identifier(FilledRecord(newCompanyWith: [("orgType", "agency")]).pdf)
    #expect(first != nil && Set([first, text, box]).count == 3)
    #expect(first?.prefix(34) == text?.prefix(34), "the first half names the blank")
  }

  /// What a PDF says about itself is read by search engines and file managers: nothing of a record stands there.
  @Test(arguments: FilledRecord.examples)
  func informationAndMetadataAreTheBlanks(example: String) throws {
    let filled = try FilledRecord(example: example)
    let update = String(decoding: filled.pdf[filled.form.blank.count...], as: UTF8.self)
    for word in ["/Author", "/Title", "/Subject", "/Metadata", "/Producer", "xpacket", "/Catalog"] {
      #expect(!update.contains(word), "\(word)")
    }
    let info = filled.form.compiled.blank.info
    #expect(!update.contains("\n\(info) 0 obj\n") && update.contains("/Info \(info) 0 R"))
    try Tool.withFile(filled.pdf) { path in
      let told =
        String(decoding: try Tool.run("pdfinfo", ["-meta", path]).output, as: UTF8.self)
        + String(decoding: try Tool.run("pdfinfo", [path]).output, as: UTF8.self)
      for value in filled.values.values where value.count > 8 { #expect(!told.contains(value)) }
    }
  }

  @Test func aCharacterOfAFallbackFontIsDrawnFromIt() throws {
    let change = [(key: "legalRepName", value: "王𪚥")]
    #expect(throws: Refusal.self) { try FilledRecord(newCompanyWith: change, fonts: Fonts.first) }
    let filled = try FilledRecord(newCompanyWith: change, fonts: Fonts.all)
    let used = try filled.text("legalRepName").runs.map(\.font)
    #expect(used.count == 2 && used[0] == 0 && used[1] > 0)
    try Tool.withFile(filled.pdf) { path in
      #expect(try Tool.run("qpdf", ["--check", path]).status == 0)
      let fonts = String(decoding: try Tool.run("pdffonts", [path]).output, as: UTF8.self)
      #expect(fonts.contains("+HanaMin"))
      let text = String(decoding: try Tool.run("pdftotext", [path, "-"]).output, as: UTF8.self)
      #expect(text.contains("王𪚥"))
    }
  }
}

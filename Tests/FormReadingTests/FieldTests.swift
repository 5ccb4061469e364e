import FormModel
import FilledFields
import FormReading
import Testing
import ZhinanValidation

/// A text, a choice, two boxes and a list.
private let form: CompiledForm = {
  func option(_ value: String, _ label: String) -> FieldOption {
    FieldOption(value: Array(value.utf8), label: Array(label.utf8))
  }
  var form = CompiledForm(id: Array("f".utf8), version: [49], guideVersion: [49], title: [])
  var name = CompiledField(key: Array("name".utf8), label: Array("Name".utf8), kind: .text, rule: .one(.text))
  name.maxLength = 40
  var way = CompiledField(key: Array("way".utf8), label: Array("Way".utf8), kind: .choice, rule: .one(.text))
  way.options = [option("mail", "邮寄"), option("pickup", "自取")]
  var seals = CompiledField(key: Array("seals".utf8), label: Array("Seals".utf8), kind: .choices, rule: .one(.text))
  seals.options = [option("round", "圆"), option("square", "方")]
  form.fields = [name, way, seals]
  return form
}()

private func read(_ bytes: [UInt8]) throws -> ReadAnswers { ReadAnswers(of: try FilledForm(reading: bytes), to: form) }

private func text(_ answers: ReadAnswers) -> String { String(decoding: answers.answers.text(0), as: UTF8.self) }

private let box = "/Type /Annot /Subtype /Widget /Rect [0 0 10 10]"

@Suite struct FieldValues {
  @Test(arguments: [
    "(A b)", "<FEFF00410020 0062>", "<FFFE410020006200>", "<EFBBBF412062>", "/A#20b", "6 0 R", "7 0 R", "[(A b)]",
  ])
  func aTextIsReadInEveryShape(value: String) throws {
    let pdf = page(
      annotations: "5 0 R", fields: "5 0 R",
      ["<< \(box) /FT /Tx /T (name) /V \(value) >>", "(A b)", stream("A b")])
    let answers = try read(pdf)
    #expect(text(answers) == "A b")
    #expect(answers.missing == ["way", "seals-round", "seals-square"])
  }

  @Test(arguments: ["", "/V ()", "/V <FEFF>", "/V null", "/V 5", "/V << >>", "/V []"])
  func aTextWithoutValueIsNoAnswer(entry: String) throws {
    let pdf = page(annotations: "5 0 R", fields: "5 0 R", ["<< \(box) /FT /Tx /T (name) \(entry) >>"])
    #expect(try !read(pdf).answers.isPresent(0))
  }

  @Test(
    arguments: [
      // name under a parent, as writers that join files do; kids of a field without widget of its own; parts of a tree.
      (["<< /T (form1) /Kids [6 0 R] >>", "<< \(box) /Parent 5 0 R /FT /Tx /T (name) /V (x) >>"], "5 0 R", "6 0 R"),
      (["<< /T (name) /FT /Tx /V (x) /Kids [6 0 R] >>", "<< \(box) /Parent 5 0 R >>"], "5 0 R", "6 0 R"),
      (
        [
          "<< /FT /Tx /V (x) /Kids [6 0 R] >>", "<< /Parent 5 0 R /T (a) /Kids [7 0 R] >>",
          "<< \(box) /Parent 6 0 R /T (name) >>",
        ], "5 0 R", "7 0 R"
      ),
      // only the page knows it.
      (["<< \(box) /FT /Tx /T (name) /V (x) >>"], "", "5 0 R"),
      (["<< /T (name) /FT /Tx /V (x) /Kids [6 0 R] >>", "<< \(box) /Parent 5 0 R >>"], "", "6 0 R"),
      // a ring.
      (["<< /T (name) /FT /Tx /V (x) /Kids [5 0 R] >>"], "5 0 R", "5 0 R"),
    ] as [([String], String, String)])
  func aFieldIsFoundWhereverAWriterPutIt(objects: [String], fields: String, annotations: String) throws {
    #expect(try text(read(page(annotations: annotations, fields: fields, objects))) == "x")
  }

  @Test(arguments: [
    ("/V /mail", "/mail", "/Off", 1, true), ("/V (mail)", "/mail", "/Off", 1, true),
    ("/V (/mail)", "/mail", "/Off", 1, true), ("", "/mail", "/Off", 1, true), ("/V /Off", "/mail", "/Off", 1, false),
    ("/V /pickup", "/Off", "/pickup", 2, true), ("/V /Off", "/Off", "/Off", 0, true), ("", "/Off", "/Off", 0, true),
    ("/V /1 /Opt [(mail) (pickup)]", "/Off", "/1", 2, true), ("/V <FEFF81EA53D6>", "/Off", "/Off", 2, false),
    ("/V /mail", "/Off", "/pickup", 1, false),
  ])
  func aRadioGroupIsReadByValueThenByPicture(value: String, first: String, second: String, bits: UInt64, agree: Bool)
    throws
  {
    let pdf = page(
      annotations: "6 0 R 7 0 R", fields: "5 0 R",
      [
        "<< /FT /Btn /Ff 49152 /T (way) \(value) /Kids [6 0 R 7 0 R] >>", "<< \(box) /Parent 5 0 R /AS \(first) >>",
        "<< \(box) /Parent 5 0 R /AS \(second) >>",
      ])
    let answers = try read(pdf)
    #expect(answers.answers.options(1) == bits)
    #expect(answers.contradictions.isEmpty == agree)
  }

  @Test(arguments: [
    ("/V /round /AS /round", true), ("/V /Yes /AS /Yes", true), ("/V (On) /AS /On", true), ("/AS /round", true),
    ("/V /round", true), ("/V /Off /AS /Off", false), ("/V /Off /AS /round", true), ("/AS /Off", false), ("", false),
    ("/V (Off)", false),
  ])
  func aBoxIsReadByValueThenByPicture(entries: String, isOn: Bool) throws {
    let pdf = page(annotations: "5 0 R", fields: "5 0 R", ["<< \(box) /FT /Btn /T (seals-round) \(entries) >>"])
    #expect(try read(pdf).answers.options(2) == (isOn ? 1 : 0))
  }

  @Test(arguments: ["/V (pickup)", "/V <FEFF81EA53D6>", "/V [(pickup)]", "/V /pickup", "/I [1]"])
  func aListIsReadByExportLabelOrIndex(entries: String) throws {
    let options = "/Opt [[(mail) <FEFF90AE5BC4>] [(pickup) <FEFF81EA53D6>]]"
    let pdf = page(annotations: "5 0 R", fields: "5 0 R", ["<< \(box) /FT /Ch /T (way) \(options) \(entries) >>"])
    #expect(try read(pdf).answers.options(1) == 2)
  }

  @Test func aWordThatIsNoOptionIsRemembered() throws {
    let pdf = page(annotations: "5 0 R", fields: "5 0 R", ["<< \(box) /FT /Ch /T (way) /V (fax) >>"])
    #expect(try read(pdf).answers.fieldsWithUnknownOption == [1])
  }

  @Test func theSameFieldTwiceWithTwoAnswersIsAmbiguous() throws {
    func pdf(_ second: String) -> [UInt8] {
      page(
        annotations: "6 0 R 8 0 R", fields: "5 0 R 7 0 R",
        [
          "<< /T (a) /Kids [6 0 R] >>", "<< \(box) /Parent 5 0 R /FT /Tx /T (name) /V (x) >>",
          "<< /T (b) /Kids [8 0 R] >>", "<< \(box) /Parent 7 0 R /FT /Tx /T (name) /V (\(second)) >>",
        ])
    }
    #expect(try read(pdf("y")).ambiguous == [0])
    #expect(try read(pdf("x")).ambiguous == [])
  }

  @Test func fieldsOfOthersAreNamed() throws {
    let pdf = page(
      annotations: "5 0 R 6 0 R", fields: "5 0 R 6 0 R",
      ["<< \(box) /FT /Tx /T (other) /V (x) >>", "<< \(box) /FT /Sig /T (sign) >>"])
    #expect(try read(pdf).unknown == ["other"])
  }
}

@Suite struct Signatures {
  private static let signature = "<< /Type /Sig /ByteRange [0 1 2 3] /Contents <00> >>"

  /// Objects from number 6 on, annotations and fields besides the text's, more of the catalog, and what is told: the
  /// field's name and the page.
  @Test(
    arguments: [
      (["<< \(box) /FT /Sig /T (sign) /V 7 0 R >>", signature], "6 0 R", "6 0 R", "", ["sign 1"]),
      (["<< \(box) /FT /Sig /V 7 0 R >>", signature], "6 0 R", "6 0 R", "", ["- 1"]),
      (["<< \(box) /T (sign) /V 7 0 R >>", signature], "6 0 R", "6 0 R", "", ["sign 1"]),
      (["<< \(box) /V \(signature) >>"], "6 0 R", "", "", ["- 1"]),
      (["<< \(box) /FT /Tx /T (sign) /V 7 0 R >>", signature], "6 0 R", "6 0 R", "", ["sign 1"]),
      (["<< /FT /Sig /T (sign) /V 7 0 R >>", signature], "", "6 0 R", "", ["sign -"]),
      (
        ["<< /FT /Sig /T (sign) /V 8 0 R /Kids [7 0 R] >>", "<< \(box) /Parent 6 0 R /V 8 0 R >>", signature], "7 0 R",
        "6 0 R", "", ["sign 1"]
      ),
      (
        ["<< /T (sign) /Kids [7 0 R] >>", "<< \(box) /Parent 6 0 R /V 8 0 R >>", signature], "7 0 R", "6 0 R", "",
        ["sign 1"]
      ),
      // At a field that has fields beneath.
      (
        ["<< /T (a) /V 8 0 R /Kids [7 0 R] >>", "<< \(box) /Parent 6 0 R /FT /Tx /T (b) /V (x) >>", signature], "7 0 R",
        "6 0 R", "", ["a -"]
      ),
      // The field does not know its box.
      (["<< /FT /Sig /T (sign) >>", "<< \(box) /Parent 6 0 R /V 8 0 R >>", signature], "7 0 R", "6 0 R", "", ["- 1"]),
      // The catalog alone, or a field too.
      (["<< \(box) /FT /Sig /T (sign) >>", signature], "6 0 R", "6 0 R", "/Perms << /DocMDP 7 0 R >>", ["- -"]),
      (
        ["<< \(box) /FT /Sig /T (sign) /V 7 0 R >>", signature], "6 0 R", "6 0 R", "/Perms << /UR3 7 0 R >>", ["sign 1"]
      ),
      // Nobody signed.
      (["<< \(box) /FT /Sig /T (sign) /V << >> >>"], "6 0 R", "6 0 R", "/Perms << >>", []),
      (["<< \(box) /FT /Tx /T (a) /V << /Contents (x) >> >>"], "6 0 R", "6 0 R", "/Perms 1", []),
    ] as [([String], String, String, String, [String])])
  func whateverHangsAsASignatureIsTold(
    objects: [String], annotations: String, fields: String, catalog: String, told: [String]
  ) throws {
    let pdf = page(
      annotations: "5 0 R " + annotations, fields: "5 0 R " + fields, metadata: catalog,
      ["<< \(box) /FT /Tx /T (name) /V (x) >>"] + objects)
    let found = try FilledForm(reading: pdf).signatures
    #expect(
      found.map {
        "\($0.fieldName.isEmpty ? "-" : String(decoding: $0.fieldName, as: UTF8.self)) \($0.page.map(String.init) ?? "-")"
      } == told)
    #expect(found.allSatisfy { $0.changedFields == [] })
  }
}

@Suite struct Refusals {
  @Test func whatIsNoFilledFormIsRefusedByItsReason() {
    let noForm = smallPDF(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"])
    let cases: [([UInt8], FormReadingError)] = [
      ([], .empty), (Array("hello".utf8), .notAPDF), (Array("%PDF-1.7\nhello".utf8), .damaged), (noForm, .noForm),
      (page(annotations: "", fields: "", []), .noForm),
      (Array(repeating: 0x20, count: FilledForm.largestFile + 1), .tooLarge),
    ]
    for (bytes, expected) in cases {
      #expect(throws: expected) { try FilledForm(reading: bytes) }
    }
  }

  @Test func aFormThatLostItsFieldsSaysWhichItWas() throws {
    let packet = "<x xmlns:form=\"urn:zhinan:form\"><form:id>f</form:id></x>"
    let pdf = page(annotations: "", fields: "", metadata: "/Metadata 5 0 R", [stream(packet)])
    let origin = try #require(FormOrigin(metadata: Array(packet.utf8)))
    #expect(throws: FormReadingError.flattened(origin)) { try FilledForm(reading: pdf) }
  }

  @Test func aBrokenTableIsPutRightAndTold() throws {
    var pdf = page(annotations: "5 0 R", fields: "5 0 R", ["<< \(box) /FT /Tx /T (name) /V (x) >>"])
    #expect(try !FilledForm(reading: pdf).wasRepaired)
    let start = try #require(pdf.firstRange(of: Array("startxref".utf8)))
    pdf.replaceSubrange(start, with: Array("startxxxx".utf8))
    #expect(try FilledForm(reading: pdf).wasRepaired)
    #expect(try text(read(pdf)) == "x")
  }
}

@Suite struct Bounds {
  /// Every kid of the list has the list as its kids again, and none has a number.
  @Test(.timeLimit(.minutes(1))) func aListOfKidsThatHoldsItselfEnds() throws {
    let pdf = page(
      annotations: "", fields: "<< /T (q) /Kids 5 0 R >>",
      ["[<< /T (a) /Kids 5 0 R >> << /T (b) /Kids 5 0 R >> << /T (name) /FT /Tx /V (x) >>]"])
    #expect(try text(read(pdf)) == "x")
  }

  private func many(_ part: String, _ count: Int) -> String { String(repeating: part + " ", count: count) }

  @Test func whatNoFormHasIsRefused() {
    let pages = smallPDF([
      "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [<< /T (name) /FT /Tx >>] >> >>",
      "<< /Type /Pages /Kids [\(many("3 0 R", 1001))] /Count 1001 >>", "<< /Type /Page /Parent 2 0 R >>",
    ])
    let field = "<< \(box) /FT /Tx /T (name) >>"
    let cases = [
      pages, page(annotations: many("<< /Subtype /X >>", 20_001), fields: "5 0 R", [field]),
      page(annotations: "5 0 R", fields: many("5 0 R", 20_001), [field]),
      page(annotations: "5 0 R", fields: "5 0 R", ["<< \(box) /FT /Ch /T (name) /Opt [\(many("(a)", 20_001))] >>"]),
      page(
        annotations: "", fields: many("<< /FT /Tx /T (name) /V 5 0 R >>", 100), ["(\(many("text", 20_000)))"]),
    ]
    for pdf in cases { #expect(throws: FormReadingError.tooManyParts) { try FilledForm(reading: pdf) } }
  }

  /// A page that the tree names again and again is read once, so that its notes do not multiply.
  @Test func aPageIsReadOnce() throws {
    let pdf = smallPDF([
      "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] >> >>",
      "<< /Type /Pages /Kids [\(many("3 0 R", 900))] /Count 900 >>",
      "<< /Type /Page /Parent 2 0 R /Annots [5 0 R \(many("<< /Subtype /X >>", 3000))] >>", "null",
      "<< \(box) /FT /Tx /T (name) /V (x) >>",
    ])
    #expect(try text(read(pdf)) == "x")
  }
}

@Suite struct Altered {
  private let field = "<< \(box) /FT /Tx /T (name) /MaxLen 9 >>"

  private func differences(drawing: String, field: String? = nil, annotations: String = "5 0 R") throws
    -> [BlankDifference]
  {
    let blank = page(drawing: "1 0 0 1 5.50 0 cm 0 0 10 10 re f", annotations: "5 0 R", fields: "5 0 R", [self.field])
    let more = ["<< /Type /Annot /Subtype /FreeText /Rect [0 0 1 1] >>"]
    return try FilledForm(
      reading: page(drawing: drawing, annotations: annotations, fields: "5 0 R", [field ?? self.field] + more)
    ).differences(from: blank, painted: [[Array(Self.outline.utf8), Array(Self.code("").utf8)]])
  }

  /// What a filler paints: an outline, and a code whose data hold what appearances like their end.
  private static let outline = "/Artifact BMC q 0.5 w .55 G\n[2 2]0 d\n1 1 5 5 re S\nQ EMC\n"
  private static let data = String(repeating: "xy\nEI Q", count: 9)

  private static func code(_ entries: String, place: String = "0 g 21 0 0 21 5 5 cm", size: Int = 21) -> String {
    "/Artifact BMC q \(place)\nBI/W \(size)/H \(size)/IM true\(entries)/D[1 0] ID \(data)\nEI Q EMC\n"
  }

  @Test(
    arguments: [
      ("1 0 0 1 5.50 0 cm 0 0 10 10 re f", []), ("q\n1 0 0 1 5.5 0 cm\n0 0 10 10 re\nf\nQ", []),
      ("1 0 0 1 +5.500 -0 cm 0 0 10. 10 re f % a comment", []),
      ("1 0 0 1 5.50 0 cm 0 0 10 10 re f BT (x) Tj ET", [.addition(page: 1)]),
      ("1 0 0 1 5.50 0 cm 0 0 10 10 re f /Artifact BMC q 1 g 1 1 2 2 re S Q EMC", [.addition(page: 1)]),
      ("1 0 0 1 5.50 0 cm 0 0 10 10 re f /Artifact BMC BT (x) Tj ET EMC", [.addition(page: 1)]),
      ("1 0 0 1 5.50 0 cm 0 0 10 10 re f /Fm Do", [.addition(page: 1)]),
      ("1 1 1 rg 1 0 0 1 5.50 0 cm 0 0 10 10 re f", [.addition(page: 1)]),
      ("1 0 0 1 5.50 0 cm 0 0 10 11 re f", [.page(1)]), ("", [.page(1)]),
    ] as [(String, [BlankDifference])])
  func aDrawingIsComparedByItsTokens(drawing: String, expected: [BlankDifference]) throws {
    #expect(try differences(drawing: drawing) == expected)
  }

  /// Of what a filler paints each piece may be missing; nothing else may stand behind the blank's drawing, nothing at
  /// all before it.
  @Test(
    arguments: [
      ("@ \(outline)\(code(""))", true), ("@ \(outline)", true), ("@ \(code(""))", true),
      ("q @ Q \(outline) q Q", true),
      ("@ \(code("", place: "0 g 21.0 0 0 21.01 4.99 5 cm"))", true), ("@ \(code("/BPC 1"))", true),
      ("@ \(code("").replacing("xy", with: "yx"))", true), ("@ \(code("", size: 22))", false),
      ("@ \(code(""))\(outline)", false), ("@ \(outline)\(outline)", false), ("@ \(code(""))\(code(""))", false),
      ("@ \(outline.replacing("1 1 5 5", with: "1 1 5 6"))", false),
      ("@ \(outline.replacing("S\n", with: "S 30 w 0 7 m 9 7 l S\n"))", false),
      ("@ /Artifact BMC 30 w 60 700 m 500 700 l S EMC", false), ("@ \(code("")) 1 g 0 0 999 999 re f", false),
      ("@ \(code("", place: "1 g 21 0 0 21 5 5 cm"))", false), ("@ \(code("", place: "0 g 21 0 0 21 6 5 cm"))", false),
      ("@ \(code("", place: "0 g 9 0 0 9 5 5 cm"))", false), ("@ \(code("", place: "0 g"))", false),
      ("@ \(code("", place: "0 g 100 0 0 100 0 0 cm 21 0 0 21 5 5 cm"))", false),
      ("/Artifact BMC 0.0001 0 0 0.0001 0 0 cm EMC @", false), ("\(code("")) @", false), ("0 g @", false),
    ])
  func whatIsPaintedIsComparedPieceByPiece(drawing: String, isOurs: Bool) throws {
    let drawing = drawing.replacing("@", with: "1 0 0 1 5.50 0 cm 0 0 10 10 re f")
    #expect(try differences(drawing: drawing) == (isOurs ? [] : [.addition(page: 1)]))
  }

  @Test(arguments: [
    ("/FT /Tx /T (name) /MaxLen 9 /Ff 1", true), ("/FT /Tx /T (name) /MaxLen 9 /V (x)", true),
    ("/FT /Tx /T (name) /MaxLen 8", false), ("/FT /Tx /T (name)", false), ("/FT /Ch /T (name) /MaxLen 9", false),
    ("/FT /Tx /T (name) /MaxLen 9 /Ff 4096", false), ("/FT /Tx /T (name) /MaxLen 9 /Opt [(a)]", false),
  ])
  func aFieldIsComparedByItsShape(entries: String, isSame: Bool) throws {
    let found = try differences(drawing: "1 0 0 1 5.50 0 cm 0 0 10 10 re f", field: "<< \(box) \(entries) >>")
    #expect(found == (isSame ? [] : [.field("name")]))
  }

  @Test func aMovedFieldAndATypedNoteAreTold() throws {
    let moved = field.replacing("[0 0 10 10]", with: "[0 2 10 12]")
    let found = try differences(
      drawing: "1 0 0 1 5.50 0 cm 0 0 10 10 re f", field: moved, annotations: "5 0 R 6 0 R")
    #expect(found == [.annotation(page: 1, kind: "FreeText"), .field("name")])
  }
}

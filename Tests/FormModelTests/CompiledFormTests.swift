import Bytes
import FormModel
import Testing
import ZhinanValidation

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// A form with every kind of field, condition, default, widget and check.
let sampleForm: CompiledForm = {
  var form = CompiledForm(id: bytes("sample"), version: bytes("1.2.3"), guideVersion: bytes("v1"), title: bytes("样表"))
  form.blank.size = 5
  form.blank.digest = SHA256.digest(of: bytes("blank"))
  form.blank.fileID = Array(0..<16)
  form.language = bytes("zh-CN")
  form.groups = [FieldGroup(key: bytes("seals"), title: bytes("印章"), minimum: 1, maximum: 2)]
  var kind = CompiledField(key: bytes("kind"), label: bytes("类型"), kind: .choice, rule: .one(.text))
  kind.options = [
    FieldOption(value: bytes("new"), label: bytes("新办")), FieldOption(value: bytes("lost"), label: bytes("补办")),
  ]
  kind.need = .always
  var serial = CompiledField(key: bytes("serial"), label: bytes("序列号"), kind: .text, rule: .one(.certSerial))
  serial.appliesWhen = .chosen(field: 0, options: 2)
  serial.need = .when(.all([.chosen(field: 0, options: 2), .not(.chosen(field: 0, options: 1))]))
  var uscc = CompiledField(key: bytes("uscc"), label: bytes("代码"), kind: .text, rule: .one(.uscc))
  uscc.need = .always
  uscc.privacy = .id
  var code = CompiledField(key: bytes("code"), label: bytes("机构代码"), kind: .text, rule: .one(.orgCode))
  code.fallback = .copy(field: 2, first: 9, last: 17)
  var count = CompiledField(key: bytes("count"), label: bytes("数量"), kind: .integer, rule: .one(.number))
  count.minimum = 1
  count.maximum = 99
  count.fallback = .constant(bytes("1"))
  var day = CompiledField(key: bytes("day"), label: bytes("日期"), kind: .date, rule: .one(.date))
  day.maxLength = 10
  var number = CompiledField(
    key: bytes("number"), label: bytes("证件"), kind: .text,
    rule: .chosen(by: 0, cases: [RuleCase(option: 0, rule: .citizenIDAdult)], otherwise: .taiwanPermit))
  number.privacy = .id
  var extras = CompiledField(key: bytes("extras"), label: bytes("事项"), kind: .choices, rule: .one(.text))
  extras.options = kind.options
  extras.appliesWhen = .any([.present(field: 4), .chosen(field: 0, options: 3)])
  var first = CompiledField(key: bytes("seals[0].name"), label: bytes("第1枚·名称"), kind: .text, rule: .one(.text))
  first.titleLength = 9
  first.shortLabel = bytes("名")
  first.hint = bytes("印文")
  first.item = GroupElement(group: 0, index: 0)
  first.need = .always
  first.maxLength = 4
  var second = first
  second.key = bytes("seals[1].name")
  second.label = bytes("第2枚·名称")
  second.item = GroupElement(group: 0, index: 1)
  let box = PageRectangle(x: 100, y: -200, width: 5000, height: 900)
  let object = BlankObject(number: 7, fixedEntries: bytes("<</T(x)"), flags: 2, replaceableEntries: bytes("/AP<<>>"))
  let appearances = BoxAppearances(on: 9, off: 10)
  day.widgets = [
    FieldWidget(
      kind: .text(cells: 18), object: object, page: 1, rectangle: box, size: 950, minimumSize: 600,
      alignment: .right, wraps: true)
  ]
  first.widgets = [
    FieldWidget(
      kind: .part(cells: 3, parent: object), object: object, page: 0, rectangle: box, size: 900, minimumSize: 700,
      alignment: .left, wraps: false)
  ]
  kind.widgets = [
    FieldWidget(
      kind: .radio(option: 1, parent: object, appearances: appearances), object: object, page: 0, rectangle: box,
      size: 900,
      minimumSize: 900, alignment: .left, wraps: false)
  ]
  extras.widgets = [
    FieldWidget(
      kind: .check(option: 0, appearances: appearances), object: object, page: 0, rectangle: box, size: 900,
      minimumSize: 900,
      alignment: .centre, wraps: false),
    FieldWidget(
      kind: .list, object: object, page: 0, rectangle: box, size: 900, minimumSize: 900, alignment: .left,
      wraps: false),
  ]
  form.fields = [kind, serial, uscc, code, count, day, number, extras, first, second] + workedOut
  form.handFields = [
    HandField(
      position: 8, key: bytes("stamp"), label: bytes("公章"), titleLength: 0, shortLabel: bytes("章"), item: nil),
    HandField(
      position: 9, key: bytes("seals[0].print"), label: bytes("第1枚·印模"), titleLength: 9, shortLabel: nil,
      item: GroupElement(group: 0, index: 0)),
    HandField(
      position: 10, key: bytes("seals[1].print"), label: bytes("第2枚·印模"), titleLength: 9, shortLabel: nil,
      item: GroupElement(group: 0, index: 1)),
  ]
  form.roles = [bytes("applicant"), bytes("office")]
  form.fields[4].role = 1
  form.blank.objectCount = 20
  form.blank.catalog = object
  form.blank.pageTree = object
  form.blank.font.object = 4
  form.blank.font.name = bytes("Font")
  form.blank.font.sourceGlyphs = 9
  form.blank.font.scalars = [0x41, 0x4E00, 0x20000]
  form.blank.pages = [
    BlankPage(object: object, contents: 8, annotations: bytes("[7 0 R]")),
    BlankPage(object: object, contents: 9, annotations: [], item: GroupElement(group: 0, index: 1)),
  ]
  form.qrCodes = [QRCodePlace(page: 1, rectangle: box)]
  form.samples = [
    SealBoxes(
      page: 0, rectangle: box, count: 3, width: 4, height: 4, shape: 0, outlines: [.ellipse, .rectangle], room: 1417)
  ]
  form.checks = [
    FieldCheck(field: 3, kind: .equal(2, first: 9, last: 17), warns: false, say: [[], bytes("不一致")]),
    FieldCheck(field: 8, kind: .different(9, first: 1, last: 0), warns: true, say: []),
    FieldCheck(
      field: 4, kind: .within(minimum: 2, maximum: 50), condition: .chosen(field: 0, options: 0b10), warns: true,
      say: [bytes("en"), bytes("rare"), [], bytes("少见")]),
    FieldCheck(
      field: 4, kind: .within(minimum: .min, maximum: 90), warns: false, say: [[], bytes("太多")]),
    FieldCheck(
      field: 10,
      kind: .holds(.compared(FieldExpression([.init(.answer, 13)]), .atMost, FieldExpression([.init(.count, 0)]))),
      warns: false, say: []),
    FieldCheck(field: 8, kind: .distinct([8, 9]), condition: never, warns: false, say: []),
    FieldCheck(field: 11, kind: .oneOf([11, 12]), condition: never, warns: true, say: []),
  ]
  return form
}()

/// A condition that no record of the form can keep: a count above 99.
private let never = FieldCondition.compared(
  FieldExpression([.init(.answer, 4)]), .greater, FieldExpression([.init(.number, 990_000)]))

/// Fields 10 to 14: a decimal, a month, a time, a sum and a day, the last two worked out by every step that there is.
private let workedOut: [CompiledField] = {
  var price = CompiledField(key: bytes("price"), label: bytes("价"), kind: .decimal, rule: .one(.decimal))
  (price.digits, price.unit, price.minimum, price.maximum) = (2, bytes("元"), 1, 99_999_999_999)
  var month = CompiledField(key: bytes("month"), label: bytes("月"), kind: .yearMonth, rule: .one(.yearMonth))
  month.earliest = FieldExpression([.init(.month, 24_000), .init(.number, 20_000), .init(.shift)])
  let time = CompiledField(key: bytes("time"), label: bytes("时"), kind: .time, rule: .one(.time))
  var total = CompiledField(key: bytes("total"), label: bytes("计"), kind: .integer, rule: .one(.number))
  total.computation = FieldExpression([
    .init(.number), .init(.addAnswer, 4), .init(.addAnswer, 10), .init(.count, 0), .init(.multiply), .init(.answer, 10),
    .init(.add), .init(.answer, 6), .init(.today), .init(.age), .init(.subtract), .init(.answer, 5), .init(.today),
    .init(.days), .init(.add),
  ])
  var end = CompiledField(key: bytes("end"), label: bytes("止"), kind: .date, rule: .one(.date))
  end.computation = FieldExpression([
    .init(.answer, 5), .init(.number, 10_000), .init(.shiftDays), .init(.number, -120_000), .init(.shiftMonths),
  ])
  end.latest = FieldExpression([.init(.today)])
  return [price, month, time, total, end]
}()

@Suite struct CompiledFormBytes {
  @Test func aFormReadsBackAsItWasWritten() throws {
    #expect(try CompiledForm(decoding: sampleForm.encoded()) == sampleForm)
  }

  @Test func everyDamagedByteIsNoticed() {
    let whole = sampleForm.encoded()
    for position in whole.indices {
      var damaged = whole
      damaged[position] ^= 0x41
      #expect(throws: CompiledFormError.self, "byte \(position)") { try CompiledForm(decoding: damaged) }
    }
  }

  @Test func everyTruncationIsNoticed() {
    let whole = sampleForm.encoded()
    for count in 0..<whole.count {
      #expect(throws: CompiledFormError.self, "\(count) bytes") {
        try CompiledForm(decoding: Array(whole.prefix(count)))
      }
    }
  }

  /// Damage that the checksum does not catch because it was made anew: the structure must.
  @Test func damagedTablesWithARightChecksumNeverTrap() {
    let whole = sampleForm.encoded()
    let body = whole[40...]
    var generator = SystemRandomNumberGenerator()
    for position in body.indices {
      for value: UInt8 in [0, 1, 0x7F, 0xFF, UInt8.random(in: 0...255, using: &generator)] {
        var damaged = body
        damaged[position] = value
        let bytes = Array(whole[0..<8]) + SHA256.digest(of: damaged) + damaged
        guard let form = try? CompiledForm(decoding: bytes) else { continue }
        #expect(form.encoded() == bytes, "byte \(position) as \(value) is not kept")
        var violations: [Violation] = []
        _ = form.check(Answers(for: form), today: today, violations: &violations)
        for question in form.questions { _ = (question.ownKey, question.ownLabel, question.shortLabel) }
      }
    }
  }

  /// Numbers that an update could not count on from, and objects that the blank does not have.
  @Test func objectsThatCannotBeTheBlanksAreRefused() throws {
    var wrong: [CompiledForm] = []
    for count: UInt32 in [0, 10, .max, 8_388_608] {
      wrong.append(sampleForm)
      wrong[wrong.count - 1].blank.objectCount = count
    }
    for number: UInt32 in [20, .max] {
      wrong.append(sampleForm)
      wrong[wrong.count - 1].fields[5].widgets[0].object.number = number
      wrong.append(sampleForm)
      wrong[wrong.count - 1].blank.pages[0].contents = number
      wrong.append(sampleForm)
      wrong[wrong.count - 1].blank.fontResources = number
    }
    for form in wrong {
      #expect(throws: CompiledFormError.damaged) { try CompiledForm(decoding: form.encoded()) }
    }
  }

  /// Elements, titles and places among the fields that nothing stands at.
  @Test(
    arguments: [
      { $0.fields[8].titleLength = 99 }, { $0.fields[8].item?.index = 2 }, { $0.fields[8].item?.group = 1 },
      { $0.handFields[0].titleLength = 7 }, { $0.handFields[0].position = 16 }, { $0.handFields[1].position = 7 },
      { $0.handFields[2].item?.index = 2 }, { $0.groups[0].maximum = 51 }, { $0.groups[0].minimum = 3 },
      { $0.blank.pages[1].item?.index = 2 }, { $0.roles = Array(repeating: [], count: 65) },
      { $0.blank.size = 64 << 20 + 1 }, { $0.blank.startXref = $0.blank.size + 1 },
      { $0.handFields += Array(repeating: $0.handFields[2], count: 4096 - 17) },
      { $0.checks[2].field = 15 }, { $0.checks[2].condition = .present(field: 15) },
      { $0.checks[0].kind = .equal(15, first: 9, last: 17) }, { $0.checks[5].kind = .distinct([8, 15]) },
      { $0.checks[6].kind = .oneOf([15]) }, { $0.fields[10].digits = 5 },
      { $0.fields[13].computation = FieldExpression([.init(.answer, 13)]) },
      { $0.fields[13].computation = FieldExpression([.init(.answer, 1), .init(.add)]) },
      { $0.fields[13].computation = FieldExpression([.init(.today), .init(.today)]) },
      { $0.fields[13].computation = FieldExpression([]) },
      { $0.fields[13].computation = FieldExpression([.init(.count, 1)]) },
      {
        $0.fields[13].computation = FieldExpression(
          [.init(.number)] + Array(repeating: .init(.addAnswer, 4), count: 128))
      },
      { $0.fields[14].latest = FieldExpression([.init(.answer, 14)]) },
      {
        $0.fields[14].appliesWhen = .compared(
          FieldExpression([.init(.answer, 14)]), .less, FieldExpression([.init(.today)]))
      },
      { $0.checks[2].kind = .within(minimum: 3, maximum: 2) },
    ] as [@Sendable (inout CompiledForm) -> Void])
  func namesThatCannotBeTheFormsAreRefused(change: @Sendable (inout CompiledForm) -> Void) {
    var form = sampleForm
    change(&form)
    #expect(throws: CompiledFormError.damaged) { try CompiledForm(decoding: form.encoded()) }
  }

  @Test func questionsStandInTheFormsOrder() {
    func text(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }
    let last = sampleForm.questions.dropFirst(7).prefix(6).map { question in
      [question.key[...], question.ownKey, question.label[...], question.ownLabel, question.shortLabel[...]].map(text)
        + [question.field.map { "\($0)" } ?? "by hand"]
    }
    #expect(
      last == [
        ["extras", "extras", "事项", "事项", "事项", "7"],
        ["stamp", "stamp", "公章", "公章", "章", "by hand"],
        ["seals[0].name", "name", "第1枚·名称", "名称", "第1枚·名", "8"],
        ["seals[0].print", "print", "第1枚·印模", "印模", "第1枚·印模", "by hand"],
        ["seals[1].name", "name", "第2枚·名称", "名称", "第2枚·名", "9"],
        ["seals[1].print", "print", "第2枚·印模", "印模", "第2枚·印模", "by hand"],
      ])
  }

  @Test func anotherFormatAndAnotherBlankAreNamed() {
    var other = sampleForm.encoded()
    other[6] = 9
    #expect(throws: CompiledFormError.otherFormat(9)) { try CompiledForm(decoding: other) }
    #expect(throws: CompiledFormError.notACompiledForm) { try CompiledForm(decoding: bytes("%PDF-1.7")) }
    #expect(throws: Never.self) { try VerifiedBlank(bytes("blank"), of: sampleForm) }
    for other in ["blanc", "blan", "blank "] {
      #expect(throws: CompiledFormError.otherBlank) { try VerifiedBlank(bytes(other), of: sampleForm) }
    }
  }
}

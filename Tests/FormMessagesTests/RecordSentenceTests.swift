import Bytes
import FormMessages
import FormModel
import FormRecords
import Testing
import ZhinanValidation

private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

private let form: CompiledForm = {
  var form = CompiledForm(id: bytes("sample"), version: bytes("1"), guideVersion: bytes("v1"), title: bytes("样表"))
  var kind = CompiledField(key: bytes("kind"), label: bytes("类型"), kind: .choice, rule: .one(.text))
  kind.options = [
    FieldOption(value: bytes("new"), label: bytes("新办")), FieldOption(value: bytes("lost"), label: bytes("补办")),
  ]
  var uscc = CompiledField(key: bytes("uscc"), label: bytes("代码"), kind: .text, rule: .one(.uscc))
  uscc.hint = bytes("照执照填写")
  uscc.privacy = .id
  var count = CompiledField(key: bytes("count"), label: bytes("数量"), kind: .integer, rule: .one(.number))
  count.minimum = 1
  let registry = CompiledField(
    key: bytes("registry"), label: bytes("企业登记代码"), kind: .text, rule: .one(.text))
  var boss = CompiledField(key: bytes("boss"), label: bytes("负责人"), kind: .text, rule: .one(.personName))
  boss.privacy = .name
  let named = CompiledField(key: bytes("named"), label: bytes("全称"), kind: .text, rule: .one(.companyName))
  let home = CompiledField(key: bytes("home"), label: bytes("住处"), kind: .text, rule: .one(.address))
  var paper = CompiledField(key: bytes("paper"), label: bytes("证件"), kind: .text, rule: .one(.citizenID))
  paper.privacy = .id
  let place = CompiledField(key: bytes("place"), label: bytes("地区"), kind: .text, rule: .one(.region))
  form.fields = [kind, uscc, count, registry, boss, named, home, paper, place]
  form.handFields = [
    HandField(
      position: 5, key: bytes("stampPlace"), label: bytes("盖章处"), titleLength: 0, shortLabel: nil, item: nil)
  ]
  return form
}()

/// What is said of a record, hints behind `|`.
private func said(of entries: [(String, String)], in messages: MessageTable = MessageTable()) throws -> [String] {
  let sentences = RecordSentences(form: form, messages: messages)
  var reader = AnswerReader(form: form, names: AnswerNames(form))
  let isMap = reader.read(
    AnswerTree(.map(entries.map { AnswerEntry(key: bytes($0.0), value: AnswerTree(.scalar(bytes($0.1)))) })))
  #expect(isMap)
  var violations: [Violation] = []
  let today = try #require(CalendarDate(year: 2026, month: 11, day: 22))
  _ = form.check(reader.given.answers, today: today, violations: &violations)
  let found =
    reader.problems.map { sentences.sentence(for: $0) }
    + violations.map { sentences.sentence(for: $0, in: reader.given.answers) }
  return found.map {
    String(decoding: $0.say, as: UTF8.self) + ($0.hint.map { "|" + String(decoding: $0, as: UTF8.self) } ?? "")
  }
}

@Suite struct SentencesOfRecords {
  @Test(arguments: [
    (("uscx", "1"), "没有“uscx”这一栏。|最接近的栏目：uscc。"),
    (("colour", "red"), "没有“colour”这一栏。"),
    // Who has no header row tells names and numbers of people in it.
    (("张三丰", "1"), "没有“张***”这一栏。"),
    (("us\u{202E}cc", "1"), "没有“usU+202Ecc”这一栏。|最接近的栏目：uscc。"),
    // It looks like a space, and is a letter.
    (("us\u{3164}cc", "1"), "没有“usU+3164cc”这一栏。|最接近的栏目：uscc。"),
    // Of private use: nobody can say what it looks like.
    (("us\u{E000}cc", "1"), "没有“usU+E000cc”这一栏。|最接近的栏目：uscc。"),
    // What is filled in by hand is no field to answer.
    (("stampPlaca", "1"), "没有“stampPlaca”这一栏。"),
    (("\u{202E}", "1"), "没有“U+202E***”这一栏。"),
    (("", "1"), "没有“”这一栏。"),
    (("US-CC", "1"), "没有“US-CC”这一栏。|最接近的栏目：uscc。"),
    (("u s c c", "1"), "没有“u***”这一栏。"),
    (("uscc ", "1"), "没有“uscc ”这一栏。|最接近的栏目：uscc。"),
    // Labels are meant too.
    (("企业登记代吗", "1"), "没有“企业登记代吗”这一栏。|最接近的栏目：企业登记代码。"),
    (("企业代码", "1"), "没有“企***”这一栏。|最接近的栏目：企业登记代码。"),
    // No slip of the pen, but a piece of labels.
    (("登记", "1"), "没有“登***”这一栏。|最接近的栏目：企业登记代码。"),
    (("代号码", "1"), "没有“代***”这一栏。|最接近的栏目：代码。"),
    (("总代码表", "1"), "没有“总***”这一栏。|最接近的栏目：代码、企业登记代码。"),
    // What stands behind a name may be its answer.
    (("uscc王五", "1"), "没有“u***”这一栏。|最接近的栏目：uscc。"),
    (("企业登记代码李四", "1"), "没有“企***”这一栏。|最接近的栏目：企业登记代码。"),
    // A name of two characters is not half a label.
    (("数张", "1"), "没有“数***”这一栏。|最接近的栏目：数量。"),
    (("uscc", "91210302WWG7LCMK6E"), "“代码”的校验位不符。（所填：912*************6E）|请逐位核对。"),
    // A code without a hint has the field's.
    (("uscc", "91210302WWG7LCMK6#"), "“代码”第18个字符“#”（U+0023）不能使用。（所填：912*************6#）|照执照填写"),
    (("uscc", "91210302WWG7LCMK"), "“代码”有16个字符，应为18个。（所填：912***********MK）|照执照填写"),
    // A name of which a character is told is not shown besides: the two would be half of it.
    (("boss", "钱𬭎"), "“负责人”里的“𬭎”（U+2CB4E）是生僻字。"),
    (("boss", "钱\u{E863}"), "“负责人”里的U+E863是自造字，标准的字是“䶮”（U+4DAE）。"),
    (("boss", "钱#"), "“负责人”第2个字符“#”（U+0023）不能使用。"),
    (("boss", "钱"), "“负责人”有1个字符，应为2～30个。（所填：*）"),
    (("kind", "old"), "“类型”不在可选范围内。|请选择：新办、补办。"),
  ])
  func inALanguage(entry: (String, String), sentence: String) throws {
    #expect(try said(of: [entry], in: chinese) == [sentence])
  }

  @Test(arguments: [
    // Every character is right, and Han is missing; the case's hint stands before the rule's.
    (("named", "12345678"), "“全称”里没有汉字。|填中文全称。"),
    (("home", "123456789"), "“住处”里没有汉字。|写明街道。"),
    (("named", "鞍山\u{E863}有限公司"), "“全称”里的U+E863是自造字，标准的字是“䶮”（U+4DAE）。"),
    (("place", "辽宁省/鞍\u{E863}市/铁东区"), "“地区”第6个字符是自造字（U+E863）。"),
    (("named", "鞍山示例厂 大连示例厂"), "“全称”第6个字符是空格，可能是两个名称。|只留一个。"),
    (("place", "辽宁省/鞍山市"), "“地区”还缺一级。"),
    (("paper", "21030219700101997Х"), "“证件”第18个字符是“Х”（U+0425），不是X。|用字母X。"),
    (("paper", "2103021970O1019978"), "“证件”第11个字符是“O”（U+004F），不是数字。|用数字0。"),
  ])
  func withoutTheValue(entry: (String, String), sentence: String) throws {
    var table = chinese
    table.given = nil
    #expect(try said(of: [entry], in: table) == [sentence])
  }

  @Test(arguments: [
    (("form", "other"), "The record is for another form than “sample”."),
    (("uscx", "1"), "The form has no field “uscx”.|Did you mean “uscc”?"),
    (("colour", "red"), "The form has no field “colour”."),
    (("kind", "old"), "类型: E_OPTION"),
  ])
  func withoutATable(entry: (String, String), sentence: String) throws { #expect(try said(of: [entry]) == [sentence]) }

  @Test func anAnswerGivenTwice() throws {
    let twice = "“代码” is answered twice.|Its key and its label mean the same field."
    #expect(try said(of: [("uscc", "91210302WWG7LCMK6D"), ("代码", "1")]) == [twice])
  }

  @Test func rangesAndLongValues() throws {
    var table = MessageTable()
    table.given = MessageTemplate(bytes(" <{value}>"))
    table.set(
      bytes("E_RANGE"), MessageTable.Message(say: MessageTemplate(bytes("{label} {range}"))))
    #expect(try said(of: [("count", "0")], in: table) == ["数量 ≥ 1 <0>"])
    let long = try said(of: [("uscc", String(repeating: "9", count: 60))], in: table)
    #expect(long.count == 1 && long[0].contains("…>") && long[0].count < 80, "\(long)")
  }
}

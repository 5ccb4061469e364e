import Bridge
import FormModel
import Foundation
import Testing
import ZhinanValidation

/// A form that has one question of each sort, and a session in which it is open.
enum DraftForm {
  static let form: CompiledForm = {
    var form = CompiledForm(
      id: Array("draft".utf8), version: [0x31], guideVersion: [0x31], title: Array("样表".utf8))
    form.dateFormat = Array("{year}年{month}月{day}日".utf8)
    form.groups = [FieldGroup(key: Array("seals".utf8), title: Array("印章".utf8), minimum: 1, maximum: 3)]
    var fields = [
      choice("business", ["new": "新办", "reissue": "补办"], .always),
      choice("reason", ["lost": "遗失", "other": "其他（请说明）"], .always),
      text("otherReason", .text, .when(.chosen(field: 1, options: 2))),
      text("uscc", .uscc, .always),
      text("orgCode", .orgCode, .optional),
      number("certCount"), number("keyCount"),
      text("applyDate", .date, .optional),
      text("agentName", .personName, .always),
      text("agentMobile", .mobile, .optional),
      text("orgName", .companyName, .optional),
      choice("platforms", ["anshan": "鞍山平台", "other": "其他平台"], .optional),
    ]
    fields[1].appliesWhen = .chosen(field: 0, options: 2)
    fields[2].appliesWhen = .chosen(field: 1, options: 2)
    fields[3].privacy = .id
    fields[4].fallback = .copy(field: 3, first: 9, last: 17)
    fields[5].fallback = .constant([0x31])
    fields[6].fallback = .copy(field: 5, first: 1, last: 0)
    fields[7].kind = .date
    fields[8].privacy = .name
    fields[9].privacy = .mobile
    fields[11].kind = .choices
    for element in 0..<3 {
      for (name, field) in [("name", text("", .text, .always)), ("widthMM", number(""))] {
        var field = field
        field.key = Array("seals[\(element)].\(name)".utf8)
        field.label = field.key
        field.item = GroupElement(group: 0, index: UInt16(element))
        fields.append(field)
      }
    }
    form.fields = fields
    form.checks = [
      FieldCheck(
        field: 5, kind: .within(minimum: 1, maximum: 9), condition: nil, warns: true,
        say: [[], Array("超过9个要另附说明".utf8)])
    ]
    form.blank.objectCount = 60
    form.blank.size = UInt32(blank.bytes.count)
    form.blank.digest = blank.digest
    form.blank.pages = [
      BlankPage(object: BlankObject(number: 1, fixedEntries: Array("<</Type/Page".utf8)), contents: 2, annotations: [])
    ]
    form.roles = [Array("申请人".utf8), Array("经办人".utf8)]
    for index in form.fields.indices where form.fields[index].options.isEmpty {
      form.fields[index].role = index == 8 ? 1 : 0
      form.fields[index].widgets = [
        FieldWidget(
          kind: .text(cells: 0), object: BlankObject(number: UInt32(10 + index), fixedEntries: Array("<</FT/Tx".utf8)),
          page: 0, rectangle: PageRectangle(x: 1000, y: 1000, width: 16000, height: 1500), size: 1000,
          minimumSize: 800, alignment: .left, wraps: false)
      ]
    }
    return form
  }()

  /// The form's blank, of which filling wants no more than that it is the right one.
  static let blank = VerifiedBlank(drawn: Array("%PDF-1.7\n%%EOF\n".utf8))

  private static func text(_ key: String, _ rule: Rule, _ need: FieldNeed) -> CompiledField {
    var field = CompiledField(
      key: Array(key.utf8), label: Array(key.utf8), kind: .text, rule: .one(rule))
    field.need = need
    return field
  }

  private static func number(_ key: String) -> CompiledField {
    var field = CompiledField(
      key: Array(key.utf8), label: Array(key.utf8), kind: .integer, rule: .one(.number))
    (field.minimum, field.maximum) = (1, 99)
    return field
  }

  private static func choice(_ key: String, _ options: KeyValuePairs<String, String>, _ need: FieldNeed)
    -> CompiledField
  {
    var field = text(key, .text, need)
    field.kind = .choice
    field.options = options.map { FieldOption(value: Array($0.key.utf8), label: Array($0.value.utf8)) }
    return field
  }

  /// A session in which the form is open.
  static func session() throws -> Session {
    var session = Session()
    let isOpen = session.open(form: form.encoded())
    try #require(isOpen)
    return session
  }

  /// How a draft stands in a fresh session.
  static func state(_ record: String) throws -> TestedState {
    var session = try session()
    return try state(record, in: &session)
  }

  static func state(_ record: String, checks: [FieldCheck]) throws -> TestedState {
    var form = form
    form.checks = checks
    var session = Session()
    let isOpen = session.open(form: form.encoded())
    try #require(isOpen)
    return try state(record, in: &session)
  }

  static func state(_ record: String, in session: inout Session) throws -> TestedState {
    let reply = session.state(Array("2026-11-22\n\(record)".utf8))
    return try JSONDecoder().decode(TestedState.self, from: Data(try #require(reply)))
  }
}

/// What a page reads of ``Session/state(_:)``.
struct TestedState: Decodable, Equatable {
  struct Field: Decodable, Equatable {
    var key: String
    var applies, required, answered: Bool
    var value, shown, masked, from, changed: String?
  }

  struct Group: Decodable, Equatable {
    var key, title: String
    var count, minimum, maximum: Int
  }

  struct Problem: Decodable, Equatable {
    var key: String?
    var code: String
    var warns: Bool
    var until: String?
    var say: String
    var hint: String?
  }

  var ready: Bool
  var fields: [Field]
  var groups: [Group]
  var problems: [Problem]
  var missing: String?

  subscript(_ key: String) -> Field {
    fields.first { $0.key == key } ?? Field(key: "none", applies: false, required: false, answered: false)
  }

  /// Keys and codes of the problems.
  var found: [String] { problems.map { "\($0.key ?? "-") \($0.code)" } }
}

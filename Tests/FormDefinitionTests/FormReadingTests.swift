import Diagnostics
import FormDefinition
import FormModel
import Foundation
import SourceText
import Testing
import ZhinanValidation

@Suite struct FormReading {
  @Test func aFieldHasItsRuleByKindUnlessOneIsGiven() {
    let read = ReadForm(fields: [
      "{key: a, label: A}", "{key: b, label: B, type: integer}", "{key: c, label: C, type: date}",
      "{key: d, label: D, rule: uscc}", "{key: e, label: E, type: choice, options: {data: colours}}",
      "{key: f, label: F, rule: {by: e, cases: {red: passport}, otherwise: mobile}}",
    ])
    #expect(read.problems.isEmpty)
    let rules = read.compiled?.fields.map(\.rule)
    #expect(
      rules == [
        .one(.text), .one(.number), .one(.date), .one(.uscc), .one(.text),
        .chosen(by: 4, cases: [RuleCase(option: 0, rule: .passport)], otherwise: .mobile),
      ])
    #expect(read.compiled?.fields.map(\.kind) == [.text, .integer, .date, .text, .choice, .text])
  }

  @Test(arguments: [
    ("", "", true), (", when: kind = person", "", true), (", when: kind = person", ", when: kind = person", true),
    (", when: kind = person", ", when: kind = company", false),
  ])
  func aLabelIsGivenOnceToWhatIsAskedAtOnce(first: String, second: String, isTold: Bool) {
    let read = ReadForm(fields: [
      "{key: kind, label: Kind, type: choice, options: [{value: person, label: A}, {value: company, label: B}]}",
      "{key: a, label: Number\(first)}", "{key: b, label: Number\(second)}",
    ])
    #expect(read.problems.contains { $0.contains("form.duplicate-label") } == isTold, "\(read.problems)")
  }

  @Test(arguments: Rule.allCases)
  func everyRuleForOneTextCanBeNamed(rule: Rule) {
    let read = ReadForm(fields: ["{key: a, label: A, rule: \(rule.name)}"])
    #expect(read.problems.isEmpty == rule.takesText)
    #expect(read["a"]?.rule == (rule.takesText ? .one(rule) : nil))
  }

  @Test func limitsDefaultsAndMasksAreKept() throws {
    let read = ReadForm(
      fields: [
        "{key: uscc, label: Code, rule: uscc, max-length: 18, required: true, mask: id}",
        "{key: part, label: Part, default: {copy: uscc, characters: 9-17}}",
        "{key: whole, label: Whole, default: {copy: uscc}}",
        "{key: count, label: Count, type: integer, min: -5, max: 99, default: 1, required: false}",
      ],
      checks: [
        "{equal: [part, uscc], characters: 9-17, say: One}", "{different: [whole, part], severity: warning, say: Two}",
      ])
    #expect(read.problems.isEmpty)
    let uscc = try #require(read["uscc"])
    #expect(uscc.maxLength == 18 && uscc.need == .always && uscc.privacy == .id)
    #expect(read["part"]?.fallback == .copy(field: 0, first: 9, last: 17))
    #expect(read["whole"]?.fallback == .copy(field: 0, first: 1, last: 0))
    let count = try #require(read["count"])
    #expect(count.minimum == -5 && count.maximum == 99 && count.need == .optional)
    #expect(count.fallback == .constant(Array("1".utf8)))
    #expect(
      read.compiled?.checks == [
        FieldCheck(
          field: 1, kind: .equal(0, first: 9, last: 17), warns: false, say: [[], Array("One".utf8)]),
        FieldCheck(
          field: 2, kind: .different(1, first: 1, last: 0), warns: true, say: [[], Array("Two".utf8)]),
      ])
  }

  /// A check of a repeated section holds for each element, and its keys mean the element's fields first.
  @Test func checksOfASectionAreMadeForEachElement() throws {
    let read = ReadForm(
      """
      title: Form
      version: 1.0.0
      sections:
        - title: Part
          fields:
            - {key: kind, label: Kind, type: choice, options: [{value: old, label: Old}, {value: new, label: New}]}
            - {key: width, label: Width}
        - title: List
          repeat: {key: items, min: 0, max: 2}
          fields:
            - {key: width, label: Width, type: integer}
            - {key: height, label: Height, type: integer}
          checks:
            - {number: width, min: 3, when: kind = new, severity: warning, say: Narrow}
            - {equal: [height, width], say: Square}
      """)
    #expect(read.problems.isEmpty, "\(read.problems)")
    let expected = [(2, 3), (4, 5)].flatMap { width, height in
      [
        FieldCheck(
          field: UInt16(width), kind: .within(minimum: 3, maximum: .max), condition: .chosen(field: 0, options: 2),
          warns: true, say: [[], Array("Narrow".utf8)]),
        FieldCheck(
          field: UInt16(height), kind: .equal(UInt16(width), first: 1, last: 0), warns: false,
          say: [[], Array("Square".utf8)]
        ),
      ]
    }
    #expect(read.compiled?.checks == expected)
  }

  @Test func aFormHasAtMost4096Questions() {
    let field = "          - {key: f0, label: F}\n"
    let fields = (0..<100).map { field.replacing("f0", with: "f\($0)").replacing("label: F", with: "label: F\($0)") }
      .joined()
    func form(_ last: Int) -> String {
      """
      title: Form
      version: 1.0.0
      sections:
        - title: List
          repeat: {key: items, min: 0, max: 40}
          fields:
      \(fields.dropLast())
        - title: Part
          fields:
      \((0..<last).map { "      - {key: q\($0), label: Q, type: signature}\n" }.joined().dropLast())
      """
    }
    #expect(ReadForm(form(96)).compiled?.handFields.count == 96)
    #expect(
      ReadForm(form(98)).problems == [
        "form.yml:205:9: error: A form has at most 4096 questions, those of each element of its lists counted. [form.value]"
      ])
  }

  @Test func aFormHasAtMost4096Checks() {
    let check = "      - {number: n, min: 1, say: S}\n"
    let read = ReadForm(
      """
      title: Form
      version: 1.0.0
      sections:
        - title: List
          repeat: {key: items, min: 0, max: 50}
          fields:
            - {key: n, label: N, type: integer}
          checks:
      \(String(repeating: check, count: 82).dropLast())
      """)
    // Of 50 × 82 checks the last four are too many.
    #expect(
      read.problems.first
        == "form.yml:87:9: error: A form has at most 4096 checks, those of each element of its lists counted. [form.value]",
      "\(read.problems)")
  }

  @Test func whatIsFilledInByHandIsNoQuestion() {
    let read = ReadForm(fields: [
      "{key: a, label: A}", "{key: stamp, label: Stamp, type: blank}", "{key: sign, label: Sign, type: signature}",
    ])
    #expect(read.definition?.fields.map(\.isAnswerable) == [true, false, false])
    #expect(read.compiled?.fields.count == 1)
  }

  @Test func theShortLabelIsForPaperOnly() {
    let read = ReadForm(fields: ["{key: a, label: The whole name, short-label: Name}", "{key: b, label: B}"])
    #expect(read.definition?.fields.map(\.shortLabel) == ["Name", "B"])
    #expect(read["a"].map { String(decoding: $0.label, as: UTF8.self) } == "The whole name")
  }

  @Test func optionsComeFromADataFile() {
    let read = ReadForm(fields: ["{key: a, label: A, type: choices, options: {data: colours}}"])
    #expect(
      read["a"]?.options.map { String(decoding: $0.value + [32] + $0.label, as: UTF8.self) } == ["red 红", "blue 蓝"])
  }

  @Test(arguments: [
    ("{key: a, label: A, max-length: 65536}", "A limit of the field “a” is out of range."),
    ("{key: a, label: A, type: integer, max: 2147483648}", "A limit of the field “a” is out of range."),
    ("{key: a, label: A, type: integer, max: -99999999999}", "A limit of the field “a” is out of range."),
    ("{key: a, label: A, type: integer, min: -2147483649}", "A limit of the field “a” is out of range."),
    ("{key: a, label: A, default: {copy: b, characters: 0-4}}", "two numbers such as 9-17, not “0-4”"),
    ("{key: a, label: A, default: {copy: b, characters: 5-0}}", "two numbers such as 9-17, not “5-0”"),
    ("{key: a, label: A, default: {copy: b, characters: 1-256}}", "two numbers such as 9-17, not “1-256”"),
    ("{key: a, label: A, default: {copy: b, characters: 1-x-2}}", "two numbers such as 9-17, not “1-x-2”"),
    ("{key: 1a, label: A}", "“1a” cannot be a field's key."),
    ("{key: a.b, label: A}", "“a.b” cannot be a field's key."),
    ("{key: \(String(repeating: "a", count: 41)), label: A}", "cannot be a field's key."),
  ])
  func wrongNumbersAndKeysAreReportedAndNeverTrap(field: String, expected: String) {
    let read = ReadForm(fields: [field])
    #expect(read.compiled == nil)
    #expect(read.problems.contains { $0.hasPrefix("form.yml:6:") && $0.contains(expected) }, "\(read.problems)")
  }

  @Test(arguments: ["min: 0, max: -1", "min: 5, max: 4", "min: -1, max: 4", "min: 0, max: 51"])
  func wrongRepetitionsAreReportedAndNeverTrap(limits: String) {
    let read = ReadForm(
      "title: T\nversion: 1\nsections:\n  - title: S\n    repeat: {key: k, \(limits)}\n"
        + "    fields: [{key: a, label: A}]\n")
    #expect(read.problems == ["form.yml:5:13: error: “repeat” needs 0 ≤ min ≤ max ≤ 50. [form.value]"])
  }
}

/// The guide's own forms: every version's folder of forms is read.
@Suite struct GuideForms {
  static let forms: [String] = {
    let content = project.appending(path: "content")
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: content.path)) ?? []
    return versions.filter { $0 != "templates" }.sorted().flatMap { version in
      let files = try? FileManager.default.contentsOfDirectory(atPath: content.appending(path: "\(version)/forms").path)
      let forms = (files ?? []).filter { $0.hasSuffix(".yml") && !$0.hasSuffix(".layout.yml") }
      return forms.sorted().map { "content/\(version)/forms/\($0)" }
    }
  }()

  @Test func editionsHaveThree() { #expect(Set(Self.forms.compactMap { $0.split(separator: "/").last }).count == 3) }

  @Test(arguments: forms)
  func labelsNameOneFieldEach(path: String) throws {
    let root = try node(path)
    for section in root["sections"]?.list ?? [] {
      let labels = section["fields"]?.list?.compactMap { $0["label"]?.text } ?? []
      #expect(Set(labels).count == labels.count, "a record may use labels as keys: \(labels)")
    }
    let plain = (root["sections"]?.list ?? []).filter { $0["repeat"] == nil }
      .flatMap { $0["fields"]?.list ?? [] }.filter { !["blank", "signature"].contains($0["type"]?.text) }
      .compactMap { $0["label"]?.text }
    #expect(Set(plain).count == plain.count, "a record may use labels as keys: \(plain)")
  }

  @Test(arguments: forms)
  func everyPersonsDataIsMasked(path: String) throws {
    let personal = [
      "citizen_id", "citizen_id_adult", "mobile", "person_name", "foreign_name", "bank_account_corporate",
    ]
    for section in try node(path)["sections"]?.list ?? [] {
      for field in section["fields"]?.list ?? [] {
        let rule = field["rule"]?.text ?? ""
        guard personal.contains(rule) || field["rule"]?["by"]?.text?.hasSuffix("IdType") == true else { continue }
        #expect(field["mask"]?.text != nil, "\(path): \(field["key"]?.text ?? "")")
      }
    }
  }

  private func node(_ path: String) throws -> SourceNode {
    let text = try String(contentsOf: project.appending(path: path), encoding: .utf8)
    var diagnostics: [Diagnostic] = []
    return try #require(YAMLReader.read(SourceFile(path: path, text: text), diagnostics: &diagnostics))
  }
}

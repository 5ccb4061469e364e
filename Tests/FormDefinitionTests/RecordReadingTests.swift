import Diagnostics
import FormDefinition
import FormModel
import SourceText
import Testing

private let form = ReadForm(
  """
  title: T
  version: 1
  sections:
    - title: A
      fields:
        - {key: kind, label: 类型, type: choice, options: {data: colours}}
        - {key: extras, label: 事项, type: choices, options: {data: colours}}
        - {key: orgName, label: 单位名称, mask: name}
        - {key: count, label: 数量, type: integer}
        - {key: stamp, label: 公章, type: blank}
    - title: B
      repeat: {key: seals, min: 0, max: 2, item: "第{n}枚"}
      fields:
        - {key: orgName, label: 名称}
  """)

/// A record read from YAML or JSON: its answers as `key=text`, or the problems.
private struct ReadRecord {
  var record: FormRecord?
  var answers: [String] = []
  var problems: [String] = []

  /// The record; a test that calls for it fails when there is none.
  var given: FormRecord { get throws { try #require(record) } }

  init(_ text: String, json: Bool = false) throws {
    let compiled = try #require(form.compiled)
    var diagnostics: [Diagnostic] = []
    let file = SourceFile(path: "r", text: text)
    let node =
      json ? JSONReader.read(file, diagnostics: &diagnostics) : YAMLReader.read(file, diagnostics: &diagnostics)
    let map = try #require(node)
    record = RecordReader.read(map, form: compiled, diagnostics: &diagnostics)
    problems = printed(diagnostics)
    guard let given = record?.answers else { return }
    for (index, field) in compiled.fields.enumerated() where given.isPresent(index) {
      let text = field.options.isEmpty ? String(decoding: given.text(index), as: UTF8.self) : "\(given.options(index))"
      answers.append(String(decoding: field.key, as: UTF8.self) + "=" + text)
    }
  }
}

@Suite struct RecordReading {
  @Test(arguments: [
    ("orgName: 公司", ["orgName=公司"]),
    ("单位名称: 公司", ["orgName=公司"]),
    ("kind: red", ["kind=1"]),
    ("类型: 蓝", ["kind=2"]),
    ("extras: red", ["extras=1"]),
    ("extras: [red, 蓝]", ["extras=3"]),
    ("extras: []", []),
    ("count: 007", ["count=007"]),
    ("orgName: ~\nkind:\n数量: ''", []),
    ("stamp: ~\n公章:", []),
    ("form: sample", []),
    ("seals:", []),
    ("seals: [{orgName: 一}, {名称: 二}]", ["seals[0].orgName=一", "seals[1].orgName=二"]),
    ("", []),
  ])
  func answersAreFoundByKeyAndByLabel(text: String, expected: [String]) throws {
    let read = try ReadRecord(text)
    #expect(read.problems.isEmpty)
    #expect(read.answers == expected)
  }

  @Test(arguments: [
    (
      "orgname: x",
      "r:1:1: error: The form has no field “orgname”. [record.unknown-field]\n  hint: Did you mean “orgName”?"
    ),
    ("seal: []", "r:1:1: error: The form has no field “seal”. [record.unknown-field]\n  hint: Did you mean “seals”?"),
    ("zzz: 1", "r:1:1: error: The form has no field “zzz”. [record.unknown-field]"),
    (
      "seals: [{orgNam: x}]",
      "r:1:10: error: The form has no field “orgNam”. [record.unknown-field]\n  hint: Did you mean “orgName”?"
    ),
    ("kind: [red]", "r:1:7: error: “类型” should be one answer, but is a list. [record.type]"),
    ("orgName: {a: b}", "r:1:10: error: “单位名称” should be one answer, but is a map. [record.type]"),
    ("seals: {orgName: x}", "r:1:8: error: “seals” should be a list, but is a map. [record.type]"),
    ("seals: [x]", "r:1:9: error: An element of “seals” should be a map, but is a text. [record.type]"),
    (
      "公章: 有",
      "r:1:1: error: “公章” is filled in by hand on paper. [record.by-hand]\n  hint: Leave it empty, or take it out of the record."
    ),
    ("- x", "r:1:1: error: A record is a map of answers, but this is a list. [record.type]"),
    ("form: other", "r:1:7: error: The record is for another form than “sample”. [record.form]"),
    (
      "单位名称: a\norgName: b",
      "r:2:10: error: “单位名称” is answered twice. [record.duplicate-field]\n"
        + "  hint: Its key and its label mean the same field."
    ),
  ])
  func wrongShapesAreReportedWithTheirPlace(text: String, expected: String) throws {
    let read = try ReadRecord(text)
    #expect(read.record?.isWhole != true)
    #expect(read.problems == [expected])
  }

  @Test func jsonAndYAMLGiveTheSameAnswers() throws {
    let yaml = try ReadRecord("form: sample\nkind: red\nextras: [red, blue]\ncount: 7\nseals:\n  - {orgName: 一}\n")
    let json = try ReadRecord(
      #"{"form":"sample","kind":"red","extras":["red","blue"],"count":7,"seals":[{"orgName":"一"}]}"#, json: true)
    #expect(json.record?.answers == yaml.record?.answers && yaml.record != nil)
  }

  @Test func everyAnswerHasThePlaceItIsReportedAt() throws {
    let read = try ReadRecord("kind: red\nseals:\n  - orgName: 一\n  - {}\n").given
    #expect(read.places[0] == SourcePlace("r", line: 1, column: 7))
    #expect(read.places[1] == SourcePlace("r"))
    #expect(read.places[4] == SourcePlace("r", line: 3, column: 14))
    #expect(read.places[5] == SourcePlace("r", line: 4, column: 5))
    #expect(read.groupPlaces == [SourcePlace("r", line: 2, column: 1)])
  }

  @Test("The name that was meant is looked for a thousand times in one record, and not for every key of a flood")
  func nearNamesOfAFlood() throws {
    let late = (1...1000).map { "\"zzzzzz\($0)\": 1" } + ["\"orgNam\": 1"]
    let read = try ReadRecord("{\(late.joined(separator: ", "))}", json: true).problems
    #expect(read.count == 1001 && read.last?.contains("Did you mean") == false)
    let early = try ReadRecord("{\(late.dropFirst().joined(separator: ", "))}", json: true).problems
    #expect(early.count == 1000 && early.last?.contains("Did you mean “orgName”?") == true)
  }

  @Test func moreElementsThanThereIsRoomForAreCountedOnly() throws {
    let read = try ReadRecord("seals: [{orgName: 一}, {orgName: 二}, {orgName: 三}]")
    #expect(read.record?.answers.itemCounts == [3])
    #expect(read.answers == ["seals[0].orgName=一", "seals[1].orgName=二"])
  }

  @Test(arguments: RecordText.allCases)
  func aRecordThatIsWrittenReadsBack(kind: RecordText) throws {
    let compiled = try #require(form.compiled)
    let text = "kind: blue\nextras: [red, blue]\norgName: '引\"号: # 一'\nseals: [{orgName: 一}, {}]\n"
    let answers = try ReadRecord(text).given.answers
    let written = try ReadRecord(kind.text(of: answers, form: compiled), json: kind == .json)
    #expect(written.problems.isEmpty)
    #expect(written.answers == ["kind=2", "extras=3", "orgName=引\"号: # 一", "seals[0].orgName=一"])
    #expect(written.record?.answers.itemCounts == [2])
  }
}

import RecordStreams
import Testing

@testable import FormBatch

private let orLeaveOut = "A column that is not needed is left out with # before its name, or by --ignore."

@Suite struct Headers {
  @Test(arguments: [
    ("address\nx", "2 address=x"),
    ("通讯地址\nx", "2 address=x"),
    ("地址\nx", "2 address=x"),
    ("\" 地址　\"\nx", "2 address=x"),
    ("address,seals[0].name,seals[1].size\nx,一,3", "2 address=x seals[0].name=一 seals[1].size=3"),
    ("address,第1枚·印章名称,第2枚·名称\nx,一,二", "2 address=x seals[0].name=一 seals[1].name=二"),
    ("address,经办人姓名,bossName\nx,王,李", "2 bossName=李 agentName=王 address=x"),
    ("form,address,公章\nsample,x,", "2 address=x"),
  ])
  func columnsAreNamedByKeyOrLabel(text: String, expected: String) throws {
    #expect(try Rows(text).answers == [expected])
  }

  @Test(arguments: [
    (
      "kind,adress\nx\ny",
      [
        "r:1:6: error: The form has no field “adress”. [record.unknown-field]\n  hint: Did you mean “address”? \(orLeaveOut)"
      ]
    ),
    (
      "kind,姓名,address\na,b,c",
      [
        "r:1:6: error: “姓名” can mean several fields. [record.ambiguous-column]\n"
          + "  hint: Write the full name: 负责人姓名, 经办人姓名."
      ]
    ),
    (
      "address,地址\na,b",
      [
        "r:1:9: error: “通讯地址” is answered twice. [record.duplicate-field]"
      ]
    ),
    (
      "kind,seals[2].name\na",
      [
        "r:1:6: error: The form has no field “seals[2].name”. [record.unknown-field]\n"
          + "  hint: Did you mean “seals[0].name”? \(orLeaveOut)"
      ]
    ),
    (
      "kind,210302197001019978\na",
      ["r:1:6: error: The form has no field “2***”. [record.unknown-field]\n  hint: \(orLeaveOut)"]
    ),
    (
      "kind,adr\u{202E}ess\na",
      [
        "r:1:6: error: The form has no field “adrU+202Eess”. [record.unknown-field]\n  hint: Did you mean “address”? \(orLeaveOut)"
      ]
    ),
    (
      "kind,通迅地址,通讯地址手机\na",
      [
        "r:1:6: error: The form has no field “通迅地址”. [record.unknown-field]\n  hint: Did you mean “通讯地址”? \(orLeaveOut)",
        "r:1:11: error: The form has no field “通***”. [record.unknown-field]\n  hint: Did you mean “通讯地址”? \(orLeaveOut)",
      ]
    ),
    // Where most columns are the form's, the others are names too.
    (
      "kind,address,remark\na",
      ["r:1:14: error: The form has no field “remark”. [record.unknown-field]\n  hint: \(orLeaveOut)"]
    ),
    // A record in place of the header, one of whose answers is a field's name.
    (
      "kind,hunter,MichaelSmith\na",
      [
        "r:1:6: error: The form has no field “h***”. [record.unknown-field]\n  hint: \(orLeaveOut)",
        "r:1:13: error: The form has no field “M***”. [record.unknown-field]\n  hint: \(orLeaveOut)",
      ]
    ),
    (
      "王小明,地址\na",
      ["r:1:1: error: The form has no field “王***”. [record.unknown-field]\n  hint: \(orLeaveOut)"]
    ),
    (
      "王小明,辽宁省鞍山市,red\na,b,c",
      [
        "r:1:1: error: The file has no header row: its first row names no field of the form. [record.no-header]\n  hint: The first row names the fields, one a column."
      ]
    ),
    (
      "",
      [
        "r:1:1: error: The file has no header row: its first row names no field of the form. [record.no-header]\n  hint: The first row names the fields, one a column."
      ]
    ),
    (
      "\"a\nb",
      [
        "r:1:1: error: A quotation mark is out of place, so this row was not read. [record.quote]\n  hint: Quotation marks enclose a whole cell, and one inside is doubled."
      ]
    ),
    (
      "adress,地址,,地址\n",
      [
        "r:1:1: error: The form has no field “adress”. [record.unknown-field]\n  hint: Did you mean “address”? \(orLeaveOut)",
        "r:1:12: error: “通讯地址” is answered twice. [record.duplicate-field]",
      ]
    ),
  ])
  func aWrongHeaderIsToldAndNothingIsRead(text: String, expected: [String]) throws {
    let rows = try Rows(text)
    #expect(rows.answers.isEmpty)
    #expect(rows.problems == expected)
  }

  /// A name as people write it in a table.
  @Test(arguments: [
    ("通讯地址*\nx", "2 address=x"), ("※地址（必填）\nx", "2 address=x"), ("【必填】地址：\nx", "2 address=x"),
    ("\"通讯\r\n地址\"\nx", "3 address=x"), ("通 讯 地 址\nx", "2 address=x"), ("ＡＤＤＲＥＳＳ\nx", "2 address=x"),
    ("通讯地址（与执照一致）\nx", "2 address=x"), ("*seals【0】.name,address\n一,x", "2 address=x seals[0].name=一"),
    ("Address [required]\nx", "2 address=x"),
  ])
  func namesAreReadAsPeopleWriteThem(text: String, expected: String) throws {
    #expect(try Rows(text).answers == [expected])
  }

  /// Columns and rows that are no answers.
  @Test func whatIsNotNeededIsLeftOut() throws {
    #expect(try Rows("#序号,address,＃备注\n1,x,什么\n").answers == ["2 address=x"])
    var options = HeaderOptions()
    options.leftOut = ["序号", "备注"]
    #expect(try Rows("序 号,address,备注*\n1,x,什么\n", options: options).answers == ["2 address=x"])
    let missing = try Rows("address,备注\nx,\n", options: options).problems
    #expect(missing.count == 1 && missing[0].hasPrefix("r:1:1: error: No column is called “序号”"), "\(missing)")
    let remarks = try Rows("#,address\n#示例,x\n,y\n＃再一,z\n\"#\",w\n")
    #expect(remarks.answers == ["3 address=y"])
    #expect(remarks.problems.count == 1 && remarks.problems[0].contains("3 rows that begin with # were left out."))
    // In another first column, # is a part of the answer.
    #expect(try Rows("address\n#5楼\n").answers == ["2 address=#5楼"])
  }

  @Test func columnsWithoutANameAreEmpty() throws {
    let rows = try Rows("address,,\nx,,\ny\nz,,,,\nw, ,1\nv,,,1\n")
    #expect(rows.answers == ["2 address=x", "3 address=y", "4 address=z", "5 address=w"])
    #expect(rows.problems.count == 2)
    #expect(rows.problems[0].hasPrefix("r:5:5: error: Something stands in column 3, which has no name in the header."))
    #expect(rows.problems[1].hasPrefix("r:6:5: error: This row has 4 cells, but the header has 3."))
  }

  /// A title above the names is told for what it is, and may be passed over by line.
  @Test func aTitleIsTold() throws {
    let text = "2026年名单,,\n\n说明,x,y\n地址,经办人姓名,kind\nx,王,red\n"
    let told = try Rows(text)
    #expect(told.answers.isEmpty && told.problems.count == 1)
    #expect(told.problems[0].contains("r:1:1: error: This row names no field of the form; line 4 does"))
    #expect(told.problems[0].contains("--header-row 4"))
    var options = HeaderOptions()
    options.line = 4
    let read = try Rows(text, options: options)
    #expect(read.answers == ["5 kind=1 agentName=王 address=x"] && read.problems.isEmpty)
    options.line = 2
    #expect(try Rows(text, options: options).problems[0].hasPrefix("r:2:1: error: The file has no header row"))
    options.line = 99
    #expect(try Rows(text, options: options).problems[0].hasPrefix("r:99:1: error: The file has no header row"))
  }

  @Test(arguments: ["，", "；", "、", "|"])
  func signsThatPartNothingAreTold(sign: String) throws {
    let told = try Rows("地址\(sign)经办人姓名\(sign)kind\nx\(sign)王\(sign)red\n")
    #expect(told.answers.isEmpty && told.problems.count == 1)
    #expect(told.problems[0].hasPrefix("r:1:1: error: The names in the header are parted by “\(sign)”"))
  }

  /// A file of JSON that is no list of lines is told once.
  @Test(arguments: [
    "{\n \"address\": \"x\"\n}\n", "[\n{\"address\":\"x\"}\n]\n", "[{\"address\":\"x\"}]\n",
    "{\"address\":\"x\",\n\"kind\":\"red\"}",
  ])
  func aRecordStandsOnOneLine(text: String) throws {
    let told = try Rows(text, .jsonl)
    #expect(told.answers.isEmpty && told.problems.count == 1, "\(told.problems)")
    #expect(told.problems[0].contains("records.one-a-line"))
  }

  @Test func linesOfSpacesAreNoRecords() throws {
    #expect(try Rows("{\"address\":\"x\"},\n{\"address\":\"y\"}\n", .jsonl).answers == ["2 address=y"])
    // A line of JSON that is no record is one all the same, and told.
    #expect(try Rows("{\"address\":\"x\"}\n\"\"\n,\n", .jsonl).problems.count == 2)
    #expect(
      try Rows("\r\n{\"address\":\"x\"}\r\n  \t\r\n\n{\"address\":\"y\"}\n", .jsonl).answers == [
        "2 address=x", "5 address=y",
      ])
  }
}

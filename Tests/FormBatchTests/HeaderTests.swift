import Testing

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
      ["r:1:6: error: The form has no field “adress”. [record.unknown-field]\n  hint: Did you mean “address”?"]
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
    ("address,\na,b", ["r:1:9: error: Column 2 of the header has no name. [record.unnamed-column]"]),
    (
      "kind,seals[2].name\na",
      [
        "r:1:6: error: The form has no field “seals[2].name”. [record.unknown-field]\n"
          + "  hint: Did you mean “seals[0].name”?"
      ]
    ),
    ("kind,210302197001019978\na", ["r:1:6: error: The form has no field “2***”. [record.unknown-field]"]),
    (
      "kind,adr\u{202E}ess\na",
      [
        "r:1:6: error: The form has no field “adrU+202Eess”. [record.unknown-field]\n  hint: Did you mean “address”?"
      ]
    ),
    (
      "kind,通迅地址,通讯地址手机\na",
      [
        "r:1:6: error: The form has no field “通迅地址”. [record.unknown-field]\n  hint: Did you mean “通讯地址”?",
        "r:1:11: error: The form has no field “通***”. [record.unknown-field]\n  hint: Did you mean “通讯地址”?",
      ]
    ),
    // Where most columns are the form's, the others are names too.
    ("kind,address,remark\na", ["r:1:14: error: The form has no field “remark”. [record.unknown-field]"]),
    (
      "kind,address,,\na",
      [
        "r:1:14: error: Column 3 of the header has no name. [record.unnamed-column]",
        "r:1:15: error: Column 4 of the header has no name. [record.unnamed-column]",
      ]
    ),
    // A record in place of the header, one of whose answers is a field's name.
    (
      "kind,hunter,MichaelSmith\na",
      [
        "r:1:6: error: The form has no field “h***”. [record.unknown-field]",
        "r:1:13: error: The form has no field “M***”. [record.unknown-field]",
      ]
    ),
    (
      "王小明,地址\na",
      ["r:1:1: error: The form has no field “王***”. [record.unknown-field]"]
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
        "r:1:1: error: The form has no field “adress”. [record.unknown-field]\n  hint: Did you mean “address”?",
        "r:1:11: error: Column 3 of the header has no name. [record.unnamed-column]",
        "r:1:12: error: “通讯地址” is answered twice. [record.duplicate-field]",
      ]
    ),
  ])
  func aWrongHeaderIsToldAndNothingIsRead(text: String, expected: [String]) throws {
    let rows = try Rows(text)
    #expect(rows.answers.isEmpty)
    #expect(rows.problems == expected)
  }
}

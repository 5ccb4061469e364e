import RecordStreams
import Testing

@Suite struct RowReading {
  @Test(arguments: [
    ("red; 蓝 ;", "3"), ("红；蓝", "3"), ("蓝", "2"), ("", nil), (" ； ", nil),
  ])
  func listsArePartedBySemicolons(cell: String, expected: String?) throws {
    let rows = try Rows("address,extras\nx,\(cell)\n")
    #expect(rows.answers == ["2" + (expected.map { " extras=\($0)" } ?? "") + " address=x"])
    #expect(rows.problems.isEmpty)
  }

  @Test(arguments: [
    (
      "a,红\nb,c,d\n",
      [
        "r:2:3: error: This row has 3 cells, but the header has 2. [record.cells]\n  hint: Put a cell that holds a comma or a line break in quotation marks."
          .replacing("2:3", with: "3:5")
      ]
    ),
    (
      "a\n",
      [
        "r:2:1: error: This row has 1 cells, but the header has 2. [record.cells]\n  hint: Put a cell that holds a comma or a line break in quotation marks."
      ]
    ),
    (
      "a,\"红\"b\nc,red\n",
      [
        "r:2:6: error: A quotation mark is out of place, so this row was not read. [record.quote]\n  hint: Quotation marks enclose a whole cell, and one inside is doubled."
      ]
    ),
    (",red\n", ["r:2:1: error: 通讯地址: E_REQUIRED [record.E_REQUIRED]"]),
    ("x,green\n", ["r:2:3: error: 类型: E_OPTION [record.E_OPTION]"]),
    ("x,red;蓝\n", ["r:2:3: error: 类型: E_OPTION [record.E_OPTION]"]),
  ])
  func whatIsWrongHasTheCellsPlace(rows: String, expected: [String]) throws {
    #expect(try Rows("address,kind\n" + rows).problems == expected)
  }

  @Test func otherFormsAndPlacesForPensAreToldWithTheirCells() throws {
    let rows = try Rows("form,address,公章\nsample,x,\npickup,y,z\n")
    #expect(
      rows.problems == [
        "r:3:1: error: The record is for another form than “sample”. [record.form]",
        "r:3:10: error: “公章” is filled in by hand on paper. [record.by-hand]\n  hint: Leave it empty, or take it out of the record.",
      ])
  }

  @Test func aGroupIsAsLongAsItsLastAnswer() throws {
    let rows = try Rows("address,seals[0].name,seals[0].size,seals[1].name,seals[1].size\nx,一,,,\ny,,,,5\nz,,,,\n")
    #expect(
      rows.problems == [
        "r:3:3: error: 第1枚·印章名称: E_REQUIRED [record.E_REQUIRED]",
        "r:3:5: error: 第2枚·印章名称: E_REQUIRED [record.E_REQUIRED]",
      ])
  }

  @Test func linesOfJSONAreRecords() throws {
    let rows = try Rows(
      """
      {"地址": "x", "seals": [{"name": "一"}], "extras": ["red", "蓝"]}
      {"address": "y", "seals": [{"名称": 1}]}

      {"kind": "red"}
      ["address"]
      {"address": "z"
      """, .jsonl)
    #expect(
      rows.problems.map { $0.split(separator: "\n")[0] } == [
        "r:1:2: error: The form has no field “地***”. [record.unknown-field]",
        "r:1:1: error: 通讯地址: E_REQUIRED [record.E_REQUIRED]",
        "r:2:29: error: The form has no field “名***”. [record.unknown-field]",
        "r:2:28: error: 第1枚·印章名称: E_REQUIRED [record.E_REQUIRED]",
        "r:4:1: error: 通讯地址: E_REQUIRED [record.E_REQUIRED]",
        "r:5:1: error: A record is a map of answers, but this is a list. [record.type]",
        "r:6:16: error: This is not JSON: a comma or } is missing. [json.syntax]",
      ])
  }
}

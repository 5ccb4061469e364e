import Bridge
import FormModel
import Foundation
import Testing

@Suite struct Tables {
  private struct Overview: Decodable {
    struct Column: Decodable, Equatable {
      var name: String
      var key: String?
      var doubt: String?
      var near: String?
      var hand: String?
      var example: String?
    }
    var naming: String
    var leftOut: Int
    var rows: Int
    var flawed: Int
    var ready: Bool
    var columns: [Column]
    var labels: [String]
    var shown: String?
    /// What each column is taken for.
    var taken: [String] { columns.map { $0.doubt.map { "?" + $0 } ?? $0.key ?? "" } }
  }

  private struct Row: Decodable {
    struct Problem: Decodable {
      var key: String?
      var code: String
      var warns: Bool
      var label: String?
      var options: [String]?
      var value: String?
    }
    var row: Int
    var number: Int
    var ok: Bool
    var shown: String?
    var flaw: String?
    var problems: [Problem]
  }

  private func session() throws -> Session {
    var session = try DraftForm.session()
    for pack in try SessionFilling.packs.get() { _ = session.accept(pack: pack) }
    let isTaken = session.accept(blank: DraftForm.blank.bytes)
    #expect(isTaken)
    return session
  }

  private func ask<Answer: Decodable>(_ session: inout Session, _ message: String) throws -> Answer {
    let answer = session.askTable(Array(message.utf8))
    let reply = try #require(answer, "\(message.prefix(60)) has no answer")
    return try JSONDecoder().decode(Answer.self, from: Data(reply))
  }

  /// What has no JSON for an answer.
  private func plain(_ session: inout Session, _ message: String) -> String? {
    session.askTable(Array(message.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  private func rows(_ session: inout Session) throws -> [Row] {
    struct Rows: Decodable { var rows: [Row] }
    let rows: Rows = try ask(&session, "rows\n2026-11-22\n0\n99")
    return rows.rows
  }

  private static let header = "business\tuscc\tagentName\tseals[0].name"
  private static let right = "新办\t91210302WWG7LCMK6D\t王小明\t公章"

  @Test(arguments: [
    ("business\tuscc\n新办\tx\n", "header", ["business", "uscc"], 1, 0),
    ("business,uscc\r\n新办,x\r\n\r\n,\r\n补办,y", "header", ["business", "uscc"], 2, 0),
    ("sep=;\nbusiness;uscc\n新办;x", "header", ["business", "uscc"], 1, 0),
    ("名单\t\nbusiness\tuscc\n新办\tx", "header", ["business", "uscc"], 1, 1),
    ("#说明\tuscc\n#例\tx\n\ty\n", "header", ["", "uscc"], 1, 1),
    ("uscc\t\t序号\tuscc\nx\t1\t2\t3\n", "header", ["uscc", "?unnamed", "?unknown", "?twice"], 1, 0),
    ("uscc\t\t\nx\t\t\n", "header", ["uscc"], 1, 0),
    ("uscc\t#备注\nx\t1\n\t只有备注\n", "header", ["uscc", ""], 1, 1),
    ("甲\t乙\n丙\t丁\n", "none", ["?unnamed", "?unnamed"], 2, 0),
    ("\u{FEFF}uscc\nx\n", "header", ["uscc"], 1, 0),
  ])
  func columnsAreWhatTheirNamesSay(
    text: String, naming: String, taken: [String], rows: Int, leftOut: Int
  ) throws {
    var session = try session()
    let table: Overview = try ask(&session, "open\n99\n" + text)
    #expect(table.naming == naming && table.taken == taken && table.rows == rows && table.leftOut == leftOut)
    #expect(table.ready == !taken.contains { $0.hasPrefix("?") })
  }

  @Test func aColumnIsWhatSomebodySaysAndARowIsPutRight() throws {
    var session = try session()
    var table: Overview = try ask(&session, "open\n99\n\(Self.header)\t经办人姓名\n\(Self.right)\t1\n新办\tx\t\t公章\t2\n")
    #expect(table.taken == ["business", "uscc", "agentName", "seals[0].name", "?unknown"])
    let early = plain(&session, "rows\n2026-11-22\n0\n9")
    #expect(early == nil, "nothing is read before it is plain")
    table = try ask(&session, "columns\nbusiness\nuscc\nagentName\nseals[0].name\n")
    #expect(table.ready && table.rows == 2)
    var rows = try rows(&session)
    #expect(rows.map(\.ok) == [true, false] && rows.map(\.number) == [2, 3])
    #expect(rows[1].problems.map(\.key) == ["uscc", "agentName"] && rows[1].problems[0].value == "x")
    var row: Row = try ask(&session, "cell\n2026-11-22\n1\nuscc\n91210302WWG7LCMK6D")
    #expect(row.problems.map(\.key) == ["agentName"])
    row = try ask(&session, "cell\n2026-11-22\n1\nagentName\n王小明")
    #expect(row.ok)
    // What no column answers gets one.
    row = try ask(&session, "cell\n2026-11-22\n0\nbusiness\n补办")
    let reason = try #require(row.problems.first { $0.key == "reason" })
    #expect(reason.value == nil && reason.options == ["遗失", "其他（请说明）"])
    row = try ask(&session, "cell\n2026-11-22\n0\nreason\n遗失")
    #expect(row.ok)
    rows = try self.rows(&session)
    #expect(rows.map(\.ok) == [true, true])
    table = try ask(&session, "drop\n1")
    #expect(table.rows == 1)
    table = try ask(&session, "restore")
    #expect(table.rows == 2)
    table = try ask(&session, "drop\n0")
    #expect(table.rows == 1 && table.taken.last == "reason")
  }

  /// A quotation mark that stands for the one above swallows no row.
  @Test(arguments: [
    "business\tuscc\tagentName\tseals[0].name\t#备注\n新办\t91210302WWG7LCMK6D\t王小明\t公章\t自取\n新办\t91210302WWG7LCMK6D\t王小明\t公章\t\"\n新办\t91210302WWG7LCMK6D\t王小明\t公章\t\"\n",
    "business,uscc,agentName,seals[0].name\n\"新办,91210302WWG7LCMK6D,王小明,公章\n新办,91210302WWG7LCMK6D,王小明,公章\n新办\",91210302WWG7LCMK6D,王小明,公章\n",
  ])
  func noQuotationMarkSwallowsRows(text: String) throws {
    var session = try session()
    let table: Overview = try ask(&session, "open\n99\n" + text)
    #expect(table.rows == 3 && table.flawed > 0)
  }

  /// What a page shows of a column, and which answers may stand in names of files.
  @Test func columnsAreShownAsOthersMaySeeThem() throws {
    var session = try session()
    let table: Overview = try ask(
      &session, "open\n99\nuscc\tagentName\t单位全称\torgName\n91210302WWG7LCMK6D\t王小明\t甲\t鞍山示例有限公司\n")
    #expect(table.columns.map(\.example) == ["912*************6D", "王*明", "***", "鞍山示例有限公司"])
    #expect(table.labels.contains("orgName") && !table.labels.contains("uscc") && table.shown == "orgName")
    let near: Overview = try ask(&session, "open\n99\nuscc\tagentNam\nx\ty\n")
    #expect(near.columns[1].doubt == "unknown" && near.columns[1].near == "agentName")
  }

  /// What nobody has decided stays as it is, also where another column is; two columns never answer one question.
  @Test func doubtsStayWhatTheyAre() throws {
    var session = try session()
    var table: Overview = try ask(&session, "open\n99\nuscc\t\t序号\tuscc\nx\t1\t2\t3\n")
    table = try ask(&session, "columns\nuscc\n?\n\n?")
    #expect(table.taken == ["uscc", "?unnamed", "", "?twice"])
    table = try ask(&session, "columns\nuscc\n\n\n")
    #expect(table.ready)
    let _: Row = try ask(&session, "cell\n2026-11-22\n0\norgName\n甲公司")
    table = try ask(&session, "columns\nuscc\norgName\n\n")
    #expect(table.taken == ["uscc", "orgName", "", "", "?twice"] && !table.ready)
  }

  @Test func whatIsForgottenIsGone() throws {
    var session = try session()
    let _: Overview = try ask(&session, "open\n99\n\(Self.header)\n\(Self.right)\n")
    let forgotten = plain(&session, "forget")
    let after = plain(&session, "overview")
    #expect(forgotten == "{}" && after == nil)
  }

  /// A table that is not taken leaves the one before.
  @Test(arguments: ["open\n1\nuscc\nx\ny\n", "open\n9\n\n", "open\n9\nsep=|\na|b", "open\nuscc\nx"])
  func aTableThatIsRefusedLeavesTheOneBefore(message: String) throws {
    var session = try session()
    let before: Overview = try ask(&session, "open\n99\n\(Self.header)\n\(Self.right)\n")
    let refused = plain(&session, message)
    #expect(refused == nil || refused?.contains("columns") == false)
    let after: Overview = try ask(&session, "overview")
    #expect(after.columns == before.columns && after.rows == 1)
  }

  /// A row whose cells may have shifted is nobody's record before somebody has looked.
  @Test(arguments: [
    "business,uscc,agentName,seals[0].name\n新办,91210302WWG7LCMK6D,王小明\n新办,91210302WWG7LCMK6D,王小明,公章",
    "business,uscc,agentName,seals[0].name\n新办,91210302WWG7LCMK6D,王小明,公章,多\n新办,91210302WWG7LCMK6D,王小明,公章",
    "business,uscc,agentName,seals[0].name\n新办,91210302WWG7LCMK6D,王\"小\"明,公章\n新办,91210302WWG7LCMK6D,王小明,公章",
  ])
  func aRowOfAnotherShapeWaits(text: String) throws {
    var session = try session()
    let table: Overview = try ask(&session, "open\n99\n" + text)
    #expect(table.flawed == 1 && table.rows == 2)
    let rows = try rows(&session)
    #expect(rows[0].flaw != nil && !rows[0].ok && rows[1].ok)
    let early = plain(&session, "run\n2026-11-22\n\n\n\nx")
    #expect(early == nil)
    let row: Row = try ask(&session, "keep\n2026-11-22\n0")
    let begun = plain(&session, "run\n2026-11-22\n\n\n\nx")
    #expect(row.flaw == nil && begun == "{}")
  }

  @Test func rowsBecomeFilesAndAReport() throws {
    var session = try session()
    let wrong = "新办\tx\t=王\t公章"
    let _: Overview = try ask(
      &session, "open\n99\n" + [Self.header, Self.right, wrong, Self.right].joined(separator: "\n"))
    let begun = plain(&session, "run\n2026-11-22\nlock\nagentName\nagentName\nzhinan")
    #expect(begun == "{}")
    var files: [[UInt8]?] = []
    for _ in 0..<4 { files.append(session.askTable(Array("next".utf8))) }
    #expect(files.map { $0 == nil } == [false, true, false, true])
    let first = try #require(files[0])
    let end = try #require(first.firstIndex(of: 10))
    let name = String(decoding: first[..<end], as: UTF8.self)
    #expect(name.wholeMatch(of: #/0000001-王小明-[0-9a-f]{12}\.pdf/#) != nil)
    #expect(first[(end + 1)...].starts(with: DraftForm.blank.bytes))
    let report = plain(&session, "report") ?? ""
    let lines = report.components(separatedBy: "\r\n")
    #expect(lines[0] == "\u{FEFF}row,line,agentName,state,file,sha256,diagnostics")
    #expect(lines[1].hasPrefix("1,2,王小明,filled,\(name),") && lines[3].contains("[record.repeated-row]"))
    #expect(lines[2].hasPrefix("2,3,") && lines[2].contains(",failed,,,\"3:") && lines[2].contains("E_LENGTH"))
    let csv = plain(&session, "csv") ?? ""
    #expect(csv.hasPrefix("\u{FEFF}business,uscc,agentName,seals[0].name\r\n新办,91210302WWG7LCMK6D,王小明,公章\r\n"))
  }

  @Test(arguments: ["rows", "cell", "keep\n", "drop\n9", "next", "report", "csv", "run\n", "columns\n", "no", ""])
  func nothingIsAnsweredWithoutATable(message: String) throws {
    var session = try session()
    let answer = plain(&session, message)
    #expect(answer == nil)
  }
}

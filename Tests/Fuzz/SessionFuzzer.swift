/// The bytes after a table's checksum, with a checksum that fits: what is read is written as it was, and says anything.
func fuzzMessages(_ bytes: UnsafeBufferPointer<UInt8>) {
  let whole = SealedBytes.seal(Array(bytes), signature: Array("ZHMESS".utf8), version: MessageTable.formatVersion)
  guard let table = try? MessageTable(decoding: whole) else { return }
  precondition(table.encoded() == whole, "a table that is read is written as it was")
  var values = MessageValues()
  values.set("label", Array("名称".utf8))
  for problem in RecordProblem.allCases { _ = table.sentence(for: problem, values) }
  for problem in TableProblem.allCases { _ = table.sentence(for: problem, values) }
  _ = table.sentence(for: "E_CHECK", values)
  _ = table.unknownField(Array(bytes.prefix(64)), known: table.names)
}

/// A compiled form without its head, behind two bytes that say how long it is, and a record in JSON: what a page gets is
/// JSON, whatever stands in either.
func fuzzSession(_ bytes: UnsafeBufferPointer<UInt8>) {
  guard bytes.count > 2 else { return }
  let size = min(Int(bytes[0]) | Int(bytes[1]) << 8, bytes.count - 2)
  var session = Session()
  guard session.open(form: FillingFuzzer.whole(Array(bytes[2..<2 + size]))) else { return }
  let message = Array("2026-11-22\n".utf8) + bytes[(2 + size)...]
  precondition(session.checkRecord(message).map { JSONValue($0) != nil } == true, "an answer is JSON")
  precondition(session.state(message).map { JSONValue($0) != nil } == true, "a state is JSON")
}

/// A compiled form as above and a table: what is read of it is JSON and a report, whatever stands in either.
func fuzzTable(_ bytes: UnsafeBufferPointer<UInt8>) {
  guard bytes.count > 2 else { return }
  let size = min(Int(bytes[0]) | Int(bytes[1]) << 8, bytes.count - 2)
  var session = Session()
  guard session.open(form: FillingFuzzer.whole(Array(bytes[2..<2 + size]))) else { return }
  let text = Array(bytes[(2 + size)...])
  guard let overview = session.askTable(Array("open\n9\n".utf8) + text) else { return }
  precondition(JSONValue(overview) != nil, "an overview is JSON")
  for message in [
    "rows\n2026-11-22\n0\n9", "columns\nuscc\n\norgName", "rows\n2026-11-22\n0\n9", "keep\n2026-11-22\n0",
    "keep\n2026-11-22\n1", "cell\n2026-11-22\n0\nuscc\n\"a,\"", "drop\n1",
  ] {
    if let answer = session.askTable(Array(message.utf8)) {
      precondition(JSONValue(answer) != nil, "an answer about a table is JSON")
    }
  }
  guard session.askTable(Array("run\n2026-11-22\n\n\n\nz".utf8)) != nil else { return }
  for _ in 0..<4 { _ = session.askTable(Array("next".utf8)) }
  guard let csv = session.askTable(Array("csv".utf8)) else { preconditionFailure("a run has a table") }
  _ = session.askTable(Array("open\n9\n".utf8) + csv)
}

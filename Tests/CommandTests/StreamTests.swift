import Foundation
import Testing

private let records = "name,born,kind,branches,number\nAnn Lee,1990-01-01,new,town,\nBob Lee,no,new,town,\n"

/// Standard streams that are closed or full, and outputs that would replace what is read.
@Suite(.serialized) struct Streams {
  /// Runs a line of the shell, in which `$Z` is the command and `$G` names the guide.
  private func shell(_ line: String, _ folder: Folder) throws -> Run {
    let words = "Z='\(Zhinan.path)'; G='--root \(tinyGuide.path) --today 2026-11-22 --lang en'; "
    return try Run("/bin/bash", ["-c", words + line], in: folder.url)
  }

  @Test(arguments: ["2>/dev/full", "2>&-", ">/dev/null 2>&-"])
  func errorsThatNobodyCanReadStopNothing(streams: String) throws {
    let folder = try Folder()
    _ = try folder.write(records, to: "r.csv")
    let run = try shell(
      "$Z form batch library-card r.csv -o out --report r.json $G \(streams); echo code $?", folder)
    #expect(run.output.hasSuffix("code 1\n"), "\(run.output)")
    let report = try String(contentsOfFile: folder.path("r.json"), encoding: .utf8)
    #expect(report.contains("\"state\":\"complete\"") && report.contains("\"filled\":1,"))
    #expect(try shell("$Z form check library-card r.csv $G \(streams)", folder).status == 1)
  }

  @Test(arguments: [(">/dev/full", "no space left"), (">&-", "is not open")])
  func resultsThatCannotBeWrittenAreTold(stream: String, reason: String) throws {
    let folder = try Folder()
    _ = try folder.write(records.replacing("Bob Lee,no,new,town,\n", with: ""), to: "r.csv")
    let told = "stdout: error: Standard output cannot be written: \(reason). [output.unwritable]\n"
    let batch = try shell("$Z form batch library-card r.csv -o out --report r.json $G \(stream)", folder)
    #expect(batch.status == 74 && batch.problems.contains(told), "\(batch)")
    #expect(try String(contentsOfFile: folder.path("r.json"), encoding: .utf8).contains("\"state\":\"complete\""))
    let rules = try shell("$Z rule --list \(stream)", folder)
    #expect(rules.status == 74 && rules.problems.contains(told), "\(rules)")
    let blank = try shell("$Z form blank library-card -o b.pdf $G \(stream)", folder)
    #expect(blank.status == 74 && blank.problems.contains(told), "\(blank)")
    let read = try shell("$Z form read out/0000001-*.pdf --root \(tinyGuide.path) \(stream)", folder)
    #expect(read.status == 74 && read.problems.contains(told), "\(read)")
  }

  @Test func aReaderThatGoesAwayStopsNothing() throws {
    let folder = try Folder()
    let rows = (1...300).map { $0 % 2 == 0 ? "Ann Lee,1990-01-01,new,town,\n" : "Bob Lee,no,new,town,\n" }
    _ = try folder.write("name,born,kind,branches,number\n" + rows.joined(), to: "r.csv")
    let run = try shell(
      "$Z form batch library-card r.csv -o out --report r.json $G 2>&1 | head -1; echo ${PIPESTATUS[0]}", folder)
    #expect(run.output.contains("r.csv:2:9: error: ") && run.output.split(separator: "\n").count == 2)
    #expect(try folder.files.keys.count { $0.hasSuffix(".pdf") } == 150)
    let report = try String(contentsOfFile: folder.path("r.json"), encoding: .utf8)
    #expect(report.contains("\"state\":\"complete\"") && report.contains("\"failed\":150,"))
  }

  @Test("A line that is too long for any rule is told at once and not kept")
  func longLines() throws {
    let folder = try Folder()
    let rejected = #","ok":false,"value":null,"errors":["E_LENGTH"],"warnings":[]}"#
    // Standard input goes on for ever; only what is written is waited for.
    let endless = try shell(
      "exec 3< <(exec $Z rule uscc </dev/zero 2>&1); read -r -t 60 line <&3; kill $!; echo \"$line\"", folder)
    #expect(endless.output == "{\"rule\":\"uscc\"\(rejected)\n")
    let run = try shell(
      "(head -c 120000000 /dev/zero; echo; echo 13800000001; head -c 1048577 /dev/zero) | "
        + "(ulimit -d 100000; $Z rule mobile)", folder)
    #expect(run.status == 1, "\(run)")
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 3 && lines[0] == "{\"rule\":\"mobile\"\(rejected)" && lines[2] == lines[0])
    #expect(lines[1].hasPrefix("{\"rule\":\"mobile\",\"ok\":true"))
    // Rules with JSON too, whose beginning might be a value.
    let json = try shell("(printf '\"13800000001\"'; printf '%1100000s') | $Z rule mobile --jsonl", folder)
    #expect(json.output == "{\"rule\":\"mobile\"\(rejected)\n")
  }

  @Test("Lines of values end as those of other files do, and as many are answered")
  func ends() throws {
    let folder = try Folder()
    let run = try shell("printf '13800000001\\r\\n\\n\\r\\n1\\3772\\r3\\n13800000001' | $Z rule mobile", folder)
    #expect(run.output.split(separator: "\n").count == 5 && run.status == 1, "\(run)")
    #expect(run.output.components(separatedBy: "\"value\":\"13800000001\"").count == 3, "\(run)")
    let most = try shell("(head -c 1048576 /dev/zero | tr '\\0' x; echo) | $Z rule fullwidth_fold", folder)
    #expect(most.status == 0 && most.output.utf8.count > 1 << 20)
    let closed = try shell("$Z rule mobile <&-", folder)
    #expect(closed.status == 74 && closed.problems.contains("stdin: error: Standard input cannot be read"), "\(closed)")
  }

  @Test("An answer comes before the next question is asked", arguments: ["", "--jsonl"])
  func conversation(form: String) throws {
    let quote = form.isEmpty ? "" : "\""
    let run = try shell(
      """
      coproc R { exec $Z rule mobile \(form); }
      for value in 13800000001 139 13800000002; do
        printf '\(quote)%s\(quote)\n' $value >&${R[1]}
        read -r -t 60 line <&${R[0]} || line=none
        echo "$line"
      done
      printf '\(quote)1380000' >&${R[1]}; sleep 0.2; printf '0003\(quote)\n' >&${R[1]}
      read -r -t 60 line <&${R[0]}; echo "$line"
      """, Folder())
    let lines = run.output.split(separator: "\n")
    #expect(
      lines.map { $0.contains("\"ok\":true") } == [true, false, true, true]
        && lines.last?.contains("\"value\":\"13800000003\"") == true, "\(run)")
  }

  @Test("However lines are cut into pieces and whatever they hold, there is an answer to each", arguments: [7, 4096])
  func pieces(size: Int) throws {
    let folder = try Folder()
    var bytes: [UInt8] = []
    let kinds: [[UInt8]] = [
      Array("13800000001".utf8), Array("示例路1号“一”\"\\ \u{2028}\u{1F600}\u{7F}".utf8), [0, 0x31, 0], [0xE7, 0xA4],
      [0xFF, 0xC3], [],
      [UInt8](repeating: 0x61, count: 5000), [0xED, 0xA0, 0x80, 0x0D], [0x0D], [0xF4, 0x90, 0x80, 0x80],
    ]
    for number in 0..<400 { bytes += kinds[number * 7 % kinds.count] + (number % 3 == 0 ? [0x0D, 0x0A] : [0x0A]) }
    bytes += Array("end\r".utf8)
    try Data(bytes).write(to: folder.url.appending(path: "v"))
    let run = try shell("dd if=v bs=\(size) status=none | $Z rule fullwidth_fold", folder)
    let answers = run.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    #expect(answers.count == lines.count)
    for (position, (answer, line)) in zip(answers, lines).enumerated() {
      let hasEnd = position + 1 < lines.count
      let text = String(decoding: hasEnd && line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      let data = try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: Any]
      let trimmed = String(
        String.UnicodeScalarView(
          text.unicodeScalars.drop { $0.value == 0x0D }.reversed().drop { $0.value == 0x0D }.reversed()))
      #expect(Array((data?["value"] as? String ?? "none").utf8) == Array(trimmed.utf8), "line \(position + 1)")
    }
  }

  @Test func answersAreWrittenBeforeAnInputFails() throws {
    let folder = try Folder()
    let run = try shell("(echo 13800000001; echo 139) > v; $Z rule mobile < v; $Z rule mobile < .", folder)
    #expect(run.output.split(separator: "\n").count == 2 && run.status == 74, "\(run)")
    let full = try shell("yes 13800000001 | head -100000 | $Z rule mobile >/dev/full", folder)
    #expect(full.status == 74 && full.problems.contains("Standard output cannot be written"), "\(full)")
    let gone = try shell("yes 1 | $Z rule mobile 2>said | head -1; echo ${PIPESTATUS[1]}; cat said", folder)
    #expect(gone.output.contains("\n74\nstdout: error: Standard output cannot be written"), "\(gone)")
  }

  @Test func endlessQuestionsEndWithTheirReader() throws {
    let run = try shell("timeout 20 yes 13800000001 | timeout 20 $Z rule mobile 2>/dev/null | head -1", Folder())
    #expect(run.output.split(separator: "\n").count == 1)
  }

  @Test(arguments: [
    "$Z form batch library-card r.csv -o out --report r.csv $G",
    "$Z form batch library-card r.csv -o out --report ../$(basename $PWD)/r.csv $G",
    "ln -s r.csv link.csv; $Z form batch library-card link.csv -o out --report r.csv $G",
    "ln r.csv hard.csv; $Z form batch library-card r.csv -o out --report hard.csv $G",
    "$Z form batch library-card - --input-format csv -o out --report r.csv $G <r.csv",
    "$Z form batch library-card r.csv -o out --report x.json --report ./x.json $G",
    "mkdir -p a; ln -s a b; $Z form batch library-card r.csv -o out --report a/x.json --report b/x.json $G",
    "$Z form fill library-card r.yml -o r.yml $G",
    "$Z form fill library-card r.yml --onto p.pdf -o p.pdf $G",
    "$Z form read p.pdf --rebake p.pdf --root .", "$Z form read p.pdf --against r.yml --rebake r.yml --root .",
  ])
  func nothingThatIsReadIsReplaced(line: String) throws {
    let folder = try Folder()
    for name in ["r.csv", "r.yml", "p.pdf"] { _ = try folder.write(records, to: name) }
    let run = try shell(line, folder)
    #expect(run.status == 64 && run.problems.contains("would "), "\(run.problems)")
    let text = Data(records.utf8)
    for name in ["r.csv", "r.yml", "p.pdf"] {
      #expect(try Data(contentsOf: folder.url.appending(path: name)) == text)
    }
    #expect(try !folder.names.contains("out"))
  }
}

import Diagnostics
import Testing

@testable import Files

@Suite("Changes of a folder")
struct FolderChangeTests {
  private static let steps: [FolderChange.Step] = [
    .removal("c/d"),
    .folder("n"),
    .file("n/x", Array("new".utf8), replaces: false),
    .file("a", Array("new".utf8), replaces: true),
    .file("c", Array("new".utf8), replaces: false),
    .removal("e"),
  ]
  private static let before = ["a": "old", "c": "/", "c/d": "old", "e": "old", "mine": "mine"]
  private static let after = ["a": "new", "c": "new", "mine": "mine", "n": "/", "n/x": "new"]

  private let place: TestFolder

  init() throws {
    place = try TestFolder()
    for (name, text) in Self.before where text != "/" { try place.put(text, at: name) }
  }

  @Test("are read from their journal as they were written, whatever a path begins with")
  func journal() throws {
    let journal = FolderJournal(entries: [
      .folder("\u{301}a"), .placed("\u{301}x y", 1, 7, replaces: true), .removed("e\u{301}/\u{301}", 2),
    ])
    try place.makeFolder(FolderChange.staging)
    try journal.write(in: place.real)
    #expect(try FolderJournal.read(in: place.real).entries == journal.entries)
  }

  @Test("are done whole", arguments: [true, false])
  func done(lasts: Bool) throws {
    try FolderChange(place.real, lasts: lasts).perform(Self.steps)
    #expect(try place.contents == Self.after)
  }

  @Test("are undone after a stop at each step, also when undoing is stopped", arguments: 0...6, 0...6)
  func stopped(done: Int, undone: Int) throws {
    let change = try FolderChange(place.real)
    let journal = try change.prepare(Self.steps)
    for number in 0..<done { try change.perform(Self.steps[number], number) }
    for entry in journal.entries.reversed().prefix(undone) { try change.undo(entry) }
    #expect(try place.real.status(of: FolderChange.staging).kind == .folder)
    try FolderChange(place.real).recover()
    #expect(try place.contents == Self.before)
  }

  @Test("that were stopped before their journal was there leave what they found", arguments: 0...6)
  func stoppedInStaging(staged: Int) throws {
    let change = try FolderChange(place.real)
    try place.makeFolder(FolderChange.staging)
    _ = try change.stage(Array(Self.steps.prefix(staged)))
    try place.put("zhinan-jour", at: "\(FolderJournal.path).part")
    try FolderChange(place.real).recover()
    #expect(try place.contents == Self.before)
  }

  @Test(
    "are undone after an error in a step",
    arguments: [
      (.file("mine", [1], replaces: false), "mine", "something has the name since a moment ago"),
      (.folder("mine"), "mine", "something has the name already"),
      (.folder("none/n"), "none", "no such file"),
      (.folder("mine/n"), "mine", "is a file, where a folder should be"),
      (.file("mine/x", [1], replaces: false), "mine", "is a file, where a folder should be"),
    ] as [(FolderChange.Step, String, String)])
  func failing(step: FolderChange.Step, path: String, reason: String) throws {
    let error = #expect(throws: OutputFailure.self) { try FolderChange(place.real).perform(Self.steps + [step]) }
    #expect(error?.path == path && error?.reason.description == reason)
    #expect(try place.contents == Self.before)
  }

  @Test(
    "that cannot be staged change nothing",
    arguments: [.removal("none"), .file("none", [1], replaces: true)] as [FolderChange.Step])
  func unstaged(step: FolderChange.Step) throws {
    let error = #expect(throws: OutputFailure.self) { try FolderChange(place.real).perform(Self.steps + [step]) }
    #expect(error?.path == "none" && error?.reason.description == "no such file")
    #expect(try place.contents == Self.before)
  }

  @Test("are undone without touching what others made or wrote since", arguments: [true, false])
  func others(inPlace: Bool) throws {
    let change = try FolderChange(place.real)
    _ = try change.prepare(Self.steps)
    for (number, step) in Self.steps.enumerated() { try change.perform(step, number) }
    // A file that is written in place keeps its number on the disk, and one that is made anew often gets it.
    for name in ["a", "n/x", "e"] {
      if !inPlace { try place.real.removeIfThere(name) }
      try place.put("theirs", at: name)
    }
    try place.put("theirs", at: "n/y")
    try change.recover()
    var expected = Self.before
    for name in ["a", "n/x", "e", "n/y"] { expected[name] = "theirs" }
    expected["n"] = "/"
    #expect(try place.contents == expected)
  }

  @Test(
    "are not undone by a journal that nobody wrote",
    arguments: [
      "", "nonsense", "zhinan-journal 1\ngone 0 0 e\n", "zhinan-journal 2\ngone 0\n", "zhinan-journal 2\nlost 0 0 e\n",
      "zhinan-journal 2\ngone x 0 e\n", "zhinan-journal 2\nadd 0 -1 a\n", "zhinan-journal 2\nadd 0 1 ../a\n",
      "zhinan-journal 2\nadd 0 1 /a\n", "zhinan-journal 2\nadd 0 1 n//x\n", "zhinan-journal 2\nadd 0 1 n\u{1}\n",
    ])
  func nonsense(journal: String) throws {
    try place.put(journal, at: FolderJournal.path)
    let planted = try place.contents
    let error = #expect(throws: OutputFailure.self) { try FolderChange(place.real).recover() }
    #expect(error?.path == FolderJournal.path && error?.reason.description == "is no journal")
    #expect(try place.contents == planted)
  }

  @Test("read no journal through a link, and none that is huge")
  func planted() throws {
    try place.makeFolder(FolderChange.staging)
    try place.link(FolderJournal.path, to: place("mine"))
    #expect(throws: OutputFailure(path: FolderJournal.path, reason: Message("reason.link"))) {
      try FolderChange(place.real).recover()
    }
    try place.real.remove(FolderJournal.path)
    try place.makeHole(FolderJournal.path, size: 20 << 30)
    let error = #expect(throws: OutputFailure.self) { try FolderChange(place.real).recover() }
    #expect(error?.reason.description == "has \(20 << 30) bytes, which is far too many")
  }

  @Test("stop before what others put where they stage", arguments: ["thesis.txt", "new-1x", "new-"])
  func foreign(name: String) throws {
    try place.put("theirs", at: "\(FolderChange.staging)/\(name)")
    let planted = try place.contents
    let error = #expect(throws: OutputFailure.self) { try FolderChange(place.real).recover() }
    #expect(
      error?.path == "\(FolderChange.staging)/\(name)" && error?.reason.description == "is nothing that zhinan made")
    #expect(try place.contents == planted)
  }

  @Test("stage in a real folder only")
  func stagedElsewhere() throws {
    let victim = try TestFolder()
    try victim.put("theirs", at: "new-0")
    try place.link(FolderChange.staging, to: victim.path)
    for reach in [{ try $0.recover() }, { try $0.perform(Self.steps) }] as [(FolderChange) throws -> Void] {
      let error = #expect(throws: OutputFailure.self) { try reach(FolderChange(place.real)) }
      #expect(error?.path == FolderChange.staging)
    }
    #expect(try victim.contents == ["new-0": "theirs"])
  }
}

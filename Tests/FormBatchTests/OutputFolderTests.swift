import Diagnostics
import Files
import FormFilling
import Foundation
import Testing

@testable import FormBatch

@Suite struct OutputFolders {
  private let path = FileManager.default.temporaryDirectory.appending(path: "zhinan-\(UUID().uuidString)").path

  private func open(
    form: String = "a", records: String = #filePath, resumes: Bool = false, named: Bool = false,
    _ problems: inout [Diagnostic]
  ) -> OutputFolder? {
    OutputFolder.open(
      path, owner: BatchOwner(form: form, records: records), resumes: resumes, avoidsUnnamedFiles: named,
      diagnostics: &problems)
  }

  private func open(named: Bool = false) throws -> OutputFolder {
    var problems: [Diagnostic] = []
    return try #require(open(named: named, &problems))
  }

  private func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }

  @Test(arguments: [false, true])
  func whatIsWrittenIsDoneUntilItChanges(named: Bool) throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let first = RecordName(row: 12, hash: [1, 2, 3, 4, 5, 0xAF])
    let second = RecordName(row: 12, hash: [9, 2, 3, 4, 5, 0xAF])
    do {
      let folder = try open(named: named)
      #expect(try folder.done(first) == nil)
      let file = try folder.write([7, 7], digest: Array(repeating: 8, count: 32), as: first)
      #expect(file.name == "0000012-0102030405af.pdf")
      #expect(try folder.done(first) == file)
      #expect(try folder.done(second) == nil)
    }
    let folder = try open(named: named)
    #expect(try folder.done(first)?.digest == Array(repeating: 8, count: 32))
    _ = try folder.write([7, 7, 7], digest: Array(repeating: 8, count: 32), as: second)
    #expect(try names() == [".zhinan-batch", "0000012-0902030405af.pdf"])
    _ = try folder.write([7, 7, 7], digest: Array(repeating: 8, count: 32), as: second)
    #expect(try names() == [".zhinan-batch", "0000012-0902030405af.pdf"])
    #expect(try folder.leftOver(after: 11, in: .whole) == 1)
    #expect(try folder.leftOver(after: 12, in: .whole) == 0)
    try folder.remove(12)
    #expect(try names() == [".zhinan-batch"])
    #expect(try folder.done(second) == nil)
  }

  @Test(arguments: [false, true])
  func aFileOfSomebodysOwnIsNotReplaced(named: Bool) throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = try open(named: named)
    let name = RecordName(row: 1, hash: [1, 2, 3, 4, 5, 6])
    let own = URL(fileURLWithPath: "\(path)/\(name.path)")
    try Data("own".utf8).write(to: own)
    // Also when it is tried again: the table does not know the file.
    for _ in 1...2 {
      #expect { try folder.write([7], digest: Array(repeating: 8, count: 32), as: name) } throws: {
        ($0 as? OutputFailure)?.path.hasSuffix(name.path) == true
      }
    }
    #expect(try Data(contentsOf: own) == Data("own".utf8))
    try FileManager.default.removeItem(at: own)
    _ = try folder.write([7], digest: Array(repeating: 8, count: 32), as: name)
    // What the batch wrote itself it writes anew when it has another size.
    try Data("cut off".utf8).write(to: own)
    _ = try folder.write([7], digest: Array(repeating: 8, count: 32), as: name)
    #expect(try Data(contentsOf: own) == Data([7]))
  }

  /// What a row had cannot be removed: that is told, and never passed over.
  @Test func anOldPDFThatCannotBeRemovedIsAnError() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = try open()
    let (name, other) = (RecordName(row: 1, hash: [1, 2, 3, 4, 5, 6]), RecordName(row: 1, hash: [2, 2, 3, 4, 5, 6]))
    _ = try folder.write([7], digest: Array(repeating: 8, count: 32), as: name)
    try FileManager.default.removeItem(atPath: "\(path)/\(name.path)")
    try FileManager.default.createDirectory(atPath: "\(path)/\(name.path)/own", withIntermediateDirectories: true)
    for attempt in [
      { try folder.remove(1) }, { _ = try folder.write([7], digest: Array(repeating: 8, count: 32), as: other) },
    ] {
      #expect { try attempt() } throws: { ($0 as? OutputFailure)?.reason.description == "is a folder" }
    }
    #expect(try names() == [".zhinan-batch", name.path])
  }

  @Test func aShortFileInTheTablesPlaceIsNotOurs() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let table = URL(fileURLWithPath: "\(path)/.zhinan-batch")
    try Data("precious".utf8).write(to: table)
    var problems: [Diagnostic] = []
    #expect(open(&problems) == nil && problems.map(\.id) == ["output.other-batch"])
    #expect(try Data(contentsOf: table) == Data("precious".utf8))
  }

  /// A table of 20 GB that is one hole is looked through at once.
  @Test func holesOfATableArePassedOver() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = try open()
    _ = try folder.write([7], digest: Array(repeating: 8, count: 32), as: RecordName(row: 9, hash: [1, 2, 3, 4, 5, 6]))
    #expect(truncate("\(path)/.zhinan-batch", 20 << 30) == 0)
    #expect(try folder.leftOver(after: 3, in: .whole) == 1 && folder.leftOver(after: 9, in: .whole) == 0)
  }

  @Test func aFileOfAnotherSizeIsNotDone() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = try open()
    let name = RecordName(row: 1, hash: [1, 2, 3, 4, 5, 6])
    let file = try folder.write([7, 7], digest: Array(repeating: 8, count: 32), as: name)
    try Data([7]).write(to: URL(fileURLWithPath: "\(path)/\(file.name)"))
    #expect(try folder.done(name) == nil)
  }

  @Test(arguments: [false, true])
  func whatKilledProcessesLeftIsSwept(named: Bool) throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = try open(named: true)
    let left = UncommittedFile.name(of: 2_147_483_000)
    let kept = ["notes.txt", UncommittedFile.name(of: 1), ".zhinan-elsewhere-2147483000-5", ".zhinan-abc"]
    for name in kept + [left] { try Data([1]).write(to: URL(fileURLWithPath: "\(path)/\(name)")) }
    _ = try open(named: named)
    #expect(try names() == ([".zhinan-batch"] + kept).sorted())
  }

  @Test func whatKilledProcessesLeftBesideAReportIsSwept() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    let left = UncommittedFile.name(of: 2_147_483_000)
    try Data([1]).write(to: URL(fileURLWithPath: "\(path)/\(left)"))
    var file = try AtomicFile("\(path)/r.json")
    try file.write([7, 8])
    #expect(try names() == [] || names().allSatisfy { $0.hasPrefix(UncommittedFile.prefix) && $0 != left })
    try file.commit(synchronised: true)
    #expect(try names() == ["r.json"])
  }

  @Test func theFolderOfAnotherBatchIsRefused() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = try open()
    var problems: [Diagnostic] = []
    #expect(open(form: "b", &problems) == nil)
    #expect(open(form: "b", resumes: true, &problems) == nil)
    #expect(open(records: "/etc/passwd", &problems) == nil)
    #expect(open(records: "-", &problems) == nil)
    #expect(problems.map(\.id) == Array(repeating: "output.other-batch", count: 4))
    #expect(open(records: "-", resumes: true, &problems) != nil)
    #expect(open(records: "-", &problems) == nil, "nothing shows that a pipe holds the same records")
    #expect(open(resumes: true, &problems) != nil)
    #expect(open(&problems) != nil)
  }

  @Test func aFolderThatIsAFileIsRefused() throws {
    try Data([1]).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    var problems: [Diagnostic] = []
    #expect(open(&problems) == nil)
    #expect(problems.map(\.id) == ["output.unwritable"])
  }
}

@Suite struct Shards {
  @Test(arguments: [("1/1", 1, 1), ("2/4", 2, 4)])
  func shardsTakeEveryNthRow(text: String, number: Int, count: Int) throws {
    let shard = try #require(Shard(text))
    #expect((1...8).filter { shard.includes($0) } == Array(stride(from: number, through: 8, by: count)))
  }

  @Test(arguments: ["", "1", "0/2", "3/2", "1/0", "a/b", "1/2/3", "-1/2"])
  func otherShardsAreRefused(text: String) { #expect(Shard(text) == nil) }
}

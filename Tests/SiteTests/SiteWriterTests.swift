import Diagnostics
import Foundation
import Testing

@testable import Site

@Suite("Writing a site")
struct SiteWriterTests {
  private let folder: URL
  private let writer: SiteWriter

  init() throws {
    folder = try Fixtures.temporaryFolder().appending(path: "site")
    writer = SiteWriter(output: folder)
  }

  private func files(_ texts: [String: String]) -> [OutputFile] {
    texts.sorted { $0.key < $1.key }.map { OutputFile(path: $0.key, text: $0.value) }
  }

  private func names() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
  }

  private func changed(_ path: String) throws -> Date? {
    try FileManager.default.attributesOfItem(atPath: folder.appending(path: path).path)[.modificationDate] as? Date
  }

  private func put(_ text: String, at path: String) throws {
    let url = folder.appending(path: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  @Test("makes the folder, and lists what is in it")
  func fresh() throws {
    let report = try writer.write(files(["index.html": "a", "v/a/index.html": "b"]))
    #expect(report == WriteReport(written: 2, unchanged: 0, removed: 0))
    #expect(try names() == [".zhinan-files", "index.html", "v", "v/a", "v/a/index.html"])
    #expect(
      try String(contentsOf: folder.appending(path: ".zhinan-files"), encoding: .utf8) == "index.html\nv/a/index.html\n"
    )
  }

  @Test("leaves files alone that have not changed")
  func unchanged() throws {
    _ = try writer.write(files(["a.html": "a", "b.html": "b"]))
    let before = try (changed("a.html"), changed(".zhinan-files"))
    #expect(
      try writer.write(files(["a.html": "a", "b.html": "b"])) == WriteReport(written: 0, unchanged: 2, removed: 0))
    #expect(try changed(".zhinan-files") == before.1)
    #expect(
      try writer.write(files(["a.html": "a", "b.html": "c"])) == WriteReport(written: 1, unchanged: 1, removed: 0))
    #expect(try changed("a.html") == before.0)
  }

  @Test("removes what is no longer made, and nothing else")
  func removed() throws {
    _ = try writer.write(files(["a.html": "a", "v/b/index.html": "b", "v/c/index.html": "c"]))
    try put("mine", at: "v/b/notes.txt")
    #expect(try writer.write(files(["a.html": "a"])) == WriteReport(written: 0, unchanged: 1, removed: 2))
    #expect(try names() == [".zhinan-files", "a.html", "v", "v/b", "v/b/notes.txt"])
  }

  @Test("puts a folder where a file was, and a file where a folder was")
  func swapped() throws {
    _ = try writer.write(files(["a": "file", "b/c": "folder"]))
    _ = try writer.write(files(["a/index.html": "folder", "b": "file"]))
    #expect(try names() == [".zhinan-files", "a", "a/index.html", "b"])
  }

  @Test("takes a folder that holds a .gitignore alone, and keeps it")
  func gitignore() throws {
    try put("*\n", at: ".gitignore")
    _ = try writer.write(files(["a.html": "a"]))
    #expect(try names() == [".gitignore", ".zhinan-files", "a.html"])
  }

  @Test("refuses a folder that holds other things")
  func foreign() throws {
    try put("mine", at: "thesis.txt")
    #expect { try writer.write(files(["a.html": "a"])) } throws: { error in
      (error as? WriteFailure)?.diagnostic.id == "output.not-ours"
    }
    #expect(try names() == ["thesis.txt"])
  }

  @Test("refuses a file in the folder's place")
  func file() throws {
    try Data().write(to: folder)
    #expect { try writer.write([]) } throws: { ($0 as? WriteFailure)?.diagnostic.id == "output.unwritable" }
  }

  @Test("leaves the old site whole when the new one cannot be staged")
  func failing() throws {
    _ = try writer.write(files(["a.html": "old", "b.html": "old"]))
    try put("in the way", at: ".zhinan-staging")
    #expect { try writer.write(files(["a.html": "new"])) } throws: {
      ($0 as? WriteFailure)?.diagnostic.id == "output.unwritable"
    }
    #expect(try String(contentsOf: folder.appending(path: "a.html"), encoding: .utf8) == "old")
    #expect(try names() == [".zhinan-files", ".zhinan-staging", "a.html", "b.html"])
  }

  @Test("refuses a list that names files elsewhere", arguments: ["../victim", "../\u{301}/victim", "a/../../victim"])
  func forgedList(path: String) throws {
    _ = try writer.write(files(["a.html": "a"]))
    let victim = folder.deletingLastPathComponent().appending(path: "victim")
    try Data().write(to: victim)
    try put("\(path)\na.html\n", at: ".zhinan-files")
    #expect { try writer.write(files(["a.html": "b"])) } throws: {
      ($0 as? WriteFailure)?.diagnostic.id == "output.manifest"
    }
    #expect(FileManager.default.fileExists(atPath: victim.path))
  }

  /// In a folder that all may write to, anybody can name the files that are to go.
  @Test("believes no list or journal of another user", .enabled(if: geteuid() == 0), arguments: ["list", "journal"])
  func foreign(what: String) throws {
    try put("mine", at: "thesis.txt")
    let name = what == "list" ? ".zhinan-files" : ".zhinan-staging/journal"
    var status = stat()
    #expect(stat(folder.appending(path: "thesis.txt").path, &status) == 0)
    try put(what == "list" ? "thesis.txt\n" : "zhinan-journal 2\ngone 0 0 thesis.txt\n", at: name)
    #expect(chown(folder.appending(path: name).path, 65534, 65534) == 0)
    let error = #expect(throws: WriteFailure.self) { try writer.write(files(["a.html": "a"])) }
    #expect(error?.diagnostic.summary.contains("was made by another user") == true)
    #expect(try String(contentsOf: folder.appending(path: "thesis.txt"), encoding: .utf8) == "mine")
  }

  @Test("looks at all that is staged before any of it goes")
  func strangeStaging() throws {
    try put("ours", at: ".zhinan-staging/7")
    try put("theirs", at: ".zhinan-staging/notes.txt")
    #expect(throws: WriteFailure.self) { try writer.write(files(["a.html": "a"])) }
    #expect(try names() == [".zhinan-staging", ".zhinan-staging/7", ".zhinan-staging/notes.txt"])
  }

  @Test("cleans up what a run that was stopped has left")
  func leftovers() throws {
    try put("", at: ".zhinan-staging/0")
    _ = try writer.write(files(["a.html": "a"]))
    #expect(try names() == [".zhinan-files", "a.html"])
  }
}

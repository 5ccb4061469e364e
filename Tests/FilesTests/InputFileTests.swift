import Diagnostics
import Foundation
import Testing

@testable import Files

@Suite("Files that are read")
struct InputFileTests {
  @Test(
    "are regular ones, and what else stands there is told at once",
    arguments: [
      ("pipe", "reason.pipe"), ("folder", "reason.folder"), ("loop", "reason.links"), ("none", "reason.no-file"),
      ("file/x", "reason.path"), ("/dev/null", "reason.device"),
    ])
  func refused(name: String, reason: String) throws {
    let place = try TestFolder()
    place.makePipe("pipe")
    try place.makeFolder("folder")
    try place.link("loop", to: "loop")
    try place.put("text", at: "file")
    let path = name.hasPrefix("/") ? name : place(name)
    let failure = InputFailure(cause: .refused(Message(reason)))
    #expect(throws: failure) { try InputFile.read(path) }
    #expect(throws: failure) { try InputFile.map(path) }
    #expect(throws: failure) { try InputFile.beginning(of: path, count: 1) }
  }

  @Test("lie in their root, with all links followed")
  func roots() throws {
    let place = try TestFolder()
    try place.put("secret", at: "outside/s")
    try place.put("text", at: "root/a/f")
    try place.link("root/inner", to: "a/f")
    try place.link("root/outer", to: place("outside/s"))
    try place.link("root/folder", to: "../outside")
    try place.put("near", at: "root-2/f")
    try place.link("root/near", to: "../root-2/f")
    let root = place("root")
    #expect(try InputFile.read("\(root)/inner", within: root) == Array("text".utf8))
    let home = try #require(InputFile.realPath(place.path))
    for (name, target) in [("outer", "outside/s"), ("folder/s", "outside/s"), ("near", "root-2/f")] {
      #expect(throws: InputFailure(cause: .outside("\(home)/\(target)"))) {
        try InputFile.read("\(root)/\(name)", within: root)
      }
    }
    #expect(try InputFile.read("\(root)/outer") == Array("secret".utf8))
    // Two folders whose names are the same to Unicode.
    try place.put("secret", at: "e\u{301}/s")
    try place.makeFolder("\u{E9}")
    try place.link("\u{E9}/s", to: "../e\u{301}/s")
    #expect(throws: InputFailure.self) { try InputFile.read(place("\u{E9}/s"), within: place("\u{E9}")) }
    #expect(try InputFile.names(in: "\(root)/a", within: root) == ["f"])
    #expect(throws: InputFailure(cause: .outside("\(home)/outside"))) {
      try InputFile.names(in: "\(root)/folder", within: root)
    }
  }

  @Test("are not read at all when they are too large")
  func large() throws {
    let place = try TestFolder()
    try place.makeHole("hole", size: 20 << 30)
    try place.put("four", at: "f")
    #expect(throws: InputFailure(cause: .tooLarge(size: 20 << 30))) {
      try InputFile.read(place("hole"), limit: 1 << 20)
    }
    #expect(try InputFile.read(place("f"), limit: 4) == Array("four".utf8))
    #expect(throws: InputFailure(cause: .tooLarge(size: 4))) { try InputFile.read(place("f"), limit: 3) }
    let (bytes, size) = try InputFile.beginning(of: place("hole"), count: 10)
    #expect(bytes == Array(repeating: 0, count: 10) && size == 20 << 30)
  }

  @Test("are read whole when they grow meanwhile, and never beyond the limit")
  func growing() throws {
    let place = try TestFolder()
    try place.put("0123456789", at: "f")
    // The size that was told is that of a moment ago.
    for (expected, limit, count) in [(4, Int.max, 10), (4, 6, 6), (10, 4, 4), (20, Int.max, 10), (0, 10, 10)] {
      let file = try OpenFile(place("f"), O_RDONLY)
      #expect(try file.bytes(expected: expected, limit: limit) == Array("0123456789".utf8.prefix(count)))
    }
    // Files of /proc say that they are empty.
    #expect(try InputFile.read("/proc/self/cmdline").count > 1)
    #expect(throws: InputFailure(cause: .tooLarge(size: 2))) { try InputFile.read("/proc/self/cmdline", limit: 1) }
  }

  @Test("may be pipes for who waits")
  func pipes() throws {
    let place = try TestFolder()
    place.makePipe("pipe")
    let path = place("pipe")
    Thread.detachNewThread {
      let file = open(path, O_WRONLY)
      write(file, "secret", 6)
      close(file)
    }
    let (bytes, size) = try InputFile.beginning(of: path, count: 3, waits: true)
    #expect(bytes == Array("sec".utf8) && size == 3)
    #expect(throws: InputFailure(cause: .refused(Message("reason.folder")))) {
      try InputFile.beginning(of: place.path, count: 3, waits: true)
    }
  }

  @Test("are handed over open, and no link is")
  func opened() throws {
    let place = try TestFolder()
    try place.put("text", at: "f")
    try place.link("link", to: "f")
    place.makePipe("pipe")
    let (descriptor, size) = try InputFile.opened(place("f"))
    #expect(size == 4 && fcntl(descriptor, F_GETFD) == FD_CLOEXEC)
    #expect(close(descriptor) == 0)
    for (name, reason) in [("link", "link"), ("pipe", "pipe"), ("none", "no-file")] {
      #expect(throws: InputFailure(cause: .refused(Message("reason.\(reason)")))) { try InputFile.opened(place(name)) }
    }
  }

  @Test("may be mapped")
  func mapped() throws {
    let place = try TestFolder()
    try place.put("text", at: "f")
    try place.put("", at: "empty")
    try place.makeHole("hole", size: 20 << 30)
    let file = try InputFile.map(place("f"))
    try place.real.remove("f")
    #expect(Array(file.bytes) == Array("text".utf8))
    #expect(try InputFile.map(place("empty")).bytes.isEmpty)
    let hole = try InputFile.map(place("hole"))
    #expect(hole.bytes.count == 20 << 30 && hole.bytes.last == 0)
  }
}

@Suite("Reasons of the system")
struct SystemReasonTests {
  @Test(
    "say what to look for",
    arguments: [
      (ENOENT, "no such file"), (EACCES, "permission denied"), (EISDIR, "is a folder"), (ENOSPC, "no space left"),
      (ELOOP, "too many links"), (EMFILE, "too many open files"), (EROFS, "the disk can only be read"),
      (EXDEV, "lies on another disk"), (EDQUOT, "no space left in the quota"),
    ])
  func texts(number: Int32, text: String) { #expect(SystemReason.message(number).description == text) }
}

import Diagnostics
import Foundation
import Testing

@testable import Files

@Suite("Files that are whole or not there")
struct AtomicFileTests {
  @Test("get their name when they are whole, and replace the file that has it")
  func whole() throws {
    let place = try TestFolder()
    try place.put("old", at: "f")
    var file = try AtomicFile(place("f"))
    try file.write(Array("ne".utf8)[...])
    #expect(try place.contents["f"] == "old")
    try file.write(Array("w".utf8)[...])
    try file.commit(synchronised: true)
    #expect(try place.contents == ["f": "new"])
    #expect(try place.mode("f") == 0o600)
  }

  @Test("leave nothing behind when they end early")
  func dropped() throws {
    let place = try TestFolder()
    try place.put("old", at: "f")
    do {
      let file = try AtomicFile(place("f"))
      try file.write([1])
    }
    #expect(try place.contents == ["f": "old"])
  }

  @Test("work in both ways, with a name in between and without one", arguments: [false, true])
  func ways(unnamed: Bool) throws {
    let place = try TestFolder()
    let folder = try place.real
    for text in ["one", "two"] {
      var file = try UncommittedFile(in: folder, unnamed: unnamed)
      #expect(try folder.names(startingWith: UncommittedFile.prefix).count == (unnamed ? 0 : 1))
      try file.write(Array(text.utf8)[...])
      try file.commit(as: "f")
      #expect(try place.contents == ["f": text])
      #expect(try place.mode("f") == 0o600)
    }
    do { _ = try UncommittedFile(in: folder, unnamed: unnamed) }
    #expect(try place.contents == ["f": "two"])
  }

  @Test("that cannot get their name leave nothing behind", arguments: [false, true])
  func uncommitted(unnamed: Bool) throws {
    let place = try TestFolder()
    try place.put("mine", at: "f/g")
    do {
      var file = try UncommittedFile(in: place.real, unnamed: unnamed)
      try file.write([1])
      var failure: OutputFailure?
      do { try file.commit(as: "f") } catch { failure = error }
      #expect(failure?.path == "f" && failure?.reason.description == "is a folder")
    }
    #expect(try place.contents == ["f": "/", "f/g": "mine"])
  }

  @Test("take no link's place", arguments: ["victim", "nothing"])
  func link(target: String) throws {
    let place = try TestFolder()
    try place.put("theirs", at: "victim")
    try place.link("f", to: target)
    #expect { _ = try AtomicFile(place("f")) } throws: { ($0 as? OutputFailure)?.reason.description == "is a link" }
    #expect(try place.real.status(of: "f").kind == .link)
    #expect(try place.real.names().sorted() == ["f", "victim"])
  }

  @Test("can leave alone what has their name", arguments: [false, true])
  func taken(unnamed: Bool) throws {
    let place = try TestFolder()
    try place.put("theirs", at: "f")
    do {
      var file = try UncommittedFile(in: place.real, unnamed: unnamed)
      try file.write([1])
      var failure: OutputFailure?
      do { try file.commit(as: "f", replaces: false) } catch { failure = error }
      #expect(failure?.reason.description == "something has the name already")
    }
    #expect(try place.contents == ["f": "theirs"])
  }

  @Test("are refused where no file can be", arguments: ["folder", "pipe"])
  func refused(name: String) throws {
    let place = try TestFolder()
    try place.makeFolder("folder")
    place.makePipe("pipe")
    #expect(Self.begin(place(name)) == OutputFailure(path: place(name), reason: Message("reason.\(name)")))
    #expect(Self.begin(place("none/f"))?.reason.description == "no such file")
    #expect(Self.begin(place("pipe/f"))?.reason.description == "a part of the path is no folder")
  }

  private static func begin(_ path: String) -> OutputFailure? {
    do {
      _ = try AtomicFile(path)
      return nil
    } catch {
      return error
    }
  }
}

@Suite("Private folders")
struct PrivateFolderTests {
  @Test("are their owner's alone, and no two have one name")
  func made() throws {
    let place = try TestFolder()
    let folders = try (0..<2).map { _ in try PrivateFolder(name: "p", in: place.path + "/") }
    #expect(folders[0].path != folders[1].path)
    for folder in folders {
      #expect(folder.path.hasPrefix(place("p-")))
      #expect(try place.mode(String(folder.path.dropFirst(place.path.count + 1))) == 0o700)
    }
    let error = #expect(throws: OutputFailure.self) { try PrivateFolder(name: "p", in: place("none")) }
    #expect(error?.path == place("none") && error?.reason.description == "no such file")
  }

  @Test("go with all that is in them, and with nothing that links in them lead to")
  func removed() throws {
    let place = try TestFolder()
    try place.put("theirs", at: "victim/a/b")
    let folder = try PrivateFolder(name: "p", in: place.path)
    let name = String(folder.path.dropFirst(place.path.count + 1))
    try place.put("mine", at: "\(name)/x/y/z")
    try place.link("\(name)/x/link", to: place("victim"))
    try place.link("\(name)/loop", to: "loop")
    place.makePipe("\(name)/x/pipe")
    try folder.remove()
    #expect(try place.contents == ["victim": "/", "victim/a": "/", "victim/a/b": "theirs"])
  }

  @Test("that somebody exchanged for a link are told, and left alone")
  func exchanged() throws {
    let place = try TestFolder()
    try place.put("theirs", at: "victim/a")
    let folder = try PrivateFolder(name: "p", in: place.path)
    try FileManager.default.removeItem(atPath: folder.path)
    let gone = #expect(throws: OutputFailure.self) { try folder.remove() }
    #expect(gone?.path == folder.path && gone?.reason.description == "no such file")
    try FileManager.default.createSymbolicLink(atPath: folder.path, withDestinationPath: place("victim"))
    let error = #expect(throws: OutputFailure.self) { try folder.remove() }
    #expect(error?.path == folder.path && error?.reason.description == "is a link, where a folder should be")
    #expect(try place.contents["victim/a"] == "theirs")
    #expect(PrivateFolder.leftOver(try #require(error)).place?.file == folder.path)
  }
}

import Diagnostics
import Testing

@testable import Files

@Suite("Real folders")
struct RealFolderTests {
  /// What reaches for a path below a folder.
  enum Reach: String, CaseIterable, CustomTestStringConvertible {
    case read, holds, create, makeFolder, remove, removeIfThere, removeIfEmpty, renameFrom, renameTo, keepFrom, keepTo
    case status, folder

    var testDescription: String { rawValue }

    func callAsFunction(_ path: String, in folder: RealFolder) throws {
      switch self {
      case .read: _ = try folder.read(path, limit: 100)
      case .holds: _ = try folder.holds([1], in: path)
      case .create: try folder.create(path + "-new", [1])
      case .makeFolder: try folder.makeFolder(path + "-new")
      case .remove: try folder.remove(path)
      case .removeIfThere: try folder.removeIfThere(path)
      case .removeIfEmpty: try folder.removeIfEmpty(path)
      case .renameFrom: try folder.rename(path, to: "new")
      case .renameTo: try folder.rename("own", to: path)
      case .keepFrom: try folder.keep(path, as: "new")
      case .keepTo: try folder.keep("own", as: path)
      case .status: _ = try folder.status(of: path)
      case .folder: _ = try folder.folder(path)
      }
    }
  }

  @Test("are reached through no link, at any depth", arguments: Reach.allCases, ["a", "a/b", "a/b/c", "a/\u{301}b"])
  func links(reach: Reach, link: String) throws {
    let place = try TestFolder()
    let victim = try TestFolder()
    for depth in ["", "b/", "b/c/"] { try victim.put("theirs", at: depth + "file") }
    try victim.makeFolder("b/c/empty")
    try place.put("mine", at: "own")
    if let above = PlainPath.foldersAbove(link).last { try place.makeFolder(above) }
    try place.link(link, to: victim.path)
    let before = try (place.contents, victim.contents)
    for name in ["file", "empty"] {
      let error = #expect(throws: OutputFailure.self) { try reach("\(link)/\(name)", in: place.real) }
      #expect(error?.path == link && error?.reason.description == "is a link, where a folder should be")
    }
    #expect(try (place.contents, victim.contents) == before)
  }

  @Test("tell what stands in a folder's place", arguments: [("pipe", "is a pipe"), ("file", "is a file")])
  func strange(name: String, reason: String) throws {
    let place = try TestFolder()
    try place.makeFolder("a")
    try place.put("mine", at: "a/file")
    place.makePipe("a/pipe")
    let error = #expect(throws: OutputFailure.self) { try place.real.create("a/\(name)/b/c", [1]) }
    #expect(error?.path == "a/\(name)" && error?.reason.description == "\(reason), where a folder should be")
    let missing = #expect(throws: OutputFailure.self) { try place.real.create("a/none/c", [1]) }
    #expect(missing?.path == "a/none" && missing?.reason.description == "no such file")
  }

  @Test("take a link in a file's place for a link")
  func linkAsFile() throws {
    let place = try TestFolder()
    try place.put("theirs", at: "victim")
    try place.link("link", to: "victim")
    let folder = try place.real
    #expect(try folder.status(of: "link").kind == .link)
    for reach in [Reach.read, .holds] {
      #expect(throws: OutputFailure(path: "link", reason: Message("reason.link"))) { try reach("link", in: folder) }
    }
    #expect { try folder.create("link", [1]) } throws: {
      ($0 as? OutputFailure)?.reason.description == "something has the name already"
    }
    try folder.remove("link")
    #expect(try place.contents == ["victim": "theirs"])
  }

  @Test("read regular files only, and none that is too large")
  func reading() throws {
    let place = try TestFolder()
    try place.put("four", at: "f")
    place.makePipe("pipe")
    try place.makeHole("hole", size: 20 << 30)
    let folder = try place.real
    #expect(try folder.read("f", limit: 4) == Array("four".utf8))
    #expect(throws: OutputFailure(path: "f", reason: Message("reason.far-too-large", ["size": .number(4)]))) {
      try folder.read("f", limit: 3)
    }
    #expect(throws: OutputFailure(path: "pipe", reason: Message("reason.pipe"))) { try folder.read("pipe", limit: 9) }
    #expect(throws: OutputFailure.self) { try folder.read("hole", limit: 1 << 20) }
    #expect(try folder.holds(Array("four".utf8), in: "f"))
    #expect(try !folder.holds(Array("fore".utf8), in: "f"))
    #expect(try !folder.holds([1], in: "hole"))
  }

  @Test("are made with those above them, and with their permissions")
  func making() throws {
    let place = try TestFolder()
    _ = try RealFolder(place("a/b/c"), makes: true, mode: 0o700)
    #expect(try place.mode("a") == 0o700 && place.mode("a/b/c") == 0o700)
    let none = #expect(throws: OutputFailure.self) { try RealFolder(place("none"), makes: false) }
    #expect(none?.path == place("none") && none?.reason.description == "no such file")
    try place.put("mine", at: "file")
    let file = #expect(throws: OutputFailure.self) { try RealFolder(place("file"), makes: true) }
    #expect(file?.reason.description == "is a file")
    let below = #expect(throws: OutputFailure.self) { try RealFolder(place("file/x"), makes: true) }
    #expect(below?.reason.description == "a part of the path is no folder")
  }

  @Test("list their names, hidden ones too, or those that begin alike")
  func names() throws {
    let place = try TestFolder()
    for name in ["a", ".b", ".c", "..d"] { try place.put("", at: name) }
    #expect(try place.real.names().sorted() == ["..d", ".b", ".c", "a"])
    #expect(try place.real.names(startingWith: ".").sorted() == ["..d", ".b", ".c"])
    #expect(try place.real.names(startingWith: "..").sorted() == ["..d"])
  }

  @Test("remove empty folders only, up to the first that is not")
  func emptyFolders() throws {
    let place = try TestFolder()
    try place.put("mine", at: "a/file")
    try place.makeFolder("a/b/c")
    try place.real.removeEmptyFolders(above: "a/b/c/gone")
    #expect(try place.contents == ["a": "/", "a/file": "mine"])
    try place.real.removeIfEmpty("none/there")
  }

  @Test("whoever removes what may have gone is told of nothing else")
  func removing() throws {
    let place = try TestFolder()
    try place.makeFolder("folder")
    try place.real.removeIfThere("none")
    let error = #expect(throws: OutputFailure.self) { try place.real.removeIfThere("folder") }
    #expect(error?.path == "folder" && error?.reason.description == "is a folder")
    let none = #expect(throws: OutputFailure.self) { try place.real.remove("none") }
    #expect(none?.reason.description == "no such file")
  }
}

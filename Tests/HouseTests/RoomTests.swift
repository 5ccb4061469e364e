import Foundation
import Testing

/// The project's folder.
private let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

@Suite struct BrowserRooms {
  /// Rooms that `Bridge` uses, and those that they use, by the lines of Package.swift.
  private func rooms() throws -> [String: String] {
    let package = try String(contentsOf: project.appending(path: "Package.swift"), encoding: .utf8)
    var rooms: [String: (path: String, uses: [String])] = [:]
    for match in package.matches(of: /\.room\(\s*"(\w+)", in: "(\w+)"(?:,\s*uses: \[([^\]]*)\])?/) {
      let uses = (match.3 ?? "").matches(of: /"(\w+)"/).map { String($0.1) }
      rooms[String(match.1)] = ("Sources/\(match.2)/\(match.1)", uses)
    }
    var found: [String: String] = [:]
    var waiting = ["Bridge"]
    while let name = waiting.popLast() {
      if found[name] != nil { continue }
      let room = try #require(rooms[name], "\(name) is a room")
      found[name] = room.path
      waiting += room.uses
    }
    return found
  }

  @Test func importNothingButOneAnother() throws {
    let rooms = try rooms()
    #expect(rooms.count > 9)
    for path in rooms.values.sorted() {
      let files = try FileManager.default.subpathsOfDirectory(atPath: project.appending(path: path).path)
        .filter { $0.hasSuffix(".swift") }
      #expect(!files.isEmpty, "\(path)")
      for file in files {
        let text = try String(contentsOf: project.appending(path: path).appending(path: file), encoding: .utf8)
        for match in text.matches(of: /(?m)^\s*(?:package |internal |public )?import (\w+)/) {
          #expect(rooms[String(match.1)] != nil, "\(path)/\(file) imports \(match.1)")
        }
      }
    }
  }
}

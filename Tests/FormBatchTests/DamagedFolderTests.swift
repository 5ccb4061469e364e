import Diagnostics
import FormFilling
import Foundation
import Testing

@testable import FormBatch

/// What stands in an output folder, and what a shrunken or damaged one does.
@Suite struct DamagedFolders {
  private let path = FileManager.default.temporaryDirectory.appending(path: "zhinan-\(UUID().uuidString)").path

  private func open(named: Bool = false) throws -> OutputFolder {
    var problems: [Diagnostic] = []
    return try #require(
      OutputFolder.open(
        path, owner: BatchOwner(form: "a", records: #filePath), avoidsUnnamedFiles: named, diagnostics: &problems))
  }

  private let digest = Array(repeating: UInt8(8), count: 32)

  @Test(arguments: [false, true])
  func onlyTheOwnerReadsTheFolderTheTableAndThePDFs(named: Bool) throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let before = umask(0)
    defer { umask(before) }
    let file = try open(named: named).write([7], digest: digest, as: RecordName(row: 1, hash: [1, 2, 3, 4, 5, 6]))
    for (name, mode) in [("", 0o700), ("/.zhinan-batch", 0o600), ("/\(file.name)", 0o600)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: path + name)
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == mode, "\(name)")
    }
  }

  @Test func whatIsLeftOverIsCountedForItsShard() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = try open()
    for row in 1...7 {
      _ = try folder.write([7], digest: digest, as: RecordName(row: row, hash: [1, 2, 3, 4, 5, UInt8(row)]))
    }
    #expect(try folder.leftOver(after: 2, in: .whole) == 5)
    #expect(try folder.leftOver(after: 2, in: try #require(Shard("1/3"))) == 2)
    #expect(try folder.leftOver(after: 2, in: try #require(Shard("2/3"))) == 1)
    #expect(try folder.leftOver(after: 7, in: .whole) == 0)
  }

  /// Whichever of its bytes is damaged, a row counts as not done and is filled again.
  @Test func aDamagedEntryIsNotBelieved() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let name = RecordName(row: 1, hash: [1, 2, 3, 4, 5, 6])
    _ = try open().write([7], digest: digest, as: name)
    let table = URL(fileURLWithPath: "\(path)/.zhinan-batch")
    let whole = try Data(contentsOf: table)
    #expect(whole.count == 96)
    for place in 48..<96 {
      var damaged = whole
      damaged[place] ^= 0x40
      try damaged.write(to: table)
      #expect(try open().done(name) == nil, "byte \(place)")
    }
    try whole.write(to: table)
    #expect(try open().done(name) != nil)
  }
}

package import Diagnostics
internal import Files
internal import FormModel
internal import Foundation

/// The folder that a batch fills, with what was filled there before.
package final class OutputFolder: Sendable {
  package let path: String
  private let folder: Int32
  private let tableFile: Int32
  private let table: DoneTable
  private let usesUnnamedFiles: Bool

  /// Opens the folder, which is made when it is not there (mode 0700).
  ///
  /// - Parameters:
  ///   - owner: says whose batch it is; the folder of another one is refused, and every folder that was filled before
  ///     when nothing tells the records from others.
  ///   - resumes: takes over a folder of other records of the same form.
  package static func open(
    _ path: String, owner: BatchOwner, resumes: Bool = false, avoidsUnnamedFiles: Bool = false,
    diagnostics: inout [Diagnostic]
  ) -> OutputFolder? {
    do {
      let folder = try OutputFolder(path, avoidsUnnamedFiles: avoidsUnnamedFiles)
      if try folder.table.admits(owner, resumes: resumes) { return folder }
      diagnostics.append(
        .error(
          "output.other-batch", at: SourcePlace(path),
          owner.records == nil
            ? "The folder was filled before, and nothing shows that it was from the same records."
            : "The folder holds the PDFs of another form or another file of records.",
          hint: "Name a new folder, or go on in this one with --resume: rows of different records replace one another.")
      )
    } catch {
      diagnostics.append(error.diagnostic)
    }
    return nil
  }

  private init(_ path: String, avoidsUnnamedFiles: Bool) throws(OutputFailure) {
    self.path = path
    guard Self.make(path) else { throw OutputFailure(path: path, number: errno) }
    folder = Foundation.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw OutputFailure(path: path, number: errno) }
    tableFile = openat(folder, DoneTable.name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard tableFile >= 0 else {
      let number = errno
      close(folder)
      throw OutputFailure(path: "\(path)/\(DoneTable.name)", number: number)
    }
    table = DoneTable(tableFile)
    usesUnnamedFiles = !avoidsUnnamedFiles && UncommittedFile.canBeUnnamed(in: folder)
    UncommittedFile.sweep(folder, path: path)
  }

  /// Makes a folder and those above it.
  private static func make(_ path: String) -> Bool {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return true }
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard errno == ENOENT, parent != path, make(parent) else { return false }
    return mkdir(path, 0o700) == 0 || errno == EEXIST
  }

  deinit {
    close(tableFile)
    close(folder)
  }

  /// The file of this name when it was filled before and has its full size.
  func done(_ name: RecordName) -> BatchRow.File? {
    guard let entry = table.entry(name.row), entry.hash == name.hash else { return nil }
    var status = stat()
    guard fstatat(folder, name.file, &status, AT_SYMLINK_NOFOLLOW) == 0, Int(status.st_size) == entry.size else {
      return nil
    }
    return BatchRow.File(name: name.file, digest: entry.digest)
  }

  /// Writes a row's PDF whole; one that the row had under another name goes.
  func write(_ pdf: [UInt8], digest: [UInt8], as name: RecordName) throws(OutputFailure) -> BatchRow.File {
    do {
      var file = try UncommittedFile(in: folder, unnamed: usesUnnamedFiles)
      try file.write(pdf[...])
      if let old = table.entry(name.row), old.hash != name.hash {
        unlinkat(folder, RecordName(row: name.row, hash: old.hash).file, 0)
      }
      try table.set(name.row, DoneTable.Entry(hash: name.hash, size: pdf.count, digest: digest))
      try file.commit(as: name.file)
    } catch {
      throw error.at("\(path)/\(name.file)")
    }
    return BatchRow.File(name: name.file, digest: digest)
  }

  /// Removes the PDF that a row had before, because the row now has none.
  func remove(_ row: Int) throws(OutputFailure) {
    guard let old = table.entry(row) else { return }
    unlinkat(folder, RecordName(row: row, hash: old.hash).file, 0)
    do {
      try table.set(row, nil)
    } catch {
      throw OutputFailure(path: "\(path)/\(error.path)", number: error.number)
    }
  }

  /// How many PDFs of rows after the last one are there, from a time when the file of records was longer.
  func leftOver(after row: Int, in shard: Shard) -> Int {
    let last = table.lastRow
    guard row < last else { return 0 }
    return ((row + 1)...last).count { shard.includes($0) && table.entry($0) != nil }
  }
}

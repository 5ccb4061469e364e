package import Diagnostics
internal import Files
internal import FormFilling

/// The folder that a batch fills, with what was filled there before.
package final class OutputFolder: Sendable {
  /// The folder's path as messages show it.
  package let path: String
  private let folder: RealFolder
  private let table: DoneTable
  private let names: NameTable?
  private let usesUnnamedFiles: Bool

  /// Opens the folder, which is made when it is not there (mode 0700).
  ///
  /// - Parameters:
  ///   - owner: says whose batch it is; the folder of another one is refused, and every folder that was filled before
  ///     when nothing tells the records from others.
  ///   - resumes: takes over a folder of other records of the same form.
  ///   - hasLabels: whether names of PDFs hold an answer.
  package static func open(
    _ path: String, owner: BatchOwner, resumes: Bool = false, hasLabels: Bool = false,
    avoidsUnnamedFiles: Bool = false, diagnostics: inout [Diagnostic]
  ) -> OutputFolder? {
    do {
      let folder = try OutputFolder(path, hasLabels: hasLabels, avoidsUnnamedFiles: avoidsUnnamedFiles)
      if try folder.table.admits(owner, resumes: resumes) { return folder }
      diagnostics.append(
        .error(
          owner.records == nil ? "output.other-batch/unknown" : "output.other-batch", at: SourcePlace(path))
      )
    } catch {
      diagnostics.append(error.diagnostic)
    }
    return nil
  }

  private init(_ path: String, hasLabels: Bool, avoidsUnnamedFiles: Bool) throws(OutputFailure) {
    self.path = path
    folder = try RealFolder(path, makes: true, mode: 0o700)
    table = try DoneTable(in: folder)
    names = try NameTable.open(in: folder, isNeeded: hasLabels)
    usesUnnamedFiles = !avoidsUnnamedFiles && UncommittedFile.canBeUnnamed(in: folder)
    UncommittedFile.sweep(folder)
  }

  /// The file of this name when it was filled before and has its full size.
  func done(_ name: RecordName) throws(OutputFailure) -> BatchRow.File? {
    guard let entry = table.entry(name.row), entry.hash == name.hash else { return nil }
    let status = try rethrowing(name) { () throws(OutputFailure) in try folder.status(of: name.path) }
    guard status.kind == .file, status.size == entry.size else { return nil }
    return BatchRow.File(name: name.path, digest: entry.digest)
  }

  /// Writes a row's PDF whole; one that the row had under another name goes. A file of the name that the table does not
  /// know is somebody's own: it stays, and is an error.
  func write(_ pdf: [UInt8], digest: [UInt8], as name: RecordName) throws(OutputFailure) -> BatchRow.File {
    try rethrowing(name) { () throws(OutputFailure) in
      var file = try UncommittedFile(in: folder, unnamed: usesUnnamedFiles)
      try file.write(pdf[...])
      let old = table.entry(name.row)
      let isKnown = old?.hash == name.hash
      if !isKnown, try folder.status(of: name.path).kind != .nothing {
        throw OutputFailure(path: name.path, reason: Message("reason.not-of-batch"))
      }
      if let old, !isKnown { try folder.removeIfThere(oldName(name.row, old.hash).path) }
      try setLabel(name)
      try table.set(name.row, DoneTable.Entry(hash: name.hash, size: pdf.count, digest: digest))
      try file.commit(as: name.path, replaces: isKnown)
    }
    return BatchRow.File(name: name.path, digest: digest)
  }

  /// Removes the PDF that a row had before, because the row now has none.
  func remove(_ row: Int) throws(OutputFailure) {
    guard let old = table.entry(row) else { return }
    let name = oldName(row, old.hash)
    try rethrowing(name) { () throws(OutputFailure) in
      try folder.removeIfThere(name.path)
      try table.set(row, nil)
    }
  }

  /// The name that a row's PDF has.
  private func oldName(_ row: Int, _ hash: [UInt8]) -> RecordName {
    switch names {
    case .some(let names): RecordName(row: row, hash: hash, label: names.label(row))
    case .none: RecordName(row: row, hash: hash)
    }
  }

  private func setLabel(_ name: RecordName) throws(OutputFailure) {
    switch names {
    case .some(let names): try names.set(name.row, name.label)
    case .none: break
    }
  }

  /// The result, or the failure as one of the row's file.
  private func rethrowing<Result>(
    _ name: RecordName, _ body: () throws(OutputFailure) -> Result
  ) throws(OutputFailure) -> Result {
    do {
      return try body()
    } catch {
      throw error.at("\(path)/\(name.path)")
    }
  }

  /// How many PDFs of rows after the last one are there, from a time when the file of records was longer.
  func leftOver(after row: Int, in shard: Shard) throws(OutputFailure) -> Int {
    let last = try table.lastRow
    var (count, next) = (0, row + 1)
    while next <= last, let written = table.nextWritten(from: next), written <= last {
      if shard.includes(written), table.entry(written) != nil { count += 1 }
      next = written + 1
    }
    return count
  }
}

extension RecordName {
  /// The file's name.
  var path: String { String(decoding: file, as: UTF8.self) }
}

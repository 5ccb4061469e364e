/// Many files of a folder changed together: all of them, or none.
///
/// 1. What will be written is staged in `.zhinan-staging` as `new-<i>`; each file that will be replaced or removed gets a
///    second name there, `old-<i>`.
/// 2. The steps are written to `journal`, which is brought to the disk and gets its name by one rename. From here on the change can be undone by
///    whoever finds the journal.
/// 3. The steps are done one by one, each by one call that leaves every file whole: rename, unlink, mkdir.
/// 4. The journal is removed: that is the moment at which the change has happened. The second names go afterwards.
///
/// Whatever stops it before 4 is undone, last step first: at once after an error, by the next process after a kill.
/// Undoing puts an old file back only where the path holds the file that the step put there, or nothing, so that it
/// touches nothing that others made since; it may itself be stopped and done again.
package struct FolderChange {
  /// One step.
  package enum Step: Sendable, Equatable {
    /// A folder that is not there is made.
    case folder(String)
    /// A file gets these bytes; it may be there already when `replaces`.
    case file(String, [UInt8], replaces: Bool)
    /// A file goes, and the folders above it that are empty then.
    case removal(String)
  }

  /// Name of the folder that changes are staged in.
  package static let staging = ".zhinan-staging"
  private let folder: RealFolder

  /// A change of an open folder that the caller has locked.
  package init(_ folder: RealFolder) { self.folder = folder }

  /// Undoes a change that was stopped, and removes what it had staged. A staging folder that we cannot have made is an
  /// error.
  package func recover() throws(OutputFailure) {
    switch try folder.status(of: Self.staging).kind {
    case .nothing: return
    case .folder: break
    case let kind: throw OutputFailure(path: Self.staging, reason: "\(kind.reason), where a folder should be")
    }
    if try folder.status(of: FolderJournal.path).kind != .nothing {
      try undo(FolderJournal.read(in: folder))
    }
    try clean()
  }

  /// Does all steps, in order, or none of them.
  package func perform(_ steps: [Step]) throws(OutputFailure) {
    let journal: FolderJournal
    do throws(OutputFailure) {
      try folder.makeFolder(Self.staging)
      journal = try stage(steps)
      try journal.write(in: folder)
    } catch {
      try? recover()
      throw error
    }
    do throws(OutputFailure) {
      for (number, step) in steps.enumerated() { try perform(step, number) }
      try folder.remove(FolderJournal.path)
    } catch {
      do {
        try undo(journal)
        try clean()
      } catch let second {
        throw OutputFailure(
          path: error.path, reason: "\(error.reason); the next build undoes what was changed (\(second.reason))")
      }
      throw error
    }
    // The change has happened; what is left here is removed by the next one.
    try? clean()
  }

  private func stage(_ steps: [Step]) throws(OutputFailure) -> FolderJournal {
    var entries: [FolderJournal.Entry] = []
    for (number, step) in steps.enumerated() {
      switch step {
      case .folder(let path): entries.append(.folder(path))
      case .removal(let path):
        try folder.keep(path, as: Self.old(number))
        entries.append(.removed(path, number))
      case .file(let path, let bytes, let replaces):
        if replaces { try folder.keep(path, as: Self.old(number)) }
        do {
          entries.append(.placed(path, number, try folder.create(Self.new(number), bytes), replaces: replaces))
        } catch {
          throw error.at(path)
        }
      }
    }
    return FolderJournal(entries: entries)
  }

  private func perform(_ step: Step, _ number: Int) throws(OutputFailure) {
    switch step {
    case .folder(let path): try folder.makeFolder(path)
    case .file(let path, _, let replaces):
      // What nobody had seen a moment ago is not replaced either.
      if !replaces, try folder.status(of: path).kind != .nothing {
        throw OutputFailure(path: path, reason: "something has the name since a moment ago")
      }
      try folder.rename(Self.new(number), to: path)
    case .removal(let path):
      try folder.remove(path)
      try folder.removeEmptyFolders(above: path)
    }
  }

  private func undo(_ journal: FolderJournal) throws(OutputFailure) {
    for entry in journal.entries.reversed() {
      switch entry {
      case .folder(let path): try folder.removeIfEmpty(path)
      case .placed(let path, let number, let file, let replaces):
        let found = try folder.status(of: path)
        if replaces {
          if found.kind == .nothing || found.number == file { try putBack(path, number) }
        } else if found.kind == .file, found.number == file {
          try folder.remove(path)
        }
      case .removed(let path, let number):
        if try folder.status(of: path).kind == .nothing { try putBack(path, number) }
      }
    }
    try folder.remove(FolderJournal.path)
  }

  private func putBack(_ path: String, _ number: Int) throws(OutputFailure) {
    guard try folder.status(of: Self.old(number)).kind == .file else { return }
    try folder.makeFolders(above: path)
    try folder.rename(Self.old(number), to: path)
  }

  /// Removes the staging folder with those files in it that have names of ours.
  private func clean() throws(OutputFailure) {
    let staging = try folder.folder(Self.staging)
    for name in try staging.names() {
      let path = "\(Self.staging)/\(name)"
      guard Self.isOurs(name), try folder.status(of: path).kind == .file else {
        throw OutputFailure(path: path, reason: "is nothing that zhinan made")
      }
      try folder.remove(path)
    }
    try folder.removeIfEmpty(Self.staging)
  }

  private static func isOurs(_ name: String) -> Bool {
    if ["journal", "journal.part"].contains(name) { return true }
    let digits = ["new-", "old-", "list-", ""].first { name.hasPrefix($0) }.map { name.dropFirst($0.count) } ?? ""
    return !digits.isEmpty && digits.utf8.allSatisfy { (48...57).contains($0) }
  }

  private static func old(_ number: Int) -> String { "\(staging)/old-\(number)" }
  private static func new(_ number: Int) -> String { "\(staging)/new-\(number)" }
}

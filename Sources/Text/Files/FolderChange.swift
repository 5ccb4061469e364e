internal import Diagnostics

/// Many files of a folder changed together: all of them, or none.
///
/// 1. What will be written is staged in `.zhinan-staging` as `new-<i>`; each file that will be replaced or removed gets a
///    second name there, `old-<i>`.
/// 2. The steps are written to `journal`, which gets its name by one rename. From here on the change can be undone by
///    whoever finds the journal.
/// 3. The steps are done one by one, each by one call that leaves every file whole: rename, unlink, mkdir.
/// 4. The journal is removed: that is the moment at which the change has happened. The second names go afterwards.
///
/// Whatever stops it before 4 is undone, last step first: at once after an error, by the next process after a kill.
/// Undoing puts an old file back only where the path holds the file that the step put there, or nothing, so that it
/// touches nothing that others made since; it may itself be stopped and done again.
///
/// A change that lasts outlives a power cut as well: all that was staged is on the disk before the journal is, the
/// journal before the first step, the steps before the journal goes, and its going before the second names go. That is
/// as true as the disk's word that it has written what it was given.
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
  let folder: RealFolder
  private let lasts: Bool

  /// A change of an open folder that the caller has locked.
  ///
  /// - Parameter lasts: whether it waits for the disk, so that a power cut leaves all or nothing too; what is there for a
  ///   while only need not.
  package init(_ folder: RealFolder, lasts: Bool = true) {
    self.folder = folder
    self.lasts = lasts
  }

  /// Undoes a change that was stopped, and removes what it had staged. A staging folder that we cannot have made is an
  /// error.
  package func recover() throws(OutputFailure) {
    let staging = try folder.status(of: Self.staging)
    switch staging.kind {
    case .nothing: return
    case .folder: try folder.refuseForeign(staging, Self.staging)
    case let kind:
      throw OutputFailure(path: Self.staging, reason: Message("reason.for-folder", ["reason": .message(kind.reason)]))
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
      journal = try prepare(steps)
    } catch {
      do {
        try recover()
      } catch let second {
        throw OutputFailure(
          path: error.path,
          reason: Message(
            "reason.still-staged", ["reason": .message(error.reason), "second": .message(second.reason)]),
          number: error.number)
      }
      throw error
    }
    do throws(OutputFailure) {
      for (number, step) in steps.enumerated() { try perform(step, number) }
      try synchroniseAll()
      try folder.remove(FolderJournal.path)
    } catch {
      do {
        try undo(journal)
        try clean()
      } catch let second {
        throw OutputFailure(
          path: error.path,
          reason: Message(
            "reason.undone-later", ["reason": .message(error.reason), "second": .message(second.reason)]),
          number: error.number)
      }
      throw error
    }
    // The change has happened. Where its last step may not be on the disk, the second names stay for whoever finds the
    // journal after a power cut; what is left here is removed by the next change.
    do throws(OutputFailure) {
      try synchroniseStaging()
    } catch {
      throw OutputFailure(
        path: error.path, reason: Message("reason.unconfirmed", ["reason": .message(error.reason)]))
    }
    try? clean()
  }

  /// Stages what the steps need and writes the journal: after this nothing has changed, and the steps can be done.
  func prepare(_ steps: [Step]) throws(OutputFailure) -> FolderJournal {
    try folder.makeFolder(Self.staging)
    let staged = try stage(steps)
    try synchroniseAll()
    let journal = try identified(staged)
    try journal.write(in: folder)
    try synchroniseStaging()
    return journal
  }

  /// Undoes the steps of a journal, last step first, and removes it.
  private func undo(_ journal: FolderJournal) throws(OutputFailure) {
    for entry in journal.entries.reversed() { try undo(entry) }
    try synchroniseAll()
    try folder.removeIfThere(FolderJournal.path)
    try synchroniseStaging()
  }

  private func synchroniseAll() throws(OutputFailure) { if lasts { try folder.synchroniseAll() } }

  private func synchroniseStaging() throws(OutputFailure) {
    if lasts { try folder.folder(Self.staging).synchronise() }
  }
}

internal import Diagnostics

extension FolderChange {
  /// Writes the new files and gives the old ones second names, in the staging folder.
  func stage(_ steps: [Step]) throws(OutputFailure) -> FolderJournal {
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
          try folder.create(Self.new(number), bytes)
        } catch {
          throw error.at(path)
        }
        entries.append(.placed(path, number, 0, replaces: replaces))
      }
    }
    return FolderJournal(entries: entries)
  }

  /// The journal with the identities of the staged files, looked up when they are closed and, where the change lasts, on
  /// the disk: a file system may set their times only then.
  func identified(_ journal: FolderJournal) throws(OutputFailure) -> FolderJournal {
    var entries: [FolderJournal.Entry] = []
    for entry in journal.entries {
      if case .placed(let path, let number, _, let replaces) = entry {
        let file = try folder.status(of: Self.new(number)).identity
        entries.append(.placed(path, number, file, replaces: replaces))
      } else {
        entries.append(entry)
      }
    }
    return FolderJournal(entries: entries)
  }

  /// Does one step that was staged under its number.
  func perform(_ step: Step, _ number: Int) throws(OutputFailure) {
    switch step {
    case .folder(let path): try folder.makeFolder(path)
    case .file(let path, _, let replaces):
      // What nobody had seen a moment ago is not replaced either.
      if !replaces, try folder.status(of: path).kind != .nothing {
        throw OutputFailure(path: path, reason: Message("reason.exists-now"))
      }
      try folder.rename(Self.new(number), to: path)
    case .removal(let path):
      try folder.remove(path)
      try folder.removeEmptyFolders(above: path)
    }
  }

  /// Undoes one step, be it done, not done or undone already.
  func undo(_ entry: FolderJournal.Entry) throws(OutputFailure) {
    switch entry {
    case .folder(let path):
      if try present(at: path).kind == .folder { try folder.removeIfEmpty(path) }
    case .placed(let path, let number, let file, replaces: true):
      let found = try folder.status(of: path)
      if found.kind == .nothing || found.identity == file { try putBack(path, number) }
    case .placed(let path, _, let file, replaces: false):
      let found = try present(at: path)
      if found.kind == .file, found.identity == file { try folder.remove(path) }
    case .removed(let path, let number):
      if try folder.status(of: path).kind == .nothing { try putBack(path, number) }
    }
  }

  /// What a step may have made at a path: nothing, where something else stands in the place of a folder above it.
  private func present(at path: String) throws(OutputFailure) -> FileStatus {
    do {
      return try folder.status(of: path)
    } catch {
      guard error.number == 0 else { throw error }
      return .nothing
    }
  }

  private func putBack(_ path: String, _ number: Int) throws(OutputFailure) {
    guard try folder.status(of: Self.old(number)).kind == .file else { return }
    try folder.makeFolders(above: path)
    try folder.rename(Self.old(number), to: path)
  }

  /// Removes the staging folder with the files in it; nothing is removed when one of them has no name of ours.
  func clean() throws(OutputFailure) {
    let staging = try folder.folder(Self.staging)
    let names = try staging.names()
    for name in names {
      guard Self.isOurs(name), try staging.status(of: name).kind == .file else {
        throw OutputFailure(path: "\(Self.staging)/\(name)", reason: Message("reason.not-ours"))
      }
    }
    for name in names { try staging.remove(name) }
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

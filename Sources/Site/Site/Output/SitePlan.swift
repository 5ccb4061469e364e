internal import Files

/// What has to change in a folder so that it holds a site.
struct SitePlan {
  /// The steps in order; none when the folder holds the site already.
  private(set) var steps: [FolderChange.Step] = []
  /// Files that are new or get other bytes.
  private(set) var changed = 0
  /// Files that go.
  private(set) var removed = 0

  /// - Parameters:
  ///   - gone: files of the old site that the new one has no more.
  ///   - old: all files of the old site.
  init(
    _ files: [OutputFile], gone: Set<String>, old: Set<String>, in folder: RealFolder
  ) throws(WriteFailure) {
    let there = try Self.present(gone, in: folder)
    let new = Set(files.map(\.path))
    let emptied = Set(there.flatMap(Self.foldersAbove))
    var changes: [FolderChange.Step] = []
    for file in files {
      let kind = try Self.kind(of: file.path, gone: there, in: folder)
      switch kind {
      case .nothing: break
      case .file where old.contains(file.path): break
      case .folder where emptied.contains(file.path): break
      case .file:
        throw WriteFailure(
          "output.not-ours", folder.shown(file.path), "A page has this name, and the file is not zhinan's.",
          hint: "Move the file elsewhere, or give the page another name.")
      default:
        throw WriteFailure(
          OutputFailure(path: file.path, reason: "\(kind.reason), where a file should be"), in: folder.path)
      }
      if kind == .file, try Self.holds(file, folder) { continue }
      changes.append(.file(file.path, file.bytes, replaces: kind == .file))
    }
    changed = changes.count
    removed = there.count
    let newFolders = Set(new.flatMap(Self.foldersAbove))
    let inTheWay = there.filter { newFolders.contains($0) || Self.foldersAbove($0).contains(where: new.contains) }
    steps = inTheWay.map { .removal($0) }
    steps += try Self.missingFolders(of: changes, gone: there, in: folder).map { .folder($0) }
    steps += changes
    steps += there.filter { !inTheWay.contains($0) }.map { .removal($0) }
  }

  /// Those of the old site's files that are there to be removed.
  private static func present(_ gone: Set<String>, in folder: RealFolder) throws(WriteFailure) -> [String] {
    var there: [String] = []
    for path in gone.sorted() {
      switch try kind(of: path, gone: [], in: folder) {
      case .nothing: continue
      case .file: there.append(path)
      case let kind:
        throw WriteFailure(
          OutputFailure(path: path, reason: "\(kind.reason), where a file of the site was"), in: folder.path)
      }
    }
    return there
  }

  private static func holds(_ file: OutputFile, _ folder: RealFolder) throws(WriteFailure) -> Bool {
    do {
      return try folder.holds(file.bytes, in: file.path)
    } catch {
      throw WriteFailure(error, in: folder.path)
    }
  }

  /// What stands at the path; nothing where a file that goes is in the place of a folder.
  private static func kind(
    of path: String, gone: [String], in folder: RealFolder
  ) throws(WriteFailure) -> FileKind {
    do {
      return try folder.status(of: path).kind
    } catch {
      if gone.contains(error.path) { return .nothing }
      throw WriteFailure(error, in: folder.path)
    }
  }

  /// Folders that have to be made, those above before those below.
  private static func missingFolders(
    of changes: [FolderChange.Step], gone: [String], in folder: RealFolder
  ) throws(WriteFailure) -> [String] {
    var needed: Set<String> = []
    for case .file(let path, _, _) in changes { needed.formUnion(foldersAbove(path)) }
    var missing: [String] = []
    for path in needed.sorted() {
      let kind = try kind(of: path, gone: gone, in: folder)
      if kind == .nothing || (kind == .file && gone.contains(path)) {
        missing.append(path)
      } else if kind != .folder {
        throw WriteFailure(
          OutputFailure(path: path, reason: "\(kind.reason), where a folder should be"), in: folder.path)
      }
    }
    return missing
  }

  private static func foldersAbove(_ path: String) -> [String] {
    path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
  }
}

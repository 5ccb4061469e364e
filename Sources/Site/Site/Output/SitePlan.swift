internal import Diagnostics
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
  ///   - last: files that are known to be there with these bytes; they are not looked at.
  init(
    _ files: [OutputFile], gone: Set<BytePath>, old: Set<BytePath>, last: [BytePath: [UInt8]] = [:],
    in folder: RealFolder
  ) throws(WriteFailure) {
    let there = try Self.present(gone, in: folder)
    let new = Set(files.map { BytePath($0.path) })
    let emptied = Set(there.flatMap(\.foldersAbove))
    var changes: [FolderChange.Step] = []
    for file in files where last[BytePath(file.path)] != file.bytes {
      let kind = try Self.kind(of: file.path, gone: there, in: folder)
      switch kind {
      case .nothing: break
      case .file where old.contains(BytePath(file.path)): break
      case .folder where emptied.contains(BytePath(file.path)): break
      case .file:
        throw WriteFailure("output.not-ours/file", folder.shown(file.path))
      default:
        throw WriteFailure(
          OutputFailure(path: file.path, reason: Message("reason.for-file", ["reason": .message(kind.reason)])),
          in: folder.path)
      }
      if kind == .file, try Self.holds(file, folder) { continue }
      changes.append(.file(file.path, file.bytes, replaces: kind == .file))
    }
    changed = changes.count
    removed = there.count
    let newFolders = Set(new.flatMap(\.foldersAbove))
    let inTheWay = there.filter { newFolders.contains($0) || $0.foldersAbove.contains(where: new.contains) }
    steps = inTheWay.map { .removal($0.text) }
    steps += try Self.missingFolders(of: changes, gone: there, in: folder).map { .folder($0.text) }
    steps += changes
    steps += there.filter { !inTheWay.contains($0) }.map { .removal($0.text) }
  }

  /// Those of the old site's files that are there to be removed.
  private static func present(_ gone: Set<BytePath>, in folder: RealFolder) throws(WriteFailure) -> [BytePath] {
    var there: [BytePath] = []
    for path in gone.sorted() {
      switch try kind(of: path.text, gone: [], in: folder) {
      case .nothing: continue
      case .file: there.append(path)
      case let kind:
        throw WriteFailure(
          OutputFailure(path: path.text, reason: Message("reason.was-file", ["reason": .message(kind.reason)])),
          in: folder.path)
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
    of path: String, gone: [BytePath], in folder: RealFolder
  ) throws(WriteFailure) -> FileKind {
    do {
      return try folder.status(of: path).kind
    } catch {
      if gone.contains(BytePath(error.path)) { return .nothing }
      throw WriteFailure(error, in: folder.path)
    }
  }

  /// Folders that have to be made, those above before those below.
  private static func missingFolders(
    of changes: [FolderChange.Step], gone: [BytePath], in folder: RealFolder
  ) throws(WriteFailure) -> [BytePath] {
    var needed: Set<BytePath> = []
    for case .file(let path, _, _) in changes { needed.formUnion(BytePath(path).foldersAbove) }
    var missing: [BytePath] = []
    for path in needed.sorted() {
      let kind = try kind(of: path.text, gone: gone, in: folder)
      if kind == .nothing || (kind == .file && gone.contains(path)) {
        missing.append(path)
      } else if kind != .folder {
        throw WriteFailure(
          OutputFailure(path: path.text, reason: Message("reason.for-folder", ["reason": .message(kind.reason)])),
          in: folder.path)
      }
    }
    return missing
  }
}

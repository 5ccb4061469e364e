internal import Diagnostics
package import Foundation

/// Writes a site into a folder of its own.
///
/// Changed files are first written whole into a staging folder on the same file system and then moved to their
/// places, so a full disk leaves the old site as it was. Files that already hold the same bytes are not touched. A
/// manifest lists what is ours: only that is ever removed, and a folder that holds other things is refused.
package struct SiteWriter: Sendable {
  private static let manifest = ".zhinan-files"
  private static let staging = ".zhinan-staging"
  private let folder: OutputFolder

  /// - Parameter output: the folder; it is made when it is not there.
  package init(output: URL) {
    let path = output.path
    folder = OutputFolder(path: path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path)
  }

  /// Writes the files, each path at most once. Throws when something cannot be read or written.
  package func write(_ files: [OutputFile]) throws(WriteFailure) -> WriteReport {
    for file in files { precondition(Self.isPlain(file.path), "\(file.path) is no path below the site's folder.") }
    try claim()
    let old = Set(folder.text(of: Self.manifest).split(separator: "\n").map(String.init).filter(Self.isPlain))
    let new = Set(files.map(\.path))
    let changed = files.filter { !folder.holds($0.bytes, in: $0.path) }
    let list = Self.text(of: new)
    let gone = old.subtracting(new).sorted()
    if changed.isEmpty, gone.isEmpty, folder.text(of: Self.manifest) == list {
      return WriteReport(written: 0, unchanged: files.count, removed: 0)
    }
    defer { folder.removeFolder(Self.staging) }
    try stage(changed, lists: [Self.text(of: old.union(new)), list])
    // From here on the disk needs no more room: files only move. The list of both sites comes first, so that whatever stops
    // the moving, the next run knows every file as ours.
    try folder.rename("\(Self.staging)/list-0", to: Self.manifest)
    var removed = 0
    for path in Self.inTheWay(gone, of: new) where folder.remove(path) {
      folder.removeEmptyFolders(above: path)
      removed += 1
    }
    try place(changed)
    for path in gone where folder.remove(path) {
      folder.removeEmptyFolders(above: path)
      removed += 1
    }
    try folder.rename("\(Self.staging)/list-1", to: Self.manifest)
    return WriteReport(written: changed.count, unchanged: files.count - changed.count, removed: removed)
  }

  /// Makes sure that the folder is ours or empty.
  private func claim() throws(WriteFailure) {
    switch folder.kind(of: "") {
    case .nothing: return try folder.makeFolder()
    case .file:
      throw WriteFailure("output.unwritable", folder.path, "The site's folder is a file.", hint: "Name a folder.")
    case .folder, .other: break
    }
    let names = try folder.names()
    let isOurs = names.contains(Self.manifest)
    if !isOurs, names.contains(where: { ![".gitignore", ".gitkeep", Self.staging].contains($0) }) {
      throw WriteFailure(
        "output.not-ours", folder.path, "The folder is not empty and holds no site of ours.",
        hint: "Name an empty folder, or remove what stands in this one.")
    }
  }

  private func stage(_ files: [OutputFile], lists: [String]) throws(WriteFailure) {
    folder.removeFolder(Self.staging)
    try folder.makeFolder(Self.staging)
    for (number, list) in lists.enumerated() {
      try folder.write(Array(list.utf8), to: "\(Self.staging)/list-\(number)", as: Self.manifest)
    }
    for (number, file) in files.enumerated() {
      try folder.write(file.bytes, to: "\(Self.staging)/\(number)", as: file.path)
    }
    // Folders take space too. One that a file stands in the way of has to wait.
    for name in Self.folders(of: files) where !Self.foldersAbove(name + "/").contains(where: isFile) {
      try folder.makeFolder(name)
    }
  }

  private func isFile(_ path: String) -> Bool { folder.kind(of: path) == .file }

  /// The folders that the files stand in, those above before those below.
  private static func folders(of files: [OutputFile]) -> [String] {
    Set(files.compactMap { file in file.path.lastIndex(of: "/").map { String(file.path[..<$0]) } }).sorted()
  }

  private func place(_ files: [OutputFile]) throws(WriteFailure) {
    for name in Self.folders(of: files) { try folder.makeFolder(name) }
    for (number, file) in files.enumerated() {
      try folder.rename("\(Self.staging)/\(number)", to: file.path)
    }
  }

  /// Old files whose path is a folder now, or whose folder is a file now.
  private static func inTheWay(_ gone: [String], of new: Set<String>) -> [String] {
    guard !gone.isEmpty else { return [] }
    let folders = Set(new.flatMap(foldersAbove))
    return gone.filter { path in folders.contains(path) || foldersAbove(path).contains(where: new.contains) }
  }

  private static func foldersAbove(_ path: String) -> [String] {
    path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
  }

  private static func text(of paths: Set<String>) -> String { paths.sorted().map { $0 + "\n" }.joined() }

  /// Whether the path stays below the folder and is none of the writer's own.
  private static func isPlain(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return !path.contains("\n") && parts.first != Substring(manifest) && parts.first != Substring(staging)
      && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }
}

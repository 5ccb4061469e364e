internal import Diagnostics
internal import Files
package import Foundation

/// Writes a site into a folder of its own.
///
/// All files that differ are changed together or not at all (`FolderChange`), so whatever stops a build, the next one
/// finds or makes the old site. Files that already hold the same bytes are not touched. A manifest lists what is ours:
/// only that is ever replaced or removed, no link is followed on the way to it, and a folder that holds other things is
/// refused. One build at a time writes into a folder.
package struct SiteWriter: Sendable {
  private static let manifest = ".zhinan-files"
  private static let largestManifest = 64 << 20
  private let path: String
  private let patience: Double
  private let lasts: Bool

  /// - Parameters:
  ///   - output: the folder; it is made when it is not there.
  ///   - patience: seconds to wait for another build into the same folder.
  ///   - lasts: whether a power cut leaves the old site or the new one too; a preview need not wait for the disk.
  package init(output: URL, patience: Double = 10, lasts: Bool = true) {
    let path = output.path
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.patience = patience
    self.lasts = lasts
  }

  /// Undoes a build into the folder that was stopped; does nothing where there is none, or while another one runs.
  package func recover() throws(WriteFailure) {
    guard InputFile.kind(of: "\(path)/\(FolderChange.staging)") != .nothing else { return }
    try rethrowing { () throws(OutputFailure) in
      let folder = try RealFolder(path, makes: false)
      guard let lock = try FolderLock(folder, waiting: 0) else { return }
      defer { lock.release() }
      try FolderChange(folder).recover()
    }
  }

  /// Writes the files, each path at most once. Throws when something cannot be read or written.
  ///
  /// - Parameter last: what was written before into a folder that nobody else writes into: files with the same bytes are
  ///   not even looked at.
  package func write(_ files: [OutputFile], after last: [OutputFile] = []) throws(WriteFailure) -> WriteReport {
    for file in files { precondition(Self.isOurs(file.path), "\(file.path) is no path below the site's folder.") }
    let folder = try rethrowing { () throws(OutputFailure) in try RealFolder(path, makes: true) }
    let waited = patience
    guard let lock = try rethrowing({ () throws(OutputFailure) in try FolderLock(folder, waiting: waited) }) else {
      throw FolderLock.holder(of: folder).map { WriteFailure("output.locked", path, ["process": .number(Int($0))]) }
        ?? WriteFailure("output.locked/unknown", path)
    }
    defer { lock.release() }
    try rethrowing { () throws(OutputFailure) in try FolderChange(folder).recover() }
    try claim(folder)
    return try write(files, after: last, into: folder)
  }

  private func write(
    _ files: [OutputFile], after last: [OutputFile], into folder: RealFolder
  ) throws(WriteFailure) -> WriteReport {
    let (list, isListed) = try manifest(of: folder)
    let old = Set(list.map { BytePath($0) })
    let new = Set(files.map { BytePath($0.path) })
    let gone = old.subtracting(new)
    let plan = try SitePlan(
      files, gone: gone, old: old,
      last: Dictionary(last.map { (BytePath($0.path), $0.bytes) }) { first, _ in first }, in: folder)
    let text = new.sorted().map { $0.text + "\n" }.joined()
    let report = WriteReport(
      written: plan.changed, unchanged: files.count - plan.changed, removed: plan.removed)
    var steps = plan.steps
    if !isListed || old != new { steps.append(.file(Self.manifest, Array(text.utf8), replaces: isListed)) }
    if steps.isEmpty { return report }
    try rethrowing { () throws(OutputFailure) in try FolderChange(folder, lasts: lasts).perform(steps) }
    return report
  }

  /// Makes sure that the folder is ours or empty.
  private func claim(_ folder: RealFolder) throws(WriteFailure) {
    let names = try rethrowing { () throws(OutputFailure) in try folder.names() }
    if !names.contains(Self.manifest), names.contains(where: { ![".gitignore", ".gitkeep"].contains($0) }) {
      throw WriteFailure("output.not-ours", path)
    }
  }

  /// What the manifest lists, and whether there is one. One that we cannot have written is an error.
  private func manifest(of folder: RealFolder) throws(WriteFailure) -> ([String], Bool) {
    let bytes: [UInt8]
    do {
      bytes = try folder.read(Self.manifest, limit: Self.largestManifest, isOwn: true)
    } catch {
      if error.number == ENOENT { return ([], false) }
      throw WriteFailure(
        "output.manifest/refused", "\(path)/\(Self.manifest)", ["reason": .message(error.reason)])
    }
    let lines = String(validating: bytes, as: UTF8.self)?.split(separator: "\n").map(String.init)
    guard let lines, lines.allSatisfy(Self.isOurs) else {
      throw WriteFailure("output.manifest", "\(path)/\(Self.manifest)")
    }
    return (lines, true)
  }

  /// The result, or the failure as the site's.
  private func rethrowing<Result>(
    _ body: () throws(OutputFailure) -> Result
  ) throws(WriteFailure) -> Result {
    do {
      return try body()
    } catch {
      throw WriteFailure(error, in: path)
    }
  }

  /// Whether the path stays below the folder and is none of the writer's own.
  private static func isOurs(_ path: String) -> Bool {
    guard PlainPath.isPlain(path), let first = PlainPath.parts(path).first else { return false }
    return first != manifest && first != FolderChange.staging
  }
}

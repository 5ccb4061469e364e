internal import Diagnostics
internal import Files
internal import Foundation
internal import Publishing
internal import Site

/// A whole site as one zip, to be carried on a USB stick.
struct SiteArchive {
  /// The zip's path.
  let path: String

  /// The one folder in the zip, which is named like the zip where every system takes that name.
  var folder: String {
    let url = URL(fileURLWithPath: path)
    let name = url.deletingPathExtension().lastPathComponent
    let isFit =
      name.utf8.count <= 64 && name.utf8.first != UInt8(ascii: ".")
      && name.utf8.allSatisfy {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20
          || [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ".")].contains($0)
      }
    return isFit && Self.isNameEverywhere(name) ? name : "site"
  }

  /// Whether Windows, too, takes a file or folder of this name: no signs of its own, no space or dot at the end, no name
  /// of a device, with an extension neither (“con.1”).
  static func isNameEverywhere(_ name: String) -> Bool {
    let stem = name.prefix { $0 != "." }.lowercased()
    let isDevice =
      ["con", "prn", "aux", "nul"].contains(stem)
      || (stem.count == 4 && (stem.hasPrefix("com") || stem.hasPrefix("lpt")) && stem.last?.isNumber == true)
    return !isDevice && name.utf8.last != UInt8(ascii: ".") && name.utf8.last != 0x20
      && !name.utf8.contains { $0 < 0x20 || "<>:\"|?*\\".utf8.contains($0) }
  }

  /// Errors for files of the site that cannot be unpacked on every system.
  static func problems(of files: [OutputFile]) -> [Diagnostic] {
    files.filter { !$0.path.split(separator: "/").allSatisfy { isNameEverywhere(String($0)) } }.prefix(20).map {
      .error("site.zip-name", at: nil, ["path": .text($0.path)])
    }
  }

  /// Why nothing may be written there; `nil` where nothing stands, or a zip that was made here.
  func refusal() -> Diagnostic? {
    let kind = FileStatus.kind(of: path)
    guard kind != .nothing else { return nil }
    guard kind == .file else {
      return .error("output.unwritable/kind", at: SourcePlace(path), ["reason": .message(kind.reason)])
    }
    do {
      let end = try InputFile.end(of: path, count: ZipArchive.markSize)
      return ZipArchive.isOurs(end) ? nil : .error("output.not-ours/zip", at: SourcePlace(path))
    } catch {
      return .error("output.unwritable", at: SourcePlace(path), ["reason": .message(error.reason)])
    }
  }

  /// Writes the zip, whole or not at all; gives its size in bytes, or the problem.
  func write(_ files: [OutputFile]) -> Result<Int, SiteArchiveFailure> {
    if let refusal = refusal() { return .failure(SiteArchiveFailure(diagnostic: refusal)) }
    var archive = ZipArchive()
    var size = 0
    do {
      var file = try AtomicFile(path, mode: 0o644)
      for output in files {
        let entry = try archive.entry("\(folder)/\(output.path)", output.bytes)
        size += entry.count
        try file.write(entry[...])
      }
      let end = try archive.end()
      try file.write(end[...])
      try file.commit(synchronised: true)
      return .success(size + end.count)
    } catch let failure as OutputFailure {
      return .failure(SiteArchiveFailure(diagnostic: failure.diagnostic))
    } catch {
      let reason = Message("reason.zip-size")
      return .failure(SiteArchiveFailure(diagnostic: OutputFailure(path: path, reason: reason).diagnostic))
    }
  }
}

/// The zip could not be written; what stood at its path still does.
struct SiteArchiveFailure: Error {
  let diagnostic: Diagnostic
}

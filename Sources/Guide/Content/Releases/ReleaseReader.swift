internal import Bytes
package import Diagnostics
package import Foundation
internal import SourceText

/// Reads `release/` below a version's folder, and holds the version's files and the forms that it keeps against it.
enum ReleaseReader {
  /// The release; `nil` where there is none, or when it cannot be read. Files that are not as they were released are
  /// errors.
  static func read(_ folder: ContentFolder, diagnostics: inout [Diagnostic]) -> Release? {
    let kept = folder.folder(Release.folder)
    guard kept.exists else { return nil }
    guard let file = kept.text("manifest.json", diagnostics: &diagnostics),
      let node = JSONReader.read(file, diagnostics: &diagnostics)
    else { return nil }
    var map = MapReader(node, what: Message("what.release"), id: "release")
    let released = map.requiredText("released")
    let corrected = map.text("corrected")
    func digests(_ node: SourceNode?) -> [String: String] {
      Dictionary((node?.map ?? []).map { ($0.key, $0.value.text ?? "") }) { first, _ in first }
    }
    let files = digests(map.requiredNode("files"))
    let listed = digests(map.requiredNode("forms"))
    let errata = map.node("errata")?.list ?? []
    map.finish(into: &diagnostics, mayHoldMore: true)
    guard let released else { return nil }
    var release = Release(released: released, corrected: corrected)
    release.errata = Set(errata.compactMap(\.text))
    release.forms = forms(in: kept.folder("forms"), diagnostics: &diagnostics)
    let date = corrected ?? released
    let now = ReleaseFiles.digests(of: folder, diagnostics: &diagnostics)
    diagnostics += differences(files, now, in: folder, since: date)
    let forms = ReleaseFiles.digests(of: kept.folder("forms"), diagnostics: &diagnostics)
    diagnostics += differences(listed, forms, in: kept.folder("forms"), since: date)
    return release
  }

  private static func forms(in folder: ContentFolder, diagnostics: inout [Diagnostic]) -> [String: Release.Form] {
    var forms: [String: Release.Form] = [:]
    for name in folder.names(diagnostics: &diagnostics) where name.hasSuffix(".form") {
      let id = String(name.dropLast(".form".count))
      guard let compiled = folder.bytes(name, diagnostics: &diagnostics),
        let blank = folder.bytes("\(id).pdf", diagnostics: &diagnostics)
      else { continue }
      forms[id] = Release.Form(blank: blank, compiled: compiled)
    }
    return forms
  }

  /// Files that are not as they were released: changed, gone or new.
  private static func differences(
    _ released: [String: String], _ now: [String: String], in folder: ContentFolder, since date: String
  ) -> [Diagnostic] {
    Set(released.keys).union(now.keys).filter { released[$0] != now[$0] }.sorted().map { path in
      let key =
        released[path] == nil ? "release.changed/new" : now[path] == nil ? "release.changed/gone" : "release.changed"
      return .error(key, at: SourcePlace(folder.shown(path)), ["date": .text(date)])
    }
  }
}

/// The files of a version that a release is made of.
package enum ReleaseFiles {
  /// The SHA-256 of each file of a version, by its path below the version's folder.
  package static func digests(
    of version: String, root: URL, diagnostics: inout [Diagnostic]
  ) -> [String: String] {
    let content = ContentFolder(url: root.appending(path: "content"), path: "content", root: root)
    return digests(of: content.folder(version), diagnostics: &diagnostics)
  }

  /// The SHA-256 of each, by its path below the version's folder; hidden ones, and what keeps a release, do not count.
  static func digests(of folder: ContentFolder, diagnostics: inout [Diagnostic]) -> [String: String] {
    var digests: [String: String] = [:]
    add(folder, "", to: &digests, &diagnostics)
    return digests
  }

  private static func add(
    _ folder: ContentFolder, _ path: String, to digests: inout [String: String], _ diagnostics: inout [Diagnostic]
  ) {
    for name in folder.names(diagnostics: &diagnostics) where path + name != Release.folder {
      if folder.folder(name).exists {
        add(folder.folder(name), "\(path)\(name)/", to: &digests, &diagnostics)
      } else if let bytes = folder.bytes(name, diagnostics: &diagnostics) {
        digests[path + name] = digest(of: bytes)
      }
    }
  }

  /// The SHA-256 in hexadecimal digits.
  package static func digest(of bytes: [UInt8]) -> String {
    var digits: [UInt8] = []
    for byte in SHA256.digest(of: bytes) {
      digits += [Hexadecimal.lowerDigit(byte >> 4), Hexadecimal.lowerDigit(byte & 15)]
    }
    return String(decoding: digits, as: UTF8.self)
  }
}

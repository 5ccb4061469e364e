internal import Diagnostics

/// The files of a version's folder and of its sections', by what they are.
struct VersionFiles {
  private static let pictureKinds: Set<String> = ["svg", "png", "jpg", "jpeg", "webp", "gif", "avif"]
  /// Folders that hold no pages.
  private static let ownFolders: Set<String> = ["data", "figures", "forms", "examples", "files", Release.folder]

  /// Pages, as paths below the version's folder.
  private(set) var pages: [String] = []
  /// Pictures, likewise.
  private(set) var pictures: [String] = []

  /// Looks through the folder; what is nothing of a guide is told.
  init(_ folder: ContentFolder, diagnostics: inout [Diagnostic]) {
    look(into: folder, "", depth: 0, &diagnostics)
    lookIntoFigures(folder.folder("figures"), &diagnostics)
  }

  private mutating func look(
    into folder: ContentFolder, _ path: String, depth: Int, _ diagnostics: inout [Diagnostic]
  ) {
    for name in folder.names(diagnostics: &diagnostics) {
      if path.isEmpty, Self.ownFolders.contains(name) { continue }
      let inner = path + name
      if name.hasSuffix(".md") {
        pages.append(inner)
      } else if folder.folder(name).exists, depth == VersionReader.deepest {
        diagnostics.append(
          .error(
            "content.depth", at: SourcePlace(folder.shown(name)), ["count": .number(VersionReader.deepest)]))
      } else if folder.folder(name).exists {
        let before = pages.count + pictures.count
        look(into: folder.folder(name), inner + "/", depth: depth + 1, &diagnostics)
        if pages.count + pictures.count == before {
          diagnostics.append(.warning("content.unknown-file", at: SourcePlace(folder.shown(name))))
        }
      } else if Self.pictureKinds.contains(Self.kind(of: name)), !folder.folder(name).exists {
        pictures.append(inner)
      } else {
        diagnostics.append(.warning("content.unknown-file", at: SourcePlace(folder.shown(name))))
      }
    }
  }

  private mutating func lookIntoFigures(_ folder: ContentFolder, _ diagnostics: inout [Diagnostic]) {
    for name in folder.names(diagnostics: &diagnostics) {
      if Self.isSystemFile(name) || folder.folder(name).exists {
        diagnostics.append(.warning("content.unknown-file", at: SourcePlace(folder.shown(name))))
      } else if Self.pictureKinds.contains(Self.kind(of: name)) {
        pictures.append("figures/\(name)")
      } else {
        diagnostics.append(.error("figure.kind", at: SourcePlace(folder.shown(name))))
      }
    }
  }

  /// The name's extension in small letters; empty where it has none.
  static func kind(of name: String) -> String {
    let parts = (name.split(separator: "/").last ?? "").split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > 1 ? parts[parts.count - 1].lowercased() : ""
  }

  /// Whether an operating system leaves such a file in folders.
  static func isSystemFile(_ name: String) -> Bool { ["thumbs.db", "desktop.ini"].contains(name.lowercased()) }
}

internal import Files
package import Foundation

/// The files of a theme, `templates/`, over which a guide lays its own, `content/templates/`.
package enum ThemeFile {
  /// The theme's folder below the project's.
  package static let theme = "templates"
  /// The guide's own folder below the project's.
  package static let own = "content/templates"

  /// The path below `root` of a theme's file such as `fonts.yml`: the guide's own where it has one.
  package static func path(of name: String, below root: URL) -> String {
    let path = "\(own)/\(name)"
    return InputFile.kind(of: root.appending(path: path).path) == .nothing ? "\(theme)/\(name)" : path
  }
}

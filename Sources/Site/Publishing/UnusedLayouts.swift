internal import Content
internal import Diagnostics
internal import Files
internal import Foundation
internal import SourceText

/// Layouts for all versions that no form is drawn on.
enum UnusedLayouts {
  /// A warning for each: no form has its name, each such form has a layout of its own, or the guide's lies over it. A
  /// released form has one because it was released, and the next one may be drawn on that of all.
  static func problems(_ guide: Guide, root: URL, diagnostics: inout [Diagnostic]) -> [Diagnostic] {
    let forms = guide.versions.flatMap { version in
      version.formFiles.filter { $0.layout == nil || version.release != nil }
    }
    let used = Set(forms.map { ThemeFile.path(of: "forms/\($0.id).layout.yml", below: root) })
    return [ThemeFile.theme, ThemeFile.own].flatMap { folder -> [Diagnostic] in
      let path = "\(folder)/forms"
      guard InputFile.kind(of: root.appending(path: path).path) == .folder else { return [] }
      return SourceFile.names(in: root.appending(path: path), as: path, within: root, diagnostics: &diagnostics)
        .filter { $0.hasSuffix(".layout.yml") && !used.contains("\(path)/\($0)") }
        .map { .warning("layout.unused", at: SourcePlace("\(path)/\($0)")) }
    }
  }
}

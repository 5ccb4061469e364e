internal import Content
internal import Diagnostics
internal import Facts
internal import Files
internal import Foundation
internal import SourceText

extension TypedFacts {
  /// What every version's words repeat of its facts: pages, drawings, data files, forms with their layouts; and what the
  /// guide's own texts, templates, labels and messages repeat of those in force. What is released stays as it is.
  static func problems(_ guide: Guide, root: URL) -> [Diagnostic] {
    let own = guide.current ?? guide.versions.first
    return guide.versions.flatMap { version -> [Diagnostic] in
      let search = TypedFacts(version)
      if search.isEmpty { return [] }
      let isOwn = version.id == own?.id
      let texts = isOwn ? search.problems(in: guide.writtenTexts) + search.problemsOfTemplates(below: root) : []
      if version.release != nil { return texts }
      let forms = version.formFiles.flatMap { file -> [Diagnostic] in
        let layout = file.layout?.path ?? ThemeFile.path(of: "forms/\(file.id).layout.yml", below: root)
        let layoutURL = file.layout?.url ?? root.appending(path: layout)
        return search.problems(inFile: file.url, path: file.path, root)
          + search.problems(inFile: layoutURL, path: layout, root)
      }
      return search.problems + forms + texts
    }
  }

  /// A file of YAML; what is wrong with it besides is told by whoever reads it.
  private func problems(inFile url: URL, path: String, _ root: URL) -> [Diagnostic] {
    var ignored: [Diagnostic] = []
    let file = SourceFile.read(url, as: path, within: root, diagnostics: &ignored)
    return file.flatMap { YAMLReader.read($0, diagnostics: &ignored) }.map { problems(in: $0) } ?? []
  }

  private func problemsOfTemplates(below root: URL) -> [Diagnostic] {
    ["", "partials/", "directives/", "messages/"].flatMap { folder -> [Diagnostic] in
      let path = "\(ThemeFile.own)/\(folder)"
      let url = root.appending(path: path)
      var ignored: [Diagnostic] = []
      guard InputFile.kind(of: url.path) == .folder else { return [] }
      let names = SourceFile.names(in: url, as: path, within: root, diagnostics: &ignored)
      return names.flatMap { name -> [Diagnostic] in
        if folder == "messages/" && name.hasSuffix(".yml") || folder.isEmpty && name == "labels.yml" {
          return problems(inFile: url.appending(path: name), path: path + name, root)
        }
        guard name.hasSuffix(".mustache"),
          let file = SourceFile.read(url.appending(path: name), as: path + name, within: root, diagnostics: &ignored)
        else { return [] }
        return problems(inTemplate: file.text, path: path + name)
      }
    }
  }
}

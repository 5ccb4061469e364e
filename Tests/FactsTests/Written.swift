@testable import Content
import Diagnostics
import Facts
import SourceText

/// Data files that stand in a test, read as a version's.
struct Written {
  let facts: GuideFacts
  /// Each problem in order: its line, its id without `facts.`, and the word that stands at its place, `5 decimal 12,50`.
  let problems: [String]

  init(_ files: [String: String]) throws {
    var diagnostics: [Diagnostic] = []
    var data: [String: DataFile] = [:]
    for (name, text) in files {
      let path = "\(name).yml"
      let root = YAMLReader.read(SourceFile(path: path, text: text), diagnostics: &diagnostics)
      if let root { data[name] = DataFile(name: name, path: path, root: root) }
    }
    let version = GuideVersion(
      id: "v", title: "V", status: .current, effective: nil, published: nil, note: nil, place: SourcePlace("guide.yml"),
      pages: [], front: nil, data: data, figures: [], attachments: [], formFiles: [], unread: [])
    facts = GuideFacts(of: version)
    problems = (diagnostics + facts.problems).inOrder().map { problem in
      let id = problem.id.replacing(/^facts\./, with: "") + (problem.severity == .warning ? " warning" : "")
      guard let place = problem.place, let line = place.line, let column = place.column else { return id }
      let lines = (files[String(place.file.dropLast(4))] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
      let rest = String.UnicodeScalarView(lines[line - 1].unicodeScalars.dropFirst(column - 1))
      return "\(line) \(id) \(String(rest).prefix { !" ,]}".contains($0) })"
    }
  }
}

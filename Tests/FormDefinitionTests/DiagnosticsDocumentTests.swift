import Diagnostics
import FormDefinition
import FormMessages
import Foundation
import SourceText
import Testing

/// docs/diagnostics.md, made from the catalogue and from what is said about PDFs.
@Suite struct DiagnosticsDocument {
  private static let introduction = """
    # What zhinan reports

    Every problem is printed as `file:line:column: error: sentence [id]`, with a hint on a line of its own; `--format json` prints the same
    as JSON. An error stops the output, a warning is told and passes. Sentences are Chinese where the guide is, or with `--lang zh-CN`, and
    English with `--lang en`; the id is the same in both. This table is made from the catalogue (`Sources/Text/Diagnostics/Catalogue`), by
    `RECORD=1 swift test --filter DiagnosticsDocument`.

    The name `….type` stands for several ids, whose first part says what was read: `form`, `layout`, `messages`, `fonts`, `guide`,
    `front-matter`, `labels`, `table`, `flow`, `facts`. Problems of a record's answers, `record.E_…` and `record.W_…`, are in [codes.md](codes.md).

    | id | what is wrong | what to do | 中文 |
    |---|---|---|---|

    """

  @Test func isWhatTheCatalogueSays() throws {
    var diagnostics: [Diagnostic] = []
    let url = project.appending(path: "templates/messages/zh-CN.yml")
    let source = try #require(SourceFile.read(url, as: "zh-CN.yml", diagnostics: &diagnostics))
    let chinese = try #require(MessageCatalog.read(source, language: "zh-CN", diagnostics: &diagnostics))
    var rows = Catalogue.entries.filter(\.isDiagnostic).map { entry in
      let id = entry.id.hasPrefix("map.") ? "…." + entry.id.dropFirst("map.".count) : entry.id
      return Self.row(
        id, entry.english.say, entry.english.hint ?? entry.cure ?? "",
        entry.chinese.say + (entry.chinese.hint ?? ""))
    }
    rows += ReadingProblem.allCases.map { problem in
      let wording = chinese.reading[problem]
      return Self.row(
        problem.rawValue, problem.say, problem.hint ?? "", (wording?.say ?? "") + (wording?.hint ?? ""))
    }
    let text = Self.introduction + rows.sorted().joined()
    let file = project.appending(path: "docs/diagnostics.md")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(file.path)")
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text, "RECORD=1 writes it anew")
  }

  /// A row of the table: braces that mean themselves are single, and what Markdown would take for its own is not.
  private static func row(_ id: String, _ cells: String...) -> String {
    let shown = cells.map { cell in
      cell.replacing("{{", with: "{").replacing("}}", with: "}").replacing("|", with: "\\|")
        .replacing("<", with: "&lt;").replacing("*", with: "\\*")
    }
    return "| `\(id)` | " + shown.joined(separator: " | ") + " |\n"
  }
}

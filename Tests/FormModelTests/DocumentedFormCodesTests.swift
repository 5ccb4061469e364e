import FormModel
import Foundation
import Testing

@Suite struct FormCodes {
  @Test func standInTheTableOfDocsFormsAndNothingElseDoes() throws {
    let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let docs = try String(contentsOf: project.appending(path: "docs/forms.md"), encoding: .utf8)
    let cells = docs.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { $0.split(separator: "|")[0] }
    let names = cells.flatMap { cell in cell.split(separator: "`").filter { $0.contains("_") }.map(String.init) }
    #expect(
      names.filter { $0.hasPrefix("E_") || $0.hasPrefix("W_") }.sorted()
        == FormProblemCode.allCases.map { "\($0.name)" }.sorted())
  }
}

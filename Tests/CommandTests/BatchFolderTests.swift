import Foundation
import Testing

private let header = "name,born,kind,branches,Card number"

/// Whose PDFs a folder holds, and what makes rows be filled again.
@Suite(.serialized) struct BatchFolders {
  private let good = "\(header)\nAnn Lee,1990-01-01,new,town,\n"

  private func batch(_ words: String, root: String = tinyGuide.path, in folder: Folder) throws -> Run {
    try Run(
      "/bin/bash",
      ["-c", "'\(Zhinan.path)' form batch library-card --root '\(root)' --today 2026-11-22 --lang en \(words)"],
      in: folder.url)
  }

  @Test func equallyNamedFilesNeverShareAFolder() throws {
    let folder = try Folder()
    for name in ["a", "b"] {
      try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: false)
      _ = try folder.write(good.replacing("Ann", with: "Ann \(name)"), to: "\(name)/r.csv")
    }
    #expect(try batch("a/r.csv -o out", in: folder).status == 0)
    let before = try folder.files
    let other = try batch("b/r.csv -o out", in: folder)
    #expect(other.status == 74 && other.problems.contains("[output.other-batch]"))
    #expect(try folder.files == before)
    #expect(try batch("./b/../a/r.csv -o out", in: folder).output.hasPrefix("Done: 0 filled, 1 unchanged"))
    #expect(try batch("b/r.csv -o out --resume", in: folder).output.hasPrefix("Done: 1 filled"))
  }

  @Test func standardInputNeedsAFolderOfItsOwn() throws {
    let folder = try Folder()
    _ = try folder.write(good, to: "r.csv")
    #expect(try batch("- --input-format csv -o out <r.csv", in: folder).status == 0)
    let before = try folder.files
    let other = try batch("- --input-format csv -o out <r.csv", in: folder)
    #expect(other.status == 74 && other.problems.contains("with --resume"), "\(other.problems)")
    #expect(try batch("<(cat r.csv) --input-format csv -o out", in: folder).status == 74)
    #expect(try folder.files == before)
    let again = try batch("- --input-format csv -o out --resume <r.csv", in: folder)
    #expect(again.output.hasPrefix("Done: 0 filled, 1 unchanged"), "\(again)")
  }

  @Test func anotherFontFillsEveryRowAgain() throws {
    let folder = try Folder()
    _ = try folder.write(good, to: "r.csv")
    let guide = folder.path("guide")
    try FileManager.default.copyItem(atPath: tinyGuide.path, toPath: guide)
    let list = "\(guide)/templates/fonts.yml"
    let first = try String(contentsOfFile: list, encoding: .utf8)
    func fonts(_ more: String) throws { try (first + more).write(toFile: list, atomically: true, encoding: .utf8) }
    #expect(try batch("r.csv -o out", root: guide, in: folder).output.hasPrefix("Done: 1 filled"))
    try fonts("  - {file: ../rare.ttf}\n".replacing("..", with: folder.url.path))
    #expect(try batch("r.csv -o out", root: guide, in: folder).output.hasPrefix("Done: 1 filled"))
    #expect(try batch("r.csv -o out", root: guide, in: folder).output.hasPrefix("Done: 0 filled, 1 unchanged"))
    try Data("a font".utf8).write(to: folder.url.appending(path: "rare.ttf"))
    #expect(try batch("r.csv -o out", root: guide, in: folder).output.hasPrefix("Done: 1 filled"))
    try Data("a f0nt".utf8).write(to: folder.url.appending(path: "rare.ttf"))
    #expect(try batch("r.csv -o out", root: guide, in: folder).output.hasPrefix("Done: 1 filled"))
  }

  @Test func aFileWithoutHeaderIsNotQuoted() throws {
    let folder = try Folder()
    _ = try folder.write("Ann Lee,1990-01-01,new,town,\nBob Lee,1990-01-01,new,town,\n", to: "r.csv")
    let run = try batch("r.csv -o out", in: folder)
    #expect(run.status == 1 && run.problems.contains("[record.no-header]") && !run.problems.contains("Lee"))
    #expect(run.problems.contains("1 error, 0 warnings"))
  }
}

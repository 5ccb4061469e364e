import Foundation
import Testing

@Suite(.serialized) struct Zips {
  private func build(_ folder: Folder, _ zip: String, site: String = "site") throws -> Run {
    try Zhinan.run(
      "build", "--root", tinyGuide.path, "--output", folder.path(site), "--zip", folder.path(zip), "--lang", "en")
  }

  /// What Python's zipfile says of an archive that it finds whole: paths, permissions, dates, flags.
  private func listed(_ zip: String) throws -> [String] {
    let script = """
      import sys, zipfile
      archive = zipfile.ZipFile(sys.argv[1])
      assert archive.testzip() is None
      for entry in archive.infolist():
          print(entry.filename, oct(entry.external_attr >> 16), *entry.date_time[:3], entry.flag_bits)
      """
    let run = try Run("/usr/bin/env", ["python3", "-c", script, zip], in: project)
    #expect(run.status == 0, "\(run.problems)")
    return run.output.split(separator: "\n").map(String.init)
  }

  @Test func holdTheSiteInOneFolder() throws {
    let folder = try Folder()
    let run = try build(folder, "guide-2025.zip")
    #expect(run.status == 0 && run.problems.isEmpty, "\(run.problems)")
    let zip = folder.path("guide-2025.zip")
    let last = try #require(run.output.split(separator: "\n").last)
    #expect(last.hasPrefix("\(zip)  ") && last.hasSuffix("open guide-2025/index.html in a browser"), "\(last)")
    let lines = try listed(zip)
    let paths = lines.map { String($0.split(separator: " ")[0]) }
    let site = try folder.files.keys.filter { $0.hasPrefix("site/") && $0 != "site/.zhinan-files" }
    #expect(paths == site.map { $0.replacing("site/", with: "guide-2025/", maxReplacements: 1) }.sorted())
    #expect(lines.allSatisfy { $0.hasSuffix(" 0o100644 1980 1 1 2048") }, "\(lines)")
    #expect(try mode(zip) & 0o777 == 0o644)
    let unpacked = try Run("/usr/bin/env", ["python3", "-m", "zipfile", "-e", zip, folder.path("stick")], in: project)
    #expect(unpacked.status == 0)
    #expect(
      try Run(
        "/usr/bin/env", ["diff", "-r", "-x", ".zhinan-files", folder.path("site"), folder.path("stick/guide-2025")],
        in: project
      ).status == 0)
  }

  @Test func areTheSameEveryTimeAndReplaceOneAnother() throws {
    let (first, second) = (try Folder(), try Folder())
    for folder in [first, first, second] { #expect(try build(folder, "a.zip").status == 0) }
    #expect(
      try Data(contentsOf: first.url.appending(path: "a.zip")) == Data(contentsOf: second.url.appending(path: "a.zip")))
    #expect(try first.names == ["a.zip", "site"])
  }

  @Test(arguments: ["指南.zip", "con.zip", "Com1.x.zip", "a b.zip", ".zip", "a..zip"])
  func haveAFolderThatEverySystemTakes(name: String) throws {
    let folder = try Folder()
    let run = try build(folder, name)
    #expect(run.output.contains("open site/index.html"), "\(run.output)")
  }

  @Test(arguments: ["", "mine", "PK\u{5}\u{6}", String(repeating: "zhinan", count: 9)])
  func replaceNothingOfOthers(text: String) throws {
    let folder = try Folder()
    let zip = try folder.write(text, to: "a.zip")
    let run = try build(folder, "a.zip")
    #expect(run.status == 74 && run.output.isEmpty)
    #expect(
      run.lines.first == "\(zip): error: The file is no zip that zhinan made. [output.not-ours]", "\(run.problems)")
    #expect(try folder.names == ["a.zip"] && String(contentsOfFile: zip, encoding: .utf8) == text)
  }

  @Test func areNoLinkAndNoFolder() throws {
    let folder = try Folder()
    try FileManager.default.createSymbolicLink(atPath: folder.path("a.zip"), withDestinationPath: folder.path("b"))
    try FileManager.default.createDirectory(atPath: folder.path("b.zip"), withIntermediateDirectories: true)
    for name in ["a.zip", "b.zip"] {
      let run = try build(folder, name)
      #expect(run.status == 74 && run.problems.contains("[output.unwritable]"), "\(run.problems)")
    }
    #expect(try build(folder, "none/a.zip").status == 74)
    #expect(try folder.names == ["a.zip", "b.zip", "site"])
  }

  @Test(arguments: ["-", "site.tar", "zip"])
  func areNamedAsZips(name: String) throws {
    let run = try Zhinan.run("build", "--root", tinyGuide.path, "--zip", name, "--lang", "en")
    #expect(run.status == 64 && run.problems.contains("The name of a zip ends in .zip, but “\(name)” does not."))
  }

  @Test func areNotMadeOfAGuideWithErrors() throws {
    let folder = try Folder()
    for name in ["content", "templates"] {
      try FileManager.default.copyItem(atPath: tinyGuide.path + "/\(name)", toPath: folder.path(name))
    }
    _ = try folder.write("title: Broken\n", to: "content/2025/forms/library-card.yml")
    let run = try Zhinan.run("build", "--zip", "a.zip", in: folder.url)
    #expect(run.status == 1 && !FileManager.default.fileExists(atPath: folder.path("a.zip")))
  }

  @Test(arguments: ["a:b.pdf", "con.pdf", "a.pdf "]) func refuseNamesThatWindowsHasNot(_ name: String) throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(atPath: folder.path("guide"), withIntermediateDirectories: false)
    for part in ["content", "templates"] {
      try FileManager.default.copyItem(
        at: tinyGuide.appending(path: part), to: URL(fileURLWithPath: folder.path("guide")).appending(path: part))
    }
    let files = folder.path("guide/content/2025/files")
    try FileManager.default.createDirectory(atPath: files, withIntermediateDirectories: false)
    #expect(FileManager.default.createFile(atPath: "\(files)/\(name)", contents: Data("a".utf8)))
    let arguments = ["build", "--root", folder.path("guide"), "--output", folder.path("site"), "--lang", "en"]
    let refused = try Run(Zhinan.path, arguments + ["--zip", folder.path("a.zip")], in: project)
    #expect(refused.status == 1 && refused.problems.contains("site.zip-name"), "\(refused.problems)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("site")))
    #expect(try Run(Zhinan.path, arguments, in: project).status == 0)
  }
}

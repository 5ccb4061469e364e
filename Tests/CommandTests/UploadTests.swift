import Foundation
import Testing

/// `zhinan rule upload_file` on files of the disk, with the limits of the project's guide.
@Suite struct UploadedFiles {
  /// A JPEG file of so many bytes with 1,240 × 1,754 pixels.
  private func jpeg(dpi: UInt16, size: Int = 300_000) -> Data {
    var bytes: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] + Array("JFIF\0".utf8) + [1, 1, 1]
    for _ in 0..<2 { bytes += [UInt8(dpi >> 8), UInt8(dpi & 0xFF)] }
    bytes += [0, 0, 0xFF, 0xC0, 0, 11, 8, 0x06, 0xDA, 0x04, 0xD8, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0x3F, 0]
    return Data(bytes + [UInt8](repeating: 0x55, count: size - bytes.count - 2) + [0xFF, 0xD9])
  }

  private func judge(_ words: [String], in folder: Folder) throws -> Run {
    try Run(Zhinan.path, ["rule", "upload_file", "--root", project.path] + words, in: folder.url)
  }

  @Test func aLineEachInOrder() throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(atPath: folder.path("scans.d"), withIntermediateDirectories: true)
    try jpeg(dpi: 300).write(to: folder.url.appending(path: "scans.d/a.jpg"))
    try jpeg(dpi: 72).write(to: folder.url.appending(path: "中 文.JPG"))
    try jpeg(dpi: 300, size: 5000).write(to: folder.url.appending(path: "small.jpg"))
    try jpeg(dpi: 300).dropLast(2).write(to: folder.url.appending(path: "cut.jpg"))
    let run = try judge(["scans.d/a.jpg", "中 文.JPG", "small.jpg", "cut.jpg"], in: folder)
    let facts = #""found":"JPEG","width":1240,"height":1754,"dpi":"#
    #expect(
      run.output.split(separator: "\n").map(String.init) == [
        #"{"rule":"upload_file","ok":true,"value":"jpeg","errors":[],"warnings":[],"file":"scans.d/a.jpg","bytes":300000,"#
          + facts + "300}",
        #"{"rule":"upload_file","ok":true,"value":"jpeg","errors":[],"warnings":["W_RESOLUTION"],"file":"中 文.JPG","#
          + #""bytes":300000,"# + facts + "72}",
        #"{"rule":"upload_file","ok":false,"value":null,"errors":["E_TOO_SMALL"],"warnings":[],"file":"small.jpg","#
          + #""bytes":5000,"# + facts + "300}",
        #"{"rule":"upload_file","ok":false,"value":null,"errors":["E_TRUNCATED"],"warnings":[],"file":"cut.jpg","#
          + #""bytes":299998,"# + facts + "300}",
      ], "\(run)")
    #expect(run.status == 1 && run.problems.isEmpty)
  }

  @Test(
    "What a file really is is told whatever its name says",
    arguments: [
      (
        "a.jpg", [0, 0, 0, 24] + Array("ftypheic".utf8) + [0, 0, 0, 0] + Array("mif1heic".utf8), "E_EXT_MISMATCH",
        "HEIC"
      ),
      ("b.jpeg", Array("RIFF\u{1}\u{1}\u{1}\u{1}WEBPVP8 ".utf8), "E_EXT_MISMATCH", "WebP"),
      ("c.png", Array("GIF89a".utf8), "E_EXT_MISMATCH", "GIF"),
      ("d.png", Array("%PDF-1.7".utf8), "E_EXT_MISMATCH", "PDF"),
      ("e.pdf", Array("%PDF-1.7".utf8), "E_EXT", "PDF"), ("f.bmp", [0x49, 0x49, 0x2A, 0], "E_EXT_MISMATCH", "TIFF"),
    ] as [(String, [UInt8], String, String)])
  func kinds(name: String, start: [UInt8], code: String, kind: String) throws {
    let folder = try Folder()
    try Data(start + [UInt8](repeating: 0, count: 300_000)).write(to: folder.url.appending(path: name))
    let run = try judge([name], in: folder)
    #expect(run.output.contains("\"errors\":[\"\(code)\"]") && run.output.contains("\"found\":\"\(kind)\""), "\(run)")
  }

  @Test func whatCannotBeReadIsToldAndStopsNothing() throws {
    let folder = try Folder()
    try jpeg(dpi: 300).write(to: folder.url.appending(path: "a.jpg"))
    try FileManager.default.createDirectory(atPath: folder.path("folder.jpg"), withIntermediateDirectories: true)
    #expect(mkfifo(folder.path("pipe.jpg"), 0o600) == 0)
    let run = try judge(["no.jpg", "folder.jpg", "a.jpg", "pipe.jpg"], in: folder)
    #expect(run.output.split(separator: "\n").count == 1 && run.output.contains("\"file\":\"a.jpg\""))
    #expect(run.status == 74)
    for name in ["no.jpg", "folder.jpg", "pipe.jpg"] {
      #expect(run.lines.contains { $0.hasPrefix("\(name): error: 不能读取文件：") }, "\(run.problems)")
    }
    // One that is wrong counts for more.
    try Data([1]).write(to: folder.url.appending(path: "b.jpg"))
    #expect(try judge(["no.jpg", "b.jpg"], in: folder).status == 1)
  }

  @Test func pathsComeAsLinesToo() throws {
    let folder = try Folder()
    try jpeg(dpi: 300).write(to: folder.url.appending(path: "a.jpg"))
    let command = "printf 'a.jpg\\na.jpg\\0b\\n[\"a.jpg\",300000,\"FFD8FFDB\"]\\na\\377.jpg\\n' | "
    let run = try Run(
      "/bin/bash", ["-c", command + "'\(Zhinan.path)' rule upload_file --root '\(project.path)'"], in: folder.url)
    let lines = run.output.split(separator: "\n")
    #expect(
      lines.count == 2 && lines[0].contains("\"file\":\"a.jpg\"") && lines[1].hasSuffix("\"warnings\":[]}"), "\(run)")
    #expect(run.status == 74 && run.lines.count { $0.contains("[file.unreadable]") } == 2)
  }

  @Test("A file of any size is told by its size, and not read whole")
  func large() throws {
    let folder = try Folder()
    _ = FileManager.default.createFile(atPath: folder.path("a.png"), contents: Data([0x89, 0x50, 0x4E, 0x47]))
    try #require(truncate(folder.path("a.png"), 1 << 40) == 0)
    let run = try judge(["a.png"], in: folder)
    #expect(
      run.output.contains("\"errors\":[\"E_TOO_LARGE\"]") && run.output.contains("\"bytes\":\(1 << 40)"), "\(run)")
  }
}

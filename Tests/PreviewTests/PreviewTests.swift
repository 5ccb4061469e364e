import Diagnostics
import Foundation
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

@testable import Preview

@Suite("The preview", .serialized)
struct PreviewTests {
  private let root: URL
  private let site: SiteFolder

  init() throws {
    root = FileManager.default.temporaryDirectory.appending(path: "zhinan-\(UUID().uuidString)")
    for (path, text) in [
      "site/index.html": "home", "site/404.html": "lost", "site/v/费用/index.html": "fees", "site/a.css": "css",
      "site/.zhinan-files": "list", "secret.txt": "secret",
    ] {
      let url = root.appending(path: path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    try FileManager.default.createSymbolicLink(
      at: root.appending(path: "site/out.txt"), withDestinationURL: root.appending(path: "secret.txt"))
    site = SiteFolder(root.appending(path: "site"), prefix: "/guide/")
  }

  private func text(_ path: String) -> String {
    switch site.answer(to: path) {
    case .file(let file, let type): "\(type): \((try? String(contentsOfFile: file, encoding: .utf8)) ?? "none")"
    case .moved(let path): "moved: \(path)"
    case .missing(let file): "404: \((try? String(contentsOfFile: file, encoding: .utf8)) ?? "none")"
    }
  }

  @Test(
    "answers as a server of files does, below the site's path",
    arguments: [
      ("/", "moved: /guide/"), ("/guide", "moved: /guide/"), ("/guide/", "text/html; charset=utf-8: home"),
      ("/guide/v/%E8%B4%B9%E7%94%A8/", "text/html; charset=utf-8: fees"),
      ("/guide/v/%E8%B4%B9%E7%94%A8", "moved: /guide/v/%E8%B4%B9%E7%94%A8/"),
      ("/guide/v/费用", "moved: /guide/v/%E8%B4%B9%E7%94%A8/"),
      ("/guide/a.css", "text/css; charset=utf-8: css"), ("/a.css", "404: lost"), ("/guidea.css", "404: lost"),
      ("/guide/v/", "404: lost"), ("/guide/nothing", "404: lost"), ("/guide/a.css/", "404: lost"),
    ])
  func answers(_ path: String, _ answer: String) { #expect(text(path) == answer) }

  @Test(
    "gives nothing from outside its folder, and no address of another host",
    arguments: [
      "/guide/../secret.txt", "/guide/%2e%2e/secret.txt", "/guide/..%2fsecret.txt", "/guide/v/../../secret.txt",
      "/guide/out.txt", "/guide/.zhinan-files", "/guide/%00", "/guide/%ff", "//guide", "//guide/", "/guide//v",
      "//v", "/guide/v//", "//", "/%2fguide/",
    ])
  func escape(_ path: String) { #expect(text(path) == "404: lost") }

  @Test("adds its script to pages, not to texts without a head")
  func script() {
    func injected(_ html: String) -> String {
      String(decoding: ReloadScript.injected(into: Array(html.utf8), count: 3), as: UTF8.self)
    }
    #expect(
      injected("<head></head><p>") == "<head><script src=\"/-preview/reload.js?since=3\" defer></script>\n</head><p>")
    #expect(injected("plain") == "plain")
  }

  @Test("sees files that change, come and go")
  func changes() throws {
    let first = FolderState([root])
    #expect(FolderState([root]) == first)
    try Data("more".utf8).write(to: root.appending(path: "new.md"))
    let second = FolderState([root])
    #expect(second != first)
    try Data("longer".utf8).write(to: root.appending(path: "new.md"))
    #expect(FolderState([root]) != second)
    try FileManager.default.removeItem(at: root.appending(path: "new.md"))
    #expect(FolderState([root]) == first)
  }

  @Test("serves, rebuilds on a change and tells waiting pages", .timeLimit(.minutes(15)))
  func serves() async throws {
    let (root, watched) = (root, root.appending(path: "site/v"))
    let (addresses, told) = AsyncStream<String>.makeStream()
    let server = Task {
      try? await PreviewServer(folder: root.appending(path: "site"), port: 0).run(
        watching: [watched], build: { _ in .built(pathPrefix: "/") }, ready: { told.yield($0) })
    }
    defer { server.cancel() }
    var iterator = addresses.makeAsyncIterator()
    let address = try #require(await iterator.next())
    let home = try await Self.get(address)
    #expect(home.status == 200 && home.text == "home")
    #expect(try await Self.get(address + "none").status == 404)
    async let waiting = Self.get(address + "-preview/wait.js?since=1")
    try Data("new".utf8).write(to: watched.appending(path: "page.md"))
    #expect(try await waiting.text.hasSuffix("{ detail: {\"count\":2,\"html\":null} }));\n"))
  }

  @Test("says when the port is taken", .timeLimit(.minutes(15)))
  func portTaken() async throws {
    let (addresses, told) = AsyncStream<String>.makeStream()
    let root = root
    let first = Task {
      try? await PreviewServer(folder: root, port: 0).run(
        watching: [], build: { _ in .built(pathPrefix: "/") }, ready: { told.yield($0) })
    }
    defer { first.cancel() }
    var iterator = addresses.makeAsyncIterator()
    let address = try #require(await iterator.next())
    let port = try #require(UInt16(address.dropLast().split(separator: ":").last ?? ""))
    do throws(PreviewFailure) {
      try await PreviewServer(folder: root, port: port).run(
        watching: [], build: { _ in .built(pathPrefix: "/") }, ready: { _ in })
      Issue.record("no failure")
    } catch {
      #expect(error.diagnostic.id == "preview.failed")
      #expect(error.diagnostic.summary.contains("in use"))
    }
  }

  private static func get(_ address: String) async throws -> (status: Int, text: String) {
    let (data, response) = try await URLSession.shared.data(from: try #require(URL(string: address)))
    return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))
  }
}

import Diagnostics
import Foundation
import Site
import Testing

@Suite("The site of a small guide")
struct TinySiteTests {
  @Test("is as recorded, file by file")
  func golden() async throws {
    let (site, diagnostics) = try await Fixtures.site("TinyGuide")
    #expect(diagnostics == [])
    let folder = Fixtures.folder.appending(path: "SiteFixtures/TinySite")
    if Fixtures.isRecording {
      try? FileManager.default.removeItem(at: folder)
      for file in site.files {
        let url = folder.appending(path: file.path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: url)
      }
      Issue.record("recorded; run again without RECORD")
    }
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: folder.appending(path: $0).path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
    #expect(site.files.map(\.path) == names.sorted())
    for file in site.files {
      let recorded = try? String(contentsOf: folder.appending(path: file.path), encoding: .utf8)
      #expect(String(decoding: file.bytes, as: UTF8.self) == recorded, "\(file.path)")
    }
  }

  @Test("is the same bytes on every run")
  func deterministic() async throws {
    let first = try await Fixtures.site("TinyGuide").site.files
    for _ in 0..<5 {
      #expect(try await Fixtures.site("TinyGuide").site.files == first)
    }
  }

  @Test("has no link that leads nowhere")
  func links() async throws {
    let site = try await Fixtures.site("TinyGuide").site
    let pages = site.files.filter { $0.path.hasSuffix(".html") }
    let paths = Set(site.files.map(\.path))
    for page in pages {
      for link in OutputPage(page).links where !link.contains(":") {
        let (path, fragment) = OutputPage.target(of: link, on: page.path, prefix: "/card/")
        #expect(paths.contains(path), "\(page.path): \(link)")
        if let fragment { #expect(OutputPage(site.text(path) ?? "").ids.contains(fragment), "\(page.path): \(link)") }
      }
    }
  }

  @Test("has one h1, landmarks and a language on every page, and asks no other host for anything")
  func pages() async throws {
    for page in try await Fixtures.site("TinyGuide").site.files where page.path.hasSuffix(".html") {
      let text = String(decoding: page.bytes, as: UTF8.self)
      #expect(text.ranges(of: "<h1>").count == 1, "\(page.path)")
      #expect(text.contains("<html lang=\"en\">") && text.contains("<main"))
      #expect(!text.contains("<script") && !text.contains(" style="))
      #expect(!text.contains("src=\"http") && !text.contains("src=\"//"))
    }
  }

  @Test(
    "names the newest version of the same page as canonical, also of a page that was renamed",
    arguments: [
      ("2024/index.html", "https://library.example/card/2025/"),
      ("2024/renewal/index.html", "https://library.example/card/2025/renew/"),
      ("2025/fees/index.html", "https://library.example/card/2025/fees/"),
      ("latest/fees/index.html", "https://library.example/card/2025/fees/"),
    ])
  func canonical(_ path: String, _ address: String) async throws {
    let text = try #require(try await Fixtures.site("TinyGuide").site.text(path))
    #expect(text.contains("<link rel=\"canonical\" href=\"\(address)\">"))
  }

  @Test("keeps the page in the version switcher and the banner of a superseded version")
  func switcher() async throws {
    let site = try await Fixtures.site("TinyGuide").site
    let old = try #require(site.text("2024/renewal/index.html"))
    #expect(
      old.contains(
        "<p class=\"banner\" data-until=\"2099-01-01\">Not in force. <a href=\"../../2025/renew/\">Edition of 2025</a></p>\n"
          + "<p class=\"banner\" data-from=\"2099-01-01\">Not in force. <a href=\"../../2099/renew/\">Edition of 2099</a></p>"
      ))
    let new = try #require(site.text("2025/renew/index.html"))
    #expect(new.contains("<a href=\"../../2024/renewal/\">Edition of 2024</a>"))
    #expect(new.ranges(of: "class=\"banner\"").count == 1 && new.contains("class=\"banner\" data-from=\"2099-01-01\""))
  }

  @Test("redirects from former names and from latest")
  func redirects() async throws {
    let site = try await Fixtures.site("TinyGuide").site
    #expect(site.text("2025/renewal/index.html")?.contains("0; url=../renew/\"") == true)
    #expect(site.text("latest/renewal/index.html")?.contains("0; url=../../2025/renew/\"") == true)
    #expect(site.text("latest/index.html")?.contains("0; url=../2025/\"") == true)
  }

  @Test("leaves drafts out of the sitemap and marks them")
  func drafts() async throws {
    let guide = try String(contentsOf: Fixtures.folder.appending(path: "TinyGuide/content/guide.yml"), encoding: .utf8)
    let root = try Fixtures.changedTinyGuide([
      "content/guide.yml": guide.replacing(
        "versions:\n", with: "versions:\n  - {id: \"2026\", title: Edition of 2026, status: draft}\n"),
      "content/2026/index.md": "---\ntitle: Next\ndescription: Not yet.\n---\n## The way\n\nSoon.\n",
    ])
    defer { try? FileManager.default.removeItem(at: root) }
    let (site, diagnostics) = try await Fixtures.site(root: root)
    #expect(diagnostics == [])
    #expect(site.text("sitemap.xml")?.contains("2026/") == false)
    #expect(site.text("2026/index.html")?.contains("class=\"banner\"") == true)
    #expect(site.text("2026/index.html")?.contains("card/2025/\">") == true)
    #expect(site.text("2025/index.html")?.contains("card/2025/\">") == true)
    for file in ["versions.json", "index.html", "2025/index.html", "404.html"] {
      #expect(site.text(file)?.contains("2026") == false, "\(file)")
    }
    #expect(site.text("2026/index.html")?.contains("<meta name=\"robots\" content=\"noindex\">") == true)
    #expect(site.text("2025/index.html")?.contains("noindex") == false)
    let listed = try await Fixtures.site(root: root, drafts: true).site
    for file in ["versions.json", "index.html", "2025/index.html"] {
      #expect(listed.text(file)?.contains("2026") == true, "\(file)")
    }
    #expect(listed.text("sitemap.xml")?.contains("2026/") == false)
  }
}

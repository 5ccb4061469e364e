import Testing

@testable import Files

@Suite("Paths below a folder")
struct PlainPathTests {
  @Test("are names between single slashes", arguments: ["a", "a/b", ".a/b..", "é/\u{301}x", "a b", "..."])
  func plain(path: String) { #expect(PlainPath.isPlain(path)) }

  /// A slash and a combining mark are one character to Swift, and no slash.
  @Test(
    "lead nowhere else",
    arguments: [
      "", "/a", "a/", "a//b", ".", "..", "../a", "a/../b", "a/.", "../\u{301}x", "a/\u{301}/../b", "a\nb", "a\0",
    ])
  func others(path: String) { #expect(!PlainPath.isPlain(path)) }

  @Test("are cut at every slash")
  func parts() {
    #expect(PlainPath.parts("a/\u{301}b//c").map { Array($0.utf8) } == ["a", "\u{301}b", "c"].map { Array($0.utf8) })
    #expect(PlainPath.foldersAbove("a/\u{301}b/c") == ["a", "a/\u{301}b"] && PlainPath.foldersAbove("a") == [])
  }

  @Test("lie in a folder by their bytes")
  func inside() {
    #expect(PlainPath.lies("/r/a", in: "/r") && PlainPath.lies("/r", in: "/r") && PlainPath.lies("/a", in: "/"))
    #expect(!PlainPath.lies("/ra", in: "/r") && !PlainPath.lies("/e\u{301}/a", in: "/\u{E9}"))
    #expect(BytePath("e\u{301}") != BytePath("\u{E9}") && BytePath("a") < BytePath("b"))
    #expect(Set([BytePath("e\u{301}"), BytePath("\u{E9}"), BytePath("\u{E9}")]).count == 2)
  }
}

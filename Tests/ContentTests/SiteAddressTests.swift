import Testing

@testable import Content

@Suite("A site's address")
struct SiteAddressTests {
  @Test(
    "is a host and a path",
    arguments: [
      "https://example.org", "http://example.org/", "https://example.org:8443/a/b-c/~d", "https://指南.example/",
      "http://[::1]:80/a", "https://example.org/%E6%8C%87%E5%8D%97/", "http://127.0.0.1:8000",
    ])
  func right(_ address: String) { #expect(SiteAddress.problem(of: address) == nil) }

  @Test(
    "is refused when it hides, tells or confuses something",
    arguments: [
      "", "example.org", "//example.org", "ftp://example.org/", "javascript://example.org/", "https://", "https:///a",
      "https://u:p@example.org/", "https://u@example.org/", "https://example.org//a/", "https://example.org/a//",
      "https://example.org/../a",
      "https://example.org/./a",
      "https://example.org/%2e%2E/a",
      "https://example.org/a%2Fb",
      "https://example.org/a%5Cb", "https://example.org/?a", "https://example.org/#a", "https://example.org/a b",
      "https://example.org/a\nb",
      "https://example.org/a\u{7}",
      "https://example.org/\u{202E}a",
      "https://example.org\\a",
      "https://example.org:0/", "https://example.org:99999/", "https://example.org:/", "https://example.org/%00",
      "https://example.org/?\u{301}a", "https://example.org/a%2F%CC%81b",
      "https://u@\u{301}example.org/", "https://example.org/\"x", "https://example.org/<x>", "https://example.org/%zz",
    ])
  func wrong(_ address: String) { #expect(SiteAddress.problem(of: address) != nil) }
}

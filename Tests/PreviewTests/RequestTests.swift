import Foundation
import Testing

@testable import Preview

@Suite("Requests to the preview", .serialized, .timeLimit(.minutes(5)))
struct RequestTests {
  @Test("is answered for loopback names with its port only")
  func hosts() async throws {
    let wire = try await Wire()
    func status(_ host: String, _ target: String = "/") throws -> String {
      String(try wire.send("GET \(target) HTTP/1.1\r\n\(host)Connection: close\r\n\r\n").prefix(12).suffix(3))
    }
    for name in ["127.0.0.1", "localhost", "LocalHost", "[::1]"] {
      #expect(try status("Host: \(name):\(wire.port)\r\n") == "200")
    }
    for name in [
      "evil.example", "evil.example:\(wire.port)", "127.0.0.1.evil.example:\(wire.port)", "localhost", "127.0.0.1:1",
      "",
    ] {
      #expect(try status("Host: \(name)\r\n") == "421", "\(name)")
    }
    #expect(try status("") == "400")
    #expect(try status(wire.host + wire.host) == "400")
    #expect(try status(wire.host, "http://evil.example/") == "421")
    #expect(try status(wire.host, "http://localhost:\(wire.port)/") == "200")
  }

  @Test("gives HEAD the head alone and refuses other methods")
  func methods() async throws {
    let wire = try await Wire()
    let head = try wire.get("/ten", method: "HEAD")
    #expect(head.hasPrefix("HTTP/1.1 200 ") && head.contains("Content-Length: 10\r\n") && head.hasSuffix("\r\n\r\n"))
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "BREW"] {
      let answer = try wire.get("/", method: method)
      #expect(answer.hasPrefix("HTTP/1.1 405 ") || (method == "BREW" && answer.hasPrefix("HTTP/1.1 400 ")), "\(method)")
      #expect(method == "BREW" || answer.contains("Allow: GET, HEAD\r\n"))
    }
    let large = try wire.send(
      "POST / HTTP/1.1\r\n\(wire.host)Content-Length: 900000\r\n\r\n" + String(repeating: "x", count: 900_000))
    #expect(large.hasPrefix("HTTP/1.1 405 "))
  }

  @Test(
    "gives the part that is asked for",
    arguments: [
      ("bytes=2-4", "206", "234", "bytes 2-4/10"), ("bytes=7-", "206", "789", "bytes 7-9/10"),
      ("bytes=-3", "206", "789", "bytes 7-9/10"), ("bytes=-99", "206", "0123456789", "bytes 0-9/10"),
      ("bytes=0-99999999999999999999", "206", "0123456789", "bytes 0-9/10"), ("bytes=10-", "416", "", "bytes */10"),
      ("bytes=-0", "416", "", "bytes */10"), ("bytes=4-2", "200", "0123456789", nil),
      ("bytes=0-1,3-4", "200", "0123456789", nil), ("lines=0-1", "200", "0123456789", nil),
      ("bytes=-", "200", "0123456789", nil),
    ] as [(String, String, String, String?)])
  func ranges(_ range: String, _ status: String, _ content: String, _ said: String?) async throws {
    let answer = try await Wire().get("/ten", "Range: \(range)\r\n")
    #expect(answer.hasPrefix("HTTP/1.1 \(status) ") && answer.hasSuffix("\r\n\r\n\(content)"), "\(answer)")
    #expect(answer.contains("Content-Range: ") == (said != nil))
    if let said { #expect(answer.contains("Content-Range: \(said)\r\n")) }
  }

  @Test("leads to the site's path and to no other host")
  func redirects() async throws {
    let wire = try await Wire(prefix: "/guide/")
    #expect(try wire.get("/").contains("Location: /guide/\r\n"))
    #expect(try wire.get("/guide/2025").contains("Location: /guide/2025/\r\n"))
    for path in ["//2025", "//guide/2025", "/guide//2025", "/2025/", "//evil.example/%2e%2e"] {
      let answer = try wire.get(path)
      #expect(answer.hasPrefix("HTTP/1.1 404 ") && !answer.contains("Location"), "\(path)")
    }
  }

  @Test("refuses what is too long, and lets nobody else wait for it")
  func tooLong() async throws {
    let wire = try await Wire()
    let long = String(repeating: "a", count: 70_000)
    #expect(try wire.get("/" + long).hasPrefix("HTTP/1.1 414 "))
    #expect(try wire.get("/", "X: \(long)\r\n").hasPrefix("HTTP/1.1 431 "))
    #expect(try wire.get("/", String(repeating: "X: a\r\n", count: 10_000)).hasPrefix("HTTP/1.1 431 "))
    let endless = try wire.connect()
    defer { close(endless) }
    wire.write("GET / HTTP/1.1\r\n", to: endless)
    var lines = 0
    while lines < 100_000, wire.write("X: \(long.prefix(1000))\r\n", to: endless) { lines += 1 }
    #expect(lines < 100_000)
    #expect(try wire.get("/").hasPrefix("HTTP/1.1 200 "))
  }

  @Test("answers several requests on one connection, and refuses what is no request")
  func connections() async throws {
    let wire = try await Wire()
    let both = try wire.send(
      "GET /ten HTTP/1.1\r\n\(wire.host)\r\nGET /none HTTP/1.1\r\n\(wire.host)Connection: close\r\n\r\n")
    #expect(both.contains("\r\n\r\n0123456789HTTP/1.1 404 Not Found\r\n") && both.hasSuffix("\r\n\r\nlost"), "\(both)")
    for junk in ["\u{16}\u{3}\u{1}\r\n\r\n", "GET\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"] {
      #expect(try wire.send(junk).hasPrefix("HTTP/1.1 400 "), "\(junk)")
    }
  }

  @Test("ends the wait for a client that is too slow")
  func slow() async throws {
    var limits = RequestLimits()
    limits.headTime = .milliseconds(300)
    limits.idleTime = .milliseconds(300)
    let wire = try await Wire(limits: limits)
    #expect(try wire.send("GET / HT").hasPrefix("HTTP/1.1 408 "))
    #expect(try wire.send("").isEmpty)
  }

  @Test("goes on when hundreds of connections are open")
  func manyConnections() async throws {
    var limits = RequestLimits()
    limits.headTime = .seconds(2)
    let wire = try await Wire(limits: limits)
    // More than it takes at once; the system lets the others wait.
    let slow = try (0..<300).map { _ in try wire.connect() }
    defer { for connection in slow { close(connection) } }
    for connection in slow { wire.write("GET / HT", to: connection) }
    #expect(try wire.get("/").hasPrefix("HTTP/1.1 200 "))
  }

  @Test("lets a few pages wait, and tells the others to ask again")
  func waiting() async throws {
    let wire = try await Wire()
    let pages = try (0...Reloads.mostWaiting).map { _ in
      let connection = try wire.connect()
      wire.write("GET /-preview/wait.js?since=1 HTTP/1.1\r\n\(wire.host)Connection: close\r\n\r\n", to: connection)
      return connection
    }
    defer { for connection in pages { close(connection) } }
    let first = wire.read(pages[0])
    #expect(first.hasPrefix("HTTP/1.1 200 ") && first.hasSuffix("\r\n\r\n"))
    #expect(try wire.get("/-preview/wait.js?since=7").hasSuffix("{ detail: {\"count\":1,\"html\":null} }));\n"))
  }
}

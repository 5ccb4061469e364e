import Foundation
import Testing

@testable import Preview

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// What the preview reaches, and who reaches it.
@Suite("The preview's reach", .serialized)
struct ReachTests {
  /// Runs `body` with the address of a preview of a folder, beside which lies another whose name begins alike.
  private func served(_ body: (_ address: String) async throws -> Void) async throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "zhinan-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    for (path, text) in ["site/index.html": "home", "site/404.html": "lost", "site2/secret.txt": "secret"] {
      let url = root.appending(path: path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    for (link, target) in [("site/out.txt", "site2/secret.txt"), ("site/beside", "site2")] {
      try FileManager.default.createSymbolicLink(
        at: root.appending(path: link), withDestinationURL: root.appending(path: target))
    }
    let (addresses, told) = AsyncStream<String>.makeStream()
    let server = Task {
      try? await PreviewServer(folder: root.appending(path: "site"), port: 0).run(
        watching: [], build: { _ in .built(pathPrefix: "/") }, ready: { told.yield($0) })
    }
    defer { server.cancel() }
    var iterator = addresses.makeAsyncIterator()
    try await body(try #require(await iterator.next()))
  }

  @Test("no link leads into a folder beside it", .timeLimit(.minutes(15)))
  func sibling() async throws {
    try await served { address in
      for path in ["out.txt", "beside/secret.txt"] {
        let (data, response) = try await URLSession.shared.data(from: try #require(URL(string: address + path)))
        #expect((response as? HTTPURLResponse)?.statusCode == 404)
        #expect(!String(decoding: data, as: UTF8.self).contains("secret"))
      }
    }
  }

  /// What the kernel says, not what the server says of itself.
  @Test("it listens on the loopback address alone", .timeLimit(.minutes(15)))
  func listening() async throws {
    try await served { address in
      let port = try #require(UInt16(address.dropLast().split(separator: ":").last ?? ""))
      let digits = String(port, radix: 16, uppercase: true)
      let end = ":" + String(repeating: "0", count: 4 - digits.count) + digits
      let sockets = try ["/proc/net/tcp", "/proc/net/tcp6"].map { try String(contentsOfFile: $0, encoding: .utf8) }
      var listening: [String] = []
      for line in sockets.joined().split(separator: "\n") {
        let parts = line.split(separator: " ").map(String.init)
        // The local address, and the state LISTEN.
        if parts.count > 3, parts[3] == "0A", parts[1].hasSuffix(end) { listening.append(String(parts[1].dropLast(5))) }
      }
      #expect(listening == ["0100007F"], "\(listening)")
    }
  }
}

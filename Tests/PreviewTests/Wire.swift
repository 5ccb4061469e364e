import Foundation
import Testing

@testable import Preview

/// A preview of a small site, and what it says to clients that write bytes themselves.
final class Wire {
  let port: UInt16
  let root: URL
  /// The path that the preview says it is at.
  let home: String
  private let server: Task<Void, Never>

  convenience init(prefix: String = "/", limits: RequestLimits = RequestLimits()) async throws {
    try await self.init(watching: [], limits: limits) { .built(pathPrefix: prefix) }
    #expect(home == prefix)
  }

  /// A preview of the same site, whose folders and builds are told.
  init(
    watching folders: [URL], limits: RequestLimits = RequestLimits(),
    build: @escaping @Sendable () -> PreviewServer.Outcome
  ) async throws {
    root = FileManager.default.temporaryDirectory.appending(path: "zhinan-\(UUID().uuidString)")
    for (path, text) in [
      "index.html": "<head></head>home", "404.html": "lost", "2025/index.html": "year", "ten": "0123456789",
    ] {
      let url = root.appending(path: path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    let (addresses, told) = AsyncStream<String>.makeStream()
    let preview = PreviewServer(folder: root, port: 0, limits: limits)
    server = Task {
      try? await preview.run(watching: folders, build: { _ in build() }, ready: { told.yield($0) })
    }
    var iterator = addresses.makeAsyncIterator()
    let address = try #require(await iterator.next())
    let rest = address.dropFirst("http://127.0.0.1:".count)
    port = try #require(UInt16(rest.prefix { $0 != "/" }))
    home = String(rest.drop { $0 != "/" })
  }

  deinit {
    server.cancel()
    try? FileManager.default.removeItem(at: root)
  }

  /// The field that names this server.
  var host: String { "Host: 127.0.0.1:\(port)\r\n" }

  /// The whole answer to a request for one path, after which the connection ends.
  func get(_ path: String, _ fields: String = "", method: String = "GET") throws -> String {
    try send("\(method) \(path) HTTP/1.1\r\n\(host)Connection: close\r\n\(fields)\r\n")
  }

  /// What the script that waits is told; it asks again when nothing came while it waited, as the page does.
  func told(since count: Int) throws -> String {
    for _ in 1..<10 {
      let told = try get("/-preview/wait.js?since=\(count)")
      if !told.contains("Content-Length: 0\r\n") { return told }
    }
    return try get("/-preview/wait.js?since=\(count)")
  }

  /// What comes back until the server ends the connection.
  func send(_ text: String) throws -> String {
    let connection = try connect()
    defer { close(connection) }
    write(text, to: connection)
    return read(connection)
  }

  /// A connection whose reads end after a minute.
  func connect() throws -> Int32 {
    let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var wait = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(status == 0)
    return connection
  }

  /// Writes all of the text; `false` when the server takes no more.
  @discardableResult func write(_ text: String, to connection: Int32) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// What comes until the connection ends.
  func read(_ connection: Int32) -> String {
    var all: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = recv(connection, &part, part.count, 0)
      guard count > 0 else { return String(decoding: all, as: UTF8.self) }
      all += part[..<count]
    }
  }
}

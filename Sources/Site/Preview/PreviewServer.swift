package import Diagnostics
internal import FlyingFox
internal import FlyingSocks
package import Foundation

/// Shows a built site on this machine alone while its sources are written: rebuilds when they change, and pages
/// reload by themselves.
package struct PreviewServer: Sendable {
  private let files: SiteFolder
  private let port: UInt16

  /// - Parameters:
  ///   - folder: the built site.
  ///   - pathPrefix: the path part of the site's address, such as `/guide/`; the site is shown there and at `/`.
  ///   - port: port of 127.0.0.1; 0 takes a free one.
  package init(folder: URL, pathPrefix: String = "/", port: UInt16) {
    files = SiteFolder(folder, prefix: pathPrefix)
    self.port = port
  }

  /// Serves until the task is cancelled.
  ///
  /// - Parameters:
  ///   - folders: where a change of a file calls `rebuild`.
  ///   - rebuild: builds and writes the site; open pages reload after it.
  ///   - ready: told the address once it answers.
  package func run(
    watching folders: [URL], rebuild: @escaping @Sendable () async -> Void,
    ready: @escaping @Sendable (String) -> Void
  ) async throws(PreviewFailure) {
    let reloads = Reloads()
    let handler = PreviewHandler(files: files, reloads: reloads)
    do {
      let address = try sockaddr_in.inet(ip4: "127.0.0.1", port: port)
      let server = HTTPServer(address: address, timeout: 60, logger: .disabled, handler: handler)
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await server.run() }
        group.addTask {
          try await server.waitUntilListening()
          if case .ip4(_, let port)? = await server.listeningAddress { ready("http://127.0.0.1:\(port)/") }
          try await Self.watch(folders, reloads: reloads, rebuild: rebuild)
        }
        defer { group.cancelAll() }
        try await group.next()
      }
    } catch is CancellationError {
      return
    } catch {
      if Task.isCancelled { return }
      throw PreviewFailure(port: port, error)
    }
  }

  /// Looks at the folders twice a second.
  private static func watch(
    _ folders: [URL], reloads: Reloads, rebuild: @Sendable () async -> Void
  ) async throws {
    var seen = FolderState(folders)
    while true {
      try await Task.sleep(for: .milliseconds(500))
      let now = FolderState(folders)
      guard now != seen else { continue }
      seen = now
      await rebuild()
      await reloads.add()
    }
  }
}

/// The preview could not be served.
package struct PreviewFailure: Error {
  /// What happened, with the port.
  package let diagnostic: Diagnostic

  init(port: UInt16, _ error: any Error) {
    var reason = "\(error)"
    if case SocketError.failed(_, let code, _) = error { reason = String(cString: strerror(code)) }
    diagnostic = .error(
      "preview.failed", at: nil, "The site cannot be shown on port \(port): \(reason).", hint: "Choose another port.")
  }
}

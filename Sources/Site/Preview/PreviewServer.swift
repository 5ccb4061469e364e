package import Diagnostics
internal import Files
package import Foundation
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// Shows a built site on this machine alone while its sources are written: rebuilds when they change, and pages
/// reload by themselves.
package struct PreviewServer: Sendable {
  private let files: SiteFolder
  private let port: UInt16
  private let limits: RequestLimits

  /// - Parameters:
  ///   - folder: the built site.
  ///   - pathPrefix: the path part of the site's address, such as `/guide/`, not percent-encoded; the site is shown
  ///     there, and `/` leads to it.
  ///   - port: port of 127.0.0.1; 0 takes a free one.
  package init(folder: URL, pathPrefix: String = "/", port: UInt16) {
    self.init(folder: folder, pathPrefix: pathPrefix, port: port, limits: RequestLimits())
  }

  init(folder: URL, pathPrefix: String = "/", port: UInt16, limits: RequestLimits) {
    files = SiteFolder(folder, prefix: pathPrefix)
    self.port = port
    self.limits = limits
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
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    do {
      let listener = try await listen(on: group, reloads)
      ready("http://127.0.0.1:\(listener.localAddress?.port ?? 0)\(files.home)")
      await Self.watch(folders, reloads: reloads, rebuild: rebuild)
      try await group.shutdownGracefully()
    } catch {
      try? await group.shutdownGracefully()
      throw PreviewFailure(port: port, error)
    }
  }

  private func listen(on group: MultiThreadedEventLoopGroup, _ reloads: Reloads) async throws -> any Channel {
    let (files, limits) = (files, limits)
    let most = Self.mostConnections
    return try await ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 128)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .serverChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(AcceptLimit(most)) }
      }
      .childChannelOption(.autoRead, value: false)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let answers = PreviewAnswers(files: files, port: channel.localAddress?.port ?? 0)
          try channel.pipeline.syncOperations.addHandlers([
            RequestGate(limits), HTTPResponseEncoder(), ByteToMessageHandler(HTTPRequestDecoder()),
            PreviewConnection(answers, reloads: reloads),
          ])
        }
      }
      .bind(host: "127.0.0.1", port: Int(port)).get()
  }

  /// How many connections may be open at once: few enough to leave files for the pages and for building the site.
  private static var mostConnections: Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 64 }
    return Int(min(256, max(8, limit.rlim_cur / 4)))
  }

  /// Looks at the folders twice a second, until the task is cancelled.
  private static func watch(_ folders: [URL], reloads: Reloads, rebuild: @Sendable () async -> Void) async {
    var seen = FolderState(folders)
    while true {
      do { try await Task.sleep(for: .milliseconds(500)) } catch { return }
      let now = FolderState(folders)
      guard now != seen else { continue }
      seen = now
      await rebuild()
      reloads.add()
    }
  }
}

/// The preview could not be served.
package struct PreviewFailure: Error {
  /// What happened, with the port.
  package let diagnostic: Diagnostic

  init(port: UInt16, _ error: any Error) {
    let reason = (error as? IOError).map { SystemReason.message($0.errnoCode) } ?? .phrase("\(error)")
    diagnostic = .error("preview.failed", at: nil, ["port": .text("\(port)"), "reason": .message(reason)])
  }
}

package import Diagnostics
internal import Files
package import Foundation
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// Shows a built site on this machine alone while its sources are written: rebuilds when they change, and pages
/// reload by themselves.
package struct PreviewServer: Sendable {
  /// What building the guide came to.
  package enum Outcome: Sendable {
    /// The site is written. `pathPrefix` is the path part of its address, such as `/guide/`, not percent-encoded: the
    /// site is shown there, and `/` leads to it.
    case built(pathPrefix: String)
    /// Something is wrong, and the last good site is left.
    case refused(PreviewProblems)
  }

  private let folder: URL
  private let port: UInt16
  private let words: PreviewWords
  private let limits: RequestLimits

  /// - Parameters:
  ///   - folder: where the site is built.
  ///   - port: port of 127.0.0.1; 0 takes a free one.
  ///   - language: what the preview's own pages speak.
  package init(folder: URL, port: UInt16, language: MessageLanguage = .english) {
    self.init(folder: folder, port: port, language: language, limits: RequestLimits())
  }

  init(folder: URL, port: UInt16, language: MessageLanguage = .english, limits: RequestLimits) {
    self.folder = folder
    self.port = port
    words = PreviewWords(language)
    self.limits = limits
  }

  /// Builds the site and serves it until the task is cancelled.
  ///
  /// - Parameters:
  ///   - folders: where a change of a file calls `build`.
  ///   - build: builds and writes the site, once more after each change; is told when the change was seen. Open pages
  ///     reload after it, or show what is wrong.
  ///   - ready: told the address once the first build is done.
  package func run(
    watching folders: [URL], build: @escaping @Sendable (ContinuousClock.Instant) async -> Outcome,
    ready: @escaping @Sendable (String) -> Void
  ) async throws(PreviewFailure) {
    let reloads = Reloads()
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    do {
      let listener = try await listen(on: group, reloads)
      let watch = FolderWatch()
      var seen = FolderState(folders)
      watch.listen(to: seen.folders)
      add(await build(.now), to: reloads)
      if !Task.isCancelled {
        let home = reloads.now.built?.site.home ?? "/"
        ready("http://127.0.0.1:\(listener.localAddress?.port ?? 0)\(home)")
      }
      for await _ in watch.moments {
        let moment = ContinuousClock.now
        // An editor saves in several steps.
        try? await Task.sleep(for: .milliseconds(10))
        let now = FolderState(folders)
        watch.listen(to: now.folders)
        if now == seen { continue }
        seen = now
        add(await build(moment), to: reloads)
      }
      try await group.shutdownGracefully()
    } catch {
      try? await group.shutdownGracefully()
      throw PreviewFailure(port: port, error)
    }
  }

  private func listen(on group: MultiThreadedEventLoopGroup, _ reloads: Reloads) async throws -> any Channel {
    let (words, limits) = (words, limits)
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
          let answers = PreviewAnswers(words: words, port: channel.localAddress?.port ?? 0)
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

  private func add(_ outcome: Outcome, to reloads: Reloads) {
    switch outcome {
    case .built(let prefix): reloads.add(SiteFolder(folder, prefix: prefix))
    case .refused(let problems): reloads.add(problems)
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

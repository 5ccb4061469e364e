internal import ArgumentParser
internal import Diagnostics
internal import Dispatch
internal import Files
internal import Foundation
internal import Preview

/// `zhinan serve`: the site on this machine while it is written.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Shows the site on 127.0.0.1 and reloads it when content or templates change.",
    discussion: "The preview is built in a folder of its own, which is removed at the end; site/ is left alone.")

  @Option(help: ArgumentHelp("Port; 0 takes a free one.", valueName: "n"))
  var port: UInt16 = 8000
  @Flag(help: "Lists drafts as the rest.")
  var drafts = false
  @Option(help: ArgumentHelp("Shows the versions as they stand on this day.", valueName: "YYYY-MM-DD"))
  var today: String?
  @OptionGroup var language: LanguageOption
  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let console = shared.console
    _ = try Clock.today(today)
    // Signals are taken before the folder is there, so that it is removed in any case.
    let (asked, ask) = AsyncStream.makeStream(of: Void.self)
    var signals: [any DispatchSourceSignal] = []
    for number in [SIGINT, SIGTERM, SIGHUP] { signals.append(await Self.source(of: number) { ask.yield() }) }
    defer { for signal in signals { signal.cancel() } }
    let place = try Self.privateFolder(console)
    defer { Self.remove(place, console) }
    let folder = URL(fileURLWithPath: place.path, isDirectory: true)
    let root = shared.rootURL
    let server = PreviewServer(folder: folder, port: port, language: console.language)
    let builder = PreviewBuilder(root: root, today: today, drafts: drafts, folder: folder, console: console)
    let task = Task {
      try await server.run(
        watching: [root.appending(path: "content"), root.appending(path: "templates")],
        build: { await builder.build(seen: $0) },
        ready: { try? console.write(Message("text.serving", ["address": .text("\($0)")])) })
    }
    let stop = Task { for await _ in asked { task.cancel() } }
    defer { stop.cancel() }
    do {
      try await task.value
    } catch let failure as PreviewFailure {
      try console.reportAndStop(onErrorsIn: [failure.diagnostic])
    }
  }

  private static func privateFolder(_ console: Console) throws -> PrivateFolder {
    do {
      return try PrivateFolder(name: "zhinan-preview")
    } catch {
      try console.reportAndStop(onErrorsIn: [error.diagnostic])
      throw Outcome.fault
    }
  }

  private static func remove(_ place: PrivateFolder, _ console: Console) {
    do {
      try place.remove()
    } catch {
      console.report([PrivateFolder.leftOver(error)])
    }
  }

  /// Calls `heard` when the signal comes, which then does not end the process; listens already when it is returned.
  private static func source(
    of number: Int32, heard: @escaping @Sendable () -> Void
  ) async -> any DispatchSourceSignal {
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler(handler: heard)
    await withCheckedContinuation { listening in
      source.setRegistrationHandler { listening.resume() }
      source.resume()
    }
    return source
  }
}

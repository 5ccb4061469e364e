internal import FormBatch
internal import Foundation
internal import Synchronization

/// Turns the first SIGINT, SIGTERM or SIGHUP into a stop sign; the next one, of whatever kind, ends the process at once.
/// One that is ignored already (nohup) stays so.
struct Interrupts {
  private let flag: StopFlag
  private let sources: [any DispatchSourceSignal]

  private final class StopFlag: Sendable {
    let isTrue = Atomic(false)
  }

  init(_ stop: StopSign) {
    let flag = StopFlag()
    self.flag = flag
    let heeded = [SIGINT, SIGTERM, SIGHUP].filter { !Self.isIgnored($0) }
    sources = heeded.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        flag.isTrue.store(true, ordering: .relaxed)
        stop.raise()
        for other in heeded { signal(other, SIG_DFL) }
      }
      source.activate()
      return source
    }
  }

  /// Whether the process was asked to stop.
  var isRaised: Bool { flag.isTrue.load(ordering: .relaxed) }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}

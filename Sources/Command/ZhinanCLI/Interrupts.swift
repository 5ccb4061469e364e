internal import FormBatch
internal import Foundation
internal import Synchronization

/// Turns the first SIGINT or SIGTERM into a stop sign; a second one ends the process at once.
struct Interrupts {
  private let came: Came
  private let sources: [any DispatchSourceSignal]

  private final class Came: Sendable {
    let isTrue = Atomic(false)
  }

  init(_ stop: StopSign) {
    let came = Came()
    self.came = came
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        came.isTrue.store(true, ordering: .relaxed)
        stop.raise()
        signal(number, SIG_DFL)
      }
      source.activate()
      return source
    }
  }

  /// Whether the process was asked to stop.
  var cameIn: Bool { came.isTrue.load(ordering: .relaxed) }
}

internal import Synchronization

/// Says to all threads of a batch that it should come to its end.
package final class StopSign: Sendable {
  private let isUp = Atomic(false)

  package init() {}

  package func raise() { isUp.store(true, ordering: .relaxed) }

  package var isRaised: Bool { isUp.load(ordering: .relaxed) }
}

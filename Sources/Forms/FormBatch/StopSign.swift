internal import Synchronization

/// Says to all threads of a batch that it should come to its end.
package final class StopSign: Sendable {
  private let isUp = Atomic(false)

  /// A sign that is not up.
  package init() {}

  /// Ends the batch: rows that are begun are finished, no others are taken. The sign stays up; any thread may raise it.
  package func raise() { isUp.store(true, ordering: .relaxed) }

  /// Whether the batch comes to its end; any thread may ask.
  package var isRaised: Bool { isUp.load(ordering: .relaxed) }
}

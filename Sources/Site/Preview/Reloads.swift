internal import NIOCore
internal import Synchronization

/// How the previewed site stands.
struct PreviewState: Sendable {
  /// How often the guide was built, with errors or without.
  fileprivate(set) var count = 0
  /// The last good build: its count, and the site that it wrote; `nil` as long as there was none.
  fileprivate(set) var built: (count: Int, site: SiteFolder)?
  /// What keeps the guide from being built now; `nil` where nothing does.
  fileprivate(set) var problems: PreviewProblems?

  /// What a page is to show that knows the state as it was after `known` builds; `nil` when it must be loaded anew.
  func panel(known: Int) -> String? {
    guard let problems, let built, built.count <= known, known < count else { return nil }
    return problems.panel
  }
}

/// Remembers how the site stands, and lets pages wait for the next build.
final class Reloads: Sendable {
  private struct State {
    var now = PreviewState()
    var next = 0
    /// Those who wait, the one that waits longest first.
    var waiting: [(number: Int, changed: EventLoopPromise<Bool>)] = []
  }

  private let state = Mutex(State())
  private let time: TimeAmount
  /// Browsers open six connections to a host; those that wait must leave some for pages.
  static let mostWaiting = 4

  /// - Parameter time: how long a page waits.
  init(time: TimeAmount = .seconds(20)) { self.time = time }

  /// How the site stands now.
  var now: PreviewState { state.withLock { $0.now } }

  /// One more good build, of this site: all who wait are told.
  func add(_ site: SiteFolder) {
    add { state in
      state.built = (state.count, site)
      state.problems = nil
    }
  }

  /// One more build with problems, which leaves the last good one: all who wait are told.
  func add(_ problems: PreviewProblems) { add { $0.problems = problems } }

  private func add(_ change: (inout PreviewState) -> Void) {
    let waiting = state.withLock { state in
      state.now.count += 1
      change(&state.now)
      defer { state.waiting = [] }
      return state.waiting
    }
    for wait in waiting { wait.changed.succeed(true) }
  }

  /// Promises whether the count is another than `known`: at once when it is, else with the next build, and `false`
  /// after a time or when too many wait. The number is for ``forget(_:)``.
  func wait(since known: Int, _ changed: EventLoopPromise<Bool>) -> Int? {
    let (number, ousted) = state.withLock { state -> (Int?, EventLoopPromise<Bool>?) in
      if state.now.count != known { return (nil, nil) }
      state.next += 1
      state.waiting.append((state.next, changed))
      return (state.next, state.waiting.count > Self.mostWaiting ? state.waiting.removeFirst().changed : nil)
    }
    ousted?.succeed(false)
    guard let number else {
      changed.succeed(true)
      return nil
    }
    changed.futureResult.eventLoop.scheduleTask(in: time) { self.forget(number) }
    return number
  }

  /// Ends a wait.
  func forget(_ number: Int) {
    let wait = state.withLock { state in
      state.waiting.firstIndex { $0.number == number }.map { state.waiting.remove(at: $0) }
    }
    wait?.changed.succeed(false)
  }
}

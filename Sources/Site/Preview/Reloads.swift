internal import NIOCore
internal import Synchronization

/// Counts the rebuilds, and lets pages wait for the next one.
final class Reloads: Sendable {
  private struct State {
    var count = 0
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

  var count: Int { state.withLock { $0.count } }

  /// One more rebuild: all who wait are told.
  func add() {
    let waiting = state.withLock { state in
      state.count += 1
      defer { state.waiting = [] }
      return state.waiting
    }
    for wait in waiting { wait.changed.succeed(true) }
  }

  /// Promises whether the count is another than `known`: at once when it is, else with the next rebuild, and `false`
  /// after a time or when too many wait. The number is for ``forget(_:)``.
  func wait(since known: Int, _ changed: EventLoopPromise<Bool>) -> Int? {
    let (number, ousted) = state.withLock { state -> (Int?, EventLoopPromise<Bool>?) in
      if state.count != known { return (nil, nil) }
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

/// The script that reloads a page. It asks by script elements, which a page's `script-src 'self'` allows where it
/// forbids other requests; it stands in no file of the site. A page that is not seen asks when it is seen again.
enum ReloadScript {
  static let path = "/-preview/reload.js"
  static let waitPath = "/-preview/wait.js"

  static let text = """
    "use strict";
    (() => {
      const since = new URL(document.currentScript.src).searchParams.get("since");
      const ask = () => {
        if (document.hidden) {
          document.addEventListener("visibilitychange", ask, { once: true });
          return;
        }
        const script = document.createElement("script");
        script.src = "\(waitPath)?since=" + since + "&at=" + Date.now();
        script.onload = script.onerror = () => { script.remove(); setTimeout(ask, 1000); };
        document.head.append(script);
      };
      addEventListener("load", ask);
    })();

    """

  /// A page with the script at the end of its head.
  static func injected(into html: [UInt8], count: Int) -> [UInt8] {
    guard let end = html.firstRange(of: Array("</head>".utf8)) else { return html }
    let tag = "<script src=\"\(path)?since=\(count)\" defer></script>\n"
    return html[..<end.lowerBound] + Array(tag.utf8) + html[end.lowerBound...]
  }
}

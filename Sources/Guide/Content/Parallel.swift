internal import Dispatch
internal import Synchronization

/// Work on many files at once.
enum Parallel {
  private static let size = 64

  /// What `transform` makes of each value, in the values' order.
  static func map<Value: Sendable, Result: Sendable>(
    _ values: [Value], _ transform: @Sendable (Value) -> Result
  ) -> [Result] {
    let parts = Mutex<[Int: [Result]]>([:])
    let count = (values.count + size - 1) / size
    DispatchQueue.concurrentPerform(iterations: count) { number in
      let results = values[number * size..<min((number + 1) * size, values.count)].map(transform)
      parts.withLock { $0[number] = results }
    }
    return parts.withLock { parts in (0..<count).flatMap { parts[$0] ?? [] } }
  }
}

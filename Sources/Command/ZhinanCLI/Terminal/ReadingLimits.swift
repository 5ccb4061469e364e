internal import Foundation
internal import Synchronization

/// Work on a stranger's PDF, with limits on memory and computing time: libqpdf knows neither, and a few kilobytes may
/// take minutes.
enum ReadingLimits {
  /// Most seconds of computing; an honest form takes a tenth of one.
  static let seconds = 2

  /// What the work gives; `nil` when it took too long. It then goes on in its thread, and the command should end.
  static func within<Value: Sendable, Failure: Error>(
    _ work: @escaping @Sendable () throws(Failure) -> Value
  ) throws(Failure) -> Value? {
    let limit = MemoryLimit()
    let outcome = Outcome<Value, Failure>()
    let isDone = DispatchSemaphore(value: 0)
    let start = computed()
    let thread = Thread {
      do throws(Failure) {
        let value = try work()
        outcome.result.withLock { $0 = .success(value) }
      } catch {
        outcome.result.withLock { $0 = .failure(error) }
      }
      isDone.signal()
    }
    thread.stackSize = 16 << 20
    thread.start()
    while isDone.wait(timeout: .now() + .milliseconds(100)) == .timedOut {
      if computed() - start > Double(seconds) { return nil }
    }
    limit.lift()
    return try outcome.result.withLock { $0 }?.get()
  }

  private final class Outcome<Value: Sendable, Failure: Error>: Sendable {
    let result = Mutex<Result<Value, Failure>?>(nil)
  }

  /// Seconds that the process has computed so far; a busy machine does not count.
  private static func computed() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

internal import Foundation

/// What a crash of the program leaves behind: nothing, because memory holds what applicants filled in.
enum CrashReports {
  /// Signals that the Swift runtime answers with a report of all threads, registers and the memory around them.
  private static let signals = [SIGQUIT, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP]

  /// Turns off the runtime's report, unless SWIFT_BACKTRACE in the environment asks for it, and core files.
  ///
  /// The process stays readable for its owner (PR_SET_DUMPABLE): without that, /dev/stdin and /dev/fd could not be opened.
  static func turnOff() {
    let wish = ProcessInfo.processInfo.environment["SWIFT_BACKTRACE"]?.lowercased() ?? ""
    let isWanted = ["yes", "true", "on", "y", "t", "1", "tty"].contains { value in
      wish.split(separator: ",").contains("enable=\(value)")
    }
    if !isWanted {
      for number in signals {
        var action = sigaction()
        // What the caller ignores (SIGQUIT of a job in the background) stays ignored.
        guard sigaction(number, nil, &action) == 0,
          unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) != unsafeBitCast(SIG_IGN, to: Int.self)
        else { continue }
        _ = signal(number, SIG_DFL)
      }
    }
    // 1, not 0: the kernel starts no program that collects cores (core_pattern with |) for it either, and no file is so
    // short.
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = min(1, limit.rlim_max)
    _ = setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
  }
}

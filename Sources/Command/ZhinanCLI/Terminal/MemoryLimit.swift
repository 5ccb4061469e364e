internal import Files
internal import Foundation

/// A limit on the process's memory, for the time that a stranger's file is unpacked: libqpdf knows none, and a few
/// megabytes may hold gigabytes.
struct MemoryLimit {
  /// What was allowed before; `nil` when no limit was set.
  private var before: rlimit?

  /// Lets the process take so many bytes of addresses more than now.
  init(more: UInt = 3 << 30) {
    var limit = rlimit()
    guard let sizes = try? InputFile.read("/proc/self/statm", limit: 1 << 12),
      let used = UInt(String(decoding: sizes.prefix { $0 != 0x20 }, as: UTF8.self)),
      getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0
    else { return }
    let before = limit
    limit.rlim_cur = min(before.rlim_cur, used * UInt(sysconf(Int32(_SC_PAGESIZE))) + more)
    if setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0 { self.before = before }
  }

  /// Allows again what was allowed before.
  func lift() {
    guard var before else { return }
    setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &before)
  }
}

internal import Foundation

extension InputFile {
  /// A regular file opened to be sent by whoever gets its descriptor and closes it, and its size. A link is refused.
  package static func opened(_ path: String) throws(InputFailure) -> (descriptor: Int32, size: Int) {
    let status: FileStatus
    do {
      let file = try OpenFile(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW)
      status = try file.status()
      if status.kind == .file { return (file.handOver(), status.size) }
    } catch {
      throw error.number == ELOOP ? InputFailure(cause: .refused(FileKind.link.reason)) : InputFailure(error)
    }
    throw InputFailure(cause: .refused(status.kind.reason))
  }
}

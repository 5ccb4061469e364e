package import Diagnostics
internal import Foundation

/// Why the system refused something, in plain words.
package enum SystemReason {
  /// The words for an `errno`, without a full stop; where they are not known, the C library's.
  package static func message(_ number: Int32) -> Message {
    switch number {
    case ENOENT: Message("reason.no-file")
    case EACCES, EPERM: Message("reason.permission")
    case EISDIR: Message("reason.folder")
    case ENOTDIR: Message("reason.path")
    case ELOOP: Message("reason.links")
    case EEXIST: Message("reason.exists")
    case ENOTEMPTY: Message("reason.not-empty")
    case ENOSPC: Message("reason.space")
    case EDQUOT: Message("reason.quota")
    case EFBIG: Message("reason.too-large")
    case EROFS: Message("reason.read-only")
    case ENAMETOOLONG: Message("reason.name-length")
    case EMFILE, ENFILE: Message("reason.open-files")
    case ENOMEM: Message("reason.memory")
    case EIO: Message("reason.disk")
    case EBUSY: Message("reason.busy")
    case ETXTBSY: Message("reason.running")
    case EXDEV: Message("reason.other-disk")
    case EMLINK: Message("reason.names")
    case EPIPE: Message("reason.closed")
    case ENXIO, ENODEV: Message("reason.unserved")
    case EBADF: Message("reason.not-open")
    default: .phrase(String(cString: strerror(number)))
    }
  }
}

/// What stands at a path.
package enum FileKind: Sendable, Equatable {
  case nothing, file, folder, link, pipe, socket, device

  /// The kind that the mode of `stat` (`st_mode`) says.
  package init(_ mode: UInt32) {
    self =
      switch mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      default: .device
      }
  }

  /// What it is as a reason, such as “is a pipe”.
  package var reason: Message {
    switch self {
    case .nothing: Message("reason.no-file")
    case .file: Message("reason.file")
    case .folder: Message("reason.folder")
    case .link: Message("reason.link")
    case .pipe: Message("reason.pipe")
    case .socket: Message("reason.socket")
    case .device: Message("reason.device")
    }
  }
}

internal import Foundation

/// Why the system refused something, in plain words.
package enum SystemReason {
  /// The words for an `errno`, without a full stop.
  package static func text(_ number: Int32) -> String {
    switch number {
    case ENOENT: "no such file"
    case EACCES, EPERM: "permission denied"
    case EISDIR: "is a folder"
    case ENOTDIR: "a part of the path is no folder"
    case ELOOP: "too many links"
    case EEXIST: "something has the name already"
    case ENOTEMPTY: "the folder is not empty"
    case ENOSPC: "no space left"
    case EDQUOT: "no space left in the quota"
    case EFBIG: "file too large"
    case EROFS: "the disk can only be read"
    case ENAMETOOLONG: "the name is too long"
    case EMFILE, ENFILE: "too many open files"
    case ENOMEM: "no memory left"
    case EIO: "the disk has an error"
    case EBUSY: "is in use"
    case ETXTBSY: "is a program that runs"
    case EXDEV: "lies on another disk"
    case EMLINK: "has too many names"
    case EPIPE: "nobody reads it any more"
    case ENXIO, ENODEV: "is a pipe or a device that nobody serves"
    case EBADF: "is not open"
    default: String(cString: strerror(number))
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
  package var reason: String {
    switch self {
    case .nothing: "no such file"
    case .file: "is a file"
    case .folder: "is a folder"
    case .link: "is a link"
    case .pipe: "is a pipe"
    case .socket: "is a socket"
    case .device: "is a device"
    }
  }
}

internal import Foundation
internal import TrueType

/// A file's bytes without a copy: pages are read when they are looked at.
enum MappedFile {
  /// The bytes of the file at `path`; `nil` when it cannot be read, with the reason in `errno`.
  static func font(_ path: String) -> FontMemory? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else { return FontMemory(copying: []) }
    let size = Int(status.st_size)
    guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else { return nil }
    return FontMemory(UnsafeRawBufferPointer(start: start, count: size).bindMemory(to: UInt8.self)) { bytes in
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    }
  }
}

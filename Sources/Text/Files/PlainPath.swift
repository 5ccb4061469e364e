/// Paths as the system reads them: bytes between slashes. To Swift a slash with a combining mark behind it is one
/// character that is no slash, so that `../` and a mark would pass for one name.
package enum PlainPath {
  private static let slash = UInt8(ascii: "/")

  /// The names between the slashes; empty ones are left out.
  package static func parts(_ path: String) -> [String] {
    path.utf8.split(separator: slash).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The folders above what the path names, the highest first.
  package static func foldersAbove(_ path: String) -> [String] {
    path.utf8.indices.filter { path.utf8[$0] == slash }.map { String(decoding: path.utf8[..<$0], as: UTF8.self) }
  }

  /// Whether the path names something below the folder: parts joined by single slashes, none of them `.` or `..`,
  /// without control characters.
  package static func isPlain(_ path: String) -> Bool {
    !path.utf8.contains { $0 < 32 || $0 == 127 }
      && path.utf8.split(separator: slash, omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8)
      }
  }

  /// Whether a path with no link in it lies in a folder, or is that folder.
  package static func lies(_ path: String, in folder: String) -> Bool {
    let above = folder.utf8.last == slash ? folder : folder + "/"
    return path.utf8.elementsEqual(folder.utf8) || path.utf8.starts(with: above.utf8)
  }
}

/// A path as the disk tells it from others: by its bytes. Two texts that are the same to Unicode, such as é in one or two
/// characters, are two names.
package struct BytePath: Hashable, Comparable, Sendable {
  /// The path.
  package let text: String

  /// A path of this text.
  package init(_ text: String) { self.text = text }

  /// Whether both are the same bytes.
  package static func == (left: Self, right: Self) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

  /// Paths stand in the order of their bytes.
  package static func < (left: Self, right: Self) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  /// Feeds the bytes.
  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// The folders above it, the highest first.
  package var foldersAbove: [BytePath] { PlainPath.foldersAbove(text).map { BytePath($0) } }
}

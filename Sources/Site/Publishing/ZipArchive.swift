internal import Bytes
internal import CZlib

/// A zip archive in the making (PKWARE's APPNOTE 6.3): the same files give the same bytes.
///
/// Names are UTF-8, all files are of 1980-01-01 and everybody may read them. What deflate does not make smaller is stored.
package struct ZipArchive {
  /// More than an archive of this kind holds: 65,535 files, or 4 GB.
  package struct TooLarge: Error {}

  /// What stands at the end of every archive of ours, and tells it from others.
  private static let comment = Array("zhinan".utf8)
  private static let endSize = 22

  private var directory: [UInt8] = []
  private var count = 0
  private var size = 0

  /// An archive without files.
  package init() {}

  /// The bytes of one more file, which stand behind those before. The path is plain, and no file has it yet.
  package mutating func entry(_ path: String, _ bytes: [UInt8]) throws(TooLarge) -> [UInt8] {
    let packed = bytes.isEmpty ? nil : Zlib.deflated(bytes, as: .bare)
    let isPacked = packed.map { $0.count < bytes.count } ?? false
    let content = isPacked ? packed ?? bytes : bytes
    let name = Array(path.utf8)
    guard count < 0xFFFF, name.count <= 0xFFFF, let length = UInt32(exactly: bytes.count),
      let offset = UInt32(exactly: size), content.count < Int(UInt32.max)
    else { throw TooLarge() }
    // From the version that is needed (2.0) to the lengths; flag 11 says that the name is UTF-8 (§4.4.4).
    var facts: [UInt8] = []
    for number in [20, 1 << 11, isPacked ? 8 : 0, 0, 1 << 5 | 1] as [UInt16] { facts.append(littleEndian: number) }
    for number in [Zlib.crc32(bytes), UInt32(content.count), length] { facts.append(littleEndian: number) }
    facts.append(littleEndian: UInt16(name.count))
    facts.append(littleEndian: UInt16(0))
    let entry = Array("PK\u{3}\u{4}".utf8) + facts + name + content
    // Made on Unix, so that permissions are read; no comment, disk 0, no attributes of DOS.
    directory += Array("PK\u{1}\u{2}".utf8) + [20, 3] + facts + [UInt8](repeating: 0, count: 6)
    directory.append(littleEndian: UInt32(0o100644) << 16)
    directory.append(littleEndian: offset)
    directory += name
    count += 1
    size += entry.count
    return entry
  }

  /// The bytes that stand behind the last file.
  package consuming func end() throws(TooLarge) -> [UInt8] {
    guard let offset = UInt32(exactly: size), let length = UInt32(exactly: directory.count) else { throw TooLarge() }
    var bytes = directory + Array("PK\u{5}\u{6}".utf8) + [0, 0, 0, 0]
    for _ in 0..<2 { bytes.append(littleEndian: UInt16(count)) }
    for number in [length, offset] { bytes.append(littleEndian: number) }
    bytes.append(littleEndian: UInt16(Self.comment.count))
    return bytes + Self.comment
  }

  /// How many bytes of a file's end ``isOurs(_:)`` looks at.
  package static var markSize: Int { endSize + comment.count }

  /// Whether a file with this end is an archive that was made here.
  package static func isOurs(_ end: [UInt8]) -> Bool {
    end.count == markSize && end.starts(with: "PK\u{5}\u{6}".utf8) && end.suffix(comment.count).elementsEqual(comment)
  }
}

extension [UInt8] {
  /// Appends a number, its lowest byte first.
  fileprivate mutating func append(littleEndian number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}

internal import Files

/// The parts of a ZIP archive (APPNOTE 6.3, with ZIP64), found by its central directory.
struct ZipReader {
  /// A part as the directory describes it.
  struct Entry {
    var name: String
    var isEncrypted: Bool
    /// 0 stored, 8 deflated.
    var method: UInt16
    var crc: UInt32
    var compressedSize: Int
    var size: Int
    fileprivate var header: Int
  }

  private static let largestDirectory = 16 << 20
  let file: FileRegions
  /// By their names in small letters, without a slash at the start; of parts with one name the first counts.
  private(set) var entries: [String: Entry] = [:]

  init(_ file: FileRegions) throws(WorkbookFailure) {
    self.file = file
    let (offset, size) = try Self.directory(of: file)
    guard size <= Self.largestDirectory else { throw .tooLarge("ZIP") }
    var bytes = try Self.read(file, size, at: offset)[...]
    while Self.number(bytes, 0, 4) == 0x0201_4B50 {
      guard bytes.count >= 46 else { throw .damaged("") }
      let lengths = [28, 30, 32].map { Self.number(bytes, $0, 2) }
      let end = 46 + lengths[0] + lengths[1] + lengths[2]
      guard bytes.count >= end else { throw .damaged("") }
      let name = bytes.dropFirst(46).prefix(lengths[0])
      var entry = Entry(
        name: Self.normal(String(decoding: name, as: UTF8.self)), isEncrypted: Self.number(bytes, 8, 2) & 1 != 0,
        method: UInt16(Self.number(bytes, 10, 2)), crc: UInt32(Self.number(bytes, 16, 4)),
        compressedSize: Self.number(bytes, 20, 4), size: Self.number(bytes, 24, 4), header: Self.number(bytes, 42, 4))
      Self.widen(&entry, bytes.dropFirst(46 + lengths[0]).prefix(lengths[1]))
      if entries[entry.name] == nil { entries[entry.name] = entry }
      bytes = bytes.dropFirst(end)
    }
  }

  /// A part's name as it is compared: names of parts differ in more than capitals.
  static func normal(_ name: String) -> String {
    String(name.replacing("\\", with: "/").drop { $0 == "/" }).lowercased()
  }

  subscript(_ name: String) -> Entry? { entries[Self.normal(name)] }

  /// Where the bytes of a part begin.
  func start(of entry: Entry) throws(WorkbookFailure) -> Int {
    let header = try Self.read(file, 30, at: entry.header)[...]
    guard header.count == 30, Self.number(header, 0, 4) == 0x0403_4B50 else { throw .damaged(entry.name) }
    let start = entry.header + 30 + Self.number(header, 26, 2) + Self.number(header, 28, 2)
    guard entry.compressedSize >= 0, start + entry.compressedSize <= file.size else { throw .damaged(entry.name) }
    return start
  }

  private static func directory(of file: FileRegions) throws(WorkbookFailure) -> (offset: Int, size: Int) {
    // The record stands before a comment of at most 65,535 bytes.
    let start = max(0, file.size - 22 - 0xFFFF)
    let tail = try read(file, file.size - start, at: start)
    var place = tail.count - 22
    while place >= 0, number(tail[...], place, 4) != 0x0605_4B50 { place -= 1 }
    guard place >= 0 else { throw .damaged("") }
    var (size, offset) = (number(tail[...], place + 12, 4), number(tail[...], place + 16, 4))
    if size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF || number(tail[...], place + 10, 2) == 0xFFFF {
      let locator = try read(file, 20, at: start + place - 20)[...]
      if number(locator, 0, 4) == 0x0706_4B50 {
        let record = try read(file, 56, at: number(locator, 8, 8))[...]
        guard number(record, 0, 4) == 0x0606_4B50 else { throw .damaged("") }
        (size, offset) = (number(record, 40, 8), number(record, 48, 8))
      }
    }
    guard size >= 0, offset >= 0, offset <= file.size, size <= file.size - offset else { throw .damaged("") }
    return (offset, size)
  }

  /// Sizes and places that four bytes do not hold stand in the extra field 1.
  private static func widen(_ entry: inout Entry, _ extra: ArraySlice<UInt8>) {
    var extra = extra
    while extra.count >= 4 {
      let (kind, length) = (number(extra, 0, 2), number(extra, 2, 2))
      var field = extra.dropFirst(4).prefix(length)
      if kind == 1 {
        for path in [\Entry.size, \Entry.compressedSize, \Entry.header] where entry[keyPath: path] == 0xFFFF_FFFF {
          guard field.count >= 8 else { return }
          entry[keyPath: path] = number(field, 0, 8)
          field = field.dropFirst(8)
        }
      }
      extra = extra.dropFirst(4 + length)
    }
  }

  static func read(_ file: FileRegions, _ count: Int, at offset: Int) throws(WorkbookFailure) -> [UInt8] {
    do {
      return try file.read(count, at: offset)
    } catch {
      throw .unreadable(error)
    }
  }

  /// A number of so many bytes, the least first; -1 where they are not there, or where it is none that a size may be.
  private static func number(_ bytes: ArraySlice<UInt8>, _ offset: Int, _ count: Int) -> Int {
    guard offset >= 0, bytes.count >= offset + count else { return -1 }
    let start = bytes.startIndex + offset
    let value = bytes[start..<(start + count)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return value > UInt64(Int32.max) << 16 ? -1 : Int(value)
  }
}

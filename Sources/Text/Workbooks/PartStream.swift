internal import CZlib
internal import Synchronization

/// The bytes of a part of a workbook, inflated as they are read. One thread reads; any may ask how far it is.
final class PartStream {
  /// The most that a part may grow to, and the most that it may grow from what it was deflated to once it is large:
  /// sheets and their texts become ten to a hundred times as long.
  struct Limit {
    var bytes: Int
    static let ratio = 250
    static let free = 64 << 20
  }

  private static let piece = 64 << 10
  private let zip: ZipReader
  private let entry: ZipReader.Entry
  private let limit: Limit
  private let inflater: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutablePointer<UInt8>
  private let taken: Atomic<Int>
  private var start: Int
  private var consumed = 0
  private var produced = 0
  private var sum: UInt = 0
  private var isOver = false

  /// Compressed bytes that were taken from the file.
  var bytesRead: Int { taken.load(ordering: .relaxed) }

  init(_ zip: ZipReader, _ entry: ZipReader.Entry, limit: Limit) throws(WorkbookFailure) {
    if entry.isEncrypted { throw .encrypted }
    guard entry.method == 0 || entry.method == 8 else { throw .damaged(entry.name) }
    let start = try zip.start(of: entry)
    self.zip = zip
    self.entry = entry
    self.limit = limit
    self.start = start
    taken = Atomic(0)
    inflater = .allocate(capacity: 1)
    inflater.initialize(to: z_stream())
    input = .allocate(capacity: Self.piece)
    // zlib refuses only for want of memory; then nothing is inflated and the part counts as damaged.
    _ = inflateInit2_(inflater, -15, zlibVersion(), Int32(MemoryLayout<z_stream>.size))
  }

  deinit {
    inflateEnd(inflater)
    inflater.deallocate()
    input.deallocate()
  }

  /// Reads into the buffer; 0 at the end.
  func read(into buffer: UnsafeMutablePointer<UInt8>, _ room: Int) throws(WorkbookFailure) -> Int {
    if isOver || room <= 0 { return 0 }
    let count = try entry.method == 0 ? stored(buffer, room) : inflated(buffer, room)
    sum = CZlib.crc32(sum, buffer, UInt32(count))
    produced += count
    guard produced <= limit.bytes, produced <= max(Limit.free, consumed * Limit.ratio) else {
      throw .tooLarge(entry.name)
    }
    if isOver, UInt32(truncatingIfNeeded: sum) != entry.crc { throw .damaged(entry.name) }
    return count
  }

  private func stored(_ buffer: UnsafeMutablePointer<UInt8>, _ room: Int) throws(WorkbookFailure) -> Int {
    let count = min(room, entry.compressedSize - consumed, Self.piece)
    let bytes = try ZipReader.read(zip.file, count, at: start + consumed)
    guard bytes.count == count else { throw .damaged(entry.name) }
    bytes.withUnsafeBufferPointer { if let first = $0.baseAddress { buffer.update(from: first, count: count) } }
    advance(count)
    isOver = consumed == entry.compressedSize
    return count
  }

  private func inflated(_ buffer: UnsafeMutablePointer<UInt8>, _ room: Int) throws(WorkbookFailure) -> Int {
    inflater.pointee.next_out = buffer
    inflater.pointee.avail_out = UInt32(min(room, 1 << 30))
    while inflater.pointee.avail_out > 0 {
      if inflater.pointee.avail_in == 0 {
        let bytes = try ZipReader.read(
          zip.file, min(Self.piece, entry.compressedSize - consumed), at: start + consumed)
        guard !bytes.isEmpty else { throw .damaged(entry.name) }
        bytes.withUnsafeBufferPointer { if let first = $0.baseAddress { input.update(from: first, count: $0.count) } }
        inflater.pointee.next_in = input
        inflater.pointee.avail_in = UInt32(bytes.count)
        advance(bytes.count)
      }
      let result = inflate(inflater, Z_NO_FLUSH)
      if result == Z_STREAM_END {
        isOver = true
        break
      }
      guard result == Z_OK else { throw .damaged(entry.name) }
    }
    return Int(min(room, 1 << 30)) - Int(inflater.pointee.avail_out)
  }

  private func advance(_ count: Int) {
    consumed += count
    taken.store(consumed, ordering: .relaxed)
  }
}

internal import Bytes
internal import Files

/// What was filled before: the file `.zhinan-batch` in the output folder, 48 bytes a row at the row's place, so that a
/// batch of any size needs no memory for it and processes with different rows can share it. The first 48 bytes say
/// whose batch it is.
///
/// An entry is the name's hash (6 bytes), the PDF's size (6) and SHA-256 (32), and a checksum of these (4), all zero
/// where there is no PDF. It is written before the PDF gets its name, so no PDF is ever unknown to it.
struct DoneTable: ~Copyable, Sendable {
  struct Entry: Equatable {
    var hash: [UInt8]
    var size: Int
    var digest: [UInt8]
  }

  static let name = ".zhinan-batch"
  private static let width = 48
  private let file: SharedFile

  /// Opens the table of a folder, which is empty when it is not there.
  init(in folder: RealFolder) throws(OutputFailure) { file = try SharedFile(Self.name, in: folder) }

  /// Writes the owner into an empty table, or compares it: `false` when the table is another batch's, or may be. Who
  /// resumes needs only the same form.
  func admits(_ owner: BatchOwner, resumes: Bool) throws(OutputFailure) -> Bool {
    // Of processes that begin at once, one is the first.
    try file.alone { () throws(OutputFailure) in try admitsAlone(owner, resumes: resumes) }
  }

  private func admitsAlone(_ owner: BatchOwner, resumes: Bool) throws(OutputFailure) -> Bool {
    let form = Array("zhinan-batch 2\n\n".utf8) + owner.form
    let mark = form + (owner.records ?? Array(repeating: 0, count: 16))
    guard let found = bytes(at: 0) else {
      // A shorter file is not ours.
      guard try file.size() == 0 else { return false }
      try write(mark, at: 0)
      return true
    }
    if resumes, found.starts(with: form) {
      try write(mark, at: 0)
      return true
    }
    return owner.records != nil && found == mark
  }

  /// The entry of a row; `nil` when there is none or it is damaged.
  func entry(_ row: Int) -> Entry? {
    guard let bytes = bytes(at: row), bytes[44...].elementsEqual(Self.checksum(bytes[..<44])) else { return nil }
    let size = bytes[6..<12].reduce(0) { $0 << 8 | Int($1) }
    return size == 0 ? nil : Entry(hash: Array(bytes[..<6]), size: size, digest: Array(bytes[12..<44]))
  }

  func set(_ row: Int, _ entry: Entry?) throws(OutputFailure) {
    guard let entry else { return try write(Array(repeating: 0, count: Self.width), at: row) }
    var bytes = entry.hash
    for shift in stride(from: 40, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: entry.size >> shift)) }
    bytes += entry.digest
    try write(bytes + Self.checksum(bytes[...]), at: row)
  }

  /// The last row that the table has room for.
  var lastRow: Int { get throws(OutputFailure) { try file.size() / Self.width - 1 } }

  /// The row, or the next one after it, that something was written for; holes of a sparse table are passed over.
  func nextWritten(from row: Int) -> Int? { file.data(from: row * Self.width).map { max(row, $0 / Self.width) } }

  private func bytes(at row: Int) -> [UInt8]? { file.read(Self.width, at: row * Self.width) }

  private func write(_ bytes: [UInt8], at row: Int) throws(OutputFailure) {
    try file.write(bytes, at: row * Self.width)
  }

  /// FNV-1a in 32 bits.
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let sum = FNV1a.hash32(bytes)
    return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: sum >> UInt32($0)) }
  }
}

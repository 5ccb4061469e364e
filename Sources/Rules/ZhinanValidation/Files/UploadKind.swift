#if canImport(Bytes)
  internal import Bytes
#endif

/// The formats that a platform may take.
public enum UploadKind: UInt8, CaseIterable, Sendable {
  case jpeg, png, bmp, pdf

  /// The stable name, ASCII.
  public var name: StaticString {
    switch self {
    case .jpeg: "jpeg"
    case .png: "png"
    case .bmp: "bmp"
    case .pdf: "pdf"
    }
  }

  /// The kind whose name a text is, or `jpg`; ASCII, small letters.
  public init?(named text: [UInt8]) {
    if ("jpg" as StaticString).equals(text) {
      self = .jpeg
      return
    }
    for kind in Self.allCases where kind.name.equals(text) {
      self = kind
      return
    }
    return nil
  }

  /// The kind that a file name's ending says: jpg, jpeg, png, bmp or pdf in any case.
  static func named(by fileName: UnsafeBufferPointer<UInt8>) -> UploadKind? {
    guard let dot = fileName.lastIndex(of: 0x2E), dot > 0, fileName.count - dot <= 5 else { return nil }
    var letters: [UInt8] = []
    for byte in fileName.part(dot + 1, fileName.count) { letters.append(byte.isCapital ? byte | 0x20 : byte) }
    return UploadKind(named: letters)
  }

  /// The kind that the first bytes say. For BMP the header must be right also: two letters alone prove nothing. Its size
  /// in bytes is written in the file; programs write 0, or put bytes behind the picture, and a file that was cut off is
  /// shorter.
  static func found(in head: UnsafeBufferPointer<UInt8>, fileSize: Int64) -> UploadKind? {
    if head.count >= 3, head[0] == 0xFF, head[1] == 0xD8, head[2] == 0xFF { return .jpeg }
    if head.count >= 8, head.part(0, 8).elementsEqual([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      return .png
    }
    let reader = ImageBytes(head)
    guard reader.has("BM", at: 0) else { return FileKind.found(in: head) == .pdf ? .pdf : nil }
    guard let size = reader.little32(2), let header = reader.little32(14) else { return nil }
    switch header {
    case 12, 16, 40, 52, 56, 64, 108, 124: break
    default: return nil
    }
    return Int64(size) == fileSize || isPlausibleBMP(reader, header) ? .bmp : nil
  }

  /// Whether planes, bits of a pixel and the place of the picture are what a BMP has.
  private static func isPlausibleBMP(_ reader: ImageBytes, _ header: UInt32) -> Bool {
    let fields = header == 12 ? 22 : 26
    guard reader.little16(fields) == 1, let bits = reader.little16(fields + 2), let offset = reader.little32(10) else {
      return false
    }
    return [1, 2, 4, 8, 16, 24, 32].contains(bits) && offset >= 14 + header
  }
}

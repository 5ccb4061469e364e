internal import Bytes
internal import ZhinanValidation

/// How large a picture is, so that a page keeps its place before it is loaded.
package struct PictureSize: Sendable, Hashable {
  /// Pixels, or units of a drawing.
  package var width: Int
  /// Likewise.
  package var height: Int

  /// Reads it from a picture's first bytes; `nil` where they do not tell it. A photograph that is shown turned (Exif 2.3,
  /// orientation 5 to 8) has none: what the file tells is not what is seen.
  init?(_ bytes: [UInt8], kind: String) {
    let found: (Int, Int)? =
      switch kind {
      case "png", "jpg", "jpeg": Self.isTurned(bytes) ? nil : Self.header(bytes)
      case "gif": bytes.count >= 10 ? (bytes.little(6, 2), bytes.little(8, 2)) : nil
      case "webp": Self.webp(bytes)
      case "avif": Self.avif(bytes)
      case "svg": Self.svg(bytes)
      default: nil
      }
    guard let (width, height) = found, (1...100_000).contains(width), (1...100_000).contains(height) else { return nil }
    self.width = width
    self.height = height
  }

  private static func header(_ bytes: [UInt8]) -> (Int, Int)? {
    let image = bytes.withUnsafeBufferPointer { UploadedFile.look(at: $0, size: Int64($0.count)).header }
    guard let width = image?.width, let height = image?.height else { return nil }
    return (Int(width), Int(height))
  }

  /// Whether a JPEG's Exif segment says that width and height are exchanged.
  private static func isTurned(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: [0xFF, 0xD8]), let exif = bytes.prefix(65_536).firstRange(of: Array("Exif\0\0".utf8))
    else { return false }
    let tiff = Array(bytes[exif.upperBound...].prefix(65_536))
    guard tiff.count > 8 else { return false }
    let isLittle = tiff[0] == UInt8(ascii: "I")
    func number(_ place: Int, _ count: Int) -> Int { isLittle ? tiff.little(place, count) : tiff.big(place, count) }
    let start = number(4, 4)
    guard start + 2 <= tiff.count else { return false }
    for entry in 0..<min(number(start, 2), 200) where number(start + 2 + entry * 12, 2) == 0x0112 {
      return (5...8).contains(number(start + 10 + entry * 12, 2))
    }
    return false
  }

  /// WebP Container Specification: `VP8 `, `VP8L` or `VP8X` behind the RIFF header.
  private static func webp(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.count >= 30, bytes.starts(with: "RIFF".utf8) else { return nil }
    switch String(decoding: bytes[12..<16], as: UTF8.self) {
    case "VP8X": return (bytes.little(24, 3) + 1, bytes.little(27, 3) + 1)
    case "VP8L":
      let bits = bytes.little(21, 4)
      return (bits & 0x3FFF + 1, (bits >> 14) & 0x3FFF + 1)
    case "VP8 ": return (bytes.little(26, 2) & 0x3FFF, bytes.little(28, 2) & 0x3FFF)
    default: return nil
    }
  }

  /// The first `ispe` box (ISO/IEC 23008-12 §6.5.3).
  private static func avif(_ bytes: [UInt8]) -> (Int, Int)? {
    guard let box = bytes.prefix(4096).firstRange(of: Array("ispe".utf8)), bytes.count >= box.upperBound + 12 else {
      return nil
    }
    return (bytes.big(box.upperBound + 4, 4), bytes.big(box.upperBound + 8, 4))
  }

  /// `width` and `height` of the outermost element, in pixels; a drawing without them fills its place, at any size.
  private static func svg(_ bytes: [UInt8]) -> (Int, Int)? {
    var start = 0
    while let comment = bytes[start...].firstRange(of: Array("<!--".utf8)),
      comment.lowerBound < bytes[start...].firstRange(of: Array("<svg".utf8))?.lowerBound ?? 0
    {
      start = bytes[comment.upperBound...].firstRange(of: Array("-->".utf8))?.upperBound ?? bytes.count
    }
    guard let open = bytes[start...].firstRange(of: Array("<svg".utf8)),
      let close = bytes[open.upperBound...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let head = bytes[open.upperBound..<close]
    guard let width = pixels("width", in: head), let height = pixels("height", in: head) else { return nil }
    return (width, height)
  }

  private static func pixels(_ name: String, in head: ArraySlice<UInt8>) -> Int? {
    for quote in ["\"", "'"] {
      guard let start = head.firstRange(of: Array(" \(name)=\(quote)".utf8)) else { continue }
      let value = head[start.upperBound...].prefix { $0 != quote.utf8.first }
      let digits = value.prefix { (0x30...0x39).contains($0) }
      let unit = String(decoding: value.dropFirst(digits.count), as: UTF8.self)
      return unit.isEmpty || unit == "px" ? Int(String(decoding: digits, as: UTF8.self)) : nil
    }
    return nil
  }
}

extension [UInt8] {
  /// The number in `count` bytes, the lowest first; zero beyond the end.
  fileprivate func little(_ place: Int, _ count: Int) -> Int {
    place >= 0 && place + count <= self.count
      ? (0..<count).reversed().reduce(0) { $0 << 8 | Int(self[place + $1]) } : 0
  }

  /// The same, the highest first.
  fileprivate func big(_ place: Int, _ count: Int) -> Int {
    place >= 0 && place + count <= self.count ? (0..<count).reduce(0) { $0 << 8 | Int(self[place + $1]) } : 0
  }
}

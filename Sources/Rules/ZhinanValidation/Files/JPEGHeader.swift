/// The segments of a JPEG file before its picture (ISO/IEC 10918-1 annex B): frame size, and resolution from JFIF or
/// Exif.
enum JPEGHeader {
  static func read(_ bytes: ImageBytes, fileSize: Int64) -> ImageHeader {
    var header = ImageHeader()
    var place = 2
    while let marker = nextMarker(bytes, &place) {
      // Standing alone: SOI, RSTn, TEM.
      if marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8) { continue }
      if marker == 0xD9 { break }
      guard let length = bytes.big16(place), length >= 2 else { break }
      switch marker {
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        header.setSize(bytes.big16(place + 5), bytes.big16(place + 3))
      case 0xE0: readJFIF(bytes, place, &header)
      case 0xE1: readExif(bytes, place + 2, &header)
      default: break
      }
      place += Int(length)
      if marker == 0xDA {
        if Int64(bytes.count) >= fileSize { header.isTruncated = !hasEnd(bytes, from: place) }
        return header
      }
    }
    header.isTruncated = Int64(place) > fileSize || Int64(bytes.count) >= fileSize
    return header
  }

  /// The marker at `place` after any fill bytes; `place` moves behind it.
  private static func nextMarker(_ bytes: ImageBytes, _ place: inout Int) -> UInt8? {
    guard bytes.byte(place) == 0xFF else { return nil }
    while bytes.byte(place) == 0xFF { place += 1 }
    guard let marker = bytes.byte(place), marker != 0 else { return nil }
    place += 1
    return marker
  }

  private static func readJFIF(_ bytes: ImageBytes, _ place: Int, _ header: inout ImageHeader) {
    guard bytes.has("JFIF\0", at: place + 2) else { return }
    switch bytes.byte(place + 9) {
    case 1: header.setResolution(bytes.big16(place + 10), per: 2540)
    case 2: header.setResolution(bytes.big16(place + 10), per: 1000)
    default: break
    }
  }

  /// XResolution (0x011A) and ResolutionUnit (0x0128) of the first directory.
  private static func readExif(_ bytes: ImageBytes, _ place: Int, _ header: inout ImageHeader) {
    guard header.resolution == nil, bytes.has("Exif\0\0", at: place) else { return }
    let tiff = place + 6
    let isLittle = bytes.has("II", at: tiff)
    func number16(_ place: Int) -> UInt32? { isLittle ? bytes.little16(place) : bytes.big16(place) }
    func number32(_ place: Int) -> UInt32? { isLittle ? bytes.little32(place) : bytes.big32(place) }
    guard number16(tiff + 2) == 42, let offset = number32(tiff + 4), offset < 65_536,
      let entries = number16(tiff + Int(offset))
    else { return }
    var resolution: UInt32?
    var unit: UInt32 = 2
    for index in 0..<min(Int(entries), 64) {
      let entry = tiff + Int(offset) + 2 + index * 12
      guard let tag = number16(entry) else { break }
      if tag == 0x0128 { unit = number16(entry + 8) ?? 2 }
      if tag == 0x011A, let at = number32(entry + 8), at < 65_536,
        let upper = number32(tiff + Int(at)), let lower = number32(tiff + Int(at) + 4), lower > 0
      {
        resolution = upper / lower
      }
    }
    header.setResolution(resolution, per: unit == 3 ? 1000 : 2540)
  }

  /// Whether an end-of-image marker comes; some cameras write more behind it.
  private static func hasEnd(_ bytes: ImageBytes, from start: Int) -> Bool {
    var place = bytes.count - 2
    while place >= start, place >= 0 {
      if bytes.bytes[place] == 0xFF, bytes.bytes[place + 1] == 0xD9 { return true }
      place -= 1
    }
    return false
  }
}

/// Small whole images, made by hand from their formats.
enum ImageSamples {
  private static func big32(_ number: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(number >> $0 & 0xFF) } }
  private static func big16(_ number: UInt16) -> [UInt8] { [UInt8(number >> 8), UInt8(number & 0xFF)] }
  private static func little32(_ number: UInt32) -> [UInt8] { big32(number).reversed() }

  /// 2480 × 3508 pixels, 300 dpi by JFIF, 8 bytes of picture.
  static let jpeg: [UInt8] = jpeg(density: 300, unit: 1)

  static func jpeg(density: UInt16, unit: UInt8) -> [UInt8] {
    [0xFF, 0xD8, 0xFF, 0xE0] + big16(16) + Array("JFIF\0".utf8) + [1, 1, unit] + big16(density) + big16(density)
      + [0, 0] + frame + picture
  }

  /// The same with Exif, little-endian, 600/2 dpi.
  static var exif: [UInt8] {
    let entries: [UInt8] =
      [2, 0] + [0x1A, 1, 5, 0, 1, 0, 0, 0, 38, 0, 0, 0] + [0x28, 1, 3, 0, 1, 0, 0, 0, 2, 0, 0, 0]
    let tiff = Array("II".utf8) + [42, 0, 8, 0, 0, 0] + entries + [0, 0, 0, 0] + little32(600) + little32(2)
    let segment = Array("Exif\0\0".utf8) + tiff
    return [0xFF, 0xD8, 0xFF, 0xE1] + big16(UInt16(segment.count + 2)) + segment + frame + picture
  }

  private static let frame: [UInt8] = [0xFF, 0xC0] + big16(11) + [8] + big16(3508) + big16(2480) + [1, 1, 0x11, 0]
  private static let picture: [UInt8] =
    [0xFF, 0xDA] + big16(8) + [1, 1, 0, 0, 63, 0] + [1, 2, 3, 4, 5, 6, 7, 8, 0xFF, 0xD9]

  /// 709 × 709 pixels, 11,811 pixels a metre (300 dpi).
  static var png: [UInt8] {
    func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
      big32(UInt32(content.count)) + Array(name.utf8) + content + [0, 0, 0, 0]
    }
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + chunk("IHDR", big32(709) + big32(709) + [8, 2, 0, 0, 0]) + chunk("pHYs", big32(11_811) + big32(11_811) + [1])
      + chunk("IDAT", [1, 2, 3, 4]) + chunk("IEND", [])
  }

  /// 100 × 50 pixels from the top, 5,906 pixels a metre (150 dpi).
  static var bmp: [UInt8] {
    let header =
      little32(40) + little32(100) + little32(UInt32(bitPattern: -50)) + [1, 0, 24, 0] + little32(0)
      + little32(0) + little32(5906) + little32(5906) + little32(0) + little32(0)
    let content = header + [UInt8](repeating: 0, count: 15_000)
    return Array("BM".utf8) + little32(UInt32(content.count + 14)) + [0, 0, 0, 0] + little32(54) + content
  }
}

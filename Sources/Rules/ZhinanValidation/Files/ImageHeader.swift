/// What the first bytes of a file say about its picture; of a PDF only whether it is whole.
public struct ImageHeader: Sendable, Equatable {
  /// Pixels in a row; `nil` when the bytes end before they are told.
  public internal(set) var width: Int32?
  /// Rows of pixels; `nil` when the bytes end before they are told.
  public internal(set) var height: Int32?
  /// Pixels per inch, rounded; `nil` when the file does not say.
  public internal(set) var resolution: Int32?
  /// Whether the file is shorter than its own structure says.
  public internal(set) var isTruncated = false

  /// Reads a header.
  ///
  /// - Parameters:
  ///   - head: the first bytes of the file, as many as there are; the whole file to find every truncation.
  ///   - fileSize: bytes of the whole file.
  static func read(_ head: UnsafeBufferPointer<UInt8>, _ kind: UploadKind, fileSize: Int64) -> ImageHeader {
    let bytes = ImageBytes(head)
    return switch kind {
    case .jpeg: JPEGHeader.read(bytes, fileSize: fileSize)
    case .png: readPNG(bytes, fileSize: fileSize)
    case .bmp: readBMP(bytes, fileSize: fileSize)
    case .pdf: readPDF(bytes, fileSize: fileSize)
    }
  }

  mutating func setSize(_ width: UInt32?, _ height: UInt32?) {
    guard let width, let height, width > 0, height > 0, width <= 0x7FFF_FFFF, height <= 0x7FFF_FFFF else { return }
    self.width = Int32(width)
    self.height = Int32(height)
  }

  /// Sets the resolution from dots on a length of so many hundredths of a millimetre.
  mutating func setResolution(_ dots: UInt32?, per length: UInt64) {
    guard let dots, dots > 0, length > 0 else { return }
    let perInch = (UInt64(dots) * 2540 + length / 2) / length
    if perInch > 0, perInch <= 100_000 { resolution = Int32(truncatingIfNeeded: perInch) }
  }

  /// Chunks of length, name, content and CRC; IHDR first, IEND last (ISO/IEC 15948).
  private static func readPNG(_ bytes: ImageBytes, fileSize: Int64) -> ImageHeader {
    var header = ImageHeader()
    if bytes.has("IHDR", at: 12) { header.setSize(bytes.big32(16), bytes.big32(20)) }
    var place: Int64 = 8
    var isAtEnd = false
    while !isAtEnd, let start = Int(exactly: place), let length = bytes.big32(start), bytes.big32(start + 4) != nil {
      if bytes.has("pHYs", at: start + 4), bytes.byte(start + 16) == 1 {
        header.setResolution(bytes.big32(start + 8), per: 100_000)
      }
      isAtEnd = bytes.has("IEND", at: start + 4)
      place += Int64(length) + 12
    }
    header.isTruncated = isAtEnd ? place > fileSize : place >= fileSize || Int64(bytes.count) >= fileSize
    return header
  }

  /// `%%EOF` ends the file (ISO 32000-1, 7.5.5), before what some programs put behind it.
  private static func readPDF(_ bytes: ImageBytes, fileSize: Int64) -> ImageHeader {
    var header = ImageHeader()
    guard Int64(bytes.count) >= fileSize else { return header }
    var place = bytes.count - 5
    while place > 0, !bytes.has("%%EOF", at: place) { place -= 1 }
    header.isTruncated = place <= 0
    return header
  }

  /// BITMAPCOREHEADER (12 bytes) has 16-bit sizes; the later ones 32-bit sizes and pixels per metre.
  private static func readBMP(_ bytes: ImageBytes, fileSize: Int64) -> ImageHeader {
    var header = ImageHeader()
    if bytes.little32(14) == 12 {
      header.setSize(bytes.little16(18), bytes.little16(20))
      header.isTruncated = header.endOfPixels(bytes, bitsAt: 24).map { $0 > fileSize } ?? false
      return header
    }
    // A negative height means rows from the top.
    let height = bytes.little32(22).map { $0 > 0x8000_0000 ? 0 &- $0 : $0 }
    header.setSize(bytes.little32(18), height)
    if bytes.little32(14) != 16 { header.setResolution(bytes.little32(38), per: 100_000) }
    header.isTruncated = header.endOfPixels(bytes, bitsAt: 28).map { $0 > fileSize } ?? false
    return header
  }

  /// Where the last pixel of a BMP ends; `nil` where its header does not say, as for compressed pixels. Rows fill whole
  /// groups of four bytes, but the last may end with its pixels.
  private func endOfPixels(_ bytes: ImageBytes, bitsAt place: Int) -> Int64? {
    guard let width, let height, let bits = bytes.little16(place), bits <= 64, let offset = bytes.little32(10) else {
      return nil
    }
    // BITMAPINFOHEADER and later: 0 is no compression, 3 and 6 are masks of colours.
    if place == 28, bytes.little32(14) != 16 {
      guard let compression = bytes.little32(30), [0, 3, 6].contains(compression) else { return nil }
    }
    let rowBits = Int64(width) * Int64(bits)
    let (rows, isTooMuch) = ((rowBits + 31) / 32 * 4).multipliedReportingOverflow(by: Int64(height) - 1)
    return isTooMuch || rows > Int64.max / 2 ? Int64.max : Int64(offset) + rows + (rowBits + 7) / 8
  }
}

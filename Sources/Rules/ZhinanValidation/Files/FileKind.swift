/// What a file is by its first bytes, whatever its name says: the formats that a platform takes, and those that are most
/// often sent in their place.
public enum FileKind: UInt8, CaseIterable, Sendable {
  case jpeg, png, bmp
  case heic, avif, webp, gif, tiff, pdf
  case jpegXL, jpeg2000, icon, photoshop, zip, office, html, svg, xml

  /// What people call it, ASCII.
  public var name: StaticString {
    switch self {
    case .jpeg: "JPEG"
    case .png: "PNG"
    case .bmp: "BMP"
    case .heic: "HEIC"
    case .avif: "AVIF"
    case .webp: "WebP"
    case .gif: "GIF"
    case .tiff: "TIFF"
    case .pdf: "PDF"
    case .jpegXL: "JPEG XL"
    case .jpeg2000: "JPEG 2000"
    case .icon: "ICO"
    case .photoshop: "PSD"
    case .zip: "ZIP"
    case .office: "Office"
    case .html: "HTML"
    case .svg: "SVG"
    case .xml: "XML"
    }
  }

  /// What the first bytes of a file say; a few dozen suffice, for a PDF with other bytes before its own up to 1,024. `nil`
  /// for a file that none of the kinds' signatures begins.
  public static func found(in head: UnsafeBufferPointer<UInt8>) -> FileKind? {
    let bytes = ImageBytes(head)
    if bytes.has("ftyp", at: 4) { return brand(bytes) }
    if bytes.has("RIFF", at: 0), bytes.has("WEBP", at: 8) { return .webp }
    if bytes.has("GIF87a", at: 0) || bytes.has("GIF89a", at: 0) { return .gif }
    if bytes.has("8BPS", at: 0) { return .photoshop }
    if let markup = MarkupHead.kind(of: head) { return markup }
    if bytes.has("BM", at: 0) { return .bmp }
    switch bytes.big32(0) {
    case 0x4949_2A00, 0x4D4D_002A, 0x4949_2B00, 0x4D4D_002B: return .tiff
    case 0x8950_4E47: return .png
    case 0x504B_0304: return .zip
    case 0xD0CF_11E0: return .office
    case 0x0000_0100: return .icon
    case 0x0000_000C: return bytes.has("jP  ", at: 4) ? .jpeg2000 : bytes.has("JXL ", at: 4) ? .jpegXL : nil
    case .some(let start) where start >> 8 == 0xFF_D8FF: return .jpeg
    case .some(let start) where start >> 16 == 0xFF0A: return .jpegXL
    default:
      for place in 0..<1020 where bytes.has("%PDF-", at: place) { return .pdf }
      return nil
    }
  }

  /// The kind of an ISO base media file by its brands (ISO/IEC 14496-12, 23008-12): the major one, then the compatible
  /// ones.
  private static func brand(_ bytes: ImageBytes) -> FileKind? {
    var place = 8
    let end = min(bytes.count, Int(min(bytes.big32(0) ?? 0, 256)))
    while place + 4 <= end || place == 8 {
      if bytes.has("avi", at: place) { return .avif }
      if bytes.has("hei", at: place) || bytes.has("hev", at: place) { return .heic }
      place += place == 8 ? 8 : 4
    }
    // Only a picture in a container that names no coding of its own.
    return bytes.has("mif1", at: 8) || bytes.has("msf1", at: 8) ? .heic : nil
  }
}

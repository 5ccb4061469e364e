import Testing
import ZhinanValidation

@Suite("Uploaded images")
struct UploadedFileTests {
  static func check(
    _ name: String, _ image: [UInt8], size: Int64? = nil, resolution: Int32 = 0
  ) -> CheckedValue<UploadedFile> {
    let limits = UploadLimits(
      smallest: 1, largest: 1 << 40, safeSmallest: 1, safeLargest: 1 << 40, resolution: resolution)
    return name.withBytes { name in
      image.withUnsafeBufferPointer {
        UploadedFile.check(name: name, size: size ?? Int64(image.count), head: $0, limits: limits)
      }
    }
  }

  @Test(
    "say their pixels and resolution",
    arguments: [
      ("a.jpg", ImageSamples.jpeg, 2480, 3508, 300),
      ("a.jpg", ImageSamples.jpeg(density: 118, unit: 2), 2480, 3508, 300),
      ("a.jpg", ImageSamples.exif, 2480, 3508, 300), ("a.png", ImageSamples.png, 709, 709, 300),
      ("a.bmp", ImageSamples.bmp, 100, 50, 150),
    ] as [(String, [UInt8], Int32, Int32, Int32)])
  func header(_ name: String, _ image: [UInt8], _ width: Int32, _ height: Int32, _ resolution: Int32) throws {
    let header = try #require(Self.check(name, image).value).header
    #expect(header.width == width)
    #expect(header.height == height)
    #expect(header.resolution == resolution)
  }

  @Test("that are cut off are found when the whole file is given")
  func truncated() {
    #expect(Self.check("a.jpg", Array(ImageSamples.jpeg.dropLast(2))).verdict.errorNames == ["E_TRUNCATED"])
    #expect(Self.check("a.png", Array(ImageSamples.png.dropLast(12))).verdict.errorNames == ["E_TRUNCATED"])
    #expect(Self.check("a.png", ImageSamples.png, size: 40).verdict.errorNames == ["E_TRUNCATED"])
    #expect(Self.check("a.bmp", Array(ImageSamples.bmp.dropLast(4))).verdict.errorNames == ["E_TRUNCATED"])
    var unsized = ImageSamples.bmp
    unsized.replaceSubrange(2..<6, with: [0, 0, 0, 0])
    #expect(Self.check("a.bmp", unsized).verdict.warningNames == ["W_FILE_SIZE"])
    #expect(Self.check("a.bmp", Array(unsized.dropLast())).verdict.errorNames == ["E_TRUNCATED"])
    unsized.replaceSubrange(2..<6, with: [0xD0, 0x3A, 0, 0])
    #expect(Self.check("a.bmp", unsized).verdict.warningNames == ["W_FILE_SIZE"])
    // Pixels of 2^31 by 2^31 are in no file; run lengths say nothing of the file's.
    var vast = ImageSamples.bmp
    vast.replaceSubrange(18..<26, with: [0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0x7F])
    #expect(Self.check("a.bmp", vast).verdict.errorNames == ["E_TRUNCATED"])
    vast[30] = 1
    #expect(Self.check("a.bmp", vast).verdict.errorNames == [])
  }

  @Test("of which only the start is given are not called cut off")
  func onlyStart() {
    for length in 3..<ImageSamples.jpeg.count {
      let verdict = Self.check("a.jpg", Array(ImageSamples.jpeg.prefix(length)), size: 300_000).verdict
      #expect(verdict == Verdict(), "\(length)")
    }
    for length in 8..<ImageSamples.png.count {
      #expect(Self.check("a.png", Array(ImageSamples.png.prefix(length)), size: 300_000).verdict == Verdict())
    }
  }

  @Test("with few pixels per inch are told")
  func resolution() {
    #expect(Self.check("a.bmp", ImageSamples.bmp, resolution: 200).verdict.warningNames == ["W_RESOLUTION"])
    #expect(Self.check("a.jpg", ImageSamples.jpeg, resolution: 200).verdict.warnings.isEmpty)
  }

  @Test("with a camera's bytes behind the end are whole")
  func trailer() {
    #expect(Self.check("a.jpg", ImageSamples.jpeg + [1, 2, 3]).verdict == Verdict())
  }

  @Test(
    "are known for what they are, whatever the name says",
    arguments: [
      ("0000001c6674797068656963000000006d696631", .heic), ("00000018667479706d696631000000006d69663168656963", .heic),
      ("0000001c66747970617669660000000061766966", .avif), ("00000014667479706d696631000000006d696631", .heic),
      ("52494646d24b060057454250", .webp), ("474946383961", .gif), ("474946383761", .gif), ("49492a0008000000", .tiff),
      ("4d4d002a00000008", .tiff), ("255044462d312e34", .pdf), ("89504e470d0a1a0a", .png), ("ffd8ffe0", .jpeg),
      ("424d76060000", .bmp), ("504b030414000600", .zip), ("d0cf11e0a1b11ae1", .office),
      ("3c21444f4354595045", .html),
      ("0000000c6a502020", .jpeg2000), ("0000000c4a584c20", .jpegXL), ("ff0a0000", .jpegXL), ("38425053", .photoshop),
      ("00000100", .icon), ("00000018667479706d703432", nil), ("4d5a9000", nil), ("52494646d24b060057415645", nil),
      ("", nil), ("00", nil),
    ] as [(String, FileKind?)])
  func kinds(_ head: String, _ kind: FileKind?) {
    #expect(bytes(hex: head).withUnsafeBufferPointer { FileKind.found(in: $0) } == kind)
  }

  @Test(
    "of marked-up text are told apart",
    arguments: [
      ("<svg xmlns='http://www.w3.org/2000/svg'/>", .svg), ("<?xml version='1.0'?>\n<!-- a -->\n<svg/>", .svg),
      ("<?xml version='1.0'?>\n<!DOCTYPE svg PUBLIC ''>", .svg), ("<!doctype html>", .html),
      ("\u{FEFF}\n<HTML>", .html),
      ("<?xml version='1.0'?><html>", .html), ("<?xml version='1.0'?><!DOCTYPE note>", .xml),
      ("<?xml version='1.0'?><fo", .xml), ("<?xml version", .xml), ("<!-- a -->", nil), ("<note>", nil), ("svg", nil),
    ] as [(String, FileKind?)])
  func markup(_ head: String, _ kind: FileKind?) {
    #expect(head.withBytes { FileKind.found(in: $0) } == kind)
  }
}

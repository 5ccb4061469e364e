import Testing
import Validation

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
    // A BMP holds its own size.
    #expect(Self.check("a.bmp", Array(ImageSamples.bmp.dropLast(4))).verdict.errorNames == ["E_MAGIC"])
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
}

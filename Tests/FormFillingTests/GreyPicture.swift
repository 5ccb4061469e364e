import FormModel
import Foundation

/// A rendered page, one byte a pixel.
struct GreyPicture {
  var width: Int
  var height: Int
  var pixels: [UInt8]

  /// Dots an inch of every picture: a character of a form is 7 to 9 pixels wide.
  static let resolution = 60

  /// The pages of a PDF as poppler draws them.
  static func pages(of pdf: [UInt8], resolution: Int = resolution) throws -> [GreyPicture] {
    try render(pdf, resolution) { try GreyPicture(graymap: Data(contentsOf: $0)) }
  }

  /// The same pages as PNG files, made by netpbm, because poppler writes grey pictures in three colours.
  static func pngs(of pdf: [UInt8]) throws -> [Data] {
    try render(pdf, resolution) { try Tool.run("pnmtopng", ["-compression", "9", $0.path]).output }
  }

  private static func render<Page>(_ pdf: [UInt8], _ resolution: Int, _ read: (URL) throws -> Page) throws -> [Page] {
    try Tool.withFile(pdf) { path in
      let folder = URL(fileURLWithPath: path + "-pages", isDirectory: true)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
      defer { try? FileManager.default.removeItem(at: folder) }
      let run = try Tool.run("pdftoppm", ["-r", "\(resolution)", "-gray", path, folder.path + "/page"])
      guard run.status == 0 else { throw PictureError.tool(run.problems) }
      return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        .map { try read(folder.appending(path: $0)) }
    }
  }

  /// A PNG file, decoded by netpbm.
  init(png path: String) throws {
    let run = try Tool.run("pngtopnm", [path])
    guard run.status == 0 else { throw PictureError.tool(run.problems) }
    try self.init(graymap: run.output)
  }

  /// A binary portable graymap: `P5`, width, height, 255, then a byte a pixel.
  init(graymap: Data) throws {
    let bytes = [UInt8](graymap)
    var words: [String] = []
    var index = 0
    while words.count < 4, index < bytes.count {
      let end = bytes[index...].firstIndex { $0 == 0x20 || $0 == 0x0A } ?? bytes.count
      words.append(String(decoding: bytes[index..<end], as: UTF8.self))
      index = end + 1
    }
    guard words.count == 4, words[0] == "P5", words[3] == "255", let width = Int(words[1]), let height = Int(words[2]),
      bytes.count - index == width * height
    else { throw PictureError.notAGraymap }
    (self.width, self.height, pixels) = (width, height, [UInt8](bytes[index...]))
  }

  enum PictureError: Error {
    case tool(String)
    case notAGraymap
  }

  /// Takes away what stands in a rectangle of the page, drawn at the usual resolution.
  mutating func whiten(_ rectangle: PageRectangle) {
    func pixel(_ hundredths: Int32) -> Int { Int(hundredths) * Self.resolution / 7200 }
    for y in height - pixel(rectangle.y + rectangle.height) - 1...height - pixel(rectangle.y) {
      for x in pixel(rectangle.x)...pixel(rectangle.x + rectangle.width) + 1 { pixels[y * width + x] = 255 }
    }
  }

  /// Darkness of a place in mm from the page's left top corner, 0 to 255, in a picture of so many pixels a mm: the
  /// darkest pixel within `reach` pixels.
  func darkness(_ x: Double, _ y: Double, pixelsPerMillimetre: Double, reach: Int) -> Int {
    let (column, row) = (Int(x * pixelsPerMillimetre), Int(y * pixelsPerMillimetre))
    var darkest = 0
    for row in max(row - reach, 0)...min(row + reach, height - 1) {
      for column in max(column - reach, 0)...min(column + reach, width - 1) {
        darkest = max(darkest, 255 - Int(pixels[row * width + column]))
      }
    }
    return darkest
  }

  /// How two pictures of one size differ, counting pixels whose grey differs by more than 48 of 255.
  struct Difference: CustomStringConvertible {
    /// Different pixels of the whole page.
    var pixels = 0
    /// The most different pixels in any square of the size of a character, and its left top corner.
    var worst = 0
    var place = (x: 0, y: 0)

    /// Side of the square: a character of 9.5 points at 60 dots an inch.
    static let side = 8

    var description: String { "\(pixels) pixels differ, \(worst) of them around (\(place.x), \(place.y))" }
  }

  /// Squares overlap by half, so that a character cannot hide between two.
  func difference(to other: GreyPicture) -> Difference? {
    guard width == other.width, height == other.height else { return nil }
    var difference = Difference()
    let step = Difference.side / 2
    let columns = width / step + 1
    var counts = Array(repeating: 0, count: columns * (height / step + 1))
    pixels.withUnsafeBufferPointer { mine in
      other.pixels.withUnsafeBufferPointer { theirs in
        for index in 0..<mine.count where abs(Int(mine[index]) - Int(theirs[index])) > 48 {
          difference.pixels += 1
          let (column, row) = (index % width / step, index / width / step)
          for (x, y) in [(column, row), (column - 1, row), (column, row - 1), (column - 1, row - 1)]
          where x >= 0 && y >= 0 {
            counts[y * columns + x] += 1
          }
        }
      }
    }
    for (index, count) in counts.enumerated() where count > difference.worst {
      difference.worst = count
      difference.place = (index % columns * step, index / columns * step)
    }
    return difference
  }
}

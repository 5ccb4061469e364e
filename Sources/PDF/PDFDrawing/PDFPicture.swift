internal import Bytes
internal import CZlib

/// Why a picture cannot be drawn.
package enum PDFPictureError: Error {
  /// Neither PNG nor JPEG.
  case kind
  /// A PNG with an alpha channel or a transparent colour.
  case transparent
  /// A PNG that is interlaced, or has 16 bits a channel.
  case interlaced
  /// The file ends too early, its head says what cannot be, a checksum is wrong, or pixels lack.
  case damaged
  /// More than 4,000 pixels a side, or 4 MiB.
  case tooLarge
}

/// A PNG (ISO/IEC 15948) or JPEG (ISO/IEC 10918) whose data stands in a PDF as it is.
package struct PDFPicture: Sendable, Equatable {
  /// Pixels.
  package let width: Int
  /// Pixels.
  package let height: Int
  /// The stream's entries besides `/Length` (PDF 32000-1 §8.9.5).
  let entries: [UInt8]
  /// The stream's data.
  let data: [UInt8]

  private static let largestSide = 4000
  private static let largestFile = 4 << 20

  /// Reads a file.
  package init(_ bytes: [UInt8]) throws(PDFPictureError) {
    if bytes.count > Self.largestFile { throw .tooLarge }
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = try Self.png(bytes)
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = try Self.jpeg(bytes)
    } else {
      throw .kind
    }
    guard width > 0, height > 0 else { throw .damaged }
    if width > Self.largestSide || height > Self.largestSide { throw .tooLarge }
  }

  private init(width: Int, height: Int, _ form: (inout PDFTokens) -> Void, data: [UInt8]) {
    (self.width, self.height, self.data) = (width, height, data)
    var tokens = PDFTokens()
    tokens.raw("/Type /XObject /Subtype /Image /Width \(width) /Height \(height) ")
    form(&tokens)
    entries = tokens.bytes
  }

  /// The compressed rows of a PNG are what a PDF calls Flate with PNG's predictors.
  private static func png(_ bytes: [UInt8]) throws(PDFPictureError) -> PDFPicture {
    var (data, palette): ([UInt8], [UInt8]) = ([], [])
    var head: [UInt8] = []
    var place = 8
    var isWhole = false
    while !isWhole {
      guard place + 12 <= bytes.count else { throw .damaged }
      let length = number(bytes, place, 4)
      guard length <= bytes.count - place - 12 else { throw .damaged }
      let chunk = bytes[(place + 8)..<(place + 8 + length)]
      let sum = Array(bytes[(place + 4)..<(place + 8 + length)]).withUnsafeBufferPointer {
        crc32(0, $0.baseAddress, UInt32($0.count))
      }
      guard Int(sum) == number(bytes, place + 8 + length, 4) else { throw .damaged }
      switch String(decoding: bytes[(place + 4)..<(place + 8)], as: UTF8.self) {
      case "IHDR": head = Array(chunk)
      case "PLTE": palette = Array(chunk)
      case "tRNS": throw .transparent
      case "IDAT": data += chunk
      case "IEND": isWhole = true
      default: break
      }
      place += length + 12
    }
    guard head.count == 13, !data.isEmpty else { throw .damaged }
    let (width, height, depth, colour) = (number(head, 0, 4), number(head, 4, 4), Int(head[8]), Int(head[9]))
    if colour == 4 || colour == 6 { throw .transparent }
    if head[12] != 0 || depth > 8 { throw .interlaced }
    guard [1, 2, 4, 8].contains(depth), [0, 2, 3].contains(colour), colour != 2 || depth == 8,
      colour != 3 || !palette.isEmpty && palette.count % 3 == 0 && palette.count <= 768
    else { throw .damaged }
    // Each row begins with the number of its filter.
    let row = 1 + (width * depth * (colour == 2 ? 3 : 1) + 7) / 8
    guard max(width, height) <= largestSide else { throw .tooLarge }
    guard width > 0, height > 0, holds(data, rows: height, of: row) else { throw .damaged }
    return PDFPicture(
      width: width, height: height,
      { tokens in
        switch colour {
        case 0: tokens.raw("/ColorSpace /DeviceGray ")
        case 2: tokens.raw("/ColorSpace /DeviceRGB ")
        default:
          tokens.raw("/ColorSpace [/Indexed /DeviceRGB \(palette.count / 3 - 1)")
          tokens.hexadecimal(palette)
          tokens.raw("] ")
        }
        tokens.raw("/BitsPerComponent \(depth) /Filter /FlateDecode /DecodeParms << /Predictor 15 ")
        tokens.raw("/Colors \(colour == 2 ? 3 : 1) /BitsPerComponent \(depth) /Columns \(width) >> ")
      }, data: data)
  }

  /// Whether compressed data are so many rows of bytes, each with a filter that PNG has.
  private static func holds(_ data: [UInt8], rows: Int, of size: Int) -> Bool {
    var count = uLong(rows * size)
    let pixels = [UInt8](unsafeUninitializedCapacity: rows * size) { buffer, filled in
      let result = uncompress(buffer.baseAddress, &count, data, uLong(data.count))
      filled = result == Z_OK ? Int(count) : 0
    }
    return pixels.count == rows * size && stride(from: 0, to: pixels.count, by: size).allSatisfy { pixels[$0] <= 4 }
  }

  private static func jpeg(_ bytes: [UInt8]) throws(PDFPictureError) -> PDFPicture {
    var place = 2
    while place + 4 <= bytes.count {
      guard bytes[place] == 0xFF else { throw .damaged }
      let marker = bytes[place + 1]
      if marker == 0xFF {
        place += 1
        continue
      }
      let length = number(bytes, place + 2, 2)
      // Start of frame: all kinds but tables and arithmetic conditioning.
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        guard place + 10 <= bytes.count else { throw .damaged }
        let components = Int(bytes[place + 9])
        guard bytes[place + 4] == 8, components == 1 || components == 3 else { throw .kind }
        guard hasWholeScan(bytes, from: place + 2 + length) else { throw .damaged }
        return PDFPicture(
          width: number(bytes, place + 7, 2), height: number(bytes, place + 5, 2),
          { tokens in
            tokens.raw("/ColorSpace /\(components == 1 ? "DeviceGray" : "DeviceRGB") /BitsPerComponent 8 ")
            tokens.raw("/Filter /DCTDecode ")
          }, data: bytes)
      }
      if length < 2 || marker == 0xDA { throw .damaged }
      place += 2 + length
    }
    throw .damaged
  }

  /// Whether a scan begins behind the frame's head, and the picture ends.
  private static func hasWholeScan(_ bytes: [UInt8], from start: Int) -> Bool {
    var place = start
    while place + 4 <= bytes.count, bytes[place] == 0xFF {
      if bytes[place + 1] == 0xDA {
        let ends = (place..<(bytes.count - 1)).reversed()
        return ends.contains { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xD9 }
      }
      place += bytes[place + 1] == 0xFF ? 1 : 2 + number(bytes, place + 2, 2)
    }
    return false
  }

  /// The number in `count` bytes, the highest first.
  private static func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int {
    bytes[place..<(place + count)].reduce(0) { $0 << 8 | Int($1) }
  }
}

extension PDFDocument {
  /// Draws a picture into a rectangle; those of one name are one object.
  package mutating func picture(
    _ picture: PDFPicture, named name: String, in rectangle: PDFRectangle, page: PDFPageIndex, role: PDFContentRole
  ) {
    let index: Int
    if let known = pictures.firstIndex(where: { $0.name == name }) {
      index = known
    } else {
      index = pictures.count
      pictures.append((name, library.addStream(picture.data, deflated: false, entries: picture.entries).number))
    }
    if !pages[page.number].pictures.contains(index) { pages[page.number].pictures.append(index) }
    var tokens = PDFTokens()
    tokens.op("q")
    tokens.numbers(rectangle.width, 0, 0, rectangle.height, rectangle.x, rectangle.y)
    tokens.op("cm")
    tokens.name("P\(index)")
    tokens.op("Do Q")
    paint(tokens, on: page, as: role)
  }

  /// The entries of `/XObject` of a page's resources.
  func pictureEntries(of page: Page) -> [UInt8] {
    var entries = PDFTokens()
    for index in page.pictures {
      entries.name("P\(index)")
      entries.reference(pictures[index].object)
    }
    return entries.bytes
  }
}

package import FormModel
internal import QRCode

extension FilledForm {
  /// Whether a code stands in the form's place for it that is not the record's: answers were changed after it was
  /// printed. A form without a code, such as a blank that was filled in a viewer, has none that could be wrong.
  package func hasStaleCode(for record: CheckedRecord, of form: CompiledForm) -> Bool {
    guard !form.qrCodes.isEmpty, let code = QRCode(form.qrCodeText(digest: record.digest(in: form))) else {
      return false
    }
    return contents.pages.contains { page in
      form.qrCodes.contains { place in
        page.codes(in: place).contains { $0.size != code.size || $0.rows != code.rows }
      }
    }
  }
}

extension PDFPage {
  /// The codes that are painted where the filler paints one.
  fileprivate func codes(in place: QRCodePlace) -> [InlineMask] {
    guard let tokens else { return [] }
    return tokens.indices.compactMap { index in
      InlineMask(tokens[index]).flatMap { $0.stands(in: place, at: index, of: tokens) ? $0 : nil }
    }
  }
}

/// An inline image (PDF 32000-1 §8.9.7) of as many lines as columns, whose set bits are painted in the current colour.
struct InlineMask {
  /// Columns and lines.
  let size: Int
  /// The lines from top to bottom, each of whole bytes.
  let rows: [UInt8]
  /// Where the lines end in the bytes that they were read from.
  let end: Int

  /// Longest header that is read, in bytes; the filler's has some 40.
  private static let longestHeader = 200
  /// A QR code has 21 to 177 modules a side (ISO/IEC 18004:2015 §5.3.1).
  private static let sizes = 21...177

  /// Reads `BI … ID …` at the start of `image`; `nil` when it is no such image or has more in its header.
  init?(_ image: ArraySlice<UInt8>) {
    guard let data = Self.data(in: image) else { return nil }
    let header = ContentTokens.tokens(of: Array(image[(image.startIndex + 2)..<(data - 3)]))
      .map { String(decoding: $0, as: UTF8.self) }
    var numbers: [String: Int] = [:]
    var isMask = false
    var isPainted = false
    var rest = header[...]
    while let key = rest.popFirst() {
      switch key {
      case "/W", "/Width": numbers["W"] = rest.popFirst().flatMap { Int($0) }
      case "/H", "/Height": numbers["H"] = rest.popFirst().flatMap { Int($0) }
      case "/IM", "/ImageMask": isMask = rest.popFirst() == "true"
      case "/D", "/Decode":
        isPainted = Array(rest.prefix(4)) == ["[", "1", "0", "]"]
        rest = rest.dropFirst(4)
      case "/BPC", "/BitsPerComponent": if rest.popFirst() != "1" { return nil }
      default: return nil
      }
    }
    guard isMask, isPainted, let width = numbers["W"], width == numbers["H"], Self.sizes.contains(width) else {
      return nil
    }
    let length = (width + 7) / 8 * width
    guard image.endIndex - data >= length else { return nil }
    size = width
    end = data + length
    rows = Array(image[data..<end])
  }

  /// Whether nothing but white space stands between the lines and the `EI` that ends the image.
  func isWhole(of image: ArraySlice<UInt8>) -> Bool {
    image.endIndex - end <= 4 && image[end...].filter { $0 > 32 } == [0x45, 0x49]
  }

  /// Where an image's data start: behind `ID` and one white space.
  private static func data(in image: ArraySlice<UInt8>) -> Int? {
    guard image.starts(with: [0x42, 0x49]) else { return nil }
    let last = min(image.endIndex, image.startIndex + longestHeader) - 2
    guard image.startIndex + 2 < last else { return nil }
    return (image.startIndex + 2..<last).first {
      image[$0] == 0x49 && image[$0 + 1] == 0x44 && image[$0 + 2] <= 32
    }.map { $0 + 3 }
  }

  /// Whether the `cm` before the image puts it where the filler puts a code; tokens are one page's, the image is the
  /// one at `index`. Writers round numbers and set the colour between.
  func stands(in place: QRCodePlace, at index: Int, of tokens: [ArraySlice<UInt8>]) -> Bool {
    let isColoured = index >= 2 && tokens[index - 1].elementsEqual("g".utf8)
    let index = isColoured ? index - 2 : index
    guard index >= 7, tokens[index - 1].elementsEqual("cm".utf8) else { return false }
    let square = place.square(ofModules: size)
    let expected = [square.side, 0, 0, square.side, square.x, square.y].map { Double($0) / 100 }
    return zip(tokens[(index - 7)..<(index - 1)], expected).allSatisfy { token, number in
      Double(String(decoding: token, as: UTF8.self)).map { abs($0 - number) < 0.05 } ?? false
    }
  }
}

#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(FormModel)
  package import FormModel
#endif
#if canImport(QRCode)
  internal import QRCode
#endif

// What a filler paints on the pages themselves, so that a reader can tell it from what others painted.
extension CompiledForm {
  /// What a filler paints on each of the blank's pages, above its own drawing: a piece for every row of samples whose
  /// size the answers give, and one for a code, whose modules are those of another record.
  package func painted(for answers: Answers) -> [[[UInt8]]] {
    var pages: [[[UInt8]]] = Array(repeating: [], count: blank.pages.count)
    for (page, content) in paintedSamples(for: answers) { pages[page].append(content) }
    for (page, content) in paintedCodes(digest: Array(repeating: 0, count: 32)) { pages[page].append(content) }
    return pages
  }

  /// The boxes whose sizes the answers give: outline, room around it, a cross at each corner of the room.
  func paintedSamples(for answers: Answers) -> [(page: Int, content: [UInt8])] {
    var painted: [(page: Int, content: [UInt8])] = []
    for boxes in samples {
      guard let width = Self.size(answers.text(Int(boxes.width))),
        let height = Self.size(answers.text(Int(boxes.height)))
      else { continue }
      let bits = answers.options(Int(boxes.shape))
      guard bits != 0 else { continue }
      let outline = boxes.outlines[bits.trailingZeroBitCount % boxes.outlines.count]
      painted.append(
        (Int(boxes.page), SampleDrawing(boxes, width: width, height: height, outline: outline).content))
    }
    return painted
  }

  /// A whole number of millimetres as hundredths of a point.
  private static func size(_ text: some Collection<UInt8>) -> Int32? {
    var millimetres: Int64 = 0
    guard !text.isEmpty, text.count <= 4 else { return nil }
    for digit in text {
      guard (48...57).contains(digit) else { return nil }
      millimetres = millimetres * 10 + Int64(digit - 48)
    }
    return Int32((millimetres * 720_000 + 1270) / 2540)
  }

  /// The code that names form and record in each of its places: an image of one bit a module.
  func paintedCodes(digest: [UInt8]) -> [(page: Int, content: [UInt8])] {
    guard !qrCodes.isEmpty, let code = QRCode(qrCodeText(digest: digest)) else { return [] }
    return qrCodes.map { (Int($0.page), Self.drawing(of: code, in: $0)) }
  }

  private static func drawing(of code: QRCode, in place: QRCodePlace) -> [UInt8] {
    let square = place.square(ofModules: code.size)
    var content: [UInt8] = []
    content.appendASCII("/Artifact BMC q 0 g ")
    for number in [square.side, 0, 0, square.side, square.x, square.y] {
      content.appendHundredths(number)
      content.append(32)
    }
    content.appendASCII("cm\nBI/W ")
    content.appendDecimal(Int64(code.size))
    content.appendASCII("/H ")
    content.appendDecimal(Int64(code.size))
    content.appendASCII("/IM true/D[1 0] ID ")
    content += code.rows
    content.appendASCII("\nEI Q EMC\n")
    return content
  }
}

#if canImport(FormModel)
  internal import FormModel
#endif
#if canImport(QRCode)
  internal import QRCode
#endif

extension FilledPDF {
  /// Paints the code that names form and record, when the form has a place for it: an image of one bit a module.
  mutating func paintCode() {
    guard let place = form.code, let code = QRCode(form.codeText(digest: digest)) else { return }
    let modules = Int32(code.size + 8)  // with the quiet zone of four modules on every side
    let side = place.rectangle.width / modules * Int32(code.size)
    let quiet = (place.rectangle.width - side) / 2
    var content: [UInt8] = []
    content.appendASCII("/Artifact BMC q 0 g ")
    for number in [side, 0, 0, side, place.rectangle.x + quiet, place.rectangle.y + quiet] {
      content.appendHundredths(number)
      content.append(32)
    }
    content.appendASCII("cm\nBI/W ")
    content.appendNumber(Int64(code.size))
    content.appendASCII("/H ")
    content.appendNumber(Int64(code.size))
    content.appendASCII("/IM true/D[1 0] ID ")
    content += code.rows
    content.appendASCII("\nEI Q EMC\n")
    painted[Int(place.page)].content += content
  }
}

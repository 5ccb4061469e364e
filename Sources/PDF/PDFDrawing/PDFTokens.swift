internal import Bytes

/// PDF syntax in the making (PDF 32000-1 §7.2, §7.3): tokens for a dictionary or a content stream, with a space or a
/// line end after each.
struct PDFTokens {
  private(set) var bytes: [UInt8] = []
  /// Whether a number had to be left out because a PDF cannot hold it.
  private(set) var isOutOfRange = false

  /// Syntax as it stands.
  mutating func raw(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    bytes.append(0x20)
  }

  mutating func raw(_ text: [UInt8]) {
    bytes.append(contentsOf: text)
    bytes.append(0x20)
  }

  /// A content operator, which ends its line.
  mutating func op(_ name: String) {
    bytes.append(contentsOf: name.utf8)
    bytes.append(0x0A)
  }

  mutating func integer(_ number: Int) { raw("\(number)") }

  /// A number with up to three decimals.
  mutating func number(_ number: Double) {
    guard number.isFinite, abs(number) <= 32767 else {
      isOutOfRange = true
      raw("0")
      return
    }
    let thousandths = Int((number * 1000).rounded())
    if thousandths < 0 { bytes.append(0x2D) }
    let magnitude = thousandths.magnitude
    bytes.append(contentsOf: "\(magnitude / 1000)".utf8)
    var rest = magnitude % 1000
    if rest != 0 {
      bytes.append(0x2E)
      var unit: UInt = 100
      while rest != 0 {
        bytes.append(0x30 + UInt8(rest / unit))
        rest %= unit
        unit /= 10
      }
    }
    bytes.append(0x20)
  }

  mutating func numbers(_ numbers: Double...) { for number in numbers { self.number(number) } }

  mutating func reference(_ object: Int) { raw("\(object) 0 R") }

  /// A name with its slash; everything but letters and digits is escaped.
  mutating func name(_ name: String) {
    bytes.append(0x2F)
    for byte in name.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E, 0x5F: bytes.append(byte)
      default:
        bytes.append(0x23)
        bytes.appendUpperHexadecimal(byte)
      }
    }
    bytes.append(0x20)
  }

  /// A literal string whose bytes are all printable ASCII in the file.
  mutating func literal(_ content: some Sequence<UInt8>) {
    bytes.append(0x28)
    for byte in content {
      switch byte {
      case 0x28, 0x29, 0x5C:
        bytes.append(0x5C)
        bytes.append(byte)
      case 0x20...0x7E: bytes.append(byte)
      default:
        bytes.append(0x5C)
        for shift in [6, 3, 0] { bytes.append(0x30 + (byte >> shift & 7)) }
      }
    }
    bytes.append(contentsOf: [0x29, 0x20])
  }

  mutating func hexadecimal(_ content: some Sequence<UInt8>) {
    bytes.append(0x3C)
    bytes.appendUpperHexadecimal(content)
    bytes.append(contentsOf: [0x3E, 0x20])
  }

  /// `[x1 y1 x2 y2]`.
  mutating func corners(of rectangle: PDFRectangle) {
    raw("[")
    numbers(rectangle.x, rectangle.y, rectangle.x + rectangle.width, rectangle.y + rectangle.height)
    raw("]")
  }
}

extension String {
  /// A PDF text string (PDF 32000-1 §7.9.2.2): UTF-16BE after a byte order mark.
  var pdfText: [UInt8] {
    var bytes: [UInt8] = [0xFE, 0xFF]
    for unit in utf16 {
      bytes.append(UInt8(unit >> 8))
      bytes.append(UInt8(truncatingIfNeeded: unit))
    }
    return bytes
  }
}

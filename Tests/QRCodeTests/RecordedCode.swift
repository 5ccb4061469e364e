import Foundation
import QRCode
import Testing

/// A code that qrcode (PyPI) made: Tests/Tools/qr_codes.py.
struct RecordedCode: Decodable, Sendable, CustomTestStringConvertible {
  private var text: String
  private var correction: String
  var mask: Int
  var version: Int
  private var rows: String

  var testDescription: String { "version \(version) \(correction), \(bytes.count) bytes, mask \(mask)" }
  var bytes: [UInt8] { Self.bytes(hexadecimal: text) }
  var picture: [UInt8] { Self.bytes(hexadecimal: rows) }
  var level: QRCode.Correction {
    switch correction {
    case "low": .low
    case "quartile": .quartile
    case "high": .high
    default: .medium
    }
  }

  static func all() throws -> [RecordedCode] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/qr-codes.json")
    return try JSONDecoder().decode([RecordedCode].self, from: Data(contentsOf: file))
  }

  private static func bytes(hexadecimal text: String) -> [UInt8] {
    let digits = text.utf8.compactMap { UInt8(String(UnicodeScalar($0)), radix: 16) }
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}

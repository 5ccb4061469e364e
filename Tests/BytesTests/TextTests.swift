import Bytes
import Testing

@Suite struct TextsOfBytes {
  private func made(_ append: (inout [UInt8]) -> Void) -> String {
    var bytes: [UInt8] = []
    append(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func hexadecimalDigitsAreReadBackInBothCases() {
    let all = (0...255).map { UInt8($0) }
    #expect(Hexadecimal.bytes(Array(Hexadecimal.text(all).utf8)) == all)
    #expect(Hexadecimal.bytes(Array(made { $0.appendUpperHexadecimal(all) }.utf8)) == all)
    #expect(Hexadecimal.text([0x00, 0x9A, 0xFF]) == "009aff")
    #expect(made { $0.appendUpperHexadecimal([0x00, 0x9A, 0xFF]) } == "009AFF")
    #expect(made { $0.appendUpperHexadecimal(UInt16(0x0A9F)) } == "0A9F")
  }

  @Test(arguments: ["0", "0g", "g0", "/0", ":0", "@0", "G0", "`0", "0 ", "000"])
  func whatIsNoPairOfDigitsIsRefused(text: String) { #expect(Hexadecimal.bytes(Array(text.utf8)) == nil) }

  @Test func codePointsHaveFourDigitsAtLeast() {
    #expect(Hexadecimal.codePoint(0x7) == "U+0007")
    #expect(Hexadecimal.codePoint(0x4E00) == "U+4E00")
    #expect(Hexadecimal.codePoint(0x2CB4E) == "U+2CB4E")
    #expect(Hexadecimal.codePoint(0x7, digits: 1) == "U+7")
    #expect(Hexadecimal.text(0x2A, digits: 4) == "002a")
  }

  @Test(arguments: [0, 1, 9, 10, 99, 100, -1, -10, 1_234_567_890, Int64.max, Int64.min])
  func decimalNumbersAreThoseOfSwift(number: Int64) { #expect(made { $0.appendDecimal(number) } == "\(number)") }

  @Test func fixedNumbersOfDigitsBeginWithZeros() {
    #expect(made { $0.appendDecimal(7, digits: 1) } == "7")
    #expect(made { $0.appendDecimal(7, digits: 2) } == "07")
    #expect(made { $0.appendDecimal(2026, digits: 4) } == "2026")
    #expect(made { $0.appendDecimal(0, digits: 3) } == "000")
    #expect(made { $0.appendASCII("/Kids[") } == "/Kids[")
  }

  @Test func charactersBeyondTheFirstPlaneArePairsInUTF16() {
    #expect(made { $0.appendUTF16Hexadecimal(0x5F20) } == "5F20")
    #expect(made { $0.appendUTF16Hexadecimal(0xFFFF) } == "FFFF")
    #expect(made { $0.appendUTF16Hexadecimal(0x10000) } == "D800DC00")
    #expect(made { $0.appendUTF16Hexadecimal(0x2CB4E) } == "D872DF4E")
    #expect(made { $0.appendUTF16Hexadecimal(0x10FFFF) } == "DBFFDFFF")
  }

  @Test func scalarsOfDamagedTextAreReplaced() {
    #expect(UnicodeText.scalars(Array("aé张𬭎".utf8)) == [0x61, 0xE9, 0x5F20, 0x2CB4E])
    #expect(UnicodeText.scalars([0x61, 0xFF, 0x62]) == [0x61, 0xFFFD, 0x62])
  }
}

@Suite struct Hashes {
  /// Test vectors of the hash's authors (RFC 9923, appendix C).
  @Test(
    arguments: [
      ("", 0x811c_9dc5, 0xcbf2_9ce4_8422_2325), ("a", 0xe40c_292c, 0xaf63_dc4c_8601_ec8c),
      ("foobar", 0xbf9c_f968, 0x8594_4171_f739_67e8),
    ] as [(String, UInt32, UInt64)])
  func theyAreThoseOfTheAuthors(text: String, short: UInt32, long: UInt64) {
    #expect(FNV1a.hash32(text.utf8) == short)
    #expect(text.utf8.reduce(FNV1a.start32, FNV1a.next) == short)
    #expect(FNV1a.hash64(text.utf8) == long)
  }
}

import FormFilling
import Testing

@Suite struct RecordNames {
  @Test(arguments: [
    (12, "", "0000012-010203040506.pdf"), (12_345_678, "", "12345678-010203040506.pdf"),
    (1, "甲公司", "0000001-甲公司-010203040506.pdf"),
  ])
  func theyHoldTheRowAndTheHash(row: Int, label: String, name: String) {
    let file = RecordName(row: row, hash: [1, 2, 3, 4, 5, 6], label: Array(label.utf8)).file
    #expect(String(decoding: file, as: UTF8.self) == name)
  }

  /// Every character that a system does not have in names, that nobody sees, or that parts words.
  @Test func labelsHoldWhatEverySystemHasInNames() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let properties = scalar.properties
      let isForbidden =
        value < 0x20 || "/\\:*?\"<>|".unicodeScalars.contains(scalar) || properties.isWhitespace
        || properties.generalCategory == .control || properties.generalCategory == .format
      let label = String(decoding: FileLabel.text(Array("a\(scalar)b".utf8)), as: UTF8.self)
      if isForbidden { #expect(label == "ab", "\(value)") }
      if properties.isIdeographic || properties.isAlphabetic { #expect(label.unicodeScalars.count == 3, "\(value)") }
    }
    #expect(FileLabel.text(Array("..-a.b".utf8)) == Array("a.b".utf8))
    #expect(FileLabel.text(Array(String(repeating: "长", count: 31).utf8)).count == 90)
  }
}

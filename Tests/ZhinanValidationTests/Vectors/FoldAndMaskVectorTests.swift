import Testing
import ZhinanValidation

@Suite("The vectors of folding, masking and phone lists")
struct FoldAndMaskVectorTests {
  @Test("fullwidth_fold", arguments: try VectorFile.cases("fullwidth_fold"))
  func fold(_ vector: VectorCase) throws {
    let checked = Rule.fullwidthFold.check(try #require(vector.input.text), today: try #require(vectorDay))
    #expect(checked.verdict == Verdict())
    let value = try #require(checked.value)
    if let expected = vector.value.text {
      #expect(value == expected)
    } else {
      let isPlain = value.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
      }
      #expect(vector.entry["digit_or_letter_after_fold"] == .bool(isPlain))
    }
  }

  @Test("mask", arguments: try VectorFile.cases("mask"))
  func mask(_ vector: VectorCase) throws {
    let kind = try #require(MaskKind(name: (vector.entry["kind"].text ?? "").utf8))
    let input = try #require(vector.input.text)
    let masked = String(decoding: Masking.mask(Array(input.utf8), as: kind), as: UTF8.self)
    if let expected = vector.value.text { #expect(masked == expected) }
    if let forbidden = vector.entry["must_not_equal"].text { #expect(masked != forbidden) }
    if let forbidden = vector.entry["must_not_contain"].text { #expect(!masked.contains(forbidden)) }
  }

  @Test("expand_list of landline", arguments: try VectorFile.read("landline")["expand_list"].list ?? [])
  func expand(_ entry: VectorValue) throws {
    let numbers = (entry["input"].text ?? "").withBytes { PhoneList.expand($0) }
    #expect(numbers.map { String(decoding: $0, as: UTF8.self) } == entry["value"].texts)
  }
}

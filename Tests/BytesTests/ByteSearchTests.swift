import Testing

@testable import Bytes

@Suite("Bytes within others")
struct ByteSearchTests {
  @Test(
    "are found at their first place",
    arguments: [
      ("abcabc", "abc", 0, 0), ("abcabc", "abc", 1, 3), ("aab", "ab", 0, 1), ("abc", "c", 0, 2), ("abc", "abc", 0, 0),
      ("办办法", "办法", 0, 3),
    ] as [(String, String, Int, Int)])
  func found(_ text: String, _ sought: String, _ start: Int, _ place: Int) {
    #expect(Array(text.utf8).firstPlace(of: Array(sought.utf8), from: start) == place)
  }

  @Test("are not found where they do not stand whole, and nothing is found of none")
  func none() {
    let text = Array("abcab".utf8)
    #expect(text.firstPlace(of: Array("abc".utf8), from: 1) == nil)
    #expect(text.firstPlace(of: Array("abcabc".utf8)) == nil)
    #expect(text.firstPlace(of: []) == nil && [UInt8]().firstPlace(of: [0x61]) == nil)
    #expect(text.firstPlace(of: [0x61], from: 9) == nil)
  }
}

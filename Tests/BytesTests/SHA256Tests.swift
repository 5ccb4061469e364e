import Bytes
import Testing

@Suite struct Digests {
  /// The examples of FIPS 180-4 and of NIST's "Descriptions of SHA-256", in one part and in many.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
    (String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ])
  func theyAreThoseOfTheStandard(text: String, expected: String) {
    let message = Array(text.utf8)
    #expect(Hexadecimal.text(SHA256.digest(of: message)) == expected)
    var digest = SHA256()
    var rest = message[...]
    var length = 1
    while !rest.isEmpty {
      digest.update(rest.prefix(length))
      rest = rest.dropFirst(length)
      length = (length * 3 + 1) % 200
    }
    #expect(digest.finish() == SHA256.digest(of: message))
  }

  /// The padding's end falls before, on and behind the end of a block.
  @Test func aCopyGoesOnFromWhereTheOriginalStands() {
    for length in 0..<200 {
      let message = (0..<length).map { UInt8($0) }
      var beginning = SHA256()
      beginning.update(message[..<(length / 2)])
      var whole = beginning
      whole.update(message[(length / 2)...])
      #expect(whole.finish() == SHA256.digest(of: message))
      #expect(beginning.finish() == SHA256.digest(of: message[..<(length / 2)]))
    }
  }
}

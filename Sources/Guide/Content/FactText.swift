/// Facts in texts that are no Markdown: titles, alternative texts, addresses. `` {data}`path` `` stands for a fact there
/// too; a backslash before it says that it is meant as it is (``FactFiller``).
package enum FactText {
  /// Whether a text is one number that can be called: digits, perhaps `+` before them, and what is written between them.
  package static func isTelephone(_ text: String) -> Bool {
    text.utf8.contains { (0x30...0x39).contains($0) }
      && text.utf8.enumerated().allSatisfy { place, byte in
        (0x30...0x39).contains(byte) || " -()".utf8.contains(byte) || byte == UInt8(ascii: "+") && place == 0
      }
  }
}

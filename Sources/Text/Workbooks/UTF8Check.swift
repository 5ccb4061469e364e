/// Whether bytes that come in pieces are UTF-8 (RFC 3629, section 4) without U+0000, which XML does not have and which
/// texts in wider encodings are full of.
struct UTF8Check {
  /// Bytes that the character still needs, and what the next of them may be.
  private var needed = 0
  private var range: ClosedRange<UInt8> = 0x80...0xBF

  /// Whether the bytes so far end with a whole character.
  var isWhole: Bool { needed == 0 }

  /// Takes the next bytes; whether they go on as UTF-8.
  mutating func takes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in bytes {
      if needed > 0 {
        guard range.contains(byte) else { return false }
        needed -= 1
        range = 0x80...0xBF
        continue
      }
      switch byte {
      case 0x01...0x7F: continue
      case 0xC2...0xDF: needed = 1
      case 0xE0: (needed, range) = (2, 0xA0...0xBF)
      case 0xED: (needed, range) = (2, 0x80...0x9F)
      case 0xE1...0xEF: needed = 2
      case 0xF0: (needed, range) = (3, 0x90...0xBF)
      case 0xF4: (needed, range) = (3, 0x80...0x8F)
      case 0xF1...0xF3: needed = 3
      default: return false
      }
    }
    return true
  }
}

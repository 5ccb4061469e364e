/// Tells UTF-8 from GB 18030 by what stands in the text.
enum EncodingGuess {
  /// Bytes that are looked at, from the first that is not ASCII on.
  static let window = 64 << 10

  /// The encoding of a text whose end may be cut off. UTF-8 with some damaged characters stays UTF-8: its rows are
  /// reported, while the rest of the file is read.
  static func encoding(of bytes: ArraySlice<UInt8>) -> TextEncoding {
    var rest = bytes
    var good = 0
    var bad = 0
    while let flaw = UTF8Flaw.first(in: rest) {
      if rest.endIndex - flaw < 4, UTF8Flaw.isCutOff(rest[flaw...]) {
        good += wideCharacters(in: rest[..<flaw])
        rest = []
      } else {
        good += wideCharacters(in: rest[..<flaw])
        bad += 1
        rest = rest[(flaw + 1)...]
      }
    }
    good += wideCharacters(in: rest)
    return bad == 0 || good >= bad || flawsOfGB18030(in: bytes) >= bad ? .utf8 : .gb18030
  }

  /// Bytes that begin no character of GB 18030, by the shape of its characters alone.
  private static func flawsOfGB18030(in bytes: ArraySlice<UInt8>) -> Int {
    var rest = bytes
    var flaws = 0
    while let lead = rest.popFirst() {
      guard lead >= 0x80 else { continue }
      guard let trail = rest.first else { break }
      switch trail {
      case 0x40...0x7E where lead > 0x80 && lead < 0xFF, 0x80...0xFE where lead > 0x80 && lead < 0xFF:
        rest.removeFirst()
      case 0x30...0x39 where lead > 0x80 && lead < 0xFF:
        rest = rest.dropFirst(3)
      default: flaws += 1
      }
    }
    return flaws
  }

  /// Characters of three or four bytes: those of two are easily met by chance in GB 18030.
  private static func wideCharacters(in bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    for byte in bytes where byte >= 0xE0 { count += 1 }
    return count
  }
}

/// Bytes that are no UTF-8 (RFC 3629).
package enum UTF8Flaw {
  /// Index of the first byte that starts no well-formed character.
  package static func first(in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var at = 0
      while at < buffer.count {
        if buffer[at] < 0x80 {
          at += 1
          continue
        }
        let length = length(buffer, at)
        if length == 0 { return bytes.startIndex + at }
        at += length
      }
      return nil
    }
  }

  /// Whether bytes are the beginning of a character whose end is missing.
  static func isCutOff(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let lead = bytes.first, (0xC2...0xF4).contains(lead) else { return false }
    let needed = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    return bytes.count < needed && bytes.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
  }

  private static func length(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    func next(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      at + offset < bytes.count && range.contains(bytes[at + offset])
    }
    switch bytes[at] {
    case 0xC2...0xDF: return next(1) ? 2 : 0
    case 0xE0: return next(1, 0xA0...0xBF) && next(2) ? 3 : 0
    case 0xED: return next(1, 0x80...0x9F) && next(2) ? 3 : 0
    case 0xE1...0xEF: return next(1) && next(2) ? 3 : 0
    case 0xF0: return next(1, 0x90...0xBF) && next(2) && next(3) ? 4 : 0
    case 0xF1...0xF3: return next(1) && next(2) && next(3) ? 4 : 0
    case 0xF4: return next(1, 0x80...0x8F) && next(2) && next(3) ? 4 : 0
    default: return 0
    }
  }
}

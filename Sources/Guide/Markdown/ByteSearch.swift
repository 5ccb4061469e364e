extension String {
  /// Whether these bytes stand in it, whatever follows them.
  func holds(_ sought: StaticString) -> Bool {
    var text = self
    return text.withUTF8 { bytes in
      sought.withUTF8Buffer { sought in
        guard let first = sought.first, bytes.count >= sought.count else { return false }
        let last = bytes.count - sought.count
        var place = 0
        while place <= last {
          if bytes[place] == first, bytes[place..<(place + sought.count)].elementsEqual(sought) { return true }
          place += 1
        }
        return false
      }
    }
  }

  /// Whether some of these ASCII signs stand in it.
  func holdsAny(of signs: StaticString) -> Bool {
    var text = self
    return text.withUTF8 { bytes in
      signs.withUTF8Buffer { signs in
        for byte in bytes where byte < 0x80 && signs.contains(byte) { return true }
        return false
      }
    }
  }

  /// Whether it may hold a control character but line ends and tabs, or a noncharacter, told by the bytes alone.
  var mayHoldControls: Bool {
    var text = self
    return text.withUTF8 { bytes in
      for (place, byte) in bytes.enumerated() {
        switch byte {
        case 0x09, 0x0A, 0x20...0x7E, 0x80...0xC1, 0xC3...0xEE: continue
        case 0xEF where place + 2 < bytes.count:
          // U+FDD0 to U+FDEF are EF B7 90 to EF B7 AF, U+FFFE and U+FFFF are EF BF BE and EF BF BF.
          if bytes[place + 1] == 0xB7 || bytes[place + 1] == 0xBF && bytes[place + 2] >= 0xBE { return true }
        case 0xF0... where place + 3 < bytes.count:
          if bytes[place + 2] == 0xBF, bytes[place + 3] >= 0xBE { return true }
        case 0xC2 where place + 1 < bytes.count: if bytes[place + 1] < 0xA0 { return true }
        default: return true
        }
      }
      return false
    }
  }
}

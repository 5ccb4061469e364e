#if canImport(Bytes)
  internal import Bytes
#endif

/// Characters of the private-use area that old encodings of Chinese used before Unicode had them.
public enum PrivateUse {
  /// Whether a scalar is one on which only the makers of a font have agreed.
  public static func contains(_ scalar: UInt32) -> Bool { HanScript.isPrivateUse(scalar) }

  /// The character of the standard for a private-use scalar that GBK or an edition of GB 18030 used: U+4DAE (䶮) for
  /// U+E863; `nil` for every other scalar.
  public static func standardCharacter(of scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0xE815...0xE864:
      var reader = ScalarReader(PrivateUseHan.components.bytes)
      var rest = scalar - 0xE815
      while let standard = reader.nextInSmall() {
        if rest == 0 { return standard }
        rest -= 1
      }
      return nil
    case 0xE78D...0xE796: return PrivateUseHan.vertical[Int(scalar - 0xE78D)]
    case 0xE7C7: return 0x1E3F
    case 0xE7C8: return 0x01F9
    case 0xE7E7: return 0x303E
    case 0xE7E8...0xE7F3: return 0x2FF0 + scalar - 0xE7E8
    default: return nil
    }
  }
}

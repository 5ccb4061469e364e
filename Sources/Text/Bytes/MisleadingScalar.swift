extension Unicode.Scalar {
  /// Whether it is a control character (C0, C1), or sets the direction of writing, or has no width, or ends a line, so
  /// that what is seen is not what is there (Unicode Technical Report 36 §2; the bidirectional controls of UAX #9).
  /// The joiners of emoji and of Indic scripts are none, nor are variation selectors, which names may have.
  package var misleads: Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B, 0x200E, 0x200F,
      0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0x1BCA0...0x1BCA3,
      0x1D173...0x1D17A, 0xE0000...0xE007F:
      true
    default: false
    }
  }
}

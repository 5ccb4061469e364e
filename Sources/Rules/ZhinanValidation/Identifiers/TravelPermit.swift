/// Mainland travel permits of residents of Hong Kong and Macao (港澳居民来往内地通行证) and of Taiwan
/// (台湾居民来往大陆通行证). Neither has a check character.
enum TravelPermit {
  /// `[HM]` and 8 digits; on the card of 1999 two more for renewals; `[HM]A` and 7 digits for those who are not Chinese
  /// nationals (2024, from press reports only).
  static func checkHongKongMacao(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    Folding.fold(text, .identifier, into: &canonical)
    return canonical.withUnsafeBufferPointer { number in
      if number.isEmpty { return Verdict(.eEmpty) }
      guard number[0] == 0x48 || number[0] == 0x4D else { return Verdict(.eFormat) }
      switch number.count {
      case 9 where number.areDigits(1): return Verdict()
      case 11 where number.areDigits(1): return Verdict(.wOldCard)
      case 9 where number[1] == 0x41 && number.areDigits(2): return Verdict(.wUnverifiedFormat)
      default: return Verdict(.eFormat)
      }
    }
  }

  /// 8 digits; in the old booklet 10 and perhaps a letter.
  static func checkTaiwan(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    Folding.fold(text, .identifier, into: &canonical)
    return canonical.withUnsafeBufferPointer { number in
      switch number.count {
      case 0: return Verdict(.eEmpty)
      case 8 where number.areDigits(): return Verdict()
      case 10 where number.areDigits(): return Verdict(.wOldCard)
      case 11 where number.areDigits(0, 10) && number[10].isCapital: return Verdict(.wOldCard)
      default: return Verdict(.eFormat)
      }
    }
  }
}

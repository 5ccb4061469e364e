extension PostalCode {
  /// The provinces whose post a code's first digits stand for, two digits each (GB/T 2260); several where a district of the
  /// post crosses a border, none for what is no code.
  ///
  /// The first two digits are the province or a part of it, by China Post's list. Hinggan has codes of Jilin's district 137,
  /// and the east of Hulun Buir codes of Heilongjiang's 16.
  ///
  /// - Parameter text: UTF-8, in any spelling that the rule `postal_code` reads.
  public static func provinces(of text: some Sequence<UInt8>) -> [Int32] {
    Folding.identifier(text).withUnsafeBufferPointer { code in
      guard code.count == 6, code.areDigits() else { return [] }
      if code.number(0, 3) == 137 { return [22, 15] }
      let district = code.number(0, 2)
      if district == 16 { return [23, 15] }
      return province(ofDistrict: district).map { [$0] } ?? []
    }
  }

  private static func province(ofDistrict district: Int32) -> Int32? {
    switch district {
    case 1, 2: 15
    case 3, 4: 14
    case 5...7: 13
    case 10: 11
    case 11, 12: 21
    case 13: 22
    case 15: 23
    case 20: 31
    case 21, 22: 32
    case 23, 24: 34
    case 25...27: 37
    case 30: 12
    case 31, 32: 33
    case 33, 34: 36
    case 35, 36: 35
    case 40: 50
    case 41, 42: 43
    case 43, 44: 42
    case 45...47: 41
    case 51, 52: 44
    case 53, 54: 45
    case 55, 56: 52
    case 57: 46
    case 61...64: 51
    case 65...67: 53
    case 71, 72: 61
    case 73, 74: 62
    case 75: 64
    case 81: 63
    case 83, 84: 65
    case 85, 86: 54
    default: nil
    }
  }
}

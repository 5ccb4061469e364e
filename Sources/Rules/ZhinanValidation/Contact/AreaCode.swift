#if canImport(Bytes)
  internal import Bytes
#endif

/// Area codes of the fixed network, without their leading zero.
enum AreaCode {
  /// How long local numbers of an area are.
  enum LocalDigits {
    /// There is no such area.
    case none
    case seven
    case eight
    case sevenOrEight

    func allows(_ digits: Int) -> Bool {
      switch self {
      case .none: false
      case .seven: digits == 7
      case .eight: digits == 8
      case .sevenOrEight: digits == 7 || digits == 8
      }
    }
  }

  /// 10 and 2x have two digits and long numbers, all others three. 410, 413 and 414 were given up for 24 (2011, 2011,
  /// 2014); 26 was never given out.
  static func localDigits(_ area: Int32) -> LocalDigits {
    switch area {
    case 10, 20...25, 27...29: return .eight
    case 300...999:
      switch AreaCodeLengths.table.bytes[Int(area) - 300] {
      case 0x37: return .seven
      case 0x38: return .eight
      case 0x2A: return .sevenOrEight
      default: return .none
      }
    default: return .none
    }
  }
}

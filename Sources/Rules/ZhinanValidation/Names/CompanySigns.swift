/// Where signs stand in an organisation's name.
enum CompanySigns {
  /// The place of a sign that joins nothing: & - 、 first, last or behind another sign, + first or behind one.
  static func strayPlace(in name: [UInt32]) -> Int? {
    for (place, scalar) in name.enumerated() where joins(scalar) {
      let isLast = place == name.count - 1 && scalar != 0x2B
      // C++ has two behind a letter.
      let isDoubled = place > 0 && joins(name[place - 1]) && !isPlusOfLatin(place, name)
      if place == 0 || isLast || isDoubled { return place }
    }
    return nil
  }

  /// Whether a dot stands first, last or behind another one.
  static func hasStrayDot(_ name: [UInt32]) -> Bool {
    for (place, scalar) in name.enumerated() where scalar == PersonName.dot {
      if place == 0 || place == name.count - 1 || name[place - 1] == PersonName.dot { return true }
    }
    return false
  }

  private static func joins(_ scalar: UInt32) -> Bool {
    scalar == 0x26 || scalar == 0x2B || scalar == 0x2D || scalar == 0x3001
  }

  private static func isPlusOfLatin(_ place: Int, _ name: [UInt32]) -> Bool {
    guard name[place - 1] == 0x2B, place > 1 else { return false }
    return CompanyReading.isLatin(name[place - 2])
  }
}

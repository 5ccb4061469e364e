/// Administrative divisions of the mainland by their codes, GB/T 2260.
public enum AdministrativeDivision {
  /// Whether a two-digit number is a province's.
  @inline(__always)
  public static func isProvince(_ number: Int32) -> Bool {
    switch number {
    case 11...15, 21...23, 31...37, 41...46, 50...54, 61...65: true
    default: false
    }
  }

  /// Whether a six-digit number is, or since 1980 once was, the code of a province, prefecture or county.
  public static func isKnown(_ number: Int32) -> Bool {
    guard number > 0, number < 1_000_000 else { return false }
    let wanted = UInt32(number)
    var low = 0
    var high = DivisionRuns.runs.count
    while low < high {
      let middle = (low + high) / 2
      if DivisionRuns.runs[middle] >> 8 <= wanted { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return false }
    let run = DivisionRuns.runs[low - 1]
    return wanted - run >> 8 <= run & 0xFF
  }
}

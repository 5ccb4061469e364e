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
    return runs.withUnsafeBufferPointer { runs in
      let wanted = UInt32(number)
      var low = 0
      var high = runs.count
      while low < high {
        let middle = (low + high) / 2
        if runs[middle] >> 8 <= wanted { low = middle + 1 } else { high = middle }
      }
      guard low > 0 else { return false }
      let run = runs[low - 1]
      return wanted - run >> 8 <= run & 0xFF
    }
  }

  /// The runs of ``DivisionRuns``, unpacked once: the first code × 256 + the number of codes after it.
  private static let runs: [UInt32] = {
    var runs: [UInt32] = []
    var last: UInt32 = 0
    var place = 0
    while place < DivisionRuns.steps.count {
      var shift: UInt32 = 0
      while DivisionRuns.steps[place] >= 0x80 {
        last += UInt32(DivisionRuns.steps[place] & 0x7F) << shift
        shift += 7
        place += 1
      }
      let first = last + UInt32(DivisionRuns.steps[place]) << shift
      let more = UInt32(DivisionRuns.steps[place + 1])
      runs.append(first << 8 | more)
      last = first + more
      place += 2
    }
    return runs
  }()
}

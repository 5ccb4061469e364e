#if canImport(Bytes)
  internal import Bytes
#endif

/// Decimal numbers in digits: exact, in ten-thousandths of one, never as floating point.
public enum DecimalNumber {
  /// How many ten-thousandths one is.
  public static let unit: Int64 = 10_000
  /// Most digits behind the point.
  public static let mostDecimals = 4
  /// Most digits before the point: with those behind it as many as a spreadsheet keeps.
  public static let mostWholeDigits = 11

  /// Reads `-12.5`, `12.50`, `.5`, `12,345.6`; nothing else stands before or behind it.
  ///
  /// - Parameter text: the number, UTF-8; full-width digits and signs count as their ASCII forms.
  /// - Returns: ten-thousandths; `E_FORMAT` for anything but an optional sign, digits and one point with digits behind it,
  ///   and for more than ``mostDecimals`` digits there; `E_RANGE` for more than ``mostWholeDigits`` before it.
  public static func check(_ text: UnsafeBufferPointer<UInt8>) -> CheckedValue<Int64> {
    var folded: [UInt8] = []
    Folding.fold(text, .full, into: &folded)
    return folded.withUnsafeBufferPointer { read($0) }
  }

  /// Ten-thousandths of a number in canonical spelling; `nil` for anything else.
  public static func value(ofCanonical text: UnsafeBufferPointer<UInt8>) -> Int64? { read(text).value }

  static func check(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    let checked = check(text)
    canonical.removeAll(keepingCapacity: true)
    if let number = checked.value { append(number, decimals: 0, to: &canonical) }
    return checked.verdict
  }

  /// Appends a number of ten-thousandths in digits, with so many behind the point at least, and more where it needs them.
  public static func append(_ number: Int64, decimals: Int, to bytes: inout [UInt8]) {
    if number < 0 { bytes.append(0x2D) }
    bytes.appendDecimal(Int64(number.magnitude / UInt64(unit)))
    let count = min(max(decimals, Self.decimals(of: number)), mostDecimals)
    guard count > 0 else { return }
    bytes.append(0x2E)
    var rest = number.magnitude % UInt64(unit)
    for _ in 0..<count {
      rest *= 10
      bytes.append(0x30 + UInt8(rest / UInt64(unit)))
      rest %= UInt64(unit)
    }
  }

  /// How many digits behind the point a number of ten-thousandths needs, 0 to 4.
  public static func decimals(of number: Int64) -> Int {
    var rest = number.magnitude % UInt64(unit)
    var decimals = 0
    while rest > 0 {
      decimals += 1
      rest = rest * 10 % UInt64(unit)
    }
    return decimals
  }

  static func read(_ text: UnsafeBufferPointer<UInt8>) -> CheckedValue<Int64> {
    guard let first = text.first else { return CheckedValue(.eEmpty) }
    var place = first == 0x2D || first == 0x2B ? 1 : 0
    let start = place
    var isGrouped = false
    var (whole, digits) = (Int64(0), 0)
    while place < text.count, text[place].isDigit || isComma(text, place, from: start) {
      if text[place] == 0x2C {
        isGrouped = true
      } else if digits > 0 || text[place] != 0x30 {
        digits += 1
        if digits <= mostWholeDigits { whole = whole * 10 + Int64(text[place] & 0x0F) }
      }
      place += 1
    }
    let hasWhole = place > start
    var fraction: Int64 = 0
    if place < text.count, text[place] == 0x2E {
      let point = place
      var power = unit
      place += 1
      while place < text.count, text[place].isDigit {
        power /= 10
        // A zero more tells nothing.
        if power == 0, text[place] != 0x30 { return CheckedValue(.eFormat) }
        fraction += Int64(text[place] & 0x0F) * power
        place += 1
      }
      if place == point + 1 { return CheckedValue(.eFormat) }
    } else if !hasWhole {
      return CheckedValue(.eFormat)
    }
    guard place == text.count else { return CheckedValue(.eFormat) }
    guard digits <= mostWholeDigits else { return CheckedValue(.eRange) }
    let number = whole * unit + fraction
    return CheckedValue(first == 0x2D ? -number : number, isGrouped ? Verdict(.wSpreadsheet) : Verdict())
  }

  /// Whether a comma parts groups of three: three digits follow, and no fourth; one to three stand before the first.
  private static func isComma(_ text: UnsafeBufferPointer<UInt8>, _ place: Int, from start: Int) -> Bool {
    guard text[place] == 0x2C, place + 3 < text.count, text.areDigits(place + 1, place + 4) else { return false }
    if place + 4 < text.count, text[place + 4].isDigit { return false }
    var before = place
    while before > start, text[before - 1].isDigit { before -= 1 }
    let count = place - before
    // Behind another comma stand three.
    return before == start ? (1...3).contains(count) && text[before] != 0x30 : text[before - 1] == 0x2C && count == 3
  }
}

#if canImport(Bytes)
  internal import Bytes
#endif

/// Countries and territories by their codes, ISO 3166-1.
public enum Country {
  /// The alpha-3 code of a numeric code, three ASCII capitals.
  public static func alpha3(numeric: Int32) -> [UInt8]? {
    guard let place = place(ofNumeric: numeric) else { return nil }
    return [UInt8](CountryCodes.table.bytes.part(place, place + 3))
  }

  /// The numeric code of an alpha-3 code, three ASCII capitals.
  public static func numeric(alpha3: UnsafeBufferPointer<UInt8>) -> Int32? {
    guard alpha3.count == 3 else { return nil }
    let table = CountryCodes.table.bytes
    var low = 0
    var high = table.count / 6
    while low < high {
      let middle = (low + high) / 2
      let name = table.part(middle * 6, middle * 6 + 3)
      if name.elementsEqual(alpha3) { return table.number(middle * 6 + 3, middle * 6 + 6) }
      if name.lexicographicallyPrecedes(alpha3) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// Whether there is such a numeric code.
  static func isNumeric(_ number: Int32) -> Bool { place(ofNumeric: number) != nil }

  private static func place(ofNumeric number: Int32) -> Int? {
    let table = CountryCodes.table.bytes
    for place in stride(from: 0, to: table.count, by: 6) where table.number(place + 3, place + 6) == number {
      return place
    }
    return nil
  }
}

extension PhoneNumber {
  /// What kind of number it is.
  public enum Kind: UInt8, CaseIterable, Sendable {
    /// 11 digits from 13 to 19 on.
    case mobile
    /// An area code and seven or eight digits.
    case landline
    /// 400 and seven digits: caller and owner share the price.
    case shared400
    /// 800 and seven digits: the owner pays.
    case free800
    /// 95 and three digits or more: one business in the whole country.
    case business95
    /// 96 and three or four digits: a service of one province.
    case regional96
    /// Any other short number of a public service.
    case service
  }

  /// What a right number holds.
  public struct Explanation: Sendable, Equatable {
    /// The number in canonical spelling, ASCII.
    public let number: [UInt8]
    /// Its kind.
    public let kind: Kind
    /// The area code without its zero; `nil` where none is written.
    public let area: Int32?
    /// The digits of an extension, ASCII; `nil` without one.
    public let extensionDigits: [UInt8]?
  }

  /// What the numbers of a text hold, one or several as ``PhoneList`` reads them; none where one of them is wrong.
  ///
  /// - Parameter text: UTF-8.
  public static func explain(_ text: some Sequence<UInt8>) -> [Explanation] {
    let bytes = [UInt8](text)
    guard bytes.count <= Rule.mostBytes else { return [] }
    let checked: CheckedValue<[[UInt8]]> = bytes.withUnsafeBufferPointer { PhoneList.check($0) }
    return (checked.value ?? []).map { explanation(ofCanonical: $0) }
  }

  private static func explanation(ofCanonical number: [UInt8]) -> Explanation {
    let parts = number.split(separator: 0x2D)
    let hasArea = number.first == 0x30 && parts.count > 1
    let local = hasArea ? parts[1] : parts[0]
    let area = parts[0].withUnsafeBufferPointer { $0.number(1, $0.count) }
    return Explanation(
      number: number, kind: kind(hasArea, local, parts.count), area: hasArea ? area : nil,
      extensionDigits: hasArea ? (parts.count > 2 ? [UInt8](parts[2]) : nil) : sharedExtension(ofCanonical: number))
  }

  /// The digits behind 转.
  private static func sharedExtension(ofCanonical number: [UInt8]) -> [UInt8]? {
    number.lastIndex { $0 >= 0x80 }.map { [UInt8](number[($0 + 1)...]) }
  }

  private static func kind(_ hasArea: Bool, _ local: ArraySlice<UInt8>, _ parts: Int) -> Kind {
    let start = local.prefix(2)
    if !hasArea, parts == 3 { return start.elementsEqual([0x38, 0x30]) ? .free800 : .shared400 }
    if !hasArea, local.count == 11 { return .mobile }
    if hasArea, local.count >= 7 { return .landline }
    if start.elementsEqual([0x39, 0x35]) { return .business95 }
    return start.elementsEqual([0x39, 0x36]) ? .regional96 : .service
  }
}

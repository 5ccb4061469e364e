/// Shows a little of a value, so that its owner knows it again and nobody else learns it. Never for the printed form.
public enum Masking {
  /// At most so many stars are written, however long the value is.
  static let mostStars = 64

  /// The masked text.
  ///
  /// Whatever does not look like a value of its kind is hidden altogether: too few characters to hide some of them, a
  /// telephone number that cannot be read, an address without a district. Bytes that are not UTF-8 count as U+FFFD.
  ///
  /// - Parameters:
  ///   - text: any bytes.
  ///   - kind: what the value is.
  public static func mask(_ text: UnsafeBufferPointer<UInt8>, as kind: MaskKind) -> [UInt8] {
    if text.count > Rule.mostBytes { return stars(mostStars) }
    var repaired: [UInt8] = []
    repaired.writeScalars(atMost: 3 * text.count) { writer in
      var reader = ScalarReader(text)
      while let scalar = reader.next() { writer.write(scalar) }
    }
    var folded: [UInt8] = []
    repaired.withUnsafeBufferPointer { text in
      switch kind {
      case .name, .address, .text: Folding.fold(text, .name, into: &folded)
      case .id, .bank: Folding.fold(text, .identifier, into: &folded)
      case .mobile, .landline, .email: Folding.fold(text, .full, into: &folded)
      }
    }
    if folded.isEmpty { return [] }
    return folded.withUnsafeBufferPointer { value in
      switch kind {
      case .id: return ends(of: value, first: 3, last: 2, hiding: 4)
      case .mobile: return mobile(value)
      case .landline: return landline(value)
      case .name:
        let length = value.scalarCount
        return ends(of: value, first: length >= 2 ? 1 : 0, last: length >= 3 ? 1 : 0, hiding: 1)
      case .bank: return ends(of: value, first: 0, last: 4, hiding: 5)
      case .email: return email(value)
      case .address: return AddressMasking.mask(value)
      case .text: return value.scalarCount >= 2 ? start(of: value, scalars: 1) + stars(3) : stars(3)
      }
    }
  }

  /// The masked text, given as bytes.
  public static func mask(_ text: [UInt8], as kind: MaskKind) -> [UInt8] {
    text.withUnsafeBufferPointer { mask($0, as: kind) }
  }

  static func stars(_ number: Int) -> [UInt8] { [UInt8](repeating: 0x2A, count: min(number, mostStars)) }

  /// The first and last characters and a star for each between them; stars alone when fewer than `hidden` would be
  /// hidden.
  private static func ends(
    of value: UnsafeBufferPointer<UInt8>, first: Int, last: Int, hiding hidden: Int
  ) -> [UInt8] {
    let length = value.scalarCount
    guard length - first - last >= hidden else { return stars(length) }
    return start(of: value, scalars: first) + stars(length - first - last) + end(of: value, scalars: last)
  }

  static func start(of value: UnsafeBufferPointer<UInt8>, scalars: Int) -> [UInt8] {
    var reader = ScalarReader(value)
    for _ in 0..<scalars { _ = reader.next() }
    return [UInt8](value.part(0, reader.position))
  }

  private static func end(of value: UnsafeBufferPointer<UInt8>, scalars: Int) -> [UInt8] {
    var start = value.count
    for _ in 0..<scalars {
      repeat { start -= 1 } while start > 0 && value[start] & 0xC0 == 0x80
    }
    return [UInt8](value.part(start, value.count))
  }

  private static func mobile(_ value: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var number: [UInt8] = []
    guard MobileNumber.check(value, &number).isValid else { return landline(value, orElse: value.scalarCount) }
    return number[..<3] + stars(4) + number[7...]
  }

  private static func landline(_ value: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var number: [UInt8] = []
    if MobileNumber.check(value, &number).isValid { return mobile(value) }
    return landline(value, orElse: value.scalarCount)
  }

  /// A landline or 400 number without its last four digits and its extension; stars alone for anything else.
  private static func landline(_ value: UnsafeBufferPointer<UInt8>, orElse length: Int) -> [UInt8] {
    var written: [UInt8] = []
    guard LandlineNumber.check(value, &written).isValid else { return stars(length) }
    var hyphens = 0
    let is400 = written[0] == 0x34
    var end = written.firstIndex { $0 >= 0x80 } ?? written.count
    for place in written.indices where written[place] == 0x2D {
      hyphens += 1
      if !is400, hyphens == 2 { end = place }
    }
    for place in (end - 4)..<end { written[place] = 0x2A }
    for place in end..<written.count where written[place].isDigit { written[place] = 0x2A }
    return written
  }

  /// The first character, three stars and the host; stars alone when what follows the `@` is no host.
  private static func email(_ value: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard let at = value.lastIndex(of: 0x40), at > 0, value.count - at <= 254,
      EmailAddress.isHost(value.part(at + 1, value.count))
    else { return stars(value.scalarCount) }
    return start(of: value, scalars: 1) + stars(3) + [UInt8](value.part(at, value.count))
  }
}

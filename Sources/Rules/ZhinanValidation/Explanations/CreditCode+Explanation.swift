#if canImport(Bytes)
  internal import Bytes
#endif

extension CreditCode {
  /// What a code of 18 characters holds, whether or not it is right (GB 32100-2015).
  public struct Explanation: Sendable, Equatable {
    /// The first two characters, ASCII: department and kind.
    public let registration: [UInt8]
    /// Who registered the organisation; `nil` where the standard has no such character.
    public let department: Department?
    /// What the organisation is; `nil` where the department has no such kind.
    public let kind: OrganisationKind?
    /// Six digits: where it was registered, a code of GB/T 2260, 100000 for the state's own department; `nil` where there
    /// is a letter among them.
    public let division: Int32?
    /// Characters 9 to 17, ASCII (GB 11714).
    public let organisationCode: [UInt8]
    /// The organisation code's own check character; `nil` where its first eight characters are not of its set.
    public let organisationCheck: CheckCharacter?
    /// The 18th character.
    public let check: CheckCharacter
  }

  /// What a code holds.
  ///
  /// - Parameter text: UTF-8, in any spelling that the rule `uscc` reads.
  /// - Returns: `nil` for what is not 18 characters of the code's set.
  public static func explain(_ text: some Sequence<UInt8>) -> Explanation? {
    Folding.identifier(text).withUnsafeBufferPointer { code in
      guard code.count == 18, let expected = checkCharacter(of: code), isCharacter(code[17]) else {
        return nil
      }
      return Explanation(
        registration: [UInt8](code.part(0, 2)),
        department: Department(rawValue: code[0]),
        kind: OrganisationKind(department: code[0], kind: code[1]),
        division: code.areDigits(2, 8) ? code.number(2, 8) : nil,
        organisationCode: [UInt8](code.part(8, 17)),
        organisationCheck: OrganisationCode.check(in: code.part(8, 17)),
        check: CheckCharacter(found: code[17], expected: expected))
    }
  }

  /// The 18th character to 17 of the set; `nil` where one is not.
  private static func checkCharacter(of code: UnsafeBufferPointer<UInt8>) -> UInt8? {
    var sum = 0
    var weight = 1
    for byte in code.part(0, 17) {
      guard isCharacter(byte) else { return nil }
      sum += Int(value(byte)) * weight
      weight = weight * 3 % 31
    }
    return characters.bytes[(31 - sum % 31) % 31]
  }

  private static let characters: StaticString = "0123456789ABCDEFGHJKLMNPQRTUWXY"
}

extension OrganisationCode {
  /// The check character of an organisation code, as it is and as it should be (GB 11714-1997).
  ///
  /// - Parameter text: UTF-8, in any spelling that the rule `org_code` reads.
  /// - Returns: `nil` for what is not eight digits or letters and a ninth.
  public static func explain(_ text: some Sequence<UInt8>) -> CheckCharacter? {
    Folding.identifier(text).withUnsafeBufferPointer { check(in: $0) }
  }

  static func check(in code: UnsafeBufferPointer<UInt8>) -> CheckCharacter? {
    guard code.count == 9, code[8].isDigit || code[8].isCapital else { return nil }
    let weights: [UInt32] = [3, 7, 9, 10, 5, 8, 4, 2]
    var sum: UInt32 = 0
    for place in 0..<8 {
      let byte = code[place]
      guard byte.isDigit || byte.isCapital else { return nil }
      sum += UInt32(byte.isDigit ? byte - 48 : byte - 55) * weights[place]
    }
    let check = (11 - sum % 11) % 11
    return CheckCharacter(found: code[8], expected: check == 10 ? 0x58 : 0x30 + UInt8(check))
  }
}

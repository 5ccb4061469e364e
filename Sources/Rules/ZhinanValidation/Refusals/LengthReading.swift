#if canImport(Bytes)
  internal import Bytes
#endif

/// How long a text, or the part of it that its rule measures, is, and how long it may be.
public struct LengthReading: Sendable, Equatable {
  /// What is measured.
  public enum Part: UInt8, Sendable {
    /// The text's characters, without what folding leaves out.
    case whole
    /// The text's bytes, of which there are too many to read.
    case bytes
    /// The digits of a telephone number behind the area code.
    case localNumber
    /// The bytes of a mail address before the @.
    case beforeAt
    /// The characters of the longest part of a region.
    case longestPart
    /// The numbers of a list.
    case numbers
  }

  /// What is measured.
  public let part: Part
  /// Its length.
  public let measured: Int
  /// The lengths that the rule takes, in rising order.
  public let allowed: [ClosedRange<Int>]
}

extension Rule {
  /// The numbers of characters that the rule takes; empty for rules that do not count the characters of a whole text.
  public var allowedLengths: [ClosedRange<Int>] {
    switch self {
    case .uscc, .citizenID, .citizenIDAdult, .residencePermitHMT, .residencePermitHMTAdult: [18...18]
    case .orgCode: [9...9]
    case .foreignPermanentResident, .foreignPermanentResidentAdult: [15...15, 18...18]
    case .mobile: [11...11]
    case .postalCode: [6...6]
    case .bankCard: [16...19]
    case .bankAccountCorporate: [8...32]
    case .taxID: [15...15, 18...18, 20...20]
    case .personName: [2...NameReading.mostCharacters]
    case .foreignName: [2...60]
    case .companyName: [3...100]
    case .address: [5...120]
    case .certSerial: [8...40]
    case .code: [1...64]
    case .email: [6...254]
    default: []
    }
  }

  /// How long a text is that the rule refuses with `E_LENGTH`, and how long it may be; `nil` for a rule without lengths.
  ///
  /// Slow beside ``check(_:today:canonical:)``: to be asked only of a refused text.
  public func lengthReading(of text: UnsafeBufferPointer<UInt8>) -> LengthReading? {
    if self == .identityNumberAdult, text.count <= Rule.mostBytes {
      return IdentityNumber.rule(of: text).lengthReading(of: text)
    }
    if text.count > Rule.mostBytes, self != .fullwidthFold {
      return LengthReading(part: .bytes, measured: text.count, allowed: [0...Rule.mostBytes])
    }
    let measured = keepsQuotes ? OuterQuotes.inside(text) ?? text : text
    let written = WrittenScalars(measured, style: foldingStyle)
    switch self {
    case .email: return mailReading(written)
    case .region:
      let longest = RegionName.longestPart(of: written.folded)
      return LengthReading(part: .longestPart, measured: longest, allowed: [1...20])
    case .phone where written.ascii.first == 0x31, .mobile: return mobileReading(text)
    case .phoneList where PhoneList.expand(text).count > PhoneList.largestCount:
      return LengthReading(
        part: .numbers, measured: PhoneList.expand(text).count, allowed: [1...PhoneList.largestCount])
    case .landline, .phone, .phoneList: return localReading(text)
    default: return allowedLengths.isEmpty ? nil : wholeReading(written)
    }
  }

  /// How long a text given as bytes is, and how long it may be.
  public func lengthReading(of text: [UInt8]) -> LengthReading? {
    text.withUnsafeBufferPointer { lengthReading(of: $0) }
  }

  private func wholeReading(_ written: WrittenScalars) -> LengthReading {
    var count = written.folded.count
    var allowed = allowedLengths
    switch self {
    case .foreignName where !written.startsLatin:
      allowed = Rule.personName.allowedLengths
      fallthrough
    case .personName, .postalCode, .code: count = written.folded.count { $0 != 0x20 }
    case .certSerial: count = written.folded.count { $0 != 0x3A }
    case .companyName:
      let reading = CompanyReading(written.folded)
      if reading.strangePlace == nil { count = reading.name.count }
    default: break
    }
    return LengthReading(part: .whole, measured: count, allowed: allowed)
  }

  private func mailReading(_ written: WrittenScalars) -> LengthReading {
    var bytes: [UInt8] = []
    for scalar in written.folded { bytes.append(scalar: scalar) }
    if let at = bytes.firstIndex(of: 0x40), at > 64 {
      return LengthReading(part: .beforeAt, measured: at, allowed: [1...64])
    }
    return LengthReading(part: .whole, measured: bytes.count, allowed: allowedLengths)
  }

  private func mobileReading(_ text: UnsafeBufferPointer<UInt8>) -> LengthReading {
    let ascii = WrittenScalars(text, style: .identifier).ascii
    let prefix = ascii.withUnsafeBufferPointer { MobileNumber.prefixLength($0) }
    return LengthReading(part: .whole, measured: ascii.count - prefix, allowed: Rule.mobile.allowedLengths)
  }

  /// The local part of a landline number, of a list's first that has a wrong length; `nil` when none has.
  private func localReading(_ text: UnsafeBufferPointer<UInt8>) -> LengthReading? {
    for number in self == .landline ? [[UInt8](text)] : PhoneList.expand(text) {
      var folded: [UInt8] = []
      number.withUnsafeBufferPointer { Folding.fold($0, .full, into: &folded) }
      if let reading = folded.withUnsafeBufferPointer({ LandlineReader.wrongLength($0) }) {
        let shortest = reading.allowed.allows(7) ? 7 : 8
        let longest = reading.allowed.allows(8) ? 8 : 7
        return LengthReading(part: .localNumber, measured: reading.digits, allowed: [shortest...longest])
      }
      if self != .landline, folded.first == 0x31 { return folded.withUnsafeBufferPointer { mobileReading($0) } }
    }
    return nil
  }
}

#if canImport(Bytes)
  internal import Bytes
#endif

/// A character that a rule does not take.
public struct UnexpectedScalar: Sendable, Equatable {
  /// Its place in the text as it was given, in Unicode scalars from 0.
  public let offset: Int
  /// The scalar; U+FFFD for a byte that is no UTF-8.
  public let scalar: UInt32
}

extension Rule {
  /// The first character for which the rule refuses a text with `E_CHARSET`, `E_CONTROL` or `E_FORMAT`.
  ///
  /// Slow beside ``check(_:today:canonical:)``: to be asked only of a refused text.
  ///
  /// - Parameters:
  ///   - text: the refused text, UTF-8.
  ///   - code: the error of the verdict.
  /// - Returns: `nil` when every character alone is right: a company's name or an address without Han, a right
  ///   character at a place where another kind must stand, a part that is missing.
  public func unexpectedScalar(
    in text: UnsafeBufferPointer<UInt8>, for code: Code = .eCharset
  ) -> UnexpectedScalar? {
    if self == .identityNumberAdult { return IdentityNumber.rule(of: text).unexpectedScalar(in: text, for: code) }
    guard keepsQuotes, let inside = OuterQuotes.inside(text), let start = text.baseAddress,
      let insideStart = inside.baseAddress
    else { return fault(in: text, for: code) }
    let front = CompanyReading.scalars(of: text.part(0, insideStart - start)).count
    return fault(in: inside, for: code).map { UnexpectedScalar(offset: front + $0.offset, scalar: $0.scalar) }
  }

  private func fault(in text: UnsafeBufferPointer<UInt8>, for code: Code) -> UnexpectedScalar? {
    let written = WrittenScalars(text, style: foldingStyle)
    if code == .eControl { return written.first { _, scalar in FreeText.isControl(scalar) } }
    if self == .companyName { return companyFault(written) }
    let prefix = prefixLength(written)
    let count = written.folded.count - prefix
    if let fault = written.first({ place, scalar in
      place >= prefix && !takes(scalar, at: place - prefix, of: count, written)
    }) {
      return fault
    }
    guard code == .eCharset else { return nil }
    switch self {
    case .address: return AddressReading.misplaced(in: written.folded).map { written.scalar(at: $0) }
    case .phone, .phoneList: return written.first { _, scalar in !PhoneList.takesInMobile(scalar) }
    default: return nil
    }
  }

  /// The first character for which the rule refuses a text given as bytes.
  public func unexpectedScalar(in text: [UInt8], for code: Code = .eCharset) -> UnexpectedScalar? {
    text.withUnsafeBufferPointer { unexpectedScalar(in: $0, for: code) }
  }

  private func companyFault(_ written: WrittenScalars) -> UnexpectedScalar? {
    CompanyReading(written.folded).strangePlace.map { written.scalar(at: $0) }
  }

  /// How the rule folds its texts.
  var foldingStyle: Folding.Style {
    switch self {
    case .uscc, .orgCode, .citizenID, .citizenIDAdult, .residencePermitHMT, .residencePermitHMTAdult,
      .foreignPermanentResident, .foreignPermanentResidentAdult, .identityNumberAdult, .hkMacaoPermit, .taiwanPermit,
      .passport, .mobile,
      .bankCard, .bankAccountCorporate, .taxID, .certSerial:
      .identifier
    case .companyName, .address: .prose
    case .personName, .text: .name
    default: .full
    }
  }

  private func prefixLength(_ written: WrittenScalars) -> Int {
    self == .mobile ? written.ascii.withUnsafeBufferPointer { MobileNumber.prefixLength($0) } : 0
  }

  /// Whether the rule takes a folded scalar at a place of a text of so many.
  private func takes(_ scalar: UInt32, at place: Int, of count: Int, _ written: WrittenScalars) -> Bool {
    let byte = scalar < 0x80 ? UInt8(scalar) : 0x80
    switch self {
    case .uscc: return CreditCode.isCharacter(byte)
    case .mobile, .bankCard, .bankAccountCorporate: return byte.isDigit
    case .postalCode: return byte.isDigit || byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
    case .personName: return PersonName.takes(scalar)
    case .foreignName: return written.startsLatin ? ForeignName.takes(scalar) : PersonName.takes(scalar)
    case .address: return AddressReading.takes(scalar)
    case .region: return RegionName.takes(scalar)
    case .text: return !FreeText.isControl(scalar) && !FreeText.isStrange(scalar)
    case .certSerial: return byte.isDigit || byte == 0x3A || (byte >= 0x41 && byte <= 0x46)
    case .code: return byte.isDigit || byte.isLetter || byte == 0x20 || byte == 0x2D
    case .email: return EmailAddress.takes(scalar, at: place, whoseAtIs: written.at)
    case .landline, .phone, .phoneList: return PhoneList.takes(scalar)
    case .date: return WrittenDate.takes(scalar)
    case .number: return byte.isDigit || (place == 0 && (byte == 0x2B || byte == 0x2D))
    case .decimal: return byte.isDigit || byte == 0x2E || byte == 0x2C || (place == 0 && (byte == 0x2B || byte == 0x2D))
    case .yearMonth: return WrittenDate.takes(scalar)
    case .time: return TimeOfDay.takes(scalar)
    default: return takesInDocument(byte, at: place, of: count)
    }
  }

  /// Whether a number of a person's or an organisation's document has a character at a place.
  private func takesInDocument(_ byte: UInt8, at place: Int, of count: Int) -> Bool {
    switch (self, count) {
    case (.orgCode, 9): byte.isDigit || (place == 8 ? byte == 0x58 : byte.isCapital)
    case (.taxID, 18): CreditCode.isCharacter(byte)
    case (.taxID, 15): byte.isDigit || (place == 14 ? byte == 0x58 : byte.isCapital)
    case (.taxID, 20): byte.isDigit || (place == 17 && byte == 0x58)
    case (.foreignPermanentResident, 15), (.foreignPermanentResidentAdult, 15):
      place < 3 ? byte.isCapital : byte.isDigit
    case (.citizenID, _), (.citizenIDAdult, _), (.residencePermitHMT, _), (.residencePermitHMTAdult, _),
      (.foreignPermanentResident, 18), (.foreignPermanentResidentAdult, 18):
      byte.isDigit || (place == count - 1 && byte == 0x58)
    default: byte.isDigit || byte.isCapital
    }
  }
}

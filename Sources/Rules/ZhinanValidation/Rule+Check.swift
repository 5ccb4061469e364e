extension Rule {
  /// A longer text is `E_LENGTH` for every rule but ``fullwidthFold``, without being read.
  public static let mostBytes = 4096

  /// Checks one text (UTF-8).
  ///
  /// - Parameters:
  ///   - text: any bytes at all; bytes that are not UTF-8 are rejected by the rules.
  ///   - today: the day that ages and future dates are counted from.
  ///   - canonical: takes the canonical spelling when the verdict has no error and is empty otherwise. Its capacity is
  ///     kept, so a buffer that is used again never allocates.
  /// - Returns: the verdict; `E_TYPE` for a rule that does not take one text (``takesText``).
  public func check(
    _ text: UnsafeBufferPointer<UInt8>, today: CalendarDate, canonical: inout [UInt8]
  ) -> Verdict {
    check(text, RuleCircumstances(today: today), mends: true, &canonical)
  }

  /// Checks one text; one that is refused again without what stands around it, if it may be mended.
  func check(
    _ text: UnsafeBufferPointer<UInt8>, _ circumstances: RuleCircumstances, mends: Bool, _ canonical: inout [UInt8]
  ) -> Verdict {
    canonical.removeAll(keepingCapacity: true)
    if text.count > Rule.mostBytes, self != .fullwidthFold { return Verdict(.eLength) }
    if keepsQuotes, let inside = OuterQuotes.inside(text) {
      let verdict = checkPlain(inside, circumstances, mends: mends, &canonical)
      return verdict.isValid ? verdict.union(Verdict(.wSpreadsheet)) : verdict
    }
    return checkPlain(text, circumstances, mends: mends, &canonical)
  }

  private func checkPlain(
    _ text: UnsafeBufferPointer<UInt8>, _ circumstances: RuleCircumstances, mends: Bool, _ canonical: inout [UInt8]
  ) -> Verdict {
    var verdict = verdict(on: text, circumstances, &canonical)
    if verdict.isValid {
      if Mending.isRounded(canonical, self) { verdict.add(.wRounded) }
      return verdict
    }
    if mends { verdict = Mending.mended(text, verdict, self, circumstances, &canonical) }
    if !verdict.isValid { canonical.removeAll(keepingCapacity: true) }
    return verdict
  }

  /// Checks one text given as bytes.
  ///
  /// - Returns: the canonical spelling with the verdict.
  public func check(_ text: [UInt8], today: CalendarDate) -> CheckedValue<[UInt8]> {
    var canonical: [UInt8] = []
    let verdict = text.withUnsafeBufferPointer { check($0, today: today, canonical: &canonical) }
    return CheckedValue(canonical, verdict)
  }

  /// Checks one text.
  ///
  /// - Returns: the canonical spelling with the verdict.
  public func check(_ text: String, today: CalendarDate) -> CheckedValue<String> {
    let checked = check(Array(text.utf8), today: today)
    guard let value = checked.value else { return CheckedValue(rejected: checked.verdict) }
    return CheckedValue(String(decoding: value, as: UTF8.self), checked.verdict)
  }

  @inline(never)
  private func verdict(
    on text: UnsafeBufferPointer<UInt8>, _ circumstances: RuleCircumstances, _ canonical: inout [UInt8]
  ) -> Verdict {
    let today = circumstances.today
    return switch self {
    case .uscc: CreditCode.check(text, &canonical)
    case .orgCode: OrganisationCode.check(text, &canonical)
    case .citizenID: CitizenNumber.check(text, .citizen, adult: false, today, &canonical)
    case .citizenIDAdult: CitizenNumber.check(text, .citizen, adult: true, today, &canonical)
    case .residencePermitHMT: CitizenNumber.check(text, .residentFromHMT, adult: false, today, &canonical)
    case .residencePermitHMTAdult: CitizenNumber.check(text, .residentFromHMT, adult: true, today, &canonical)
    case .foreignPermanentResident: ForeignResidentNumber.check(text, adult: false, today, &canonical)
    case .foreignPermanentResidentAdult: ForeignResidentNumber.check(text, adult: true, today, &canonical)
    case .identityNumberAdult: IdentityNumber.checkAdult(text, circumstances, &canonical)
    case .hkMacaoPermit: TravelPermit.checkHongKongMacao(text, &canonical)
    case .taiwanPermit: TravelPermit.checkTaiwan(text, &canonical)
    case .passport: PassportNumber.check(text, isChinese: circumstances.isChinesePassport, &canonical)
    case .mobile: MobileNumber.check(text, &canonical)
    case .landline: LandlineNumber.check(text, &canonical)
    case .phone: PhoneNumber.check(text, &canonical)
    case .phoneList: PhoneList.check(text, &canonical)
    case .email: WrittenMailAddress.check(text, &canonical)
    case .postalCode: PostalCode.check(text, &canonical)
    case .bankCard: BankCardNumber.check(text, &canonical)
    case .bankAccountCorporate: CorporateAccountNumber.check(text, &canonical)
    case .taxID: TaxNumber.check(text, today, &canonical)
    case .personName: PersonName.check(text, &canonical)
    case .foreignName: ForeignName.check(text, &canonical)
    case .companyName: CompanyName.check(text, &canonical)
    case .address: PostalAddress.check(text, &canonical)
    case .region: RegionName.check(text, &canonical)
    case .text: FreeText.check(text, &canonical)
    case .certSerial: IdentifierText.checkCertSerial(text, &canonical)
    case .code: IdentifierText.checkCode(text, &canonical)
    case .date: WrittenDate.check(text, today, &canonical)
    case .number: WholeNumber.check(text, &canonical)
    case .decimal: DecimalNumber.check(text, &canonical)
    case .yearMonth: YearMonth.check(text, &canonical)
    case .time: TimeOfDay.check(text, &canonical)
    case .fullwidthFold: folded(text, &canonical)
    case .dateValidity, .uploadFile, .reviewHours, .fee, .mask: Verdict(.eType)
    }
  }

  private func folded(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    Folding.fold(text, .full, into: &canonical)
    return Verdict()
  }
}

/// What a rule must know besides its text.
struct RuleCircumstances {
  /// The day that ages and dates ahead are counted from.
  var today: CalendarDate
  /// Whether a passport is one of China's.
  var isChinesePassport = false
}

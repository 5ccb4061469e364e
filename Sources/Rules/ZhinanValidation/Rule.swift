#if canImport(Bytes)
  internal import Bytes
#endif

/// A rule that a value keeps or breaks.
///
/// The raw values are kept by compiled forms: new rules go to the end.
public enum Rule: UInt8, CaseIterable, Sendable {
  case uscc, orgCode, citizenID, citizenIDAdult, residencePermitHMT, foreignPermanentResident
  case hkMacaoPermit, taiwanPermit, passport
  case mobile, landline, phone, phoneList, email, postalCode
  case bankCard, bankAccountCorporate, taxID
  case personName, companyName, address
  case date, dateValidity, number
  case uploadFile, reviewHours, fee, mask, fullwidthFold
  case region, text, certSerial, code
  case foreignName, residencePermitHMTAdult, foreignPermanentResidentAdult
  case identityNumberAdult
  case decimal, yearMonth, time

  /// The rule with this ``name`` (UTF-8), or with one of the two short names `bank_account` and `postal`.
  public init?(name: some Collection<UInt8>) {
    for rule in Rule.allCases where rule.name.equals(name) {
      self = rule
      return
    }
    if ("bank_account" as StaticString).equals(name) {
      self = .bankAccountCorporate
    } else if ("postal" as StaticString).equals(name) {
      self = .postalCode
    } else {
      return nil
    }
  }

  /// Whether ``check(_:today:canonical:)`` can apply it to one text. The others take several inputs and have functions
  /// of their own.
  public var takesText: Bool {
    switch self {
    case .dateValidity, .uploadFile, .reviewHours, .fee, .mask: false
    default: true
    }
  }
}
